"""The words that fill a role: "fighters of the Guard", "a bridge", "dynamite".

Whoever acts or suffers may have no name, and what is hit or used is nobody: they are no entities,
and yet an account tells of them, in words that can be cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.extract.cast import Cast
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL, Slot, conjuncts, preposition_slots
from sayso.packs.pack import Pack
from sayso.records.accounts import Filler
from sayso.records.documents import Document
from sayso.records.parse import Sentence, Token
from sayso.records.spans import Span

# Parts of a noun phrase in front of its noun that belong to what it names.
_BEFORE = frozenset({"compound", "amod", "nummod", "nmod", "poss", "quantmod", "advmod", "punct"})
_OUTSIDE = frozenset({"DET", "PUNCT", "CCONJ", "SPACE"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_JOINED = frozenset({"-", "–", "'", '"', "``"})
_VAGUE = frozenset({"several", "many", "some", "various", "other", "another", "numerous", "own"})
_TIMES = frozenset({"DATE", "TIME"})
_LENGTHS = frozenset({"kilometer", "kilometre", "km", "league", "meter", "metre", "mile", "yard"})
_NTH = frozenset({"st", "nd", "rd", "th"})
# Slots in which a weapon is what something is done with, and in which a thing is what is hit.
_MEANS = frozenset({"subject", "with", "by", "from"})
_AGAINST = frozenset({"at", "in", "near", "inside", "outside", "under", "against", "on", "into"})
# Verbs that say with what something is done.
_USING = frozenset({"use", "employ"})
_ARMED = frozenset({"arm", "equip"})
_BEARING = frozenset({"carry", "wield", "brandish", "bear"})


def phrase_of(document: Document, sentence: Sentence, head: Token, *, counted: bool) -> Span:
    """A noun with what stands before it and an "of" behind it; the article stays outside.

    So do whose it is where a pronoun says so, words like "several", and, unless ``counted``, how
    many there are: that is a quantity's to tell.
    """
    first = head.i
    for child in sentence.children(head):
        if child.i < head.i and child.dep in _BEFORE:
            first = min(first, *(t.i for t in sentence.subtree(child)))
    while first < head.i and _is_outside(sentence[first], counted=counted):
        first += 1
    first = _behind_age(sentence, first, head)
    return document.span(sentence[first].start, _end(sentence, head))


def _behind_age(sentence: Sentence, first: int, head: Token) -> int:
    """Where a phrase begins without how old somebody is: "34-year-old driver"."""
    for place in range(first, head.i):
        if sentence[place].text.lower() == "old" and sentence[place - 1].text in ("-", "year"):
            return place + 1
    return first


def _is_outside(token: Token, *, counted: bool) -> bool:
    if token.pos in _OUTSIDE or token.tag == "PRP$" or token.text in _JOINED:
        return True
    if token.entity in _TIMES:
        return True
    if token.dep in ("quantmod", "advmod") or token.text.lower() in _VAGUE:
        return True
    return token.dep in ("nummod", "compound") and token.pos == "NUM" and not counted


def _end(sentence: Sentence, head: Token) -> int:
    """Where the "of" behind a noun and what it leads to end; of several joined the first."""
    behind = sentence[head.i + 1] if head.i + 1 < len(sentence) else None
    if behind is None or behind.text != "of" or behind.head != head.i:
        return head.end
    inner = sentence.children(behind, "pobj")
    return _end(sentence, inner[0]) if inner and inner[0].pos in _NOMINAL else head.end


def nominal(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The nouns of a phrase, those joined to it included: no pronouns, no bare numbers."""
    yield from (token for token in conjuncts(sentence, head) if token.pos in _NOMINAL)


def fillers_of(
    trigger: Trigger, slots: Iterable[tuple[str, str | None, Token]], cast: Cast, lexicon: Things
) -> tuple[Filler, ...]:
    """The words that fill the roles of a trigger, in text order, each word once.

    ``slots`` are its arguments with the roles that its frame gives them. A weapon is no actor and
    no partner, whatever its slot: it is what something was done with.
    """
    sentence = trigger.sentence
    found: dict[int, Filler] = {}

    def add(role: str, token: Token) -> None:
        own = cast.at(sentence, token)
        who = own[0].entity.id if own else None
        kind = lexicon.kind_of(token) if who is None else None
        people = who is not None or kind == "people"
        span = phrase_of(cast.document, sentence, token, counted=people)
        found.setdefault(token.i, Filler(role, span, who, kind))

    arguments = list(slots)
    for token in _means(trigger, [head for _, _, head in arguments], lexicon):
        add("instrument", token)
    for slot, role, head in arguments:
        for token in nominal(sentence, head):
            fit = _role(trigger, slot, role, token in lexicon)
            part = token in trigger.words and fit != "instrument"
            if fit is not None and not part and not _is_measure(token):
                add(fit, token)
    return tuple(found[place] for place in sorted(found))


