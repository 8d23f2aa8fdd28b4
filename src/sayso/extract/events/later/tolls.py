"""How many died, told apart from the deed: "the ministry put the number of dead at 61".

Reports tell the deed once and come back to its victims: on another's word, with another number,
by a verb that tells of no deed ("four of its employees had died") or by none ("twelve dead men").
Such words tell of the deed told before: they share its day and its place and who took part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.events.casting.fillers import phrase_of
from sayso.extract.events.casting.roles import Scenery
from sayso.extract.events.later.victims import (
    DEAD,
    as_people,
    dying,
    goes_on,
    is_left,
    of_wounds,
    toll,
)
from sayso.extract.events.realis import realis_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.extract.events.when import When
from sayso.extract.grammar import VERBAL, clause_of, is_passive, preposition_slots, subject_of
from sayso.packs.frames import Frame
from sayso.records.accounts import EventAccount, Filler
from sayso.records.marks import Quantity, Time
from sayso.records.parse import Sentence, Token

_TOLL = Frame("ASSAULT", "kill")
# What is told of harm alone: whoever is told of by it is told of with a deed.
_HARM = frozenset({"kill", "armed", "accident"})
_DEADLY = frozenset({"kill", "accident"})
_UNMEANT = frozenset({"accident", "damage"})
# So many sentences back in its paragraph a deed is gone back to; else to the report's first.
_BACK = 4


def with_tolls(found: Sequence[EventAccount], scene: Scene) -> Iterator[EventAccount]:
    """The accounts, those of the victims alone with what is told of the deed before, and those of
    numbers of dead that no other word tells of."""
    told = sorted(found, key=lambda one: (one.span.start, one.span.end))
    near: dict[int, list[EventAccount]] = {}
    for one in told:
        near.setdefault(_sentence(one, scene), []).append(one)
    killed_in = {
        one.id: deed
        for one in told
        if one.mode == "kill" and (deed := _deed_inside(one, near[_sentence(one, scene)], scene))
    }
    days = {deed.id: one for one in told if (deed := killed_in.get(one.id))}
    for account in told:
        deed = _deed_before(account.span.start, told, scene) if _is_bare(account, scene) else None
        deed = deed or killed_in.get(account.id)
        deed = deed or _deed_above(account, near[_sentence(account, scene)], scene)
        account = _on_the_day(days[account.id], account) if account.id in days else account
        yield of_deed(deed, account) if deed is not None else account
    for account in _fresh(scene, told):
        deed = _deed_beside(account, near.get(_sentence(account, scene), ()), scene)
        if deed is None and not account.places:
            deed = _deed_before(account.span.start, told, scene)
        if deed is not None:
            mode = "accident" if deed.mode in _UNMEANT else "kill"
            yield of_deed(deed, replace(account, mode=mode))


def _sentence(account: EventAccount, scene: Scene) -> int:
    """Where the sentence of an account begins."""
    sentence = scene.notes.parse.sentence_at(account.span.start)
    return sentence.start if sentence is not None else -1


def _fresh(scene: Scene, told: Sequence[EventAccount]) -> Iterator[EventAccount]:
    known = [one.span for one in told if one.type == "ASSAULT"]
    for sentence in scene.notes.parse.sentences:
        for token in sentence:
            victims = dying(sentence, token)
            trigger = Trigger(_TOLL, sentence, token, None, (token,))
            quantities = scene.notes.quantities if victims is None else ()
            count = toll(sentence, token, quantities)
            if victims is None and count is None:
                continue
            start = scene.notes.document.span(token.start, token.end)
            if any(span.covers(start) for span in known) or not _is_so(trigger, scene):
                continue
            yield _account(scene, trigger, victims, count)


def _is_so(trigger: Trigger, scene: Scene) -> bool:
    return realis_of(trigger, scene.pack) == "actual"


def _account(
    scene: Scene, trigger: Trigger, victims: Token | None, count: Quantity | None
) -> EventAccount:
    document, sentence, token = scene.notes.document, trigger.sentence, trigger.token
    if victims is None:
        trigger = replace(trigger, token=clause_of(sentence, token))
        scenery = Scenery((), (), frozenset({"target"}))
        # "On Friday the toll rose to 61": they died on the day of the deed.
        account = scene.account(trigger, scenery, "actual", When(), said=token)
        return account if count is None else replace(account, quantities=(as_people(count),))
    span = phrase_of(document, sentence, victims, counted=True)
    filler = Filler("target", span, None, "people")
    spots = preposition_slots(sentence, token) if token.pos in VERBAL else ()
    places = (
        one.id for lead, at in spots if lead == "in" for one in scene.cast.places_at(sentence, at)
    )
    scenery = Scenery((), tuple(places), frozenset({"target"}), (filler,))
    when = scene.when(trigger)
    if token.text.lower() not in DEAD:
        return scene.account(trigger, scenery, "actual", when)
    account = scene.account(trigger, scenery, "actual", when, span)
    return replace(account, quantities=tuple(map(as_people, account.quantities)))


def _is_bare(account: EventAccount, scene: Scene) -> bool:
    """Whether an account tells of so many victims and of nothing else: "two had been killed"."""
    harm = account.type == "ASSAULT" and account.mode in _HARM and account.realis == "actual"
    if not harm or account.places or account.earliest or account.hangs_on is not None:
        return False
    nameless = all(p.role == "target" and _is_crowd(p.entity, scene) for p in account.participants)
    others = any(filler.role != "target" for filler in account.fillers)
    if not account.quantities or not nameless or others:
        return False
    sentence = scene.notes.parse.sentence_at(account.span.start)
    words = sentence.within(account.span.start, account.span.end) if sentence else []
    verb = next((t for t in words if t.lemma.lower() == account.trigger), None)
    # "Were killed in a clash" tells of a deed of its own.
    return (
        sentence is not None
        and verb is not None
        and is_passive(sentence, verb)
        and not sentence.children(verb, "prep", "agent")
        and not any(map(_is_apart, sentence.children(verb, "advmod")))
    )


def _is_apart(adverb: Token) -> bool:
    """Whether a word may tell of another deed: "there", "later", not "badly" injured."""
    word = adverb.text.lower()
    return not word.endswith("ly") or word == "separately"


def _is_crowd(entity: str, scene: Scene) -> bool:
    return scene.entities[entity].type == "Group"


def _deed_before(start: int, told: Sequence[EventAccount], scene: Scene) -> EventAccount | None:
    """The deed that victims told of here are those of: the last of the paragraph, or the first
    that the report tells of."""
    here = scene.notes.parse.sentence_at(start)
    before = [one for one in told if one.span.end <= start and not _is_late(one, scene)]
    last = next((one for one in reversed(before) if _is_deed(one)), None)
    if here is None or last is None:
        return None
    there = scene.notes.parse.sentence_at(last.span.start)
    if there is not None and there.block == here.block and _steps(there, here, scene) <= _BACK:
        return last
    dated = any(_is_day_of(time, scene) for time in scene.clock.timing.within(here))
    if dated or scene.notes.document.blocks[here.block].kind == "item":
        return None  # a sentence with a day of its own, or an item of a list, goes back to nothing
    return next((one for one in before if one.earliest is not None and _is_deed(one)), None)


def _is_day_of(time: Time, scene: Scene) -> bool:
    """Whether a time is that of what is told: "as of this morning" is that of the telling."""
    before = scene.notes.document.text[max(0, time.span.start - 6) : time.span.start].lower()
    return time.type in ("DATE", "TIME") and not before.endswith(("as of ", "as at ", "by "))


def _is_late(account: EventAccount, scene: Scene) -> bool:
    """Whether an account tells of who died of wounds got before: nobody else died of that."""
    sentence = scene.notes.parse.sentence_at(account.span.start)
    words = sentence.within(account.span.start, account.span.end) if sentence else ()
    return sentence is not None and any(of_wounds(sentence, t) for t in words if t.lemma == "die")


def _steps(there: Sentence, here: Sentence, scene: Scene) -> int:
    """How many sentences lie between two."""
    return sum(there.start < s.start <= here.start for s in scene.notes.parse.sentences)


def _deed_above(
    account: EventAccount, told: Sequence[EventAccount], scene: Scene
) -> EventAccount | None:
    """The air strike, bomb or the like whose outcome a clause is: "hit the school, killing nine",
    "exploded and killed nine"."""
    sentence = scene.notes.parse.sentence_at(account.span.start)
    dead = account.type == "ASSAULT" and account.mode in _DEADLY and account.realis == "actual"
    if sentence is None or not dead:
        return None
    verb = told_by(account, sentence)
    if verb is not None and verb.lemma == "leave":
        # "The raid on the depot left two guards dead".
        who = subject_of(sentence, verb)
        deeds = (d for d in told if who is not None and _is_noun_of(d, sentence, who))
        return next(deeds, None)
    if verb is None or not goes_on(sentence, verb):
        return None
    above = sentence.head(verb)
    for deed in told:
        attack = (deed.type, deed.realis) == ("ASSAULT", "actual") and deed.mode is not None
        attack = attack and deed.mode not in _HARM
        meant = attack and deed.mode not in _UNMEANT and not _is_elsewhere(deed, account)
        if meant and above == told_by(deed, sentence):
            return deed
    return None


def _is_noun_of(deed: EventAccount, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is the word by which an attack or a raid is told of."""
    told = deed.span.start <= noun.start < deed.span.end
    return told and is_harm(deed) and noun.lemma.lower() in deed.trigger.split()


