"""Adapters from sayso to the name-matching kit."""

from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.match import compare_names
from sayso.run.garbage import look_seldom

# As a read does it.
look_seldom()
# Made when the adapter is loaded: a kit times the comparing, and a read loads packs once.
_LEXICON = lexicon_of(load(pack.folder for pack in builtin_packs()))


def same_name(a: str, b: str, kind: str) -> float:
    """The product's score of two names, 0 to 1, with the packs that come with it."""
    return compare_names(a, b, kind, _LEXICON).score


def same_name_without_packs(a: str, b: str, kind: str) -> float:
    """The same by letters and sounds alone."""
    return compare_names(a, b, kind).score
