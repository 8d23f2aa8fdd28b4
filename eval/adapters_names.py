"""Adapter from sayso to the name-matching kit."""

from sayso.resolve.names.match import compare_names


def same_name(a: str, b: str, kind: str) -> float:
    """The product's score of two names, 0 to 1."""
    return compare_names(a, b, kind).score
