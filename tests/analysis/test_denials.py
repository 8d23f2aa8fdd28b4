"""A conflict of so against not so says who says it and who denies it."""

from sayso.analysis.citations import conflict_line, is_denial
from sayso.records.case import Conflict, Side
from tests.store.sample import ONE

SPAN = ONE.span(0, 5)


def conflict(*sides: tuple[str, str]) -> Conflict:
    """A conflict of these values, each with who holds it."""
    told = tuple(Side(value, (SPAN,), (holder,)) for value, holder in sides)
    return Conflict("x-1", "across", ("st-1",), "occurrence", told, "One denies it.")


def test_who_says_and_who_denies_stand_in_the_order_of_the_sides() -> None:
    """The words beside them come in that order."""
    said = conflict(("it is so", "Ana Ruiz"), ("it is not so", "the port"))
    denied = conflict(("it is not so", "the port"), ("it is so", "Ana Ruiz"))

    assert conflict_line(said, {}) == "said by Ana Ruiz, denied by the port"
    assert conflict_line(denied, {}) == "denied by the port, said by Ana Ruiz"


def test_other_values_stand_against_each_other() -> None:
    """Two numbers are no denial."""
    found = conflict(("14", "the ministry"), ("22", "the mayor"))

    assert not is_denial(found)
    assert conflict_line(found, {}) == "14 (the ministry) against 22 (the mayor)"
