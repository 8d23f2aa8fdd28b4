"""All that one source said, in order of time, each with the chain it came by."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.analysis.grades import Grades, grades_of
from sayso.analysis.people import who
from sayso.analysis.record.sources import rows_of
from sayso.analysis.sources import report_name
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import chain_words, hedge_words
from sayso.analysis.wording.late import LateRows, Pages, in_lots
from sayso.analysis.wording.names import folded
from sayso.records.case import Judgement
from sayso.records.documents import DocumentRow
from sayso.records.statements import Attribution

_AT_ONCE = 200
# Nearly always one of the first few sayings that name somebody is by them.
_FIRST = 8
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a case: an entity, or a name that chains give and no entity has."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Something a source said or passed on.

    ``chain`` is drawn from the outlet down to the first speaker. ``date`` is the EDTF date of the
    cited report where ``dated`` is "cited report", of the report that cites where it is "report";
    null if neither is known. ``start`` and ``end`` are offsets in the document's text, and
    ``credibility`` is that of the piece as an analyst judged it.
    """

    attribution: str
    chain: str
    quote: str
    stance: str
    hedges: tuple[str, ...]
    date: str | None
    dated: str | None
    document: str
    report: str
    start: int
    end: int
    credibility: Judgement | None


def says(view: CaseView, voice: Voice) -> Sequence[Saying]:
    """What a source says in its own words or passes on, by date, undated words last."""
    rows, grades = rows_of(view), grades_of(view)
    by, stranger = voice.entity or voice.name, not voice.entity

    def made(wanted: Sequence[str]) -> Iterator[Saying]:
        for ids in in_lots(wanted, _AT_ONCE):
            found = view.attributions_of(ids)
            rows.fetch(found[id].content.document for id in ids)
            yield from (_saying(found[id], rows[found[id].content.document], grades) for id in ids)

    count, said = view.count_said(by, stranger=stranger), partial(view.said, by, stranger=stranger)
    return LateRows(Pages(count, lambda page: said(page=page), said), made)


def voices(view: CaseView, name: str) -> list[Voice]:
    """Who speaks in a case and may be meant by a name or an id, the best match first."""
    one = view.entity(name)
    if one is not None:
        return [Voice(one.name, one.id)] if _is_voice(view, one.id) else []
    candidates = [candidate.entity for candidate in who(view, name)]
    known = [Voice(one.name, one.id) for one in candidates if _is_voice(view, one.id)]
    sought = folded(name)
    strange = (Voice(other) for other in view.strangers() if folded(other) == sought)
    return [*known, *strange]


def near_voices(view: CaseView, name: str) -> list[str]:
    """Names of those who speak that look most like this one, the likest first."""
    forms: dict[str, str] = {}
    speakers = (found for one in view.attributions() for found in _speakers(one))
    for found in speakers:
        whole = folded(found.name)
        forms[whole] = found.name
        for word in whole.split():
            forms.setdefault(word, found.name)
    near = difflib.get_close_matches(folded(name), sorted(forms), n=_NEAR)
    return list(dict.fromkeys(forms[form] for form in near))


def _is_voice(view: CaseView, entity: str) -> bool:
    """Whether an entity says something, or passes something on."""
    first, many = 0, _FIRST
    while ids := view.said(entity, page=slice(first, first + many)):
        found = view.attributions_of(ids).values()
        if any(voice.entity == entity for one in found for voice in _speakers(one)):
            return True
        first, many = first + many, _AT_ONCE
    return False


def _speakers(found: Attribution) -> Iterator[Voice]:
    if found.source and not found.chain:
        yield Voice(" ".join(found.source.quote.split()), found.source_entity)
    for link in found.chain:
        yield Voice(link.name, link.entity)


def _saying(found: Attribution, row: DocumentRow, grades: Grades) -> Saying:
    date = found.published or row.published
    return Saying(
        attribution=found.id,
        chain=chain_words(found, dated=False),
        quote=found.content.quote,
        stance=found.stance,
        hedges=tuple(hedge_words(hedge) for hedge in found.hedges),
        date=date,
        dated="cited report" if found.published else "report" if date else None,
        document=row.id,
        report=report_name(row),
        start=found.content.start,
        end=found.content.end,
        credibility=grades.of_piece(found.id),
    )
