"""Ties told by verbs: "Lee heads the bank", "the bank is run by Lee"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import (
    VERBAL,
    conjuncts,
    is_infinitive,
    is_passive,
    noun_slots,
    preposition_slots,
    subject_of,
    verb_slots,
)
from sayso.extract.phrases import words_below
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.ends import ONE_OF, acting_in, arenas, bonds_between, members_in
from sayso.extract.ties.framing.mutual import MUTUAL, each_other, mutual
from sayso.extract.ties.framing.ways import Way, is_unsure
from sayso.extract.ties.validity import is_over
from sayso.packs.frames import TieFrame
from sayso.records.parse import Sentence, Token

_AGAINST = ("with", "against")
# Who tells that two are tied is neither of them.
_LINKING = frozenset({"associate", "connect", "link", "tie"})
_SHARES = frozenset({"much", "all", "half", "part", "third", "quarter", "bulk", "share"})


def verb_bonds(sentence: Sentence, verb: Token, ways: list[Way], cast: Cast) -> Iterator[Bond]:
    """ "Lee heads the bank", "the bank is run by Lee", "who operate under Lee's guidance"."""
    slots, told = arguments(sentence, verb, cast), set[str]()
    used: set[str] = set()
    for way in sorted(ways, key=lambda way: -len(way.others)) if slots else ():
        below = words_below(sentence, verb, way.others)
        # "Fought alongside Orr against Lee" tells of two ties, "owns and runs" of one.
        if below is None or way.frame.type in told or (used and way.slot in used | {"object"}):
            continue
        own = slots if way.frame.things else _not_given(sentence, verb, slots)
        doers = _doers(way, below)
        if verb.lemma in _LINKING and {"subject", "object"} <= {slot for slot, _ in slots}:
            doers = ("object",)  # "the firm has linked it to the army"
        if not _is_told(sentence, slots, way.frame):
            continue
        more = [slot for word in below for slot in noun_slots(sentence, word)]
        # "Chairs the board of Velm": the board does not chair Velm.
        others = [one for one in own if one[1] not in below]
        holding = _holding(sentence, others, way.frame, doers)
        beyond = _beyond(sentence, verb, holding, cast)
        subjects = acting_in(way.frame, holding, doers, sentence, cast)
        subjects = tuple(m for m in subjects if m.mention.span.start not in beyond)
        objects = _objects(way, (*own, *more), subjects, sentence, cast)
        if not objects and way.slot == "of":
            # "Sits on its board" for "sits on the board of".
            objects = members_in(more, ("possessive",), sentence, cast)
        if not objects and way.frame.things:
            # "Received weapons from Orl": parsers hang "from" on the weapons.
            behind = _with_things(sentence, slots, way)
            objects = acting_in(way.frame, behind, (way.slot,), sentence, cast)
        objects = objects or arenas(way.frame, (*own, *more), way.slot, sentence, cast)
        found = [*bonds_between(way.frame, (subjects, objects), sentence, verb)]
        if is_over(sentence, verb, cast):
            found = [replace(bond, ends=True, begins=False, negated=False) for bond in found]
        if _is_mutual(sentence, slots, way, alone=not found):
            found = [*mutual(way.frame, subjects, sentence, verb)]
        yield from found
        if found and not way.frame.things:
            used.add(way.slot)
        # "Gave them guns and money" tells of two ties.
        told.update(bond.type for bond in found)


def _not_given(
    sentence: Sentence, verb: Token, slots: list[tuple[str, Token]]
) -> list[tuple[str, Token]]:
    """Without whom something is given: "sold the militia rifles" has sold no militia."""
    if not sentence.children(verb, "dobj"):
        return slots
    return [one for one in slots if one[1].dep != "dative"]


def _is_mutual(
    sentence: Sentence, slots: list[tuple[str, Token]], way: Way, *, alone: bool
) -> bool:
    """Whether a verb tells of its subjects what they are to one another: "they compete with each
    other"; of rivals also ``alone``: "Orl and Velm feud"."""
    if way.frame.type in MUTUAL and each_other(sentence, slots, way.slot):
        return True
    beside = {name for name, _ in slots}
    rivals = way.frame.type == "rival_of" and way.slot in _AGAINST
    return alone and rivals and not beside & {*_AGAINST, "object"}


def _objects(
    way: Way, slots: tuple[tuple[str, Token], ...], subjects: tuple[Member, ...],
    sentence: Sentence, cast: Cast,
) -> tuple[Member, ...]:  # fmt: skip
    """Whom the slot of a way leads to; of a nameless organ its body: "sits on Orr's council"."""
    found = acting_in(way.frame, slots, (way.slot,), sentence, cast)
    if way.frame.type != "member_of" or any(member.named for member in found):
        return found
    organs = [one for slot, noun in slots if slot == way.slot for one in noun_slots(sentence, noun)]
    doers = {member.entity.id for member in subjects}
    owners = members_in(organs, ("possessive",), sentence, cast)
    return tuple(member for member in owners if member.entity.id not in doers) or found


def _doers(way: Way, below: tuple[Token, ...]) -> tuple[str, ...]:
    """The slots of whoever does what a verb tells."""
    if any(word.dep == "nsubjpass" for word in below):
        return ("by",)  # "its board is chaired by Lee"
    # "Linked to": with a preposition, even a passive is said of what suffers it.
    return ("subject", "by") if way.slot == "object" else ("subject", "object")


