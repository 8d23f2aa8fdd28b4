"""Words and records: search, show, failures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table
from sayso.records.case import Agreement, Conflict, Event, Tie
from sayso.records.codec import plain
from sayso.records.errors import UsageError
from sayso.records.spans import Span
from sayso.records.statements import Clause

if TYPE_CHECKING:
    from sayso.store.view import View
    from sayso.store.where import Where


@click.command(epilog='Example: sayso search "Albu Kamal"')
@click.argument("text")
@click.option("--limit", default=20, show_default=True, help="Show at most this many passages.")
@case_option
@json_option
def search(case_path: Where, text: str, limit: int, as_json: bool) -> None:
    """Find passages of the reports, best first; a report in any language is searched."""
    if not any(letter.isalnum() for letter in text):
        raise UsageError("no word is given to look for", hint='such as: sayso search "Albu Kamal"')
    with case_view(case_path) as view:
        hits = view.search(text, limit)
        if as_json:
            show_json(hits)
            return
        titles = {row.id: row.title or row.path for row in view.document_rows()}
        show_table(
            ("Report", "Passage", "At"),
            [(titles[h.document], h.snippet, f"{h.document}:{h.span.start}") for h in hits],
            empty=f"No report has '{text}'.",
            grows="Passage",
        )


@click.command(epilog="Example: sayso show ev-3f2a9c")
@click.argument("id")
@case_option
@json_option
def show(case_path: Where, id: str, as_json: bool) -> None:
    """Anything by its id (or the beginning of it), with its words in their context."""
    with case_view(case_path) as view:
        record = view.find(id) or _clause(view, id)
        if record is None:
            raise UsageError(
                f"the case has no '{id}'",
                hint="ids stand at the end of lines of 'sayso timeline' and 'sayso events'",
            )
        if as_json:
            show_json(record)
            return
        _show_record(view, record)


@click.command(epilog="Example: sayso failures")
@case_option
@json_option
def failures(case_path: Where, as_json: bool) -> None:
    """What could not be read or worked on, why, and what to do about it."""
    with case_view(case_path) as view:
        found = list(view.failures())
        if as_json:
            show_json(found)
            return
        show_table(
            ("File", "Step", "What happened", "What to do"),
            [(f.path, f.step, f.message, f.hint) for f in found],
            empty="Nothing failed.",
            grows="What happened",
        )


def _clause(view: View, id: str) -> Clause | None:
    """A clause that a conflict or agreement is about, which is kept with its report alone."""
    from sayso.analysis.statements.sides import clause_id

    if not id.startswith("st-"):
        return None
    raised: list[Conflict | Agreement] = [*view.conflicts(), *view.agreements()]
    about = [one for one in raised if any(each.startswith(id) for each in one.about)]
    reports = {span.document for one in about for side in one.sides for span in side.spans}
    clauses = (clause for report in sorted(reports) for clause in view.notes(report).clauses)
    return next((one for one in clauses if clause_id(one.span).startswith(id)), None)


def _show_record(view: View, record: Any) -> None:
    for name, value in plain(record).items():
        if isinstance(value, str | int | float) and name not in ("text", "sha256"):
            click.echo(f"{name:12} {value}")
    if isinstance(record, Event):
        _show_times(view, record)
    origins = _show_origins(view, record) if isinstance(record, Event | Tie) else {}
    shown: list[Span] = []
    for span in dict.fromkeys(_spans(record)):
        document = view.document(span.document)
        # Who has a part in what is told stands in the words that tell it.
        if document is not None and not any(whole.covers(span) for whole in shown):
            shown.append(span)
            click.echo()
            _show_passage(document, span, origins.get(span, ""))


def _show_origins(view: View, record: Event | Tie) -> dict[Span, str]:
    """How many independent origins the accounts have, with the letter and the reason of each that
    several share; the letter of each account."""
    from sayso.analysis.corroboration import counted, letter_of
    from sayso.analysis.wording.names import plural

    found = view.corroboration(record.id)
    if found is None:
        return {}
    told = plural(found.accounts, "account"), plural(found.origins, "independent origin")
    click.echo(f"{'accounts':12} {told[0]}, {told[1]}")
    letters: dict[Span, str] = {}
    for place, origin in enumerate(counted(found)):
        letter = letter_of(place)
        letters |= {record.accounts[n].span: letter for n in origin.accounts}
        if origin.reason:
            count = len(origin.accounts)
            click.echo(f"{'':12} {letter}: {count} accounts share {one_line(origin.reason)}")
    return letters


def _show_passage(document: Any, span: Span, origin: str = "") -> None:
    from sayso.analysis.passage import passage

    found = passage(document, span)
    place = f"{document.title or document.path} ({document.path}, {span.start}-{span.end})"
    place = f"{origin}: {place}" if origin else place
    click.echo(click.style(place, dim=True))
    click.echo("  " + "".join(_marked(p.text, bool(p.marks)) for p in found.pieces))


def _show_times(view: View, record: Event) -> None:
    """How the words that date an event were read."""
    from sayso.analysis.timeline import Dated
    from sayso.analysis.wording.times import time_words

    for time in Dated(view).by(record.accounts):
        click.echo(f"{'dated by':12} {one_line(time_words(time))}")


def _marked(text: str, marked: bool) -> str:
    shown = " ".join(text.split(" ")).replace("\n", " ")
    shown = "".join(c if c.isprintable() else " " for c in shown)
    return click.style(f"[{shown}]", bold=True) if marked else shown


def _spans(record: Any) -> Iterator[Span]:
    """Every span of a record, in the order of its fields."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from _spans(item)
    elif hasattr(record, "__dataclass_fields__"):
        for name in record.__dataclass_fields__:
            yield from _spans(getattr(record, name))
