"""The words of a sentence that tell of events, by the frames of the packs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.extract.cast import Cast
from sayso.extract.grammar import VERBAL, conjuncts, is_passive, objects_of, subject_of
from sayso.extract.phrases import only_calls, raised_to, words_before, words_below
from sayso.extract.relatives import antecedent
from sayso.packs.frames import Frame
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

# A verb in these places describes a noun and tells of no event by itself.
_DESCRIBING = frozenset({"amod", "compound", "aux", "auxpass", "nmod"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
# What somebody can take part in, as one of several.
_JOINED = frozenset({"CONSULT", "PROTEST", "COOPERATE", "MOBILIZE"})
# What is given to somebody: who has one got it.
_GIVEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# Done to people, bodies, things and places alone.
_BODILY = frozenset({"ASSAULT", "CONSULT"})
_SUFFERING = frozenset({"target", "place", "partner"})
_OF_THINGS = ("of", "about", "against")
Match = Callable[[Sentence, Token, tuple[str, ...]], tuple[Token, ...] | None]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event.

    ``carrier`` is the verb that carries a noun ("paid" in "paid a visit"), ``words`` are all
    words that made the match. ``deed`` is the noun for the same event that is a verb's subject
    ("the attack on the mill killed two"); ``counted`` tells that it is one of "a number of".
    """

    frame: Frame
    sentence: Sentence
    token: Token
    carrier: Token | None = None
    words: tuple[Token, ...] = ()
    deed: Trigger | None = None
    counted: bool = False

    @property
    def verb(self) -> Token | None:
        """The verb that puts the event in time: the trigger itself, or what carries it."""
        return self.token if self.token.pos in VERBAL else self.carrier

    @property
    def name(self) -> str:
        """The lemma that told of the event."""
        return " ".join(word.lemma.lower() for word in self.words)


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to say a frame: the words beside the main one, and how late the frame came."""

    frame: Frame
    others: tuple[str, ...]
    order: int


class Lexicon:
    """The frames of a pack by the lemma of their main word."""

    def __init__(self, pack: Pack) -> None:
        self.verbs: dict[str, list[Entry]] = {}
        self.nouns: dict[str, list[Entry]] = {}
        for order, frame in enumerate(pack.frames.values()):
            for words in map(str.split, frame.verbs):
                self.verbs.setdefault(words[0], []).append(Entry(frame, tuple(words[1:]), order))
            for words in map(str.split, frame.nouns):
                self.nouns.setdefault(words[-1], []).append(Entry(frame, tuple(words[:-1]), order))
        self._reprisals = pack.list("reprisals")
        self._counting = pack.list("counting_nouns")
        self._ideas = pack.list("ideas")
        self._works = pack.list("work_nouns")
        carriers = [tuple(words.split()) for words in pack.list("light_verbs")]
        happenings = [tuple(words.split()) for words in pack.list("happenings")]
        self.happenings = _by_first(happenings)
        self.carriers = _by_first(carriers)

    def triggers(self, sentence: Sentence, cast: Cast) -> list[Trigger]:
        """The triggers of a sentence in text order, one for each word at most.

        ``cast`` tells whom an object names, for the frames that want somebody of a kind.
        """
        found: list[Trigger] = []
        for token in sentence:
            if token.pos in VERBAL and token.dep not in _DESCRIBING:
                found += self._verb(sentence, token, cast)
            elif token.pos in ("NOUN", "PROPN"):
                found += self._noun(sentence, token, cast)
        return _without_carriers(found)

    def _verb(self, sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Trigger]:
        # "Lee, wanted for murder": a participle that describes, not a wish that is told.
        told = sentence.children(verb, "nsubj") or verb.dep in ("conj", "xcomp")
        if verb.lemma == "want" and not told:
            return
        entries = self.verbs.get(verb.lemma.lower(), ())
        for trigger in _best(entries, sentence, verb, words_below, cast):
            if _carries(trigger) or self._is_figure(trigger):
                continue
            if trigger.frame.type != "THREATEN" or not self._foretells(sentence, verb, cast):
                yield trigger

    def _is_figure(self, trigger: Trigger) -> bool:
        """Whether violence or a visit is a way of speaking, for what it is done to, or done by,
        is only thought, said or written: "attacked the theory", "the play bombed"."""
        roles, sentence, verb = dict(trigger.frame.roles), trigger.sentence, trigger.token
        if trigger.frame.type not in _BODILY:
            return False
        doer = subject_of(sentence, verb)
        suffers = list(objects_of(sentence, verb))
        if doer is not None and is_passive(sentence, verb):
            suffers, doer = [*suffers, doer], None
        told = suffers if roles.get("object") != "nothing" else []
        # "Beat up prisoners with the knowledge of officers": it is the prisoners who suffer.
        for lead in sentence.children(verb, "prep") if not told else ():
            if lead in trigger.words or roles.get(lead.text.lower()) in _SUFFERING:
                told = [*told, *sentence.children(lead, "pobj")]
        named = [t for t in told if t not in trigger.words and t.pos == "NOUN"]
        if any(token.lemma.lower() in self._ideas for token in named):
            return True
        does = doer is not None and doer.pos == "NOUN" and trigger.frame.type == "ASSAULT"
        return does and doer is not None and doer.lemma.lower() in self._ideas | self._works

    def _foretells(self, sentence: Sentence, verb: Token, cast: Cast) -> bool:
        """ "Warned that the spillway was too narrow": who warns of a thing threatens nobody."""
        for lead in sentence.children(verb, "prep"):
            # "Warned the board about cracks", but "warned of reprisals".
            for thing in sentence.children(lead, "pobj") if lead.text in _OF_THINGS else ():
                known = thing.lemma.lower() in self.nouns or thing.lemma.lower() in self._reprisals
                if thing.pos == "NOUN" and not known:
                    return not cast.named_by(sentence, thing)
        for clause in sentence.children(verb, "ccomp"):
            about = subject_of(sentence, clause) if clause.i > verb.i else None
            if about is None or about.pos != "NOUN" or about.lemma.lower() in self.nouns:
                continue
            return not cast.named_by(sentence, about)
        return False

    def _noun(self, sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Trigger]:
        entries = self.nouns.get(noun.lemma.lower())
        carrier = self._carrier(sentence, noun) if entries else None
        if not entries or (noun.dep in ("compound", "nmod") and carrier is None):
            return
        joined = carrier is not None and noun.dep == "pobj" and carrier.i < noun.i
        for trigger in _best(entries, sentence, noun, words_before, cast):
            # "Residents had their own warnings": who has a threat does not make it.
            if carrier is not None and carrier.lemma == "have" and trigger.frame.type in _GIVEN:
                continue
            counted = self._counted(sentence, noun) != noun
            borne = (
                None if joined and trigger.frame.type not in _JOINED and not counted else carrier
            )
            yield Trigger(trigger.frame, sentence, noun, borne, trigger.words, counted=counted)

    def _carrier(self, sentence: Sentence, noun: Token) -> Token | None:
        """The verb that says of a noun's event that it was done or took place."""
        noun = self._counted(sentence, noun)
        above = sentence.head(noun)
        joined = self._carrier_with(sentence, above) if noun.dep == "pobj" else None
        if joined is not None:
            return joined
        if noun.dep == "compound":
            return self._carrier_of_reduced(sentence, above)
        if noun.dep in ("dobj", "nsubjpass") and _starts(sentence, above, self.carriers):
            return above
        for verb in raised_to(sentence, above) if noun.dep in ("nsubj", "nsubjpass") else ():
            if _starts(sentence, verb, self.happenings):
                return verb
        for clause in (*sentence.children(noun, "relcl", "acl"), *_strayed(sentence, noun)):
            # "The visit he paid", "the protests that swept the town".
            whose = sentence.head(clause) if clause.dep == "relcl" else noun
            happens = subject_of(sentence, clause) == whose and not is_passive(sentence, clause)
            table = self.happenings if happens else self.carriers
            if clause.tag != "VBG" and _starts(sentence, clause, table):
                return clause
        return None

    def _carrier_with(self, sentence: Sentence, preposition: Token) -> Token | None:
        """The verb in "took part in a summit", whose last word leads to the noun."""
        for verb in sentence.ancestors(preposition):
            if verb.pos in VERBAL:
                phrases = self.carriers.get(verb.lemma.lower(), [])
                found = (words_below(sentence, verb, others) for others in phrases if others)
                return verb if any(words and words[-1] == preposition for words in found) else None
        return None

    def _counted(self, sentence: Sentence, noun: Token) -> Token:
        """The noun that counts another: "a number of visits", "a series of attacks"."""
        of = sentence.head(noun)
        above = sentence.head(of)
        counts = of.text.lower() == "of" and above.lemma.lower() in self._counting
        return above if noun.dep == "pobj" and counts else noun

    def _carrier_of_reduced(self, sentence: Sentence, name: Token) -> Token | None:
        """The same in "a visit Lee paid", where "visit" is easily taken for a part of the name."""
        verb = sentence.head(name)
        reduced = name.pos == "PROPN" and name.dep == "nsubj" and not objects_of(sentence, verb)
        return verb if reduced and _starts(sentence, verb, self.carriers) else None


