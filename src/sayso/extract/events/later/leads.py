"""One deed told in the clauses of one sentence: "four were killed and nine hurt on Monday when a
bomb exploded in Orle".

Reports open so. The day stands with the second number and the place with the deed, and both are of
all that the sentence tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.events.later.tolls import is_harm, told_by
from sayso.extract.events.scene import Scene
from sayso.extract.events.when import anchor_of
from sayso.extract.grammar import is_passive
from sayso.records.accounts import EventAccount
from sayso.records.parse import Sentence, Token

# What a clause behind these tells was at the time of the one above it, or right before.
_AT_ONCE = frozenset({"when", "as", "while"})
_BEFORE = frozenset({"after"})
_DYING = frozenset({"die", "perish"})
_ON_THE_DAY = ("DATE", "TIME")


def with_leads(found: Sequence[EventAccount], scene: Scene) -> list[EventAccount]:
    """The accounts, those of one sentence's harm with the day and the place that one clause of it
    tells for all."""
    told = {account.id: account for account in found}
    for sentence in scene.notes.parse.sentences:
        verbs = [*_harms(found, sentence)]
        for verb, account in verbs:
            other = _goes_on_counting(sentence, verb)
            if other is not None:
                told[account.id] = _as_the_other(told, account.id, other, verbs, scene, sentence)
        for verb, deed in verbs:
            above, lead = _clause_above(sentence, verb)
            for harmed, victims in verbs if above is not None else ():
                if above in (harmed, _goes_on_counting(sentence, harmed)):
                    _share(told, deed.id, victims.id, at_once=lead in _AT_ONCE)
    return [told[account.id] for account in found]


def _harms(
    found: Sequence[EventAccount], sentence: Sentence
) -> Iterator[tuple[Token, EventAccount]]:
    """The accounts of harm of a sentence, each with its verb."""
    for account in found:
        inside = sentence.start <= account.span.start and account.span.end <= sentence.end
        verb = told_by(account, sentence) if inside and is_harm(account) else None
        if verb is not None:
            yield verb, account


def _goes_on_counting(sentence: Sentence, verb: Token) -> Token | None:
    """The verb in "and nine were hurt" behind "four were killed": more of the same, by number."""
    if not is_passive(sentence, verb) and verb.lemma not in _DYING:
        return None
    for other in sentence.children(verb, "conj"):
        helps = sentence.children(other, "aux", "auxpass")
        who = [t for w in (other, *helps) for t in sentence.children(w, "nsubj", "nsubjpass")]
        counted = any(t.tag == "CD" or sentence.children(t, "nummod") for t in who)
        if other.i > verb.i and (counted or (not who and other.tag == "VBN")):
            return other
    return None


def _as_the_other(
    told: dict[str, EventAccount], id: str, other: Token,
    verbs: Sequence[tuple[Token, EventAccount]], scene: Scene, sentence: Sentence,
) -> EventAccount:  # fmt: skip
    """An account with the day and the place of the second number, where it has none itself."""
    account = told[id]
    if account.earliest is not None or account.places or account.hangs_on is not None:
        return account
    second = next((told[one.id] for verb, one in verbs if verb == other), None)
    if second is not None:
        return _on_the_day_of(replace(account, places=second.places), second)
    for time in scene.clock.timing.within(sentence):
        if time.type in _ON_THE_DAY and time.latest and anchor_of(sentence, time) == other:
            return replace(account, earliest=time.earliest, latest=time.latest, edtf=time.edtf)
    return account


def _clause_above(sentence: Sentence, verb: Token) -> tuple[Token | None, str]:
    """The verb that a clause with "when" or "after" hangs on, and that word."""
    if verb.dep != "advcl":
        return None, ""
    leads = (t.text.lower() for t in sentence.children(verb, "mark", "advmod"))
    lead = next((word for word in leads if word in _AT_ONCE | _BEFORE), "")
    return (sentence.head(verb), lead) if lead else (None, "")


def _share(told: dict[str, EventAccount], deed: str, victims: str, *, at_once: bool) -> None:
    """Give a deed and those it harmed the day and the place that one of them is told with."""
    one, other = told[deed], told[victims]
    doers = tuple(p for p in one.participants if p.role == "actor" and p not in other.participants)
    other = replace(
        other, places=other.places or one.places, participants=(*other.participants, *doers)
    )
    told[victims] = _on_the_day_of(other, one)
    told[deed] = _on_the_day_of(one, other) if at_once else one


def _on_the_day_of(account: EventAccount, other: EventAccount) -> EventAccount:
    if account.earliest is not None or other.earliest is None:
        return account
    return replace(account, earliest=other.earliest, latest=other.latest, edtf=other.edtf)