def _is_elsewhere(deed: EventAccount, account: EventAccount) -> bool:
    """Whether two are told with two days or two places: "raided Orl and killed Lee in Velm"."""
    days = {deed.earliest, account.earliest} - {None}
    apart = deed.places and account.places and not {*deed.places} & {*account.places}
    return len(days) > 1 or bool(apart)


def told_by(account: EventAccount, sentence: Sentence) -> Token | None:
    """The verb that tells of what an account is of."""
    words = sentence.within(account.span.start, account.span.end)
    heads = account.trigger.split()
    return next((t for t in words if t.lemma.lower() in heads and t.pos == "VERB"), None)


def _deed_inside(
    account: EventAccount, told: Sequence[EventAccount], scene: Scene
) -> EventAccount | None:
    """The attack that somebody is told to have been killed in: "killed in the attack"."""
    sentence = scene.notes.parse.sentence_at(account.span.start)
    if sentence is None or account.mode != "kill" or account.realis != "actual":
        return None
    for deed in told:
        within = account.span.covers(deed.span) and deed.id != account.id
        plain = deed.type == "ASSAULT" and deed.mode is None and deed.realis == "actual"
        if within and plain and _is_in(sentence, account, deed):
            return deed
    return None


def _is_in(sentence: Sentence, account: EventAccount, deed: EventAccount) -> bool:
    """Whether "in" or "by" leads from the killing to the noun for the deed."""
    for noun in sentence.within(deed.span.start, deed.span.end):
        lead = sentence.head(noun)
        led = noun.dep == "pobj" and lead.text.lower() in ("in", "by", "during")
        if led and noun.lemma.lower() == deed.trigger:
            return sentence.head(lead).lemma.lower() in account.trigger.split()
    return False


