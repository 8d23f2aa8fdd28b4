"""How many died, told apart from the deed: "the ministry put the number of dead at 61".

Reports tell the deed once and come back to its victims: on another's word, with another number,
by a verb that tells of no deed ("four of its employees had died") or by none ("twelve dead men").
Such words tell of the deed told before: they share its day and its place and who took part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.extract.events.casting.fillers import phrase_of
from sayso.extract.events.casting.roles import Scenery
from sayso.extract.events.realis import realis_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import clause_of, is_passive, subject_of
from sayso.packs.frames import Frame
from sayso.records.accounts import EventAccount, Filler
from sayso.records.marks import Quantity
from sayso.records.parse import Sentence, Token

_TOLL = Frame("ASSAULT", "kill")
# What is told of harm alone: whoever is told of by it is told of with a deed.
_HARM = frozenset({"kill", "armed", "accident"})
_UNMEANT = frozenset({"accident", "damage"})
_DEAD = frozenset({"dead"})
_VICTIMS = frozenset({"dead", "death", "fatality", "victim", "casualty"})
_COUNTS = frozenset({"number", "count", "tally", "total"})
# So many sentences back in its paragraph a deed is gone back to; else to the report's first.
_BACK = 4


def with_tolls(found: Sequence[EventAccount], scene: Scene) -> Iterator[EventAccount]:
    """The accounts, those of the victims alone with what is told of the deed before, and those of
    numbers of dead that no other word tells of."""
    told = sorted(found, key=lambda one: (one.span.start, one.span.end))
    for account in told:
        deed = _deed_before(account.span.start, told, scene) if _is_bare(account, scene) else None
        yield _of(deed, account) if deed is not None else account
    for account in _fresh(scene, told):
        deed = _deed_before(account.span.start, told, scene)
        if deed is not None:
            mode = "accident" if deed.mode in _UNMEANT else "kill"
            yield _of(deed, replace(account, mode=mode))


def _fresh(scene: Scene, told: Sequence[EventAccount]) -> Iterator[EventAccount]:
    known = [one.span for one in told if one.type == "ASSAULT"]
    for sentence in scene.notes.parse.sentences:
        for token in sentence:
            victims = _dying(sentence, token)
            trigger = Trigger(_TOLL, sentence, token, None, (token,))
            quantities = scene.notes.quantities if victims is None else ()
            count = _toll(sentence, token, quantities)
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
    document, sentence = scene.notes.document, trigger.sentence
    fillers: tuple[Filler, ...] = ()
    if victims is not None:
        span = phrase_of(document, sentence, victims, counted=True)
        fillers = (Filler("target", span, None, "people"),)
    scenery = Scenery((), (), frozenset({"target"}), fillers)
    clause = clause_of(sentence, trigger.token)
    whole = trigger if victims is not None else replace(trigger, token=clause)
    account = scene.account(whole, scenery, "actual", scene.when(whole))
    if count is None:
        return account
    return replace(account, quantities=(replace(count, unit="people"),))


def _dying(sentence: Sentence, token: Token) -> Token | None:
    """Who is told to have died, where they are counted: "four of them had died", "12 dead men"."""
    if token.lemma.lower() in ("die", "perish") and token.dep not in ("amod", "compound"):
        who = subject_of(sentence, token)
        alone = not sentence.children(token, "prep", "dobj", "npadvmod", "advcl")
        return who if who is not None and alone and _counted(sentence, who) else None
    noun = sentence.head(token)
    dead = token.text.lower() in _DEAD and token.dep == "amod" and noun.pos == "NOUN"
    return noun if dead and _counted(sentence, noun) else None


def _counted(sentence: Sentence, who: Token) -> bool:
    return who.pos == "NUM" or bool(sentence.children(who, "nummod"))


def _toll(sentence: Sentence, noun: Token, quantities: Iterable[Quantity]) -> Quantity | None:
    """The number given for the dead: "put the number of dead at 61", "the death toll is 61"."""
    if not _is_toll(sentence, noun):
        return None
    clause = clause_of(sentence, noun)
    inside = {t.start for t in sentence.subtree(clause)}
    behind = (q for q in quantities if noun.end <= q.span.start < sentence.end)
    first = next(iter(behind), None)
    bare = first is not None and (first.unit is None or first.unit in _VICTIMS)
    return first if first is not None and bare and inside & set(_starts(sentence, first)) else None


def _starts(sentence: Sentence, quantity: Quantity) -> list[int]:
    return [t.start for t in sentence.within(quantity.span.start, quantity.span.end)]


def _is_toll(sentence: Sentence, noun: Token) -> bool:
    lemma = noun.lemma.lower()
    if lemma == "toll":
        return any(t.text.lower() == "death" for t in sentence.children(noun, "compound"))
    if lemma not in _COUNTS:
        return False
    below = (t for of in sentence.children(noun, "prep") if of.text == "of"
             for t in sentence.children(of, "pobj"))  # fmt: skip
    return any(t.lemma.lower() in _VICTIMS for t in below)


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
        and not sentence.children(verb, "prep", "agent", "advmod")
    )


def _is_crowd(entity: str, scene: Scene) -> bool:
    return scene.entities[entity].type == "Group"


def _deed_before(start: int, told: Sequence[EventAccount], scene: Scene) -> EventAccount | None:
    """The deed that victims told of here are those of: the last of the paragraph, or the first
    that the report tells of."""
    deeds = [one for one in told if one.span.end <= start and _is_deed(one)]
    sentences = scene.notes.parse.sentences
    here = scene.notes.parse.sentence_at(start)
    if here is None or not deeds:
        return None
    place = sentences.index(here)
    near = {s.start for s in sentences[max(0, place - _BACK) : place + 1] if s.block == here.block}
    last = scene.notes.parse.sentence_at(deeds[-1].span.start)
    if last is not None and last.start in near:
        return deeds[-1]
    return next((one for one in deeds if one.earliest is not None), None)


def _is_deed(account: EventAccount) -> bool:
    """Whether somebody may have died of it: it has a day, or whoever did it is told."""
    does = any(p.role == "actor" for p in account.participants)
    told = account.earliest is not None or does
    harm = account.type == "ASSAULT" and account.realis == "actual"
    return harm and (told or (account.mode == "accident" and bool(account.quantities)))


def _of(deed: EventAccount, account: EventAccount) -> EventAccount:
    """The account, with the day, the place and those who took part of the deed it goes back to."""
    own = {(p.role, p.entity) for p in account.participants}
    # What was damaged did not die.
    whole = deed.mode != "damage"
    more = tuple(p for p in deed.participants if (p.role, p.entity) not in own and whole)
    dated = account.earliest is not None
    return replace(
        account,
        earliest=account.earliest if dated else deed.earliest,
        latest=account.latest if dated else deed.latest,
        edtf=account.edtf if dated else deed.edtf,
        places=account.places or deed.places,
        participants=(*account.participants, *more),
    )
