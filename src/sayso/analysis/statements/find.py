"""All matters of a case on which reports agree or part, clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.statements.checked import link_checks
from sayso.analysis.statements.deeds.meeting import parted_deeds
from sayso.analysis.statements.deeds.report import Deeds
from sayso.analysis.statements.gathering.joining import joined
from sayso.analysis.statements.gathering.meeting import (
    Outline,
    near,
    neighbours,
    originals,
    widespread,
)
from sayso.analysis.statements.gathering.merging import merged
from sayso.analysis.statements.gathering.together import together
from sayso.analysis.statements.happenings import Told, against_events, event_types
from sayso.analysis.statements.matters import Link, across, grouped
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.sides import Maker
from sayso.analysis.statements.statement import Statement
from sayso.analysis.statements.within import within
from sayso.analysis.wording.names import folded
from sayso.records.case import Agreement, Check, Conflict
from sayso.records.documents import Document

# Of two sentences of which so many words are the same, one is written after the other.
_SAME_TEXT = 0.85
# Likeness of two statements that tell of one deed.
_BY_DEED = 0.5
# Two reports on two matters part only where they happen to tell of one thing: so like one another,
# with so many names and words in common, one of them a name.
_HAPPENS, _SO_MUCH = 0.6, 4
# In statements: in a longer report one verb and one name may be of many deeds.
_LONG = 150
# With so many others a report is held against at once: some megabytes of statements.
_TOGETHER = 16

Matter = Conflict | Agreement | Check


class Meeting(NamedTuple):
    """A report and others that it is held against, each with whether both are on one matter."""

    one: str
    others: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """What is compared: the reports in outline, once through; where each parts from itself; and
    what comes of meetings of them, in the order of these, wherever it is worked out."""

    outlines: Iterable[tuple[str, Outline]]
    within: Callable[[str], Iterable[Conflict | Agreement]]
    met: Callable[[Iterator[Meeting]], Iterable[Matter]]


def find_matters(reports: Reports) -> Iterator[Matter]:
    """Agreements and conflicts between reports that name the same, and conflicts within each.

    Of copies the first is taken.
    """
    themes: dict[str, tuple[str, ...]] = {}
    for id, own in originals(reports.outlines):
        themes[id] = own
        yield from reports.within(id)
    agreed: list[Agreement] = []
    parted: list[Conflict] = []
    for found in reports.met(_meetings(themes)):
        if isinstance(found, Agreement):
            agreed.append(found)
        elif isinstance(found, Conflict):
            parted.append(found)
        else:
            yield found
    yield from together(merged(parted))
    yield from joined(agreed)


def _meetings(themes: Mapping[str, tuple[str, ...]]) -> Iterator[Meeting]:
    common = widespread(themes)
    for one, pairs in groupby(neighbours(themes), key=lambda pair: pair[0]):
        others = [(other, near(themes[one], themes[other], common)) for _, other in pairs]
        for start in range(0, len(others), _TOGETHER):
            yield Meeting(one, tuple(others[start : start + _TOGETHER]))


def between(
    one: tuple[Document, Sequence[Statement]],
    other: tuple[Document, Sequence[Statement]],
    told: Told,
    deeds: tuple[Deeds, Deeds] | None,
    senses: Senses,
    ground: Ground,
) -> Iterator[Matter]:
    """Where two reports say the same, and where they part; ``deeds`` are theirs where both are on
    one matter, so that less in common tells that two statements are."""
    documents = {one[0].id: one[0], other[0].id: other[0]}
    links = [
        link
        for link in across(one[1], other[1], close=deeds is not None)
        if not _one_kind(link, told, senses)
        and not _of_one_speaker(link)
        and not (link.relation.agree and _near_copy(link, documents))
        and not _may_be_one(link, ground)
    ]
    if deeds is not None:
        parting = _of_deeds(*deeds, links, senses)
        links += [link for link in parting if not _may_be_one(link, ground)]
    for judges, tells in ((one[1], other[1]), (other[1], one[1])):
        links += against_events(judges, tells, told, senses)
    if deeds is None:
        links = [link for link in links if link.relation.agree or _of_one_thing(link)]
    # Who gives another reason for an act agrees that it was done.
    parted = {
        _places(link)
        for link in links
        if not link.relation.agree and link.relation.field != "purpose"
    }
    links = [link for link in links if not (link.relation.agree and _places(link) in parted)]
    maker = Maker(documents, ground)
    yield from (maker.record(matter) for matter in grouped(links))
    yield from link_checks(links)


def _of_deeds(one: Deeds, other: Deeds, links: Sequence[Link], senses: Senses) -> Iterator[Link]:
    """Where two reports of one matter part on a deed, but for what is held against each other
    already."""
    if max(len(one.statements), len(other.statements)) > _LONG:
        return
    held = {_places(link) for link in links if not link.relation.agree}
    for said, left, right in parted_deeds(one, other, senses):
        link = Link(_BY_DEED, said, left, right)
        if _places(link) not in held and not _of_one_speaker(link):
            held.add(_places(link))
            yield link


def within_one(
    report: tuple[Document, Sequence[Statement]], ground: Ground
) -> Iterator[Conflict | Agreement]:
    """Where a report parts from itself."""
    document, statements = report
    maker = Maker({document.id: document}, ground)
    yield from (maker.record(matter) for matter in grouped(within(statements)))


def _one_kind(link: Link, told: Told, senses: Senses) -> bool:
    """Whether two statements agree on a fact that both tell as an event of one kind: whether
    these are one is settled elsewhere, and how many tell of it is counted there."""
    if not link.relation.agree or link.relation.field != "occurrence":
        return False
    shared = link.left.said & link.right.said
    if shared and shared <= senses.events:
        return True
    return bool(event_types(link.left, told) & event_types(link.right, told))


def _may_be_one(link: Link, ground: Ground) -> bool:
    """Whether two who are told to have done a thing may be one whom the case could not join: a
    name, and one that holds all its words."""
    if link.relation.agree or link.relation.field != "participants":
        return False
    first, second = (
        set(folded(ground.names.get(value, value)).split()) for value in link.relation.values
    )
    return first <= second or second <= first


def _of_one_thing(link: Link) -> bool:
    """Whether what two statements have in common tells by itself that they are of one thing."""
    shared = link.left.features & link.right.features
    named = link.left.who & link.right.who
    return link.likeness >= _HAPPENS and len(shared) >= _SO_MUCH and bool(named)


def _of_one_speaker(link: Link) -> bool:
    """Whether somebody parts from himself: what he said when is weighed by itself."""
    one, other = link.left, link.right
    if link.relation.agree or link.relation.field == "assessment" or one.voice != other.voice:
        return False
    return one.voice not in (one.span.document, other.span.document)


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