def _deed_beside(
    account: EventAccount, told: Sequence[EventAccount], scene: Scene
) -> EventAccount | None:
    """What a clause behind tells that they died of: "four died when gunmen raided the mine"."""
    sentence = scene.notes.parse.sentence_at(account.span.start)
    if sentence is None:
        return None
    words = sentence.within(account.span.start, account.span.end)
    dead = next((t for t in words if is_left(sentence, t)), None)
    if dead is not None:
        above = sentence.head(sentence.head(dead))
        return next((d for d in told if is_harm(d) and above == told_by(d, sentence)), None)
    verbs = (t for t in words if t.lemma == "die")
    for verb in verbs:
        for clause in sentence.children(verb, "advcl"):
            inside = {t.start for t in sentence.subtree(clause)}
            for deed in told:
                if deed.span.start in inside and _is_deed(deed):
                    return deed
    return None


def _is_deed(account: EventAccount) -> bool:
    """Whether somebody may have died of it: it has a day, or whoever did it is told."""
    roles = {p.role for p in account.participants} | {f.role for f in account.fillers}
    told = account.earliest is not None or "actor" in roles
    harmed = account.mode == "accident" and bool(account.quantities)
    return is_harm(account) and (told or harmed)


def is_harm(account: EventAccount) -> bool:
    """An attack, a raid or a misfortune that came about."""
    raid = (account.type, account.mode) == ("COERCE", "raid")
    return (raid or account.type == "ASSAULT") and account.realis == "actual"


def _on_the_day(killing: EventAccount, deed: EventAccount) -> EventAccount:
    """The deed, when and where those were killed that were killed in it."""
    if deed.earliest is not None or killing.earliest is None:
        return deed
    earliest, latest, told = killing.earliest, killing.latest, killing.edtf
    places = deed.places or killing.places
    return replace(deed, earliest=earliest, latest=latest, edtf=told, places=places)


def of_deed(deed: EventAccount, account: EventAccount) -> EventAccount:
    """The account, with the day, the place and those who took part of the deed it goes back to."""
    own = {(p.role, p.entity) for p in account.participants}
    # What was damaged did not die, nor is it told of who was hurt.
    whole = deed.mode not in ("armed", "damage")
    kept = (p for p in deed.participants if (p.role, p.entity) not in own and whole)
    # A town that was bombed is where they died, and none of them.
    more = tuple(p for p in kept if not (p.role == "target" and p.entity in deed.places))
    # What was told by a day was no later: where the deed has none, that stands.
    dated = account.earliest is not None or (deed.earliest is None and deed.latest is None)
    return replace(
        account,
        earliest=account.earliest if dated else deed.earliest,
        latest=account.latest if dated else deed.latest,
        edtf=account.edtf if dated else deed.edtf,
        places=account.places or deed.places,
        participants=(*account.participants, *more),
    )
