"""The network of ties and events on a day, or before and after a turning point."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import EVERY, RowCount, case_option, case_view, json_option
from sayso.cli.terminal.tables import show_json
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.analysis.network.asking import Question
    from sayso.analysis.network.bonds import Network
    from sayso.records.dates import Interval
    from sayso.store.view import View
    from sayso.store.where import Where

_FORMATS = ("svg", "graphml", "gexf")
# Links around one that somebody reads in a table.
_USUAL = 500


@click.command(epilog="Example: sayso network --before-after 2020-01-03 --front Iraq")
@click.option("--at", "--on", "at", metavar="DATE", help="What may hold on this day, month, year.")
@click.option(
    "--before-after", "--before", "pivot", metavar="EVENT_OR_DATE",
    help="What a turning point changed: a date, or the id of an event.",
)  # fmt: skip
@click.option("--front", metavar="PLACE", help="Only what is of this country or arena.")
@click.option("--actors", multiple=True, metavar="NAME", help="Only between these; repeat it.")
@click.option("--who", metavar="NAME", help="Only those tied to this one.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Ties or events of this type.")
@click.option("--only", type=click.Choice(["ties", "events"]), help="Ties alone, or events alone.")
@click.option("--dated", is_flag=True, help="Leave out ties of which no date is told.")
@click.option(
    "--window", default=365, show_default=True, metavar="DAYS",
    help="For so many days around it an event links those who took part.",
)  # fmt: skip
@click.option(
    "--limit", type=RowCount(), metavar="N|all",
    help=f"With --who: its nearest neighbours, with about N links.  [default: {_USUAL} in a table, "
    "all in JSON and files]",
)  # fmt: skip
@click.option("--to", "format", type=click.Choice(_FORMATS), help="A picture or a graph file.")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), metavar="FILE", help="Write it here."
)
@case_option
@json_option
def network(case_path: Where, as_json: bool, **asked: object) -> None:
    """Who is linked to whom: on a day, or before and after a turning point.

    Links are lasting ties, and events with two sides. What has no date is marked. With
    --before-after: ties gone, new and changed, who took over whose, and how much hangs on whom,
    with how far these sources can tell it. Each line ends with the id that 'sayso show' opens at
    the words.
    """
    from sayso.analysis.network.asking import Material
    from sayso.analysis.network.turning import turning_of
    from sayso.cli.workbench import tables

    if asked["at"] and asked["pivot"]:
        raise UsageError("give either --at or --before-after", hint="they ask different things")
    with case_view(case_path) as view:
        question = _question(view, asked)
        if asked["format"]:
            _write(_found(view, question, asked, every=True), asked)
        elif asked["pivot"]:
            turning = turning_of(Material.of(view), question)
            (show_json if as_json else tables.turning)(turning)
        else:
            from sayso.analysis.network.measured.sureness import seen

            whole = _found(view, question, asked, every=as_json)
            found = seen(whole)
            if as_json:
                show_json(found)
                return
            tables.seen(found)
            if whole.further or whole.unread:
                tables.left_out(whole.further, whole.unread)


def _found(view: View, question: Question, asked: dict[str, object], *, every: bool) -> Network:
    """The network that is asked for: of the neighbours of one those nearest, up to a limit."""
    from sayso.analysis.network.around import around, network_of

    if asked["limit"] is not None and not asked["who"]:
        raise UsageError("--limit goes with --who", hint="or narrow it: --at, --front, --type")
    most = asked["limit"] if asked["limit"] is not None else EVERY if every else _USUAL
    if question.around and not question.front and most != EVERY:
        return around(view, question, int(str(most)))
    return network_of(view, question)


def _question(view: View, asked: dict[str, object]) -> Question:
    from sayso.analysis.network.asking import KINDS, ONLY, Question
    from sayso.cli.record.days import entity_called, interval_of
    from sayso.records.accounts import EVENT_TYPES, TIE_TYPES

    types = frozenset(str(one) for one in _many(asked["types"]))
    for one in sorted(types - {*TIE_TYPES, *EVENT_TYPES}):
        raise UsageError(f"there is no tie or event '{one}'", hint=f"e.g. {', '.join(TIE_TYPES)}")
    return Question(
        at=interval_of(_text(asked["at"])),
        pivot=_pivot(view, _text(asked["pivot"])),
        kinds=ONLY.get(str(asked["only"]), KINDS),
        types=types,
        front=_text(asked["front"]) or "",
        actors=frozenset(entity_called(view, str(n)).id for n in _many(asked["actors"])),
        around=entity_called(view, str(asked["who"])).id if asked["who"] else "",
        window=int(str(asked["window"])),
        undated=not asked["dated"],
    )


def _text(value: object) -> str | None:
    return str(value) if value else None


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _pivot(view: View, given: str | None) -> Interval:
    from sayso.analysis.network.turning import pivot_of
    from sayso.cli.record.days import interval_of

    if given is None or not given.startswith("ev-"):
        return interval_of(given)
    found = pivot_of(view, given)
    if found is None:
        raise UsageError(
            f"'{given}' is no event with a day", hint="'sayso events' lists ids, or give a date"
        )
    return found


def _write(found: Network, asked: dict[str, object]) -> None:
    from sayso.analysis.wording.names import plural
    from sayso.cli.workbench.files import write
    from sayso.publish.graph.formats import gexf, graphml
    from sayso.publish.graph.picture import svg

    if asked["format"] == "svg":
        at = asked["pivot"] or asked["at"]
        titles = {"at": f"On {at}" if at else "At any time"}
        if asked["pivot"]:
            titles = {"before": f"Before {at}", "after": f"From {at} on"}
        data = svg(found, titles).encode()
    else:
        data = (gexf if asked["format"] == "gexf" else graphml)(found)
    path = Path(str(asked["output"])) if asked["output"] else None
    told = f"{plural(len(found.actors), 'actor')}, {plural(len(found.bonds), 'link')}"
    write(data, path, told)
