"""What was found in one report: names, times, sayings, tellings of events and ties, claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.analysis.judging.settling import additions, standing
from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.firm import marked, reserves
from sayso.analysis.wording.names import name
from sayso.analysis.wording.sentences import event_title, tie_sentence
from sayso.analysis.wording.times import time_words
from sayso.records.case import Claim, Judgement
from sayso.records.documents import Document
from sayso.records.spans import Span
from sayso.web import known, links
from sayso.web.ask import Ask

# The layers of marks, in the order in which they are offered.
KINDS = ("saying", "event", "tie", "claim", "time", "name", "own")
# The longest stretch of words that a mark may cover and still help a reader.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in these words: its kind (of KINDS), its line, and where it leads.

    ``about`` is the id that a judgement would name; ``others`` counts accounts of the same in
    other reports; ``judged`` is what an analyst said of it.
    """

    span: Span
    kind: str
    line: str
    href: str
    about: str = ""
    others: int = 0
    judged: Judgement | None = field(default=None, compare=False)


def findings(ask: Ask, document: Document) -> list[Finding]:
    """All that was found in a report, in order of the text, the longer first."""
    found = [
        *_names(ask, document),
        *_times(ask, document),
        *_sayings(ask, document),
        *_events(ask, document),
        *_ties(ask, document),
        *_claims(ask, document),
        *_own(ask, document),
    ]
    short = (f for f in found if f.span.end - f.span.start <= _LONGEST)
    return sorted(short, key=lambda f: (f.span.start, -f.span.end, KINDS.index(f.kind), f.line))


def _names(ask: Ask, document: Document) -> Iterator[Finding]:
    names = known.names(ask)
    for mention in ask.view.mentions(document=document.id):
        line = names.get(mention.entity, mention.entity)
        yield Finding(mention.span, "name", line, links.who(mention.entity), mention.entity)


def _times(ask: Ask, document: Document) -> Iterator[Finding]:
    for time in ask.view.times(document.id):
        yield Finding(time.span, "time", time_words(time), links.words(time.span))


def _sayings(ask: Ask, document: Document) -> Iterator[Finding]:
    judged = standing(known.judgements(ask))
    for found in ask.view.attributions(document=document.id):
        reserve = certainty_words("", [found])
        line = chain_words(found) + (f" [{reserve}]" if reserve else "")
        href = links.words(found.content)
        yield Finding(found.content, "saying", line, href, found.id, 0, judged.get(found.id))


def _events(ask: Ask, document: Document) -> Iterator[Finding]:
    names, judged = known.names(ask), standing(known.judgements(ask))
    told = list(ask.view.events(document=document.id))
    kept = reserves(ask.view, told)
    for event in told:
        when = date_words(event.earliest, event.latest, event.edtf)
        line = f"{marked(event_title(event, names), kept.get(event.id, ''))} ({when})"
        others = sum(account.span.document != document.id for account in event.accounts)
        for account in event.accounts:
            if account.span.document == document.id:
                href, id = links.event(event.id), event.id
                yield Finding(account.span, "event", line, href, id, others, judged.get(id))


def _ties(ask: Ask, document: Document) -> Iterator[Finding]:
    names, judged = known.names(ask), standing(known.judgements(ask))
    told = list(ask.view.ties(document=document.id))
    kept = reserves(ask.view, told)
    for tie in told:
        others = sum(account.span.document != document.id for account in tie.accounts)
        for account in tie.accounts:
            if account.span.document == document.id:
                href = f"{links.who(tie.subject)}#{tie.id}"
                line = marked(tie_sentence(tie, names), kept.get(tie.id, ""))
                yield Finding(account.span, "tie", line, href, tie.id, others, judged.get(tie.id))


def _claims(ask: Ask, document: Document) -> Iterator[Finding]:
    names, judged = known.names(ask), standing(known.judgements(ask))
    for claim in ask.view.claims(document=document.id):
        href, line = links.words(claim.span), claim_line(claim, names)
        yield Finding(claim.span, "claim", line, href, claim.id, 0, judged.get(claim.id))


def claim_line(claim: Claim, names: Mapping[str, str]) -> str:
    """What is judged and where it is said to go; in brackets the front, the aspect and how surely,
    unless it is said plainly."""
    subject = name(names, claim.subject) if claim.subject else claim.topic or "something"
    where = (part.replace("_", " ") for part in (claim.front, claim.aspect) if part)
    more = [*where, *([claim.strength] if claim.strength != "plain" else [])]
    line = f"{subject} {DIRECTION_WORDS[claim.direction or 'none']}"
    return f"{line} ({', '.join(more)})" if more else line


def _own(ask: Ask, document: Document) -> Iterator[Finding]:
    for start, end, made in additions(known.judgements(ask), document.id):
        if document.text[start:end] == made.about[2]:
            span = document.span(start, end)
            line = f"{made.value} ({made.by})"
            yield Finding(span, "own", line, links.words(span), made.id, 0, made)
