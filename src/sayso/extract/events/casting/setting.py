"""Where an event was, when the arguments of its own word do not say.

What is hit is hit where it lies; a house stands where its owners live; who is somewhere acts
there; what a land "saw" was in it; "where he met her" goes back to a place; and a place in front
of a clause holds for all that "and" joins to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import SUBJECTS, VERBAL, conjuncts, preposition_slots, reach, verb_slots
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_SPOT = frozenset({"in", "at", "near", "around", "across"})
# Doings that are done where the doer or the thing is; words are said anywhere.
_BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_DESCRIBED = ("prep", "pobj", "acl")
# Who is hit while at something is hit there: "a man who tried to climb the wall of".
_TRYING = frozenset({"try", "attempt", "seek", "plan"})
_CAUGHT = _SPOT | {"of", "into", "from"}
_CLIMBS = 3
_APART = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_CLAUSES = ("relcl", "acl")
_BELOW = ("prep", "pobj", "dobj", "xcomp", "conj", "pcomp")


def setting_of(
    trigger: Trigger,
    slots: Iterable[tuple[str, str | None, Token]],
    members: Iterable[tuple[str, Member]],
    cast: Cast,
    pack: Pack,
) -> tuple[str, ...]:
    """The places of an event without a place of its own; none where nothing around it says.

    ``slots`` are its arguments with their roles, ``members`` those who take part.
    """
    found: list[str] = []
    if trigger.frame.type == "ASSAULT":
        found += [m.entity.id for role, m in members if role == "target" and _is_spot(m, pack)]
    if not found and trigger.frame.type in _BODILY:
        told = [(role, head) for _, role, head in slots]
        things = [head for role, head in told if role == "target" and _stands(head, pack)]
        doers = [head for role, head in told if role == "actor"]
        heads = [below for thing in things for below in _described(trigger.sentence, thing)]
        found += _beside(trigger.sentence, heads, cast) or _beside(trigger.sentence, doers, cast)
        # "Bombed the plant", of which it was told before where it stands.
        known = (place for thing in things for place in cast.places_at(trigger.sentence, thing))
        found += [] if found else [place.id for place in known]
        found += [] if found else _kept_from(trigger, cast)
        hit = [head for role, head in told if role == "target"]
        found += [] if found else _where_caught(trigger.sentence, hit, cast)
    found = found or _in_front(trigger, cast) or _antecedent(trigger, cast)
    return tuple(dict.fromkeys(found or _witness(trigger, cast, pack)))


def _is_spot(member: Member, pack: Pack) -> bool:
    place = member.entity.type == "Place" and member.mention.form != "adjective"
    return place and member.entity.name not in pack.countries


def _stands(head: Token, pack: Pack) -> bool:
    """Whether a thing is one that stands somewhere: a bridge, a house."""
    kinds = ("place_nouns", "spot_nouns", "property")
    return any(head.lemma.lower() in pack.list(kind) for kind in kinds)


def _described(sentence: Sentence, thing: Token) -> Iterator[Token]:
    """A thing and those it belongs to: "houses belonging to farmers in Orl"."""
    todo = [thing]
    while todo:
        word = todo.pop()
        yield word
        below = sentence.children(word, *_DESCRIBED)
        todo += [t for t in below if t.text.lower() not in _SPOT]


def _beside(sentence: Sentence, heads: Iterable[Token], cast: Cast) -> list[str]:
    return [
        place.id
        for head in heads
        for slot, below in preposition_slots(sentence, head)
        if slot in _SPOT
        for place in cast.places_at(sentence, below)
    ]


def _in_front(trigger: Trigger, cast: Cast) -> list[str]:
    """The places in front of the first of some clauses: "In Orl, they met Lee and signed it"."""
    sentence, verb = trigger.sentence, trigger.verb
    if verb is None or verb.dep != "conj" or sentence.children(verb, *SUBJECTS):
        return []
    first = verb
    while first.dep == "conj" and sentence.head(first).pos in VERBAL:
        first = sentence.head(first)
    start = min((t.i for t in sentence.children(first, *SUBJECTS)), default=first.i)
    leads = [t for t in sentence.children(first, "prep") if t.i < start]
    return [
        place.id
        for lead in leads if lead.text.lower() in _SPOT
        for below in sentence.children(lead, "pobj")
        for place in cast.places_at(sentence, below)
    ]  # fmt: skip


def _where_caught(sentence: Sentence, heads: Iterable[Token], cast: Cast) -> list[str]:
    """Where those hit were at something: "shot men who were trying to cross the river at Orl"."""
    found: list[str] = []
    for head in heads:
        for clause in sentence.children(head, *_CLAUSES):
            going = clause.tag == "VBG" and bool(sentence.children(clause, "aux"))
            if not (going or clause.lemma in _TRYING):
                continue
            below = reach(sentence, clause, *_BELOW)
            leads = [t for t in below if t.dep == "prep" and t.text.lower() in _CAUGHT]
            for lead in leads:
                for noun in sentence.children(lead, "pobj"):
                    found += [place.id for place in cast.places_at(sentence, noun)]
    return found


def _kept_from(trigger: Trigger, cast: Cast) -> list[str]:
    """Where something was kept from being done: "prevented them from entering the port of Orl"."""
    sentence = trigger.sentence
    leads = sentence.children(trigger.verb, "prep") if trigger.verb is not None else ()
    undone = [t for lead in leads if lead.text.lower() == "from"
              for t in sentence.children(lead, "pcomp")]  # fmt: skip
    heads = [head for verb in undone for slot, head in verb_slots(sentence, verb)
             if slot == "object" or slot in _SPOT]  # fmt: skip
    return [place.id for head in heads for place in cast.places_at(sentence, head)]


def _antecedent(trigger: Trigger, cast: Cast) -> list[str]:
    """The place in "flew to Orl, where she met Lee"."""
    sentence, clause = trigger.sentence, trigger.verb or trigger.token
    for _ in range(_CLIMBS):
        if any(t.text.lower() == "where" for t in sentence.children(clause, "advmod")):
            break
        if clause.dep not in ("conj", "xcomp", "advcl") or clause.head == clause.i:
            return []
        clause = sentence.head(clause)
    mark = next((t for t in sentence.children(clause, "advmod") if t.text.lower() == "where"), None)
    if mark is None or clause.dep not in ("relcl", "advcl"):
        return []
    # The place named last before "where", whatever the parser hangs the clause on.
    places = [
        m for m in cast.in_sentence(sentence)
        if m.entity.type == "Place" and m.mention.form != "adjective"
        and m.mention.span.end <= mark.start
    ]  # fmt: skip
    return [places[-1].entity.id] if places else []


def _witness(trigger: Trigger, cast: Cast, pack: Pack) -> list[str]:
    """The place that "saw" what is told: "the valley witnessed two raids"."""
    sentence, word = trigger.sentence, trigger.token
    verbs = pack.list("witnessing_verbs")
    while word.dep not in _APART and word.head != word.i:
        word = sentence.head(word)
        if word.pos in VERBAL and word.lemma in verbs:
            return [
                member.entity.id
                for subject in sentence.children(word, "nsubj")
                for head in conjuncts(sentence, subject)
                for member in cast.at(sentence, head)[:1]
                if member.entity.type == "Place" and member.mention.form != "adjective"
            ]
    return []
