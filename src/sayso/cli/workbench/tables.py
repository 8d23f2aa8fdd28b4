"""A network, and what a turning point changed, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.tables import one_line, show_table

if TYPE_CHECKING:
    from sayso.analysis.network.bonds import Bond
    from sayso.analysis.network.measured.measures import Shape, Standing
    from sayso.analysis.network.measured.resampling import Range
    from sayso.analysis.network.measured.sureness import Seen, Sure
    from sayso.analysis.network.turning import Turning

_STATES = {"begins": "only after", "ends": "only before", "lasts": "", "undated": "no date"}
_TOLD = {
    "rises": "rises",
    "falls": "falls",
    "open": "cannot be told from these sources",
    "thin": "cannot be told: too few origins",
}
# Measures of the form are for the first few; every share is shown.
_FORMS = 3


def seen(found: Seen) -> None:
    """The links, then on whom most hangs."""
    show_table(
        ("Link", "When", "", "Accounts", "Origins", "Id"),
        [_bond(bond) for bond in found.bonds],
        empty="No link between two actors fits.",
        grows="Link",
    )
    if not found.standings:
        return
    _title("How much hangs on each")
    shares = (_range(share, percent=True) for share in found.shares)
    _standings(zip(found.standings, shares, strict=True))
    click.echo(f"\n{_shape(found.shape)}")


def left_out(neighbours: int, links: int) -> None:
    """What a limit kept from the network around one."""
    from sayso.analysis.wording.names import plural

    told = [plural(neighbours, "neighbour")] if neighbours else []
    told += [plural(links, "link")] if links else []
    click.echo(f"\n{' and '.join(told)} left out of this and of its figures: --limit all has them.")


def turning(found: Turning) -> None:
    """What is gone, new and changed, who took over, and how much hangs on whom."""
    show_table(
        ("", "Tie", "When", "Origins", "Id"),
        [row for shift in found.shifts for row in _shift(shift.kind, shift.before, shift.after)],
        empty="No tie is told of one side of the turning point alone.",
        grows="Tie",
    )
    whole = [bond for bond in found.whole.bonds if bond.kind == "tie"]
    click.echo(
        f"\n{found.undated} of {len(whole)} ties have no date: they stand on both sides, and show "
        "no change."
    )
    _takeovers(found)
    _title("How much hangs on each, before and after")
    show_table(
        ("Measure", "Of", "Before", "After", "The change"),
        [_compared(one) for one in _chosen(found.compared)],
        empty="No link joins two actors.",
        grows="The change",
    )
    click.echo(f"\nBefore: {_shape(found.before.shape)}\nAfter: {_shape(found.after.shape)}")
    _charges(found)


def _takeovers(found: Turning) -> None:
    names = {actor.id: actor.name for actor in found.whole.actors}
    rows = [
        (
            f"{names[one.leaver]} → {names[one.taker]}",
            one_line(one.after.text),
            "" if one.sure else "no date told",
            one.succession or "no report tells of a succession",
            one.after.id,
        )
        for one in found.takeovers
    ]
    if rows:
        _title("Who took over")
        unique = list(dict.fromkeys(rows))
        show_table(("Who", "What", "", "Succession", "Id"), unique, empty="", grows="What")
    if found.left:
        _title("Ended, and nobody is told to have taken it over")
        show_table(("Tie", "Id"), [(one_line(b.text), b.id) for b in found.left], empty="")


def _charges(found: Turning) -> None:
    rows = [
        (charge.name, one_line(bond.text), ", ".join(bond.fronts), _STATES[bond.state], bond.id)
        for charge in found.charges
        for bond in charge.bonds
    ]
    if rows:
        _title("Who commands or answers for what")
        show_table(("Person", "What", "Fronts", "", "Id"), rows, empty="", grows="What")


def _chosen(compared: Iterable[Sure]) -> Iterator[Sure]:
    """One alone, every share, and the other figures of the first actors."""
    given = list(compared)
    shares = [one for one in given if one.figure == "share"]
    first = {one.actor for one in shares[:_FORMS]}
    yield from (one for one in given if one.actor is None)
    yield from shares
    yield from (one for one in given if one.actor in first and one.figure != "share")


def _compared(one: Sure) -> tuple[str, ...]:
    percent = one.figure == "share"
    return (
        one.figure,
        one.name or "the whole network",
        _range(one.before, percent=percent),
        _range(one.after, percent=percent),
        _TOLD[one.told],
    )


def _standings(rows: Iterable[tuple[Standing, str]]) -> None:
    show_table(
        ("Actor", "Joined to", "To it alone", "Share", "By mentions", "Brokerage", "Constraint"),
        [
            (
                one.name,
                str(one.degree),
                str(one.alone),
                share,
                _percent(one.expected),
                _figure(one.brokerage),
                _figure(one.constraint),
            )
            for one, share in rows
        ],
        empty="",
        grows="Actor",
    )


def _shape(shape: Shape) -> str:
    """A network as a whole, in a line."""
    from sayso.analysis.wording.names import plural

    communities = plural(len(shape.communities), "community", "communities")
    return (
        f"{plural(shape.actors, 'actor')}, {plural(shape.pairs, 'pair')} joined, "
        f"{plural(shape.against, 'link')} against each other, {plural(shape.origins, 'origin')}; "
        f"{plural(shape.components, 'component')}; {communities}; "
        f"centralisation {_figure(shape.centralisation)}"
    )


def _bond(bond: Bond) -> tuple[str, ...]:
    return (
        one_line(bond.text), bond.when, _STATES[bond.state], str(bond.accounts),
        str(len(bond.origins)), bond.id,
    )  # fmt: skip


def _shift(kind: str, before: Iterable[Bond], after: Iterable[Bond]) -> Iterator[tuple[str, ...]]:
    for side, bonds in (("gone", before), ("new", after)):
        for bond in bonds:
            word = kind if kind != "changed" else f"changed: {side}"
            yield (word, one_line(bond.text), bond.when, str(len(bond.origins)), bond.id)


def _range(given: Range, *, percent: bool = False) -> str:
    shown = _percent if percent else _figure
    if given.low is None:
        return shown(given.value)
    return f"{shown(given.value)} ({shown(given.low)}–{shown(given.high)})"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _title(text: str) -> None:
    click.echo("\n" + click.style(text, bold=True))