def _strayed(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """ "A meeting of Orr with the owners, which took place in Velm": parsers hang the clause on the
    last of those who are named behind the noun, and people do not take place."""
    behind = sentence.subtree(noun)
    for word in behind:
        people = word.entity in ("PERSON", "ORG", "NORP") or word.tag in ("NNS", "NNP")
        for clause in sentence.children(word, "relcl") if word != noun and people else ():
            which = any(t.tag == "WDT" for t in sentence.children(clause, "nsubj"))
            takes = any(t.text == "place" for t in sentence.children(clause, "dobj"))
            if which and takes and clause.lemma == "take":
                yield clause


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases):
        table.setdefault(phrase[0], []).append(phrase[1:])
    return table


def _starts(sentence: Sentence, verb: Token, table: dict[str, list[tuple[str, ...]]]) -> bool:
    return any(
        words_below(sentence, verb, others) is not None
        for others in table.get(verb.lemma.lower(), ())
    )


def _best(
    entries: Iterable[Entry], sentence: Sentence, token: Token, match: Match, cast: Cast
) -> Iterator[Trigger]:
    """The entry that fits with most words; of equals the one that asks for more, then the last."""
    beside = set(_argument_words(sentence, token))
    behind = set(_argument_words(sentence, token, doer=False))
    counted = set(_counted_words(sentence, token, ("dobj", "nsubjpass")))
    doers = set(_counted_words(sentence, token, ("nsubj",)))
    fits = []
    for entry in entries:
        frame, words = entry.frame, match(sentence, token, entry.others)
        if words is None or beside & set(frame.never):
            continue
        asks = bool(frame.only or frame.wants)
        if frame.type == "APPOINT" and only_calls(sentence, token):
            continue
        if frame.doers and not _done_by(sentence, token, frame, cast):
            continue
        # Where an object of a kind is wanted, whoever does it is of no account.
        around = (behind if frame.wants else beside | doers) | counted
        wanted = (sentence, token, words, frame)
        if not asks or around & set(frame.only) or _names(*wanted, cast=cast):
            fits.append(((len(words), asks, entry.order), frame, words))
    if fits:
        _, frame, words = max(fits, key=lambda fit: fit[0])
        yield Trigger(frame, sentence, token, None, tuple(sorted((token, *words))))


