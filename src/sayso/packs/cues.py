"""Words by which somebody is said to say something, words of likelihood, and words of judging."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sayso.packs.vocabulary import OneOf
from sayso.records.accounts import EVENT_TYPES
from sayso.records.statements import DIRECTIONS, STANCES

KINDS = ("verb", "word", "scene", "noun", "adjective", "adverb", "phrase", "inner", "outer")
FORMS = (
    "word", "modal", "predicate", "attribute", "noun", "chance", "verb", "evidence", "passive",
    "verdict",
)  # fmt: skip
WHOSE = ("subject", "object")
SCALES = ("likelihood", "confidence")
WEIGHTS = ("strong", "weak")
ACTS = ("say", "report", "claim", "deny", "believe", "know", "ask", "order", "intend", "show")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase (the key, a lemma for verbs and nouns, with its particle).

    ``kind`` is verb, word (a verb that counts with somebody's word for an object only, "share
    her doubts"), scene (a verb by which a text shows somebody at something, "the log has him
    leaving at nine"), noun, adjective, adverb ("allegedly"), phrase ("according to"), inner
    (before the source behind a report, "citing") or outer (before the outlet that carried it,
    "in an interview with"). Where a verb has the key already, the noun is written
    ``claim/noun``. ``act`` is say, report, claim, deny, believe, know, ask, order, intend or
    show. ``stance`` is how it leaves what is said: affirms, denies or unsure (the source
    doubts, or the author holds back with the word, as with "claim"). ``takes`` are the forms
    that what is said can have: clause, infinitive, object, raised ("is said to have left"),
    aside (what the rest of the sentence tells, "in their view"), amount ("had expected nine
    million"), word (what somebody told, "believe her account"), that (a clause with "that"
    alone, "allowed that it was late"), called (an object only with what it is called), quotation
    (what is quoted beside a phrase, "in the words of one"), or a preposition ("about"; "at", "as"
    and "to" come behind an object, "put the loss at"). A noun that is ``owned`` counts only where
    it is somebody's ("his evidence that", not "there is evidence that"). With ``outlet``, an
    outlet behind the word is the one that carried it ("told Reuters"); an outer phrase that takes
    it stands before an outlet only
    ("seen by").
    """

    kind: Annotated[str, OneOf(KINDS)] = "verb"
    act: Annotated[str, OneOf(ACTS)] = "say"
    stance: Annotated[str, OneOf(STANCES)] = "affirms"
    takes: tuple[str, ...] = ("clause",)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of likelihood (the key) and its probability range, 0 to 1, after ICD 203.

    Words outside that table have no range. ``form`` is how the word must stand to be a hedge:
    word (anywhere), modal (helping a verb), predicate (not before a noun), attribute (only before
    a noun), noun (with "that" or "of" behind it), chance (beside such a noun), verb (with what
    it governs), evidence (the same, and nobody says it: "traces suggest that"), passive
    ("believed to"), or verdict (of its subject or object: "cannot be ruled out").
    A key "not X" is what a negated X comes to; without it, a negated X is no hedge.
    """

    low: float | None = None
    high: float | None = None
    form: Annotated[str, OneOf(FORMS)] = "word"


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of judging (the key, in lemmas): where it says that something goes.

    ``direction`` is increase, decline, persist, change, or none (judged, and nothing moves).
    ``whose`` tells of a verb whose movement it is, its subject's or its object's. A ``weak``
    word makes a judgement only together with others.
    """

    direction: Annotated[str, OneOf(DIRECTIONS)]
    whose: Annotated[str, OneOf(WHOSE)] = "subject"
    weight: Annotated[str, OneOf(WEIGHTS)] = "strong"


@dataclass(frozen=True, slots=True)
class Aspect:
    """Under what something is judged (the key: political, command): ``words`` that speak of it.

    They are lemmas or phrases of lemmas. ``events`` are kinds of event that belong to it, as TYPE
    or TYPE/mode. The words and events of several packs are joined.
    """

    words: tuple[str, ...] = ()
    events: tuple[Annotated[str, OneOf(EVENT_TYPES, finer=True)], ...] = ()


@dataclass(frozen=True, slots=True)
class Pressure:
    """What presses on those whom reports are about (the key: sanctions, pandemic).

    ``events`` are the kinds of event that are such a pressure, as TYPE or TYPE/mode; ``words``
    make one of any event or judgement in whose words they stand, whatever case and accents.
    """

    events: tuple[Annotated[str, OneOf(EVENT_TYPES, finer=True)], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of words (the key is its name) that a careful writer keeps to, one at a time.

    ``kind`` is likelihood (how probable a thing is) or confidence (how good the ground is for
    saying so); ``standard`` is where it comes from.
    """

    kind: Annotated[str, OneOf(SCALES)]
    standard: str
    words: tuple[str, ...]
