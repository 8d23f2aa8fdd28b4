"""Marks proposed for cells: from what is judged, and from what kinds of event speak for.

A proposal is a first reading by rule. It stays one until an analyst sets the cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sayso.analysis.ledger.comparing import DIRECTION_WORDS
from sayso.analysis.weighing.marks import VALUES, of_directions, together, weaker
from sayso.analysis.weighing.pieces import Happened, Judged, Piece
from sayso.analysis.weighing.theses import Thesis
from sayso.analysis.wording.names import folded
from sayso.packs.frames import Bearing
from sayso.records.accounts import Participant

Bearings = Mapping[str, Bearing]


@dataclass(frozen=True, slots=True)
class Guide:
    """What packs know that proposals need: what kinds of event speak for, where places lie.

    ``lands`` has for the folded name of a place that of the country it lies in; ``wills`` are
    words of what somebody means to do; ``burdens`` of what bears on somebody, and ``losses`` of
    what became of him. All may be empty: then events get no proposals, or are tied to fronts by
    their own name alone.
    """

    bearings: Bearings = field(default_factory=dict)
    lands: Mapping[str, str] = field(default_factory=dict)
    wills: frozenset[str] = frozenset()
    burdens: frozenset[str] = frozenset()
    losses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mark and why; ``bearing`` is the name of the pack's entry that it comes from, if any."""

    mark: str
    why: str
    bearing: str | None = None


_SILENT = Proposal("N", "It does not speak of what the hypothesis is about.")


def propose(
    piece: Piece, thesis: Thesis, guide: Guide, names: Mapping[str, str]
) -> Proposal | None:
    """The mark for a piece and a hypothesis; null where the hypothesis gives nothing to go by.

    ``names`` are those of entities by id.
    """
    if not thesis.members or not thesis.hypothesis.goes:
        return None
    if isinstance(piece.matter, Judged):
        return _judged(piece, piece.matter, thesis, guide)
    return _happened(piece.matter, thesis, guide, names)


def _judged(piece: Piece, matter: Judged, thesis: Thesis, guide: Guide) -> Proposal:
    if matter.subject not in thesis.members:
        return _SILENT
    if thesis.aspects and matter.aspect and folded(matter.aspect) not in thesis.aspects:
        return _SILENT
    if thesis.fronts and matter.front and folded(matter.front) not in thesis.fronts:
        return _SILENT
    wanted = thesis.hypothesis.goes
    burden = matter.direction == "decline" and _of_burden(piece, guide)
    firm = matter.firm and not burden
    marks = [of_directions(matter.direction, way, firm=firm) for way in wanted]
    if burden:
        # Who is pressed may yet hold out, or change course: that speaks against growth alone.
        marks = [
            "N" if VALUES[mark] < 0 and way != "increase" else mark
            for way, mark in zip(wanted, marks, strict=True)
        ]
    mark = together(marks)
    if thesis.fronts and not matter.front:
        # What is said of everywhere says less of one front.
        mark = weaker(mark)
    if matter.direction != "decline" and _of_will(piece, guide.wills):
        # To be set on something is not to be able to do it: it contradicts no loss of power.
        mark = "N" if VALUES[mark] < 0 else weaker(mark)
    judged = DIRECTION_WORDS[matter.direction]
    said = " and ".join(DIRECTION_WORDS[way] for way in wanted)
    judged = "is under strain" if burden else judged
    return Proposal(mark, f"It is judged that this {judged}; the hypothesis is that it {said}.")


def _of_will(piece: Piece, wills: frozenset[str]) -> bool:
    """Whether every passage speaks of what is meant to be done."""
    return bool(wills) and all(any(_is_form(w, wills) for w in words) for words in _passages(piece))


def _of_burden(piece: Piece, guide: Guide) -> bool:
    """Whether every passage tells of what bears on somebody, and none of a loss by it."""
    return bool(guide.burdens) and all(
        any(_is_form(w, guide.burdens) for w in words)
        and not any(_is_form(w, guide.losses) for w in words)
        for words in _passages(piece)
    )


def _passages(piece: Piece) -> Iterator[list[str]]:
    """The words of each passage that a piece stands on."""
    return (folded(telling.citation.span.quote).split() for telling in piece.tellings)


def _is_form(word: str, wills: frozenset[str]) -> bool:
    """Whether a word is one of these, or one with an ending of at most three letters."""
    stems = (word[: len(word) - cut] for cut in range(min(4, len(word))))
    return any(stem in wills or f"{stem}e" in wills for stem in stems)


def _happened(matter: Happened, thesis: Thesis, guide: Guide, names: Mapping[str, str]) -> Proposal:
    bearings = guide.bearings
    if thesis.fronts and matter.places and not _on_front(matter.places, thesis, guide, names):
        return _SILENT
    found = [
        one
        for type, mode, parts in matter.kinds
        if (one := bearing_of(type, mode, parts, thesis.members, bearings))
    ]
    if not found:
        return _SILENT
    marked = [_of_bearing(name, bearings[name], thesis) for name in dict.fromkeys(found)]
    made = max(marked, key=lambda proposal: abs(VALUES[proposal.mark]))
    if not matter.placed and VALUES[made.mark] < 0:
        return Proposal(
            "N", "Nobody tells when it was: it may lie outside of the time asked about."
        )
    return made


def _of_bearing(name: str, bearing: Bearing, thesis: Thesis) -> Proposal:
    mark = together(getattr(bearing, way, "N") for way in thesis.hypothesis.goes)
    return Proposal(mark, bearing.why, name)


def bearing_of(
    type: str,
    mode: str | None,
    parts: Iterable[Participant],
    members: Collection[str],
    bearings: Bearings,
) -> str | None:
    """The name of the entry for a kind of event in which some of ``members`` take part.

    An entry for the mode goes before one for the type. Where members stand on both sides, it
    shows nothing of how they stand: null.
    """
    roles = {part.role for part in parts if part.entity in members}
    if {"actor", "target"} <= roles and mode != "deploy":
        return None
    fitting = [
        name
        for name, one in bearings.items()
        if one.type == type and one.mode in (None, mode) and one.role in roles
    ]
    return min(fitting, key=lambda name: (bearings[name].mode is None, name), default=None)


def _on_front(found: Iterable[str], thesis: Thesis, guide: Guide, names: Mapping[str, str]) -> bool:
    known = (folded(names.get(id, id)) for id in found)
    return any({name, folded(guide.lands.get(name, ""))} & thesis.fronts for name in known)