def _names(
    sentence: Sentence, token: Token, words: tuple[Token, ...], frame: Frame, *, cast: Cast
) -> bool:
    """Whether what suffers a verb, or stands behind it, is somebody of a kind its frame wants."""
    if not frame.wants:
        return False
    suffers = [antecedent(sentence, t, token) for t in objects_of(sentence, token)]
    suffers += [t for word in words for t in sentence.children(word, "pobj")]
    if not suffers and is_passive(sentence, token):
        subject = subject_of(sentence, token)
        suffers = [subject] if subject is not None else []
    return any(
        member.entity.type in frame.wants
        for head in suffers
        for member in cast.named_by(sentence, head, depth=0)
    )


def _done_by(sentence: Sentence, token: Token, frame: Frame, cast: Cast) -> bool:
    """Whether who does what a verb tells is of a kind that its frame asks for."""
    doer = subject_of(sentence, token)
    named = cast.named_by(sentence, doer) if doer is not None else ()
    return any(member.entity.type in frame.doers for member in named)


def _argument_words(sentence: Sentence, token: Token, *, doer: bool = True) -> Iterator[str]:
    shared = _shared(sentence, token, doer=doer)
    if shared is not None:
        yield shared.lemma.lower()
        yield from (t.lemma.lower() for t in sentence.children(shared, "compound"))
    for child in sentence.children(token):
        if child.dep == "nsubj" and not doer:
            continue
        # "Was dismissed after he had reported it": what another clause or a citation tells is not
        # of this one.
        if child.dep in ("advcl", "conj", "meta", "parataxis"):
            continue
        yield from (child.lemma.lower(), child.text.lower())
        if child.tag == "NNP":  # "Rebels" in front of a sentence is easily taken for a name
            yield child.text.lower().removesuffix("s")
        if child.dep in _CORE and child.tag in ("WDT", "WP"):  # "the collapse, which killed two"
            yield antecedent(sentence, child, token).lemma.lower()
        if child.dep == "ccomp" and child.i > token.i:  # "conceded that it was lost"
            yield from (t.text.lower() for t in sentence.children(child, "mark"))
        if child.dep in ("prep", "agent", "dobj", "nsubj", "nsubjpass"):
            yield from _words_below(sentence, child)