def _is_measure(token: Token) -> bool:
    """ "On the 9th" tells when, "62 miles south of Orl" where: nobody was hit on it."""
    if token.entity in _TIMES or (token.entity == "QUANTITY" and token.lemma in _LENGTHS):
        return True
    return token.text[:1].isdigit() and token.text[-2:] in _NTH


def _means(trigger: Trigger, heads: Sequence[Token], lexicon: Things) -> Iterator[Token]:
    """What something was done with: weapons in its words or behind "with", and what was used."""
    sentence = trigger.sentence
    for told in (trigger, trigger.deed):
        yield from lexicon.beside(told) if told is not None else ()
        for _, head in used(sentence, told.verb or told.token) if told is not None else ():
            yield from nominal(sentence, head)
    yield from (token for head in heads for token in borne(sentence, head) if token in lexicon)
    # "Attacked the station with grenades": parsers hang the weapon on the station.
    for head in heads if trigger.verb is not None else ():
        for slot, behind in preposition_slots(sentence, head):
            if slot == "with":
                yield from (token for token in nominal(sentence, behind) if token in lexicon)


def _role(trigger: Trigger, slot: str, role: str | None, weapon: bool) -> str | None:
    if weapon and (slot in _MEANS or role == "nothing"):
        return "instrument"
    if role is None and trigger.frame.mode == "bombing" and slot in _AGAINST:
        return "target"
    return None if role in (None, "nothing", "place") else role


class Things:
    """What a pack knows to be used in violence, and what to be people or things."""

    def __init__(self, pack: Pack) -> None:
        self._weapons = pack.list("weapons")
        self._things = self._weapons | pack.list("property")
        names = ("group_nouns", "person_nouns", "body_nouns")
        self._people = frozenset(word for name in names for word in pack.list(name))

    def __contains__(self, token: Token) -> bool:
        """Whether a word names a weapon."""
        return token.pos in _NOMINAL and token.lemma.lower() in self._weapons

    def kind_of(self, token: Token) -> str | None:
        """Whether a noun names people or a thing."""
        forms = {token.lemma.lower(), token.text.lower()}
        return "people" if forms & self._people else "thing" if forms & self._things else None

    def beside(self, trigger: Trigger) -> Iterator[Token]:
        """The weapons among a trigger's own words and before it: "threw bombs", "bomb attack"."""
        before = trigger.sentence.children(trigger.token, "compound")
        yield from (word for word in (*trigger.words, *before) if word in self)


def borne(sentence: Sentence, head: Token) -> Iterator[Token]:
    """What somebody has with them: "men armed with axes", "a man carrying a gun"."""
    for clause in sentence.children(head, "acl"):
        if clause.lemma in _ARMED:
            yield from (t for slot, t in preposition_slots(sentence, clause) if slot == "with")
        elif clause.lemma in _BEARING:
            yield from sentence.children(clause, "dobj")


def used(sentence: Sentence, verb: Token) -> Iterator[Slot]:
    """What a clause says is used: "using ropes", "used ropes to climb", "used in the murder"."""
    above = sentence.head(verb)
    using = sentence.head(above)
    if verb.dep == "pobj" and above.text.lower() in ("in", "for") and using.lemma in _USING:
        yield from (("using", t) for t in sentence.children(using, "nsubjpass", "dobj"))
        if using.dep == "acl":
            yield "using", sentence.head(using)
    if verb.dep in ("xcomp", "advcl") and above.lemma in _USING and above.pos in VERBAL:
        yield from (("using", t) for t in sentence.children(above, "dobj"))
    for clause in sentence.children(verb, "advcl", "acl", "xcomp"):
        if clause.lemma in _USING and clause.tag == "VBG":
            yield from (("using", t) for t in sentence.children(clause, "dobj"))
