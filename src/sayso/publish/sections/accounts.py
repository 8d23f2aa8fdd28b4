"""Events with more than one account: each telling with its words and its sources."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.citations import cited
from sayso.analysis.corroboration import counted, letter_of
from sayso.analysis.grades import grade_words
from sayso.analysis.judging.rulings import ruling_words
from sayso.analysis.timeline import Entry
from sayso.analysis.timeline import timeline as entries_of
from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.names import isolated, listed, name, plural, quoted
from sayso.analysis.wording.sentences import event_title
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table, Topic
from sayso.publish.desk import Desk, remainder
from sayso.records.case import Account, Event
from sayso.records.statements import Attribution

_HEAD = ("Account", "On whose word", "How firmly", "Dated", "Origin")


def accounts(desk: Desk) -> Section:
    """One topic for each event told more than once; the others stand in the timeline alone."""
    several = entries_of(desk.view, (e for e in desk.view.events() if len(e.accounts) > 1))
    shown = several[: desk.limits.accounts]
    parts: tuple[Part, ...] = (
        Remark(
            "Events that are told more than once. Accounts that go back to the same word share "
            "an origin; the letters show which. A denial has none."
        ),
        *(_topic(desk, entry, event) for entry in shown if (event := desk.view.event(entry.event))),
        *remainder(len(several), len(shown), "events told more than once", "events"),
    )
    if not shown:
        parts = (Remark("No event is told more than once: nothing can be compared."),)
    return Section("accounts", "Accounts compared", parts)


def _topic(desk: Desk, entry: Entry, event: Event) -> Topic:
    found = {
        id: known
        for account in event.accounts
        for id in account.attributions
        if (known := desk.view.attribution(id))
    }
    groups = counted(desk.view.corroboration(event.id))
    letters = {place: letter_of(i) for i, group in enumerate(groups) for place in group.accounts}
    rows = tuple(
        _row(
            desk,
            account,
            [found[id] for id in account.attributions if id in found],
            letters.get(i, "–"),
        )
        for i, account in enumerate(event.accounts)
    )
    title = event_title(event, desk.names)
    count = plural(len(groups), "independent origin")
    shared = [
        f"{letter_of(i)}: {plural(len(group.accounts), 'account')} share {group.reason}"
        for i, group in enumerate(groups)
        if group.reason
    ]
    piece = desk.grades.of_piece(event.id)
    said = desk.rulings.of(event)
    shared += [f"counting of origins {ruling_words(said)}"] if said else []
    shared += [f"credibility {grade_words(piece)}"] if piece else []
    return Topic(
        anchor=f"e-{event.id}",
        title=title,
        meta=" · ".join([entry.when, f"{plural(len(rows), 'account')}, {count}", *shared]),
        parts=(Table(f"Accounts of: {title}", _HEAD, (Band(rows),)),),
    )


def _row(
    desk: Desk, account: Account, found: Iterable[Attribution], letter: str
) -> tuple[Cell, ...]:
    found = list(found)
    sentence = desk.sentence(quoted(account.span.quote, 280), cited([account]))
    report = desk.reports[account.span.document]
    chains = listed(chain_words(one) for one in found) or "the report's own word"
    where = listed(name(desk.names, place) for place in account.places)
    when = date_words(account.earliest, account.latest)
    return (
        Cell(sentences=(sentence,)),
        Cell(chains, small=f"{report.label}, {isolated(report.voice or report.title)}"),
        Cell(certainty_words(account.factuality, found)),
        Cell(when, small=where),
        Cell(letter),
    )
