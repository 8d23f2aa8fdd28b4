"""What finders look at, and the sayings that they hand on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.attributions.finders.quotations import Bounds, quotations
from sayso.packs.cues import Cue
from sayso.packs.pack import Pack
from sayso.records.documents import Document
from sayso.records.marks import NAME_FORMS, Time
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

Phrases = dict[str, list[tuple[tuple[str, ...], Cue]]]


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody is said to say something; bounds are offsets in the document's text.

    ``sentence`` is the number of the sentence of the cue, ``word`` the place of the cue's main
    word in it and ``speaker`` the place of the source's. ``denied``: the cue is negated.
    """

    source: Bounds | None
    cue: Bounds | None
    content: Bounds
    sentence: int
    word: int
    cue_entry: Cue
    speaker: int | None = None
    denied: bool = False


class Scene:
    """A document's grammar and quotation marks beside the pack's cues."""

    def __init__(self, notes: Notes, pack: Pack) -> None:
        self.notes = notes
        self.pack = pack
        self.document: Document = notes.document
        self.sentences: tuple[Sentence, ...] = notes.parse.sentences
        self._found: dict[tuple[int, str], tuple[tuple[int, int, Cue], ...]] = {}

    @cached_property
    def quotations(self) -> tuple[Bounds, ...]:
        """Stretches in quotation marks, marks included, in text order."""
        return quotations(self.document)

    @cached_property
    def people(self) -> frozenset[str]:
        """Nouns of people: of what they are, alone or many, and of offices."""
        nouns = self.pack.list("person_nouns") | self.pack.list("group_nouns")
        return frozenset({*nouns, *self.pack.offices})

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.quotations)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Where each sentence begins."""
        return tuple(sentence.start for sentence in self.sentences)

    def number_at(self, offset: int) -> int:
        """The number of the last sentence that begins at or before an offset."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def cue(self, lemma: str, kind: str) -> Cue | None:
        """The pack's entry for a cue of this kind; ``claim/noun`` goes before ``claim``."""
        entry = self.pack.cues.get(f"{lemma}/{kind}") or self.pack.cues.get(lemma)
        return entry if entry is not None and entry.kind == kind else None

    def phrases(self, kind: str) -> Phrases:
        """The pack's cues of several words by their first word."""
        return self._phrases.get(kind, {})

    @cached_property
    def _phrases(self) -> dict[str, Phrases]:
        found: dict[str, Phrases] = {}
        for key, cue in self.pack.cues.items():
            words = tuple(key.split())
            found.setdefault(cue.kind, {}).setdefault(words[0], []).append((words, cue))
        for phrases in (entry for kind in found.values() for entry in kind.values()):
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        return found

    def phrase_at(self, sentence: Sentence, word: Token, kind: str) -> tuple[int, Cue] | None:
        """The place of the last word of a phrase that begins here, and its cue."""
        for words, cue in self.phrases(kind).get(word.text.lower(), ()):
            last = word.i + len(words) - 1
            if tuple(t.text.lower() for t in sentence.tokens[word.i : last + 1]) == words:
                return last, cue
        return None

    def phrases_in(self, number: int, kind: str) -> tuple[tuple[int, int, Cue], ...]:
        """First and last word of each phrase in a sentence, with its cue; of two the longer."""
        key = (number, kind)
        if key not in self._found:
            sentence, found, end = self.sentences[number], list[tuple[int, int, Cue]](), -1
            for word in sentence if self.phrases(kind) else ():
                at = self.phrase_at(sentence, word, kind) if word.i > end else None
                if at is not None:
                    end = at[0]
                    found.append((word.i, *at))
            self._found[key] = tuple(found)
        return self._found[key]

    def quotation_at(self, offset: int) -> Bounds | None:
        """The quotation that holds this offset, if any."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.quotations[place][1] > offset:
            return self.quotations[place]
        return None

    def quotations_in(self, bounds: Bounds) -> Sequence[Bounds]:
        """The quotations that reach into a stretch of the text."""
        first = max(bisect_right(self._starts, bounds[0]) - 1, 0)
        found = self.quotations[first : bisect_left(self._starts, bounds[1])]
        return [one for one in found if one[1] > bounds[0]]

    def before(self, offset: int) -> int:
        """Where the last word before an offset ends, with a mark that closes its quotation."""
        text = self.document.text[:offset]
        return len(text.rstrip(" \t\xa0\n,;:–—-"))

    def widen(self, content: Bounds, cue: Bounds) -> Bounds:
        """Content stretched to the ends of the quotations it begins or ends in.

        Sentences are cut inside long quotations; the marks tell how far the words really go.
        """
        start, end = content
        first, last = self.quotation_at(start), self.quotation_at(end - 1)
        if first and not _overlap(first, cue):
            start, end = first[0], max(end, first[1])
        if last and not _overlap(last, cue):
            end = max(end, last[1])
        return start, end

    @cached_property
    def _times(self) -> list[Time]:
        return sorted(self.notes.times, key=lambda time: time.span)

    def times_in(self, bounds: Bounds) -> Iterator[Time]:
        """The times that lie in a stretch of the text, in text order."""
        place = bisect_left(self._times, bounds[0], key=lambda time: time.span.start)
        for time in self._times[place:]:
            if time.span.start >= bounds[1]:
                return
            if time.span.end <= bounds[1]:
                yield time

    def tokens_in(self, start: int, end: int) -> Iterator[tuple[int, Token]]:
        """The words of a stretch of the text, each with the number of its sentence."""
        first = max(bisect_right(self.sentence_starts, start) - 1, 0)
        for number in range(first, len(self.sentences)):
            if self.sentences[number].start >= end:
                return
            for token in self.sentences[number].within(start, end):
                yield number, token

    def can_speak(self, sentence: Sentence, token: Token, cue: Cue) -> bool:
        """Whether a word can name somebody or something that says, believes or shows."""
        token = partitive(sentence, token)
        if token.tag == "WDT":
            return self._which_can_speak(sentence, token, cue)
        if token.pos == "PRON":
            word = token.text.lower()
            acts = _ACTS_OF_IT if cue.kind == "verb" else _WORDS_OF_IT
            return word not in _MUTE_PRONOUNS or (word == "it" and cue.act in acts)
        # "The daily" is no day to whoever knows that papers are called so.
        paper = token.lemma.lower() in self.pack.list("outlet_descriptions")
        mute = self._is_mute(token) and not paper and not is_another(sentence, token)
        counted = token.dep == "nsubj" and token.lemma.lower() in PARTS  # "most agreed that"
        # A short name that opens a sentence may look like a cry: "Vaz, for his part, thinks".
        named = token.pos == "INTJ" and token.i == 0
        if mute or not (counted or named or token.pos in _NAMING):
            return False
        return cue.act != "show" or token.pos == "PROPN" or self.is_evidence(token)

    def _which_can_speak(self, sentence: Sentence, pronoun: Token, cue: Cue) -> bool:
        """ "The bank, which says": a body or a text; "which shows that" may mean a whole clause.

        No person is a which.
        """
        told = _antecedent(sentence, pronoun)
        if told is None or told.entity == "PERSON":
            return False
        # "Fees of the militias, which threatens to ...": what threatens is no plural.
        if told.tag in ("NNS", "NNPS") and sentence.head(pronoun).tag == "VBZ":
            return False
        # "The regulator, which has indicated that": a body may, a state of things does not.
        bodies = self.pack.list("organization_nouns") | self.pack.list("body_nouns")
        body = told.lemma.lower() in bodies or told.entity == "ORG"
        done = body and sentence.head(pronoun).tag in ("VBD", "VBN")
        shows = cue.act == "show" and not (self.is_text(told) or done)
        named = self.is_source(told) and not shows
        return named and (done or self.can_speak(sentence, told, cue))

    def is_text(self, token: Token) -> bool:
        """Whether a common noun is a text or a piece of evidence: what it shows, it says."""
        words = {token.lemma.lower(), token.text.lower()}
        lists = ("report_nouns", "evidence_nouns")
        return token.pos == "NOUN" and any(words & self.pack.list(name) for name in lists)

    def is_evidence(self, token: Token) -> bool:
        """Whether a noun names a text or a body that can be a source."""
        words = {token.lemma.lower(), token.text.lower()}
        return any(
            words & self.pack.list(name)
            for name in (
                "report_nouns", "evidence_nouns", "outlet_descriptions", "group_nouns",
                "organization_nouns",
            )
        )  # fmt: skip

    def _is_mute(self, token: Token) -> bool:
        """Whether a word names a thing that says nothing: a time, an amount, a book, a war.

        What the mentions know for a name is none, whatever the parse takes it for.
        """
        if token.pos != "PROPN":
            return token.entity in _MUTE_ENTITIES or token.entity in _MUTE_UNLESS_NAMED
        return token.entity in _MUTE_ENTITIES and token.start not in self._speaking

    @cached_property
    def _speaking(self) -> frozenset[int]:
        """Where the words of names of people, bodies and outlets begin."""
        return frozenset(
            word.start
            for mention in self.notes.mentions
            if mention.form in NAME_FORMS and mention.type != "Place"
            for _, word in self.tokens_in(mention.span.start, mention.span.end)
        )

    def is_source(self, noun: Token) -> bool:
        """Whether a noun names people, a body or a text: what a report can rest on."""
        if self._is_mute(noun):
            return False
        person = noun.lemma.lower() in self.pack.list("person_nouns")
        return noun.pos == "PROPN" or person or self.is_evidence(noun)


_MUTE_PRONOUNS = frozenset({"this", "that", "these", "those", "which", "what", "it", "there"})
# "It added", "it doubts" have a source; "it shows that" and "it is doubtful that" have none.
_WORDS_OF_IT = frozenset({"say", "report", "claim", "deny", "ask"})
_ACTS_OF_IT = _WORDS_OF_IT | {"believe", "order"}
_MUTE_ENTITIES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
# A general model takes names of papers and people that it never met for such things.
_MUTE_UNLESS_NAMED = frozenset({"LANGUAGE", "WORK_OF_ART", "EVENT"})


_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """What "which" or "that" stands for where it is the subject of a relative clause."""
    clause = sentence.head(pronoun)
    subject = pronoun.dep in ("nsubj", "nsubjpass") and clause.dep == "relcl"
    return before_date(sentence, sentence.head(clause)) if subject else None


def before_date(sentence: Sentence, noun: Token) -> Token:
    """The noun itself; of a date, what stands before it: "in the Times on Monday, which said"."""
    place = noun.i
    while place and (
        sentence[place].entity in ("DATE", "TIME") or sentence[place].pos in ("ADP", "DET", "PUNCT")
    ):
        place -= 1
    dated = noun.entity in ("DATE", "TIME") and sentence[place].pos in ("NOUN", "PROPN")
    return sentence[place] if dated else noun


def partitive(sentence: Sentence, token: Token) -> Token:
    """The noun that means the things: papers in "none of the papers", else the word itself."""
    if token.lemma.lower() not in PARTS:
        return token
    of = next((t for t in sentence.children(token, "prep") if t.text.lower() == "of"), None)
    nouns = sentence.children(of, "pobj") if of else ()
    return nouns[0] if nouns and nouns[0].pos != "PRON" else token


def is_another(sentence: Sentence, token: Token) -> bool:
    """ "A third said", "the other said", "another said": one of those who were counted before."""
    if token.text.lower() == "another" and token.pos != "DET":
        return not sentence.children(token)
    counted = token.entity == "ORDINAL" or token.text.lower() == "other"
    below = sentence.children(token)
    one = len(below) == 1 and below[0].text.lower() in ("a", "the")
    return counted and one and token.dep in ("nsubj", "nsubjpass", "pobj")


PARTS = frozenset(
    {"none", "some", "many", "most", "all", "one", "several", "few", "neither", "each"}
)


def _overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]
