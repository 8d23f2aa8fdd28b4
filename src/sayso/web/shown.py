"""What several pages show: reports by name, sayings and tellings with the way to their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.analysis.passage import Passage, passage
from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.analysis.wording.dates import date_words, edtf_words
from sayso.analysis.wording.names import clipped
from sayso.records.case import Account
from sayso.records.documents import Document, DocumentRow
from sayso.records.spans import Span
from sayso.records.statements import Attribution
from sayso.web import links

_OWN_WORD = "The report's own word"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """How pages name a report; ``voice`` is its author and publisher, empty if unknown.

    ``note`` says why it was kept but not read for events, and is empty if it was.
    """

    href: str
    title: str
    voice: str
    published: str
    path: str
    language: str
    note: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, what that is called, and the way to them."""

    text: str
    report: str
    href: str
    beside: str


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something, through whom, with what reserve, in which words."""

    chain: str
    reserve: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Telling:
    """One account with its words in context; ``origin`` is a letter, empty for a denial."""

    passage: Passage
    href: str
    beside: str
    report: ReportLine
    chains: tuple[str, ...]
    certainty: str
    when: str
    origin: str


def report_line(report: Document | DocumentRow) -> ReportLine:
    """A report by its name."""
    return ReportLine(
        href=links.report(report.id),
        title=clipped(report.title or report.path, 300),
        voice=", ".join(dict.fromkeys(filter(None, (report.author, report.publisher)))),
        published=edtf_words(report.published),
        path=report.path,
        language=report.language or "",
        note="" if report.extracted else report.note or "no reason given",
    )


def quote(span: Span, reports: Mapping[str, str], limit: int = 280) -> Quote:
    """Words of a report, cut to length; ``reports`` give what to call each, by its id."""
    name = reports.get(span.document, span.document)
    return Quote(
        clipped(span.quote, limit), clipped(name, 60), links.words(span), links.beside(span)
    )


def saying(found: Attribution, reports: Mapping[str, str]) -> Saying:
    """An attribution as a line; ``reports`` as in ``quote``."""
    return Saying(chain_words(found), certainty_words("", [found]), quote(found.content, reports))


def telling(
    document: Document, account: Account, found: Iterable[Attribution], origin: str
) -> Telling:
    """An account in its report; ``found`` are the attributions that vouch for it."""
    found = list(found)
    chains = dict.fromkeys(chain_words(one) for one in found)
    return Telling(
        passage=passage(document, account.span),
        href=links.words(account.span),
        beside=links.beside(account.span),
        report=report_line(document),
        chains=tuple(chains) or (_OWN_WORD,),
        certainty=certainty_words(account.factuality, found),
        when=date_words(account.earliest, account.latest),
        origin=origin,
    )
