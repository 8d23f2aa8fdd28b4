"""Who stands beside those whom a trigger names: who gave the order, and who came with them.

"On the orders of Lee", "at the behest of the board": whoever orders a deed has a part in it as
much as whoever does it. "Was killed together with his driver": the driver was killed too.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sayso.extract.cast import Cast
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import Slot, is_passive, subject_of
from sayso.extract.phrases import with_particle
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_LEADING = frozenset({"on", "upon", "at", "under", "by"})
_OWNERS = frozenset({"of", "from", "by"})
_CARRYING = frozenset({"carry", "transport", "bring", "ferry"})
_ALONG = frozenset({"together", "along"})


def with_those_beside(trigger: Trigger, slots: list[Slot], pack: Pack) -> list[Slot]:
    """The arguments, with whoever ordered the deed as a doer, and those it happened to as well."""
    ordered = list(orders(trigger, pack.list("order_nouns")))
    known = {head.i for _, head in slots if head.dep in ("nsubjpass", "nsubj")}
    others = [one for one in companions(trigger) if one[1].i not in known]
    apart = {t.i for pair in ordered for t in pair} | {t.i for _, t in others}
    kept = [one for one in slots if one[1].i not in apart]
    kept += _whose_journey(trigger, kept, pack.list("own_journey_verbs"))
    return [*kept, *(("by", who) for _, who in ordered), *others]


def _whose_journey(trigger: Trigger, slots: list[Slot], verbs: AbstractSet[str]) -> Iterator[Slot]:
    """ "Lee cut short a visit to Orl", "called off the talks": hers, if of nobody else."""
    sentence, noun = trigger.sentence, trigger.token
    owned = any(slot in ("possessive", "by", "of", "between", "subject") for slot, _ in slots)
    if trigger.frame.type != "CONSULT" or trigger.verb is not None or owned or noun.dep != "dobj":
        return
    verb = sentence.head(noun)
    subject = subject_of(sentence, verb)
    if subject is not None and with_particle(sentence, verb) in verbs:
        yield "subject", subject


def is_worded(trigger: Trigger, slot: str, head: Token, cast: Cast) -> bool:
    """Whether a word only tells of the deed, and takes no part in it: "was taken prisoner"."""
    beside = head.dep == "oprd" or is_passive(trigger.sentence, trigger.token)
    told = head.dep != "nsubjpass" and beside
    own = slot == "object" and trigger.carrier is None and told and head in trigger.words
    return own and not any(member.named for member in cast.at(trigger.sentence, head))


def cargo_of(trigger: Trigger) -> Iterator[Token]:
    """Whom or what those bring along that a trigger is told of: "lorries came, carrying men"."""
    sentence = trigger.sentence
    for clause in sentence.children(trigger.token, "advcl", "acl"):
        if is_cargo(sentence, clause):
            yield from sentence.children(clause, "dobj")


def is_cargo(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause only says what is brought along."""
    return clause.lemma.lower() in _CARRYING and clause.tag == "VBG" and clause.dep == "advcl"


def orders(trigger: Trigger, nouns: AbstractSet[str]) -> Iterator[tuple[Token, Token]]:
    """The words that say a deed was ordered ("orders", of ``nouns``), and who ordered it."""
    sentence, verb = trigger.sentence, trigger.verb or trigger.token
    for lead in _prepositions(sentence, verb):
        for order in sentence.children(lead, "pobj") if lead.text.lower() in _LEADING else ():
            if order.lemma.lower() in nouns:
                yield from ((order, one) for one in sentence.children(order, "poss"))
                for below in sentence.children(order, "prep"):
                    if below.text.lower() in _OWNERS:
                        yield from ((order, one) for one in sentence.children(below, "pobj"))


def _prepositions(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Those of a verb, and those that parsers hang on whoever stands before them: "shot by guards
    on the orders of"."""
    for child in sentence.children(verb, "prep", "agent"):
        yield child
        for below in sentence.children(child, "pobj"):
            yield from sentence.children(below, "prep")
    for child in sentence.children(verb, "dobj", "nsubjpass"):
        yield from (t for t in sentence.children(child, "prep") if t.i > verb.i)


def companions(trigger: Trigger) -> Iterator[Slot]:
    """Those who came with whoever the clause is of, by slot.

    The same happened to them ("was arrested along with the treasurer": objects), or they came
    too ("visited Riga, accompanied by a banker": doers).
    """
    sentence, verb = trigger.sentence, trigger.verb
    if verb is None or trigger.carrier is not None:
        return
    suffered, visiting = is_passive(sentence, verb), trigger.frame.mode == "visit"
    slot = "object" if suffered else "by" if trigger.frame.type == "CONSULT" else "with"
    who = subject_of(sentence, verb)
    # "Lee, accompanied by a banker, visited Riga".
    apart = sentence.children(who, "acl") if who is not None and visiting else ()
    for child in (*sentence.children(verb, "advmod", "prep", "prt", "advcl"), *apart):
        word = child.text.lower()
        behind = sentence[child.i + 1] if child.i + 1 < len(sentence) else child
        along = word in _ALONG and behind.text.lower() == "with"
        if child.lemma == "accompany" and child.tag == "VBN":
            for by in sentence.children(child, "agent"):
                yield from ((slot, t) for t in sentence.children(by, "pobj"))
        elif (suffered or visiting) and (along or word == "alongside"):
            lead = behind if along else child
            yield from ((slot, t) for t in sentence.children(lead, "pobj"))
        elif visiting and word == "with":
            below = sentence.children(child, "pobj")
            # "Together with the minister": whoever that is.
            near = child.i > 0 and sentence[child.i - 1].text.lower() in _ALONG
            yield from ((slot, t) for t in below if near or t.entity == "PERSON")
