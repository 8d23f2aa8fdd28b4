"""Which reports of a case are on one matter."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.statements.gathering.meeting import near, widespread

EVERYWHERE = ["e-ann", "e-bob", "e-cole", "e-dun"]
THEMES = st.lists(st.sampled_from([*EVERYWHERE, "e-eve", "@2020-02-03", "~flood"]), max_size=7)


def test_names_of_a_whole_pile_put_no_two_reports_on_one_matter() -> None:
    """A year's news of an election names both candidates everywhere."""
    pile = {f"d-{n}": [*EVERYWHERE, f"e-own-{n}"] for n in range(40)}
    common = widespread(pile)

    assert common == set(EVERYWHERE)
    assert near(pile["d-1"], pile["d-2"])
    assert not near(pile["d-1"], pile["d-2"], common)


def test_half_of_what_a_short_report_names_is_enough() -> None:
    short = ["e-eve", "e-fay", "e-gil", "e-hal", "e-ian"]

    assert near(short, [*short[:3], *(f"e-own-{n}" for n in range(9))])
    assert not near([*short, "e-jan", "e-kim"], [*short[:3], *(f"e-own-{n}" for n in range(9))])


def test_a_day_beside_one_of_them_still_does() -> None:
    one = ["e-ann", "e-bob", "@2020-02-03"]

    assert near(one, one, frozenset(EVERYWHERE))


def test_in_a_few_reports_nothing_is_everywhere() -> None:
    assert not widespread({f"d-{n}": EVERYWHERE for n in range(12)})


@given(THEMES, THEMES, st.frozensets(st.sampled_from(EVERYWHERE)))
def test_what_is_common_only_parts(one: list[str], other: list[str], common) -> None:
    """Either way round, and never more than without it."""
    assert near(one, other, common) == near(other, one, common)
    assert near(one, other) or not near(one, other, common)
