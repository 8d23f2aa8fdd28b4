"""The step that finds the events a document tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.events.casting.roles import Scenery, scenery_of, single_sceneries
from sayso.extract.events.extent import span_of
from sayso.extract.events.later.counts import with_counts
from sayso.extract.events.later.dying import deaths
from sayso.extract.events.later.headlines import with_headlines
from sayso.extract.events.later.holders import with_holders, with_shared_days
from sayso.extract.events.later.leads import with_leads
from sayso.extract.events.later.tolls import with_tolls
from sayso.extract.events.later.unharmed import with_unharmed
from sayso.extract.events.memory import Memory
from sayso.extract.events.parts import with_wholes
from sayso.extract.events.realis import realis_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.several.gaps import Gap, before, gaps_of, scenery_in
from sayso.extract.events.several.legs import legs
from sayso.extract.events.several.lists import Leader, items_of, leads, open_role, told_by
from sayso.extract.events.statements import statements
from sayso.extract.events.triggers import Lexicon, Trigger
from sayso.extract.events.when import When
from sayso.extract.grammar import VERBAL, is_infinitive, is_passive
from sayso.packs.pack import Pack, made_once
from sayso.records.accounts import EventAccount
from sayso.records.notes import Notes
from sayso.records.parse import FINITE, Sentence, Token

# Of what is asked, threatened, refused or agreed to, it is not said that it came about.
_UNDONE = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE"})
_BESIDE = frozenset({"nsubj", "nsubjpass", "advcl", "conj", "relcl", "poss", "mark"})
# What "backed by", "stationed in" and the like describe goes on.
_LASTING = frozenset({"SUPPORT", "AID", "COOPERATE", "MOBILIZE"})
# Violence is told of the nameless too: "guerrillas killed a farmer".
_ENDS = frozenset({"PUNCT", "CCONJ"})
# No list has more items than sentences are looked at for it.
_LONGEST = 60
_POINTING = frozenset({"the", "these", "those"})
_WHOM = frozenset({"of", "on", "against"})
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_PRESENT = frozenset({"VBZ", "VBP"})
_lexicon = made_once(Lexicon)


def find_events(notes: Notes, pack: Pack) -> tuple[EventAccount, ...]:
    """The events of a document, one account for each word that tells of one, in text order."""
    scene, lexicon = Scene(notes, pack), _lexicon(pack)
    memory = Memory(lexicon, scene.cast, pack.list("scene_nouns"))
    found: list[EventAccount] = []
    told: set[int] = set()
    for place, sentence in enumerate(notes.parse.sentences):
        triggers = lexicon.triggers(sentence, scene.cast)
        listed = list(_listed(triggers, notes.parse.sentences[place : place + _LONGEST], scene))
        found += listed
        triggers = [] if listed else triggers
        told |= {t.token.start for t in triggers if t.frame.type == "CONSULT"}
        for trigger, account in _in_sentence(triggers, scene):
            told.add(trigger.token.start)
            if trigger.verb is not None or not memory.holds(account):
                found.append(memory.settled(account, trigger))
                memory.add(found[-1], trigger)
    found += [memory.settled(account, trigger) for trigger, account in statements(scene, told)]
    found += deaths(found, scene)
    found.sort(key=lambda account: (account.span.start, account.span.end, account.id))
    told_of = with_unharmed([*with_tolls(with_leads(found, scene), scene)], scene)
    found = sorted(told_of, key=lambda one: (one.span.start, one.span.end, one.id))
    known = tuple(with_headlines(found, notes))
    known = tuple(with_holders(known, notes, scene.cast))
    known = tuple(with_shared_days(known, notes))
    return tuple(with_wholes(with_counts(known, notes), notes, pack))


def _in_sentence(triggers: list[Trigger], scene: Scene) -> Iterator[tuple[Trigger, EventAccount]]:
    for trigger in _happening([_meant(one, triggers) for one in triggers], scene.pack):
        blamed = bool(scene.casting.blame.doers(trigger))
        realis = realis_of(trigger, scene.pack, blamed=blamed)
        dating = scene.clock.tells(trigger.token, trigger.sentence)
        if realis is None or dating:
            continue
        scenery = scenery_of(trigger, scene.casting)
        when = scene.when(trigger, actual=realis in ("actual", "attempted", "negated"))
        if realis == "actual" and _is_ahead(when, scene.notes.document.published):
            realis = "planned"
        if realis == "hypothetical" and not _is_thought_of(trigger, scenery, when):
            continue
        if _is_told(trigger, scenery, when, scene):
            yield from ((trigger, one) for one in _single(trigger, scenery, realis, when, scene))


def _is_thought_of(trigger: Trigger, scenery: Scenery, when: When) -> bool:
    """Whether what is only thought of is worth an event: somebody must be named.

    A noun alone, "speculation about his fall", needs a day or both sides.
    """
    named = {member.entity.id for _, member in scenery.members if member.named}
    return bool(named) and (trigger.verb is not None or when.known or len(named) > 1)


def _is_ahead(when: When, published: str | None) -> bool:
    """Whether something lies behind the day of its report: "called a strike for 21 March"."""
    whole_day = published is not None and len(published) == len("2021-03-01")
    return bool(whole_day and published and when.earliest and when.earliest > published)


def _listed(
    triggers: Iterable[Trigger], sentences: Sequence[Sentence], scene: Scene
) -> Iterator[EventAccount]:
    """What the last trigger of a sentence that ends in a colon tells of the items behind it."""
    trigger = next((t for t in reversed(list(triggers)) if leads(t)), None)
    role = open_role(trigger) if trigger is not None else None
    if trigger is None or role is None:
        return
    realis = realis_of(trigger, scene.pack)
    if realis in ("actual", "planned"):
        scenery = scenery_of(trigger, scene.casting)
        when = scene.when(trigger, actual=realis == "actual")
        leader = Leader(trigger, scenery, realis, when, role)
        yield from told_by(leader, items_of(trigger, sentences, scene), scene)


def _meant(trigger: Trigger, triggers: Iterable[Trigger]) -> Trigger:
    """A trigger, as a threat where somebody says to be ready for something hostile."""
    if trigger.token.lemma != "be" or trigger.frame.type != "AGREE":
        return trigger
    sentence = trigger.sentence
    for other in triggers:
        verb = other.verb
        above = {t.i for t in sentence.ancestors(verb)} if verb is not None else set()
        infinitive = verb is not None and is_infinitive(sentence, verb)
        if other.frame.type in _HOSTILE and infinitive and trigger.token.i in above:
            return replace(trigger, frame=replace(trigger.frame, type="THREATEN", mode=None))
    return trigger


def _single(
    trigger: Trigger, scenery: Scenery, realis: str, when: When, scene: Scene
) -> Iterator[EventAccount]:
    """The account of each of the events that a trigger tells of, mostly one."""
    stops = legs(trigger, scene.cast, scene.clock) if "place" in trigger.frame.each else ()
    for stop in stops:
        words = scene.notes.document.span(stop.start, stop.end)
        there = replace(scenery, places=stop.places)
        yield scene.account(trigger, there, realis, stop.when, words)
    gaps = gaps_of(trigger) if not stops else ()
    if gaps:
        yield from _with_gaps(gaps, trigger, scenery, (realis, when), scene)
    elif not stops:
        for one in single_sceneries(trigger, scenery, scene.cast):
            yield scene.account(trigger, one, realis, when)


def _with_gaps(
    gaps: Sequence[Gap], trigger: Trigger, scenery: Scenery, told: tuple[str, When], scene: Scene
) -> Iterator[EventAccount]:
    """The accounts of a clause and of those behind it that leave its verb out."""
    first, document, (realis, when) = before(scenery, gaps[0]), scene.notes.document, told
    whole = span_of(document, trigger)
    last = [t for t in trigger.sentence.within(whole.start, gaps[0].start) if t.pos not in _ENDS]
    yield scene.account(trigger, first, realis, when, document.span(whole.start, last[-1].end))
    for gap in gaps:
        own = scenery_in(gap, trigger, first, scene)
        if own is not None:
            yield scene.account(trigger, own, realis, when, document.span(gap.start, gap.end))


def _happening(triggers: list[Trigger], pack: Pack) -> Iterator[Trigger]:
    """The triggers without those that only tell what was asked, threatened, refused or agreed."""
    undone = {t.token.i: t for t in triggers if t.frame.speech and t.frame.type in _UNDONE}
    blamed = {t.token.i: t for t in triggers if t.frame.type == "ACCUSE"}
    for trigger in triggers:
        heads = {**undone, **blamed} if trigger.token.pos in VERBAL else undone
        above = {token.i for token in trigger.sentence.ancestors(trigger.token)}
        if not above & heads.keys() or _apart(trigger, heads) or _presupposed(trigger, pack):
            yield trigger


def _presupposed(trigger: Trigger, pack: Pack) -> bool:
    """Whether it is only denied to have had a part in it: "denied responsibility for the raid"."""
    preposition = trigger.sentence.head(trigger.token)
    part = trigger.sentence.head(preposition)
    led = trigger.token.dep == "pobj" and preposition.text.lower() in ("for", "in", "of")
    return led and part.lemma.lower() in pack.list("involvement_nouns")


def _apart(trigger: Trigger, heads: Mapping[int, Trigger]) -> bool:
    """Whether a trigger below one of these words is beside it, not in what it speaks of.

    What somebody denies to have happened is an event that is told of, and denied.
    """
    sentence, token, dep, clausal = trigger.sentence, trigger.token, "", False
    while token == trigger.token or token.i not in heads:
        dep = token.dep
        # "Rejected claims that ..." denies what the claims tell of.
        infinitive = any(child.tag == "TO" for child in sentence.children(token, "aux"))
        clausal = clausal or (dep in ("acl", "ccomp") and not infinitive)
        if dep in _BESIDE and not _shares(sentence, token, heads):
            return True
        token = sentence.head(token)
    if heads[token.i].frame.type == "ACCUSE":
        return _is_alleged(trigger, token)
    return heads[token.i].frame.type == "REJECT" and clausal and dep in ("ccomp", "dobj")


def _is_alleged(trigger: Trigger, word: Token) -> bool:
    """Whether it is told by hearsay to have been: "is alleged to have visited Orl"."""
    sentence, verb = trigger.sentence, trigger.token
    perfect = any(t.text.lower() == "have" for t in sentence.children(verb, "aux"))
    below = verb.dep == "xcomp" and verb.head == word.i
    return below and perfect and is_infinitive(sentence, verb) and is_passive(sentence, word)


def _shares(sentence: Sentence, token: Token, heads: Mapping[int, Trigger]) -> bool:
    """Whether a verb is only joined to another below one of these words: "of killing and burning".

    One in a tense of its own is joined to the word itself, whatever the parser says.
    """
    above = sentence.head(token)
    finite = token.tag in FINITE or any(t.tag in FINITE for t in sentence.children(token, "aux"))
    return token.dep == "conj" and above.i not in heads and not finite


def _is_told(trigger: Trigger, scenery: Scenery, when: When, scene: Scene) -> bool:
    """Whether a trigger tells of something that happened, not of what happens in general."""
    needs = trigger.frame.needs
    # "Police made five arrests": of five people, whoever they were.
    made = trigger.carrier is not None and trigger.sentence.children(trigger.token, "nummod")
    if needs and not made and not any(scenery.has(role) for role in needs):
        return False
    # Who "paid a number of visits" is told of to have paid several: none of them is told here.
    if trigger.frame.type == "CONSULT" and (trigger.counted or _is_series(trigger)):
        return False
    if _is_of_several(trigger) or _is_helped_by_things(trigger, scenery):
        return False
    kind = scene.notes.document.blocks[trigger.sentence.block].kind
    clipped = kind in ("heading", "caption")
    if trigger.verb is None:
        return _is_noun_told(trigger, scenery, when, clipped=clipped)
    dated = scene.clock.dates(trigger)
    if _is_general(trigger) and not dated and not clipped:
        return False
    if scenery.named or scenery.members:
        return True
    placed = scenery.places or dated or when.known or trigger.frame.type in _VIOLENT
    if trigger.carrier is not None:
        return bool(scenery.places or any(f.entity or f.kind for f in scenery.fillers))
    # "What he fought for": of whom and where is not told, nor what with, nor when.
    worded = scenery.fillers or scenery.places or dated or when.known or _is_counted(trigger)
    return bool(scenery.filled and placed and worded)


def _is_of_several(trigger: Trigger) -> bool:
    """Whether it was done on each of several occasions: "six visits, during which he met them"."""
    sentence, verb = trigger.sentence, trigger.verb
    if verb is None or verb.dep != "relcl":
        return False
    led = (t for lead in sentence.children(verb, "prep") for t in sentence.children(lead, "pobj"))
    during = any(t.tag == "WDT" and sentence.head(t).text.lower() == "during" for t in led)
    return during and sentence.head(verb).tag == "NNS"


def _is_helped_by_things(trigger: Trigger, scenery: Scenery) -> bool:
    """Whether what supports somebody is nobody: "who was supported by the developments"."""
    supports = trigger.frame.type == "SUPPORT" and not scenery.has("partner")
    doers = [member for role, member in scenery.members if role == "actor"]
    people = any(f.role == "actor" and f.kind == "people" for f in scenery.fillers)
    passive = any(t.dep == "agent" for t in trigger.sentence.children(trigger.token))
    return supports and passive and not doers and not people


def _is_counted(trigger: Trigger) -> bool:
    """Whether a number alone says to whom it happened: "injured eleven", "41 were held"."""
    around = trigger.sentence.children(trigger.token, "dobj", "nsubjpass")
    return trigger.frame.type in _VIOLENT and any(token.pos == "NUM" for token in around)


def _is_series(trigger: Trigger) -> bool:
    """Whether journeys are only counted: "paid several visits", "came to Orl five times"."""
    around = trigger.sentence.children(trigger.verb or trigger.token, "npadvmod", "dobj", "obl")
    if trigger.frame.mode == "visit" and any(t.text.lower() == "times" for t in around):
        return True
    plural = [w for w in trigger.words if w.tag == "NNS" and w.pos == "NOUN"]
    numbered = any(trigger.sentence.children(word, "nummod") for word in plural)
    return trigger.frame.mode == "visit" and bool(plural) and not numbered


def _is_noun_told(trigger: Trigger, scenery: Scenery, when: When, *, clipped: bool) -> bool:
    """The same of a noun alone. Headlines leave articles out: there each is particular."""
    definite = clipped or _is_definite(trigger)
    if trigger.frame.type in _VIOLENT and scenery.fillers and definite:
        return True
    named = scenery.named or bool(scenery.places)
    return named and (when.known or (scenery.named and definite))


def _is_definite(trigger: Trigger) -> bool:
    """Whether a noun tells of something particular: the visit, Lee's visit, two visits."""
    if trigger.sentence.children(trigger.token, "nummod"):
        return True
    articles = trigger.sentence.children(trigger.token, "det", "poss")
    if trigger.token.tag not in ("NNS", "NNPS"):
        return bool(articles)
    # "The murders of the priests" are those told of, "attacks on priests" may be any.
    led = trigger.sentence.children(trigger.token, "prep")
    pointed = any(t.text.lower() in _POINTING for t in articles)
    whom = any(t.text.lower() in _WHOM for t in led)
    return trigger.frame.type in _VIOLENT and pointed and whom


def _is_general(trigger: Trigger) -> bool:
    """Whether a verb tells of a habit or a state, not of a deed: "supports", "backed by"."""
    verb = trigger.verb
    assert verb is not None
    # "Is ready to", "are willing to": no habit, but word that is given now.
    if verb.lemma == "be" and trigger.frame.speech:
        return False
    # "She succeeds Ann Lee": who takes an office is told in the present.
    if trigger.frame.type == "APPOINT" and verb.dep != "acl":
        return False
    # "The government accuses the rebels": word given once, which stands.
    if trigger.frame.type == "ACCUSE" and verb.dep in ("ROOT", "conj") and verb.tag in _PRESENT:
        return False
    described = verb.dep == "acl" and (verb.tag == "VBG" or is_passive(trigger.sentence, verb))
    if described and trigger.frame.type in _LASTING:
        return True
    auxiliaries = trigger.sentence.children(verb, "aux", "auxpass")
    first = auxiliaries[0] if auxiliaries else verb
    perfect = any(t.lemma == "have" for t in auxiliaries)
    return first.tag in _PRESENT and not perfect and verb.tag != "VBG"
