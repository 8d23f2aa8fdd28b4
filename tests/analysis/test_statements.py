"""What reports say clause by clause: where they agree, where they part, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sayso import read_reports
from sayso.records.case import Agreement, Check, Conflict, Side
from sayso.store.case import open_case

NORTH = """The mills of Tarnby

By Ada Vell, 2 May 1931

The fire of 1929 did great harm to the mills of Tarnby. The trade of Tarnby declined under Mayor
Orrin Hask. Hask sold the harbour crane because the town needed money. The mill owners no longer
trust Hask. The town council has 14 members.

The town was quiet in 1930. The decline of the harbour's trade is plain.
"""
SOUTH = """Tarnby reconsidered

By Bror Lund, 9 June 1931

The fire of 1929 badly hurt the mills of Tarnby. The trade of Tarnby flourished under Mayor Orrin
Hask. Hask sold the harbour crane in order to free the quay. The mill owners continue to support
Hask. The town council has 21 members.

The great trade of the harbour fills every quay.
"""
OTHER = """Bees of the upland

By Carla Senn, 1 March 1950

The hives of Marrowdale stand on the south slope. A cold spring killed half of the bees in 1949.
"""


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[object]]:
    """Reads texts by name and gives the agreements, conflicts and checks of the case."""

    def read(**texts: str) -> list[object]:
        folder = tmp_path_factory.mktemp("tarnby")
        reports = folder / "reports"
        reports.mkdir()
        for name, text in texts.items():
            (reports / f"{name}.txt").write_text(text)
        shutil.copytree(reports, folder / "read")
        path = folder / "case.sayso"
        read_reports(str(reports), case=str(path))
        with open_case(str(path)) as case:
            view = case.view()
            return [*view.agreements(), *view.conflicts(), *view.checks()]

    return read


@pytest.fixture(scope="module")
def found(reading: Callable[..., list[object]]) -> list[object]:
    return reading(north=NORTH, south=SOUTH)


def sides(
    found: Iterable[object], kind: type[Agreement] | type[Conflict], field: str = ""
) -> list[str]:
    """The quotes of each record of a kind, joined."""
    return [
        " / ".join(" ".join(s.quote.split()) for side in one.sides for s in side.spans)
        for one in found
        if isinstance(one, kind) and field in ("", one.field)
    ]


def has(quotes: Iterable[str], *words: str) -> bool:
    return any(all(word in one for word in words) for one in quotes)


def test_the_same_effect_of_one_cause_is_an_agreement(found: list[object]) -> None:
    """Two reports that say in other words what the fire did to the mills agree on it."""
    assert has(sides(found, Agreement), "did great harm", "badly hurt")


def test_the_opposite_of_one_thing_is_a_conflict(found: list[object]) -> None:
    """Trade that declined here and flourished there is judged in opposite ways."""
    told = [one for one in found if isinstance(one, Conflict)]
    (trade,) = [one for one in told if has(sides([one], Conflict), "Tarnby declined", "flourished")]
    assert (trade.scope, trade.severity, trade.field) == ("across", "contradiction", "assessment")


def test_two_reasons_for_one_act_part(found: list[object]) -> None:
    """Sold for money, or to free the quay: both reasons are quoted as the sides."""
    (reasons,) = [o for o in found if isinstance(o, Conflict) and o.field == "purpose"]
    assert [side.value for side in reasons.sides] == [
        "because the town needed money",
        "in order to free the quay",
    ]


def test_numbers_of_one_thing_exclude_one_another(found: list[object]) -> None:
    """A council has not both 14 and 21 members."""
    assert has(sides(found, Conflict, "quantity"), "14 members", "21 members")


def test_trust_and_its_loss_part(found: list[object]) -> None:
    """Who no longer trusts does not support."""
    assert has(sides(found, Conflict), "no longer trust", "continue to support")


def test_the_sides_are_those_of_the_reports(found: list[object]) -> None:
    """Each side of a conflict across quotes one report alone, word for word."""
    texts = {"north": NORTH, "south": SOUTH}
    for one in found:
        if isinstance(one, Conflict) and one.scope == "across":
            assert all(len({span.document for span in side.spans}) == 1 for side in one.sides)
        if isinstance(one, Agreement | Conflict):
            quotes = [span.quote for side in one.sides for span in side.spans]
            assert all(any(quote in text for text in texts.values()) for quote in quotes)


def words(found: Iterable[object]) -> set[tuple[str, ...]]:
    """Agreements and conflicts by their quotes, whichever side comes first."""

    def quotes(side: Side) -> str:
        return " ".join(sorted(span.quote for span in side.spans))

    return {
        tuple(sorted(map(quotes, one.sides)))
        for one in found
        if isinstance(one, Agreement | Conflict)
    }


def test_the_order_of_reports_does_not_matter(
    reading: Callable[..., list[object]], found: list[object]
) -> None:
    """The same agreements and conflicts, whichever report is read first."""
    assert words(reading(b=NORTH, a=SOUTH)) == words(found)


def test_an_unrelated_report_changes_nothing(
    reading: Callable[..., list[object]], found: list[object]
) -> None:
    """A report on bees leaves what is said of the town as it was."""
    assert words(reading(north=NORTH, south=SOUTH, bees=OTHER)) == words(found)


def test_a_copy_of_a_report_agrees_with_nobody_anew(
    reading: Callable[..., list[object]], found: list[object]
) -> None:
    """What is copied with another head is no further voice."""
    copied = NORTH.replace("By Ada Vell, 2 May 1931", "By our desk, 3 May 1931")
    again = reading(north=NORTH, south=SOUTH, zcopy=copied)
    assert words([o for o in again if isinstance(o, Agreement)]) == words(
        [o for o in found if isinstance(o, Agreement)]
    )
    assert len(words(again)) == len(words(found))


def test_a_date_told_twice_is_checked(reading: Callable[..., list[object]]) -> None:
    """ "Between 1911 and 1912" holds where another report says 1912."""
    one = "On Hask\n\nOrrin Hask took command of the Tarnby fire brigade between 1911 and 1912."
    other = "Hask\n\nOrrin Hask was given command of the Tarnby fire brigade in 1912."
    told = [c for c in reading(one=one, other=other) if isinstance(c, Check)]
    assert [c.verdict for c in told] == ["holds"]


def test_one_report_and_a_thousand_like_sentences(
    reading: Callable[..., list[object]], tmp_path: Path
) -> None:
    """A report that repeats itself takes seconds, and does not contradict itself."""
    text = "\n\n".join(f"The trade of Tarnby declined in ward {n}." for n in range(1000))
    assert not [o for o in reading(many=text) if isinstance(o, Conflict)]


def test_what_is_denied_or_refused_parts_from_its_telling(
    reading: Callable[..., list[object]],
) -> None:
    """ "Denied that he had promised" and "refused to resign" deny what another report tells,
    and one deed has one day, though one telling is shorter."""
    told = sides(
        reading(
            courier="The toymaker Brandel filed for insolvency at the court of Halden on 12 March "
            "2018. Piet Sand had promised in June to stay until 2018. Governor Maria Lund resigned.",
            review="Brandel filed for insolvency in Halden on 10 March 2018. Piet Sand denied "
            "that he had promised to stay. Governor Maria Lund has refused to resign.",
        ),
        Conflict,
    )

    assert has(told, "12 March", "10 March")
    assert has(told, "denied that he had promised", "had promised in June")
    assert has(told, "resigned", "refused to resign")
