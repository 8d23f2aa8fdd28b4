"""Who says what in each report."""

from __future__ import annotations

from itertools import islice

from sayso.analysis.citations import Citation
from sayso.analysis.grades import grade_words
from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.analysis.wording.names import isolated, plural, quoted
from sayso.publish.briefing import Listing, Part, Remark, Report, Section, Sentence, Topic
from sayso.publish.desk import Desk, remainder
from sayso.records.statements import Attribution


def statements(desk: Desk) -> Section:
    """One topic for each report: its attributed statements in order of the text."""
    limit = desk.limits.reports
    parts: tuple[Part, ...] = (
        *(_topic(desk, report) for report in islice(desk.reports.values(), limit)),
        *remainder(len(desk.reports), limit, "reports", "export --to lines"),
    )
    if not parts:
        parts = (Remark("The case holds no report."),)
    return Section("statements", "Who says what, report by report", parts)


def _topic(desk: Desk, report: Report) -> Topic:
    found = sorted(
        desk.view.attributions(document=report.id), key=lambda a: (a.content.start, a.id)
    )
    limit = desk.limits.statements
    parts: tuple[Remark | Listing, ...] = (
        Listing(tuple(_statement(desk, one) for one in found[:limit])),
        *remainder(len(found), limit, "statements", "export --to lines"),
    )
    if not found:
        parts = (Remark("No attributed statement was found: the report speaks on its own word."),)
    counts = [plural(len(found), "statement")] if found else []
    return Topic(
        anchor=f"s-{report.number}",
        title=f"{report.label} · {isolated(report.title)}",
        meta=" · ".join([isolated(report.voice or "author not named"), report.published, *counts]),
        parts=parts,
    )


def _statement(desk: Desk, found: Attribution) -> Sentence:
    piece = desk.grades.of_piece(found.id)
    graded = f"credibility {grade_words(piece)}" if piece else ""
    reserve = "; ".join(filter(None, (certainty_words("", [found]), graded)))
    text = quoted(found.content.quote, 320) + (f" [{reserve}]" if reserve else "")
    return desk.sentence(text, [Citation(found.content, (found.id,))], lead=chain_words(found))
