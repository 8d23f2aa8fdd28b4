"""The network before and after the day on which most of it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.analysis.citations import Citation, cited
from sayso.analysis.network.asking import Material, Question
from sayso.analysis.network.bonds import Bond
from sayso.analysis.network.measured.sureness import Sure
from sayso.analysis.network.turning import Takeover, Turning, turning_of, turning_points
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import isolated, listed
from sayso.publish.briefing import Band, Cell, Listing, Part, Picture, Remark, Section, Table, Topic
from sayso.publish.desk import Desk, remainder
from sayso.publish.graph.picture import svg
from sayso.records.case import Account

_TIES = ("Tie", "When", "Origins")
_FIGURES = ("Of", "Before", "After", "The change")
_WORDS = {"gone": "Gone", "new": "New", "changed": "Changed"}
_TOLD = {
    "rises": "rises",
    "falls": "falls",
    "open": "cannot be told from these sources",
    "thin": "cannot be told: too few origins",
}
# A takeover names so many of those who tell of it.
_NAMED = 3
_QUOTED = 3
_DRAWS = 200


def structure(desk: Desk) -> Section:
    """What changed on the day on which most ties begin or end, each with its words."""
    material = Material.of(desk.view)
    points = turning_points(material)
    if not points:
        told = "On no day does more than one tie begin or end: no turning point can be shown."
        return Section("structure", "Before and after", (Remark(told),))
    day = points[0][0]
    found = turning_of(material, Question(pivot=(day, day)), draws=_DRAWS)
    accounts = {tie.id: tie.accounts for tie in material.ties}
    accounts |= {event.id: event.accounts for event in material.events}
    when = edtf_words(day)
    titles = {"before": f"Before {when}", "after": f"From {when} on"}
    parts: tuple[Part, ...] = (
        Remark(_method(when, found, [point for point, _ in points[1:]])),
        _changes(desk, found, accounts),
        *_takeovers(desk, found, accounts),
        Picture(svg(found.whole, titles), f"The network before {when} and after"),
        _hanging(found),
        *remainder(len(found.shifts), desk.limits.ties, "changes", "network --before-after"),
    )
    return Section("structure", f"Before and after {when}", parts)


def _method(when: str, found: Turning, others: Iterable[str]) -> str:
    days = ", ".join(edtf_words(day) for day in others)
    more = f" Others are {days}: “sayso network --before-after” shows any." if days else ""
    return (
        f"On {when} more ties begin or end than on any other day.{more} {found.undated} ties have "
        "no date: they stand on both sides and show no change. Where a beginning or an end is not "
        "told of a tie itself, it follows from a death or a succession that is told."
    )


def _changes(desk: Desk, found: Turning, accounts: Mapping[str, tuple[Account, ...]]) -> Table:
    shown = found.shifts[: desk.limits.ties]
    bands = []
    for kind, title in _WORDS.items():
        rows = tuple(
            _row(desk, bond, accounts)
            for shift in shown
            if shift.kind == kind
            for bond in (*shift.before, *shift.after)
        )
        if rows:
            bands.append(Band(rows, title))
    return Table("Ties told of one side alone", _TIES, tuple(bands), 0, (2,))


def _row(desk: Desk, bond: Bond, accounts: Mapping[str, tuple[Account, ...]]) -> tuple[Cell, ...]:
    sentence = desk.sentence(f"{bond.text}.", _words(bond, accounts))
    return (Cell(sentences=(sentence,)), Cell(bond.when), Cell(str(len(bond.origins))))


def _words(bond: Bond, accounts: Mapping[str, tuple[Account, ...]]) -> tuple[Citation, ...]:
    """The words of a tie, and the first of each record from which its dates follow."""
    own = cited(accounts[bond.id][:_QUOTED])
    return (*own, *(one for id in bond.grounds for one in cited(accounts[id][:1])))


def _takeovers(
    desk: Desk, found: Turning, accounts: Mapping[str, tuple[Account, ...]]
) -> Iterator[Topic]:
    told: dict[str, list[Citation]] = {}
    for one in found.takeovers:
        words = told.setdefault(_takeover_words(desk, found, one), [])
        words += (*_words(one.before, accounts), *_words(one.after, accounts))
        words += cited(accounts[one.succession][:1]) if one.succession else ()
    items = tuple(desk.sentence(text, words) for text, words in told.items())
    if items:
        yield Topic("s-takeovers", "Who took over", (Listing(items),))


def _takeover_words(desk: Desk, found: Turning, one: Takeover) -> str:
    leaver, taker = (isolated(desk.names[id]) for id in (one.leaver, one.taker))
    doubt = "" if one.sure else " (when it began is not told)"
    # That one took it over from the other is put together here: say from whose words.
    told = sorted({*one.before.origins, *one.after.origins})
    names = [isolated(found.whole.origins[number]) for number in told]
    by = listed([*names[:_NAMED], "others"] if len(names) > _NAMED else names)
    return f"{taker} has what {leaver} had: {one.after.text}{doubt}, as told by {by}."


def _hanging(found: Turning) -> Table:
    rows = tuple(_figures(one) for one in found.compared if one.figure == "share")
    caption = "Share of the links through each, with the interval when the origins are drawn again"
    return Table(caption, _FIGURES, (Band(rows),), 0, (1, 2))


def _figures(one: Sure) -> tuple[Cell, ...]:
    return (
        Cell(isolated(one.name)),
        *(
            Cell(
                "–" if r.value is None else f"{r.value:.0%}",
                small="" if r.low is None or r.high is None else f"{r.low:.0%}–{r.high:.0%}",
            )
            for r in (one.before, one.after)
        ),
        Cell(_TOLD[one.told]),
    )
