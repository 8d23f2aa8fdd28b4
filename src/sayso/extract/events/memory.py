"""What a document has told so far, so that coming back to an event is not told as another."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sayso.extract.cast import Cast
from sayso.extract.events.triggers import Lexicon, Trigger
from sayso.extract.grammar import SUBJECTS, VERBAL, is_infinitive, preposition_slots
from sayso.records.accounts import EventAccount
from sayso.records.parse import Sentence, Token

# "Were killed in the strikes": the day, and the place, are those of the strikes told of before.
_DURING = frozenset({"in", "during", "by", "at", "on"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
# Who has come somewhere, or is at something with others, does there what is told next.
_PRESENT = frozenset({"CONSULT", "MOBILIZE"})
# "Met Lee in Orl, and links the meeting to": what is said now was not said there.
_PRESENT_TENSE = frozenset({"VBZ", "VBP"})
_BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "CONSULT"})
# So many visits back "he arrived on Monday" is looked for to where.
_JOURNEYS = 4


class Memory:
    """The accounts of a document by kind and by who took part, or where it was."""

    def __init__(self, lexicon: Lexicon, cast: Cast, scenes: AbstractSet[str]) -> None:
        self._told: dict[tuple[str, ...], list[frozenset[str]]] = defaultdict(list)
        self._by_word: dict[tuple[int, str], list[EventAccount]] = defaultdict(list)
        self._placed: dict[int, list[EventAccount]] = defaultdict(list)
        self._here: dict[tuple[int, int], EventAccount] = {}
        self._dated: dict[tuple[int, int], EventAccount] = {}
        self._opened: dict[int, tuple[tuple[str, ...], set[str]]] = {}
        self._visits: deque[EventAccount] = deque(maxlen=_JOURNEYS)
        self._cast, self._scenes = cast, scenes
        self._nouns = {
            noun: {(e.frame.type, e.frame.mode) for e in entries}
            for noun, entries in lexicon.nouns.items()
        }

    def settled(self, account: EventAccount, trigger: Trigger) -> EventAccount:
        """The account, with the day and place of another of its block that it is told to be in."""
        whole = self._whole(trigger)
        if not account.places:
            account = replace(account, places=self._place(trigger, account, whole))
        if whole is None or whole.earliest is None:
            whole = self._outcome_of(trigger, account)
        if whole is None:
            return account
        if account.earliest is not None or account.realis != "actual":
            return account
        return replace(account, earliest=whole.earliest, latest=whole.latest, edtf=whole.edtf)

    def _place(
        self, trigger: Trigger, account: EventAccount, whole: EventAccount | None
    ) -> tuple[str, ...]:
        """Where an account that says nothing of it was, by those told before."""
        if _points_there(trigger) or _is_scene(trigger, self._scenes):
            before = self._last(self._placed[trigger.sentence.block], trigger)
            if before is not None:
                return before.places
            named = self._cast.place_before(trigger.sentence, trigger.token)
            return tuple(place.id for place in named)
        if whole is not None and whole.places:
            return whole.places
        journey = self._journey(trigger, account)
        if journey is not None:
            return journey.places
        first = self._first(trigger)
        shares = first is not None and (
            first.type in _PRESENT or {first.type, account.type} <= _BODILY
        )
        if first is not None and shares:
            return first.places
        return self._framed(trigger, account)

    def _journey(self, trigger: Trigger, account: EventAccount) -> EventAccount | None:
        """The visit told of last where a visit leaves out to where: "he arrived on Monday"."""
        who = {(p.role, p.entity) for p in account.participants}
        told = "place" in dict(trigger.frame.roles).values()
        if account.mode != "visit" or account.realis != "actual" or told or not who:
            return None
        before = [v for v in self._visits if who & {(p.role, p.entity) for p in v.participants}]
        return before[-1] if before else None

    def _framed(self, trigger: Trigger, account: EventAccount) -> tuple[str, ...]:
        """The place with which a sentence before opens: "In Orl, she met Lee. Lee gave her a map".

        It holds for what those told of there do next, until another place is named.
        """
        sentence = trigger.sentence
        places, people = self._opened.get(sentence.block, ((), set()))
        who = {p.entity for p in account.participants}
        if account.type not in _BODILY or account.realis != "actual" or not people & who:
            return ()
        named = self._cast.place_before(sentence, sentence.tokens[-1])
        if {place.id for place in named} != set(places):
            return ()
        people |= who
        return places

    def _outcome_of(self, trigger: Trigger, account: EventAccount) -> EventAccount | None:
        """What a clause is the outcome of: "shelled the port, killing two" is of one day.

        What is of the same kind ("ambushed them, destroying a lorry") would be taken for one.
        """
        verb = trigger.verb
        while verb is not None and verb.tag == "VBG" and verb.dep == "conj":
            verb = trigger.sentence.head(verb)
        if verb is None or verb.tag != "VBG" or verb.dep != "advcl" or verb.i < verb.head:
            return None
        led = trigger.sentence.children(verb, "mark", "prep", *SUBJECTS)
        led = tuple(t for t in led if t.i < verb.i)
        first = None if led else self._dated.get((trigger.sentence.start, verb.head))
        return None if first is None or _kind(first) == _kind(account) else first

    def _whole(self, trigger: Trigger) -> EventAccount | None:
        """The event that a trigger is told to have been in: "during the visit", "the raid killed".

        It may be told of by another word of its kind: "travelled to Orl ... during the trip".
        """
        for head in _wholes(trigger):
            noun = head.lemma.lower()
            block = trigger.sentence.block
            same = self._last(self._by_word[block, noun], trigger)
            if same is not None:
                return same
            kinds = self._nouns.get(noun, set())
            alike = [one for one in self._placed[block] if (one.type, one.mode) in kinds]
            alike = alike or [one for one in self._placed[block]
                              if any(kind == (one.type, None) for kind in kinds)]  # fmt: skip
            found = self._last(alike, trigger)
            if found is not None:
                return found
        return None

    def _first(self, trigger: Trigger) -> EventAccount | None:
        """What is told of the clause that a trigger's clause goes on from, by the same doer."""
        sentence, verb = trigger.sentence, trigger.verb
        while verb is not None and not sentence.children(verb, *SUBJECTS):
            joined = (verb.dep == "conj" and verb.tag not in _PRESENT_TENSE) or (
                verb.dep in ("advcl", "xcomp")
                and verb.i > verb.head
                and (verb.tag == "VBG" or is_infinitive(sentence, verb))
            )
            verb = sentence.head(verb) if joined else None
            if verb is not None and (sentence.start, verb.i) in self._here:
                return self._here[sentence.start, verb.i]
        return None

    def _last(self, accounts: list[EventAccount], trigger: Trigger) -> EventAccount | None:
        before = [one for one in accounts if one.span.start < trigger.token.start]
        return before[-1] if before else None

    def add(self, account: EventAccount, trigger: Trigger) -> None:
        """Keep an account in mind."""
        sentence = trigger.sentence
        for word in account.trigger.split():
            self._by_word[sentence.block, word].append(account)
        key = sentence.start, (trigger.verb or trigger.token).i
        if account.earliest is not None:
            self._dated.setdefault(key, account)
        opening = _opening(sentence, self._cast) if account.realis == "actual" else ()
        if opening:
            before, people = self._opened.get(sentence.block, ((), set()))
            people = people if before == opening else set()
            people |= {p.entity for p in account.participants}
            self._opened[sentence.block] = opening, people
        if account.places and account.mode == "visit" and account.realis == "actual":
            self._visits.append(account)
        if account.places:
            self._placed[sentence.block].append(account)
            # "Visited Orl and Duna and met": two visits, and the meeting was in either.
            before = self._here[key].places if key in self._here else ()
            places = tuple(dict.fromkeys((*before, *account.places)))
            self._here[key] = replace(account, places=places)
        marks = _marks(account)
        for mark in marks:
            self._told[*_kind(account), mark].append(marks)

    def holds(self, account: EventAccount) -> bool:
        """Whether an undated noun ("his visit") only comes back to what was told with more before.

        A killing is told each time, for it befalls somebody once and so cannot be mistaken.
        """
        marks = _marks(account)
        if account.earliest is not None or account.mode == "kill" or not marks:
            return False
        return any(marks <= other for other in self._told[*_kind(account), min(marks)])


