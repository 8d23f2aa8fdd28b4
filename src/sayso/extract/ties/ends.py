"""The two ends of a tie: who a phrase names, and which kinds of tie they can be ends of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import VERBAL, conjuncts
from sayso.extract.ties.bond import Bond, words_of
from sayso.packs.frames import TieFrame
from sayso.records.parse import Sentence, Token

# Slots that lead to somebody through a noun: "under the guidance of Orr", "Lee's ally".
_LOOSE = frozenset({"under", "possessive", "compound", "between"})
_BODIES = frozenset({"Organization", "Group", "Outlet"})
# What the other end of a tie can be, where not everything can.
_OBJECTS = {
    "member_of": _BODIES,
    "part_of": _BODIES,
    "made_up_of": _BODIES,
    "commands": _BODIES,
    "present_in": frozenset({"Place"}),
}
# What something is made up of seldom has a name.
_DESCRIPTIVE = frozenset({"made_up_of"})
_ENDS = frozenset({"Person", "Organization", "Group", "Place", "Outlet"})


def members_in(
    slots: Iterable[tuple[str, Token]], names: tuple[str, ...], sentence: Sentence, cast: Cast
) -> tuple[Member, ...]:
    return tuple(
        member
        for name, token in slots
        if name in names
        for member in ends_of(sentence, token, cast, loose=name in _LOOSE)
    )


def ends_of(
    sentence: Sentence, token: Token, cast: Cast, *, loose: bool = False
) -> tuple[Member, ...]:
    """Who a phrase names by its own head, or loosely also through it ("the guidance of Orr")."""
    found = cast.named_by(sentence, token)
    if not loose:
        heads = {m for one in conjuncts(sentence, token) for m in cast.at(sentence, one)}
        beside = {m for m in found if m.entity.type == "Person" and m.mention.form == "name"}
        found = tuple(m for m in found if m in heads or m in beside or _elsewhere(sentence, m))
    proper = tuple(m for m in found if m.mention.form != "adjective")
    return proper or (found if loose else ())


def _elsewhere(sentence: Sentence, member: Member) -> bool:
    """Whether a phrase goes back to somebody named in another sentence: "the alliance"."""
    return not sentence.start <= member.mention.span.start < sentence.end


def bonds_between(
    frame: TieFrame,
    ends: tuple[Iterable[Member], Iterable[Member]],
    sentence: Sentence,
    word: Token,
    *,
    swapped: bool = False,
) -> Iterator[Bond]:
    """A bond for each two ends that the tie allows."""
    subjects, objects = ends if swapped or frame.holder == "subject" else reversed(ends)
    verb = word if word.pos in VERBAL else sentence.head(word)
    negated = bool(sentence.children(verb, "neg") or sentence.children(word, "neg"))
    allowed = _OBJECTS.get(frame.type, _ENDS)
    objects = [m for m in objects if m.entity.type in allowed]
    for one in subjects:
        for other in objects:
            fits = one.entity.type in _ENDS and one.entity.id != other.entity.id
            if fits and one.named and (other.named or frame.type in _DESCRIPTIVE):
                words = (word, *words_of(sentence, one, other))
                denied = negated or _excepted(sentence, one) or _excepted(sentence, other)
                yield Bond(frame.type, one, other, sentence, word, words, negated=denied)


def _excepted(sentence: Sentence, member: Member) -> bool:
    """Whether "not" stands right before a name: "run by Orr and not by Lee"."""
    before = sentence.within(sentence.start, member.mention.span.start)[-2:]
    return any(token.text.lower() == "not" for token in before[-1:]) or [
        token.text.lower() for token in before
    ] == ["not", "by"]