def _words_below(sentence: Sentence, word: Token) -> Iterator[str]:
    for below in sentence.children(word):
        yield from (below.lemma.lower(), below.text.lower())
        if below.lemma == "list":  # "on its sanctions list"
            yield from (t.lemma.lower() for t in sentence.children(below, "compound"))


def _shared(sentence: Sentence, token: Token, *, doer: bool) -> Token | None:
    """What a verb tells something of that is not its own argument: "a missile fired from Velm",
    the subject of the verb it is joined to, or hangs on: "a fire broke out, killing two"."""
    if token.dep == "acl" and token.tag == "VBN":
        return sentence.head(token)
    hung = token.dep == "conj" or (token.dep == "advcl" and token.tag == "VBG")
    joined = doer and hung and not sentence.children(token, "nsubj", "nsubjpass")
    return subject_of(sentence, token) if joined else None


def _counted_words(sentence: Sentence, token: Token, places: tuple[str, ...]) -> Iterator[str]:
    """What is counted out, or joined by "and": "two of the charges", "men and tonnes of food"."""
    for child in sentence.children(token, *places):
        for one in conjuncts(sentence, child):
            yield one.lemma.lower()
            for lead in sentence.children(one, "prep") if one.pos in ("NUM", "NOUN") else ():
                if lead.text.lower() == "of":
                    yield from (t.lemma.lower() for t in sentence.children(lead, "pobj"))


def _carries(trigger: Trigger) -> bool:
    """Whether somebody is brought along: "flew 230 people to Orl" is no visit of the pilots."""
    leads = any(word.dep == "prep" for word in trigger.words)
    objects = objects_of(trigger.sentence, trigger.token)
    brought = any(word not in trigger.words for word in objects)
    whither = dict(trigger.frame.roles).get("object") == "place"
    return trigger.frame.mode == "visit" and whither and leads and brought


def _goes_along(trigger: Trigger, kept: list[Trigger]) -> bool:
    """Whether a clause only says what another brings along, or brought: "lorries came, carrying
    men", "received reinforcements, which were moved from Orl"."""
    verb = trigger.token
    if verb.dep == "relcl" and trigger.frame.mode == "deploy":
        return any(
            verb.head in [w.i for w in t.words if w != t.token]
            for t in kept
            if t.frame.mode == "deploy"
        )
    above = next((t for t in kept if t.token.i == verb.head and t.token.i != verb.i), None)
    cargo = above is not None and "carrying" in dict(above.frame.roles)
    return cargo and verb.tag == "VBG" and verb.dep == "advcl" and trigger.frame.type == "MOBILIZE"


def _asked_for(trigger: Trigger) -> Iterator[int]:
    """Where the objects of a verb stand that its frame asks for."""
    for one in objects_of(trigger.sentence, trigger.token):
        if one.lemma.lower() in trigger.frame.only:
            yield one.i


def _without_carriers(triggers: list[Trigger]) -> list[Trigger]:
    """One trigger where a noun and its verb would both be one: "paid a visit", "the raid hit"."""
    worded = {word.i for t in triggers for word in t.words if word != t.token}
    kept = [t for t in triggers if t.token.i not in worded]
    kept = [t for t in kept if not _goes_along(t, kept)]
    verbs = {t.token.i: t.frame.type for t in kept if t.token.pos in VERBAL}
    doubled = {
        t.token.i: t
        for t in kept
        if t.token.dep in _CORE and verbs.get(t.token.head) == t.frame.type
    }
    # "The air strike hit a school" is told by the verb, which carries the noun as well.
    carried = {t.carrier.i for t in kept if t.carrier is not None and t.token.i not in doubled}
    # "Lifted a ban": the ban is what makes it a concession, and is told of by the way.
    carried |= {i for t in kept if t.token.pos in VERBAL for i in _asked_for(t)}
    deeds = {t.token.head: t for t in doubled.values() if t.token.dep == "nsubj"}
    return [
        _of_deed(t, deeds.get(t.token.i)) if t.token.i in verbs else t
        for t in kept
        if t.token.i not in carried and t.token.i not in doubled
    ]


def _of_deed(trigger: Trigger, deed: Trigger | None) -> Trigger:
    """A verb's trigger with the noun that is its subject, which may tell more of what was done:
    "the air strike hit a school" is an air strike."""
    if deed is None or trigger.frame.mode is not None:
        return replace(trigger, deed=deed)
    return replace(trigger, deed=deed, frame=replace(trigger.frame, mode=deed.frame.mode))