def _opening(sentence: Sentence, cast: Cast) -> tuple[str, ...]:
    """The one place that a sentence opens with, a comma behind it: "In Orl, she met Lee"."""
    lead = sentence.tokens[0]
    comma = next((t.i for t in sentence.tokens if t.text == ","), 0)
    nouns = sentence.children(lead, "pobj") if lead.text in ("In", "At") else ()
    if not nouns or any(t.i > comma for t in sentence.subtree(nouns[0])):
        return ()
    places = tuple(dict.fromkeys(p.id for p in cast.places_at(sentence, nouns[0])))
    return places if len(places) == 1 else ()


def _wholes(trigger: Trigger) -> Iterator[Token]:
    """The nouns that go back to an event inside which a trigger's is told to be."""
    sentence, word = trigger.sentence, trigger.verb or trigger.token
    for slot, head in preposition_slots(sentence, word):
        if slot in _DURING and _points_back(sentence, head):
            yield head
    if trigger.deed is not None and _points_back(sentence, trigger.deed.token):
        yield trigger.deed.token
    subjects = sentence.children(word, "nsubj") if word.pos in VERBAL else ()
    for head in subjects:
        if _points_back(sentence, head):
            yield head


def _points_back(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun goes back to something: "the raid", "her visit", not "the raid on Orl"."""
    dets = sentence.children(noun, "det", "poss")
    pointed = any(t.text.lower() in _POINTING or t.tag == "PRP$" for t in dets)
    return pointed and not any(True for _ in preposition_slots(sentence, noun))


def _points_there(trigger: Trigger) -> bool:
    """Whether "there" says where: "there she met Lee", but not "there was a meeting"."""
    verb = trigger.verb
    near = trigger.sentence.children(verb, "advmod") if verb is not None else ()
    return any(t.text.lower() == "there" for t in near)


def _is_scene(trigger: Trigger, scenes: AbstractSet[str]) -> bool:
    """Whether a thing is done at "the site" or "the scene" of what was told before."""
    sentence, word = trigger.sentence, trigger.verb or trigger.token
    at = [head for slot, head in preposition_slots(sentence, word) if slot in ("at", "to", "from")]
    for head in (*sentence.children(word, "dobj"), *at):
        if head.lemma.lower() in scenes and _points_back(sentence, head):
            return True
    return False


def _kind(account: EventAccount) -> tuple[str, str, str]:
    return account.type, account.mode or "", account.realis


def _marks(account: EventAccount) -> frozenset[str]:
    who = {f"{p.role} {p.entity}" for p in account.participants}
    return frozenset(who | set(account.places))
