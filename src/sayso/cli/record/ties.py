"""The commands that list ties, and who held an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.options import case_option, case_view, first_of, json_option, limit_option
from sayso.cli.terminal.tables import show_json, show_more, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.where import Where


@click.command(epilog="Example: sayso ties Qaani --on 2020-05")
@click.argument("name")
@click.option("--on", "day", metavar="DATE", help="Tell whether each held on this day or month.")
@click.option("--type", "kind", metavar="TYPE", help="Of this type only, e.g. commands or backs.")
@limit_option
@case_option
@json_option
def ties(
    name: str,
    day: str | None,
    kind: str | None,
    limit: int | None,
    case_path: Where,
    as_json: bool,
) -> None:
    """The offices, command, support, rivalry and other lasting ties of one person or body.

    With --on: "yes" where the tie had begun and not ended, "no" where it began later or ended
    before, "perhaps" where the reports do not tell.
    """
    from sayso.analysis.record.ties import ties_of
    from sayso.analysis.wording.dates import edtf_words
    from sayso.cli.record.days import entity_called, interval_of
    from sayso.records.accounts import TIE_TYPES

    if kind is not None and kind not in TIE_TYPES:
        raise UsageError(f"there is no tie '{kind}'", hint=f"one of {', '.join(TIE_TYPES)}")
    on = interval_of(day)
    with case_view(case_path) as view:
        entity = entity_called(view, name)
        found = ties_of(view, entity, on=on, type=kind)
        shown = first_of(found, limit, as_json=as_json)
        if as_json:
            show_json(shown)
            return
        shown = list(shown)
    click.echo(click.style(entity.name, bold=True))
    show_table(
        ("Held then" if day else "Type", "What the reports say", "From", "Until", "Told", "Id"),
        [
            (
                bond.holds or bond.type,
                bond.text,
                edtf_words(bond.since) if bond.since else "",
                edtf_words(bond.until) if bond.until else "",
                str(bond.accounts),
                bond.tie,
            )
            for bond in shown
        ],
        empty="The case tells of no tie that fits.",
        grows="What the reports say",
    )
    show_more(len(found) - len(shown))


@click.command(epilog='Example: sayso held "commander of the Quds Force" --on 2020-05-01')
@click.argument("office")
@click.option("--on", "day", metavar="DATE", help="Tell who held it on this day or month.")
@limit_option
@case_option
@json_option
def held(office: str, day: str | None, limit: int | None, case_path: Where, as_json: bool) -> None:
    """Who held an office, from when until when, and by which evidence.

    The answer is drawn from ties (titles, "who commands"), from appointments, resignations and
    dismissals, from successions, and from deaths in office.
    """
    from sayso.analysis.record.held import held as holders_of
    from sayso.cli.record.days import interval_of

    on = interval_of(day)
    with case_view(case_path) as view:
        found = holders_of(view, office, on=on)
        shown = first_of(found, limit, as_json=as_json)
        if as_json:
            show_json(shown)
            return
        shown = list(shown)
    # Whether somebody held it then is only to be said where a day is asked about.
    then = 0 if day else 1
    show_table(
        ("Held then", "Who", "As", "When", "Evidence")[then:],
        [(h.holds or "", h.person, h.office, h.when, ", ".join(h.evidence))[then:] for h in shown],
        empty=f"The case tells of nobody who held '{office}'.",
        grows="As",
    )
    show_more(len(found) - len(shown))