def arguments(sentence: Sentence, verb: Token, cast: Cast) -> list[tuple[str, Token]]:
    """The slots of a verb that tells of what is; none of one that tells of what may be.

    What a body was founded "to" do it does.
    """
    if is_unsure(sentence, verb):
        return []
    told = _goes_on(sentence, verb, cast) or is_over(sentence, verb, cast)
    if not is_infinitive(sentence, verb) or told:
        return _presided(sentence, verb, list(verb_slots(sentence, verb)))
    founded = list(_founded(sentence, verb, cast))
    rest = (one for one in verb_slots(sentence, verb) if one[0] != "subject")
    return [*founded, *rest] if founded else []


def _presided(
    sentence: Sentence, verb: Token, slots: list[tuple[str, Token]]
) -> list[tuple[str, Token]]:
    """The slots of a passive with a bare preposition, as if it were told actively.

    "The league is presided over by Lee": Lee does it, and "over" leads to the league.
    """
    behind = sentence[verb.i + 1] if verb.i + 1 < len(sentence) else verb
    bare = behind.dep in ("prt", "prep") and not sentence.children(behind)
    if not bare or not is_passive(sentence, verb):
        return slots
    told = {"object": behind.text.lower(), "by": "subject"}
    return slots + [(told[name], token) for name, token in slots if name in told]


def _goes_on(sentence: Sentence, verb: Token, cast: Cast) -> bool:
    """Whether what stands with "to" only goes on: "continues to support them"."""
    above = sentence.head(verb)
    sure = not is_infinitive(sentence, above) and not is_unsure(sentence, above)
    return verb.dep == "xcomp" and cast.lasts(above) and sure


def _founded(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[tuple[str, Token]]:
    """The body of which "to" tells what it is for: "the league was founded to fight the lords"."""
    above = sentence.head(verb)
    if verb.dep == "acl":
        # "Was founded with a decree from the king to fight them".
        above = next((t for t in sentence.ancestors(verb) if t.pos in VERBAL), above)
    if verb.dep not in ("advcl", "xcomp", "acl") or above.pos not in VERBAL:
        return
    if cast.founds(above):
        body = subject_of(sentence, above) if is_passive(sentence, above) else None
        for one in [body] if body is not None else sentence.children(above, "dobj"):
            yield "subject", one


def _beyond(
    sentence: Sentence, verb: Token, slots: Iterable[tuple[str, Token]], cast: Cast
) -> set[int]:
    """Where those stand that "and" joins to a subject behind its verb.

    "Zarb, which serves Orr, and Lee" tells of Zarb.
    """
    return {
        member.mention.span.start
        for name, token in slots if name == "subject" and token.i < verb.i
        for one in conjuncts(sentence, token) if one.i > verb.i
        for member in cast.at(sentence, one)
    }  # fmt: skip


def _holding(
    sentence: Sentence, slots: list[tuple[str, Token]], frame: TieFrame, doers: tuple[str, ...]
) -> list[tuple[str, Token]]:
    """The slots of who is tied: of "her portfolio covers Mali" whose portfolio it is."""
    if not frame.subjects:
        return slots
    return [
        (name, owner)
        for name, noun in slots if name in doers
        for slot, owner in noun_slots(sentence, noun) if slot in ("possessive", "of")
    ]  # fmt: skip


def _is_told(sentence: Sentence, slots: Iterable[tuple[str, Token]], frame: TieFrame) -> bool:
    """Whether a verb has the subject, or takes the things, with which alone it tells of a tie."""
    held = {
        (slot == "subject", word)
        for slot, token in slots
        for part in (token, *_counted(sentence, token))
        for one in conjuncts(sentence, part)
        for word in (one.lemma.lower(), one.text.lower())
    }
    return all(
        not wanted or any((is_subject, word) in held for word in wanted)
        for is_subject, wanted in ((True, frame.subjects), (False, frame.things))
    )


def _with_things(
    sentence: Sentence, slots: Iterable[tuple[str, Token]], way: Way
) -> list[tuple[str, Token]]:
    """Whom prepositions lead to behind the things that are given or taken."""
    told = [part for _, token in slots for part in (token, *_counted(sentence, token))]
    things = (one for part in told for one in conjuncts(sentence, part))
    return [
        below
        for thing in things if {thing.lemma.lower(), thing.text.lower()} & set(way.frame.things)
        for below in preposition_slots(sentence, thing)
    ]  # fmt: skip


def _counted(sentence: Sentence, token: Token) -> Iterator[Token]:
    """What is counted out of: "most of its money"."""
    if token.lemma.lower() in ONE_OF | _SHARES:
        yield from (t for slot, t in preposition_slots(sentence, token) if slot == "of")


def is_habit(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells of what is done again and again: "reports to", "used to report to"."""
    before = {t.lemma.lower() for t in sentence.children(verb, "aux", "auxpass")}
    if verb.tag in ("VBZ", "VBP"):
        return True
    if is_infinitive(sentence, verb):
        return sentence.head(verb).text.lower() == "used"
    now = any(t.tag in ("VBZ", "VBP") for t in sentence.children(verb, "aux", "auxpass"))
    passive = is_passive(sentence, verb)
    if passive and verb.dep == "conj" and not before:
        return is_habit(sentence, sentence.head(verb))  # "is sponsored and hosted by"
    if verb.tag == "VBG":
        return bool(before & {"have"}) or (not before and verb.dep == "acl")
    return passive and (verb.dep == "acl" or (now and "have" not in before))
