"""All matters of a case on which reports agree or part, clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.statements.checked import link_checks
from sayso.analysis.statements.happenings import Told, against_events, event_types
from sayso.analysis.statements.joining import joined
from sayso.analysis.statements.matters import Link, across, grouped
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.sides import Maker
from sayso.analysis.statements.statement import Statement
from sayso.analysis.statements.within import within
from sayso.records.case import Agreement, Check, Conflict
from sayso.records.documents import Document

# With more reports, only pairs that are asked for are compared.
MOST_REPORTS = 500
# A report is compared with so many of those that name the same most often.
_NEAREST = 12
# Names that tell what a report is about, and how many two reports on one thing have in common.
_THEMES = 15
_COMMON = 2
# Of two reports of which so many clauses are the same word for word, one is a copy.
_COPIED = 0.6
# A conflict of no more passages tells all that a closer look would.
_FEW = 4
# Of two sentences of which so many words are the same, one is written after the other.
_SAME_TEXT = 0.85
_AT_HAND = 128

Fetch = Callable[[str], tuple[Document, tuple[Statement, ...]]]


@dataclass(frozen=True, slots=True)
class Reports:
    """What is compared: the ids of the reports, their statements when they are wanted, and where
    events are told, with their types."""

    ids: Sequence[str]
    fetch: Fetch
    told: Callable[[str], Sequence[tuple[int, int, str]]]


def find_matters(
    reports: Reports, senses: Senses, ground: Ground
) -> Iterator[Conflict | Agreement | Check]:
    """Agreements and conflicts between reports that name the same, and conflicts within each.

    Of copies the first is taken; of a case of more than MOST_REPORTS no pairs are compared.
    """
    fetch = lru_cache(maxsize=_AT_HAND)(reports.fetch)
    if len(reports.ids) > MOST_REPORTS:
        return
    outlines = _outlines(reports.ids, fetch)
    for id in outlines:
        yield from within_one(fetch(id), ground)
    agreed: list[Agreement] = []
    for one, other in _near(outlines):
        told = {id: reports.told(id) for id in (one, other)}
        for found in between(fetch(one), fetch(other), told, senses, ground):
            if isinstance(found, Agreement):
                agreed.append(found)
            else:
                yield found
    yield from joined(agreed)


def between(
    one: tuple[Document, Sequence[Statement]],
    other: tuple[Document, Sequence[Statement]],
    told: Told,
    senses: Senses,
    ground: Ground,
) -> Iterator[Conflict | Agreement | Check]:
    """Where two reports say the same, and where they part."""
    documents = {one[0].id: one[0], other[0].id: other[0]}
    links = [
        link
        for link in across(one[1], other[1])
        if not _one_kind(link, told, senses)
        and not (link.relation.agree and _near_copy(link, documents))
    ]
    for judges, tells in ((one[1], other[1]), (other[1], one[1])):
        links += against_events(judges, tells, told, senses)
    parted = {_places(link) for link in links if not link.relation.agree}
    links = [link for link in links if not (link.relation.agree and _places(link) in parted)]
    maker = Maker(documents, ground)
    yield from (maker.record(matter) for matter in grouped(links))
    yield from link_checks(links)


def within_one(
    report: tuple[Document, Sequence[Statement]], ground: Ground
) -> Iterator[Conflict | Agreement]:
    """Where a report parts from itself."""
    document, statements = report
    maker = Maker({document.id: document}, ground)
    yield from (maker.record(matter) for matter in grouped(within(statements)))


def is_again(found: Conflict, before: Conflict) -> bool:
    """Whether a conflict only repeats one on the same few passages."""
    spans = [span for side in before.sides for span in side.spans]
    if found.field != before.field or len(spans) > _FEW:
        return False
    return all(
        any(told.touches(other) for other in spans) for side in found.sides for told in side.spans
    )


def _one_kind(link: Link, told: Told, senses: Senses) -> bool:
    """Whether two statements agree on a fact that both tell as an event of one kind: whether
    these are one is settled elsewhere, and how many tell of it is counted there."""
    if not link.relation.agree or link.relation.field != "occurrence":
        return False
    shared = link.left.said & link.right.said
    if shared and shared <= senses.events:
        return True
    return bool(event_types(link.left, told) & event_types(link.right, told))


def _places(link: Link) -> tuple[tuple[int, int], ...]:
    """The two sentences of a link: where they part on a thing, that both tell of it is no news."""
    return tuple(sorted((link.left.sentence, link.right.sentence)))


def _near_copy(link: Link, documents: Mapping[str, Document]) -> bool:
    """Whether two statements stand in sentences of mostly the same words."""
    first, second = (
        set(documents[one.span.document].text[slice(*one.sentence)].lower().split())
        for one in (link.left, link.right)
    )
    return len(first & second) > _SAME_TEXT * max(len(first), len(second))


def _outlines(ids: Iterable[str], fetch: Fetch) -> dict[str, frozenset[str]]:
    """The names that tell what each report is about; copies of one before are left out."""
    found: dict[str, frozenset[str]] = {}
    quotes: dict[str, frozenset[int]] = {}
    for id in ids:
        _, told = fetch(id)
        own = frozenset(hash(one.span.quote) for one in told)
        if not own or any(_copies(own, other) for other in quotes.values()):
            continue
        quotes[id] = own
        names = Counter(name for one in told for name in one.who)
        ranked = sorted(names, key=lambda name: (-names[name], name))[:_THEMES]
        found[id] = frozenset(ranked)
    return found


def _copies(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) > _COPIED * min(len(one), len(other))


def _near(outlines: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of reports of which one is among those that have most in common with the other."""
    common: dict[str, list[tuple[int, str]]] = {id: [] for id in outlines}
    for one, other in combinations(outlines, 2):
        shared = len(outlines[one] & outlines[other])
        if shared >= _COMMON:
            common[one].append((-shared, other))
            common[other].append((-shared, one))
    nearest = {id: {other for _, other in sorted(found)[:_NEAREST]} for id, found in common.items()}
    for one, other in combinations(outlines, 2):
        if other in nearest[one] or one in nearest[other]:
            yield one, other
