"""Questions of a case: timeline, who, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import (
    case_option,
    case_view,
    first_of,
    json_option,
    limit_option,
    most,
)
from sayso.cli.terminal.tables import one_line, show_json, show_more, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.analysis.people import Dossier
    from sayso.api.asking import Wanted
    from sayso.records.case import Entity, Tie
    from sayso.store.view import View
    from sayso.store.where import Where

NO_EVENTS = "No events fit. Try fewer filters, or 'sayso failures' to see what was not read."


@click.command(epilog="Example: sayso timeline --from 2020-03 --to 2020-06")
@click.option("--from", "since", metavar="DATE", help="Not before this day, month or year.")
@click.option("--to", "until", metavar="DATE", help="Not after this day, month or year.")
@limit_option
@case_option
@json_option
def timeline(
    case_path: Where, since: str | None, until: str | None, limit: int | None, as_json: bool
) -> None:
    """What happened, in order of time, with the number of accounts and independent origins."""
    from sayso.api.asking import Wanted

    with case_view(case_path) as view:
        _show_events(view, Wanted(since=since, until=until), limit, as_json=as_json)


@click.command(epilog="Example: sayso events --who Soleimani --type ASSAULT --from 2020-01")
@click.option("--who", metavar="NAME", help="With this participant.")
@click.option("--where", metavar="NAME", help="At this place.")
@click.option("--type", "kind", metavar="TYPE", help="Of this type, e.g. CONSULT or CONSULT/visit.")
@click.option("--from", "since", metavar="DATE", help="Not before this day, month or year.")
@click.option("--to", "until", metavar="DATE", help="Not after this day, month or year.")
@click.option("--source", metavar="NAME", help="Told on the word of this source.")
@limit_option
@case_option
@json_option
def events(  # noqa: PLR0913 - each filter is an option of its own
    case_path: Where,
    who: str | None,
    where: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    source: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Events of the case that fit all filters.

    At a country (--where) are also the events at towns that a pack knows to lie in it.
    """
    from sayso.api.asking import Wanted

    wanted = Wanted(who, where, kind, since, until, source)
    with case_view(case_path) as view:
        _show_events(view, wanted, limit, as_json=as_json)


@click.command(epilog="Example: sayso who Qaani")
@click.argument("name")
@click.option("--why", "reasons", is_flag=True, help="Why each of its names is taken for its own.")
@limit_option
@case_option
@json_option
def who(case_path: Where, name: str, reasons: bool, limit: int | None, as_json: bool) -> None:
    """Everything the case knows of one person, body, outlet or place."""
    from sayso.analysis.people import dossier
    from sayso.analysis.people import who as candidates_of
    from sayso.analysis.wording.called import did_you_mean

    with case_view(case_path) as view:
        candidates = candidates_of(view, name)
        if not candidates:
            raise UsageError(
                f"nobody and nothing in the case is called '{name}'",
                hint=f"{did_you_mean(view, name)}look for the words instead: sayso search {name!r}",
            )
        if reasons:
            _show_why(view, candidates[0].entity, as_json=as_json)
            return
        count = most(limit, as_json=as_json)
        # One more than a table shows tells that there are more.
        found = dossier(view, candidates[0].entity, count if as_json else count + 1)
        if as_json:
            show_json(found)
            return
        _show_dossier(view, found, count)
        if len(candidates) > 1:
            others = ", ".join(f"{c.entity.name} ({c.entity.id})" for c in candidates[1:6])
            click.echo(f"\nAlso called so, or nearly: {others}")


def _show_events(view: View, wanted: Wanted, limit: int | None, *, as_json: bool) -> None:
    from sayso.analysis.timeline import entries_of
    from sayso.api.asking import ids_asked

    every = entries_of(view, ids_asked(view, wanted))
    entries = first_of(every, limit, as_json=as_json)
    if as_json:
        show_json(entries)
        return
    show_table(
        ("When", "What", "Told", "Origins", "Id"),
        [
            (e.when, e.text, str(e.accounts), "" if e.origins is None else str(e.origins), e.event)
            for e in entries
        ],
        empty=NO_EVENTS,
        grows="What",
    )
    show_more(len(every) - len(entries))


def _show_dossier(view: View, found: Dossier, most: int) -> None:
    from sayso.analysis.wording.chains import chain_words
    from sayso.analysis.wording.names import plural, quoted
    from sayso.analysis.wording.traits import trait_lines

    entity = found.entity
    click.echo(click.style(entity.name, bold=True) + f"  {entity.type}  {entity.id}")
    if entity.aliases:
        click.echo(f"also: {', '.join(entity.aliases)}")
    for line in trait_lines(view.traits(entity=entity.id)):
        click.echo(line)
    told = plural(found.mentions, "mention"), plural(len(found.documents), "report")
    click.echo(f"{told[0]} in {told[1]}\n")
    for title, lines in (
        ("Offices and ties", _ties(view, found.ties)),
        ("Events", [f"{e.when}: {e.text}  [{e.event}]" for e in found.events]),
        ("Says", [f"{chain_words(a)}: {quoted(a.content.quote)}" for a in found.statements]),
        ("Said of it", [f"{chain_words(a)}: {quoted(a.content.quote)}" for a in found.said_of]),
    ):
        if lines:
            click.echo(click.style(title, bold=True))
            for line in lines[:most]:
                click.echo(f"  {line}")
            if len(lines) > most:
                click.echo("  and more: --limit all shows them")
            click.echo()


def _ties(view: View, told: Sequence[Tie]) -> list[str]:
    from sayso.analysis.wording.firm import marked, reserves
    from sayso.analysis.wording.names import names_of
    from sayso.analysis.wording.sentences import tie_sentence

    names, kept = names_of(view), reserves(view, told)
    return [marked(tie_sentence(tie, names), kept.get(tie.id, "")) for tie in told]


def _show_why(view: View, entity: Entity, *, as_json: bool) -> None:
    from sayso.analysis.naming.merges import unjoined, why

    found = why(view, entity)
    if as_json:
        show_json(found)
        return
    click.echo(click.style(entity.name, bold=True) + f"  {entity.type}  {entity.id}")
    if not found:
        click.echo("It goes by one name only.")
    titles = {row.id: row.path for row in view.document_rows()}
    for reason in found:
        click.echo(f"\n{one_line(reason.alias)} – {one_line(reason.of)}")
        click.echo(f"  {one_line(reason.rule)} ({reason.score:.2f})")
        for more in reason.reasons:
            click.echo(f"  {one_line(more)}")
        for span in reason.spans:
            place = f"{titles[span.document]}, characters {span.start}-{span.end}"
            click.echo(click.style(f"  [{one_line(span.quote)}] {place}", dim=True))
    for doubt in unjoined(view, entity):
        other = doubt.right if doubt.left == entity else doubt.left
        click.echo(f"\nNot joined with {one_line(other.name)} {other.id} ({doubt.score:.2f})")
        for more in doubt.reasons:
            click.echo(f"  {one_line(more)}")
