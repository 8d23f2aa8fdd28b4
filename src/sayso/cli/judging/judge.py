"""The analyst's word on a conflict, an agreement or a corroboration: judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import case_option, json_option
from sayso.cli.terminal.tables import one_line, show_json
from sayso.records.case import Conflict, Judgement
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.where import Where


@click.command(epilog='Example: sayso judge x-1f0c --reject "two different bridges"')
@click.argument("id")
@click.option("--accept", is_flag=True, help="It stands.")
@click.option(
    "--reject", is_flag=True, help="It does not stand: no conflict, no agreement, no such origins."
)
@click.option("--downgrade", metavar="SEVERITY", help="It is only a tension, or an emphasis.")
@click.option("--reason", metavar="TEXT", help="Why, or what explains it; kept with the word.")
@click.option("--revoke", is_flag=True, help="Take back what was said of it.")
@click.option("--by", metavar="NAME", help="Who judges. Default: the name of this login.")
@case_option
@json_option
def judge(  # noqa: PLR0913 - each choice is an option of its own
    case_path: Where,
    id: str,
    accept: bool,
    reject: bool,
    downgrade: str | None,
    reason: str | None,
    revoke: bool,
    by: str | None,
    as_json: bool,
) -> None:
    """Accept, reject, play down or explain a conflict, an agreement, or an event's origins.

    ID is a conflict's (x-…), an agreement's (ag-…), or that of an event or tie whose origins are
    counted. What was said is kept when reports are read again, shown in the briefing, and never
    deleted: a later word closes the one before.
    """
    if [accept, reject, downgrade is not None, revoke].count(True) != 1:
        raise UsageError(
            "say one of --accept, --reject, --downgrade and --revoke",
            hint='to explain a conflict: --accept --reason "…"',
        )
    decision = "reject" if reject else "correct" if downgrade is not None else "accept"
    made = _ruled(
        case_path, id, None if revoke else decision, downgrade, by=by or login(), reason=reason
    )
    if as_json:
        show_json(made)
        return
    from sayso.analysis.judging.rulings import ruling_words

    words = "taken back" if revoke else ruling_words(made)
    click.echo(f"{one_line(made.about[0])}: {one_line(words)}")


def _ruled(
    case_path: Where,
    id: str,
    decision: str | None,
    downgrade: str | None,
    *,
    by: str,
    reason: str | None,
) -> Judgement:
    from sayso.analysis.judging import rulings
    from sayso.run.deciding import note, now
    from sayso.store.case import open_case

    value = rulings.severity(downgrade) if downgrade is not None else None
    with open_case(case_path) as case:
        view = case.view()
        record = rulings.judgeable(view.find(id), id)
        if value is not None and not isinstance(record, Conflict):
            raise UsageError("only a conflict has a severity", hint="--accept or --reject it")
        before = rulings.rulings_of(view).of(record)
        if decision is None and before is None:
            raise UsageError(f"nothing was said of '{id}' yet")
        made = rulings.judged(record, decision or "correct", value, by=by, at=now(), reason=reason)
        note(case, made, before)
    return made
