"""Of whom a judgement is: the words that name what is judged, and the entity behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.cast import Cast, Member
from sayso.extract.claims.turning import Hit
from sayso.extract.claims.units import Unit, is_below
from sayso.extract.grammar import (
    SUBJECTS,
    VERBAL,
    clause_of,
    is_passive,
    objects_of,
    subject_of,
)
from sayso.extract.phrases import head_word
from sayso.extract.relatives import antecedent
from sayso.packs.cues import Turn
from sayso.records.parse import Sentence, Token

_TOWARDS = ("to", "for", "on", "against", "of", "over", "about")
# The nearest kind first: of whom a thing is, then whom it goes to, then where it is.
_OWNED = (("of", "among", "between"), ("by", "about", "to"), ("in", "on", "within"))
_RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})
_REACH = ("within", "under", "outside", "beyond")
_WHERE = frozenset({"in", "on", "within"})
_GIVEN = frozenset({"with", "under", "into", "in"})
_BACK = frozenset({"this", "these", "such"})
_WHOSE = ("of", "among", "between")
_WHO = frozenset({"Person", "Organization", "Group", "Place", "Outlet"})
_PRONOUNS = frozenset({"PRON"})
# What belongs to a noun before it.
_BEFORE = ("compound", "amod", "nmod", "poss", "case", "nummod")
# In words: longer phrases are no name of a thing.
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Judged:
    """The words for what is judged, and who it is, if a mention tells.

    ``words`` are those of the whole phrase, with all that hangs on it; ``back`` tells that it goes
    back to what was told before ("this conflict").
    """

    topic: str | None
    member: Member | None
    words: tuple[Token, ...] = ()
    back: bool = False


def judged(unit: Unit, hit: Hit | None, cast: Cast) -> Judged:
    """Whom a clause judges: who moves by its main word of judging, else its subject."""
    sentence = unit.sentence
    candidates = list(_candidates(unit, hit))
    topic = _topic(sentence, candidates, cast)
    back = topic is not None and _is_back(sentence, topic)
    members = [m for t in candidates for m in _who(sentence, t, cast)]
    if not members and topic is not None and not back:
        members = _beside(unit, topic, cast)
    member = next(iter(members), None)
    back = back or (member is None and _adds(unit))
    if topic is None:
        return Judged(None, member)
    return Judged(phrase(sentence, topic), member, sentence.subtree(topic), back)


def _in_whose_hands(sentence: Sentence, core: Token) -> Iterator[Token]:
    """Of "the valley is outside the reach of Tarn" it is Tarn who is judged."""
    if core.lemma.lower() == "be":
        for noun in _behind(sentence, core, _REACH):
            yield from (t for t in _owners(sentence, noun) if t.pos == "PROPN")


def _is_back(sentence: Sentence, topic: Token) -> bool:
    """Whether a phrase goes back: "this conflict", "signs of this conflict"."""
    owners = [t for words in _OWNED[:1] for t in _behind(sentence, topic, words)]
    return any(
        t.text.lower() in _BACK
        for one in (topic, *owners)
        for t in sentence.children(one, "det", "amod", "predet")
    )


def _adds(unit: Unit) -> bool:
    """Whether a clause says what follows from all before it: ", which means a change in trade"."""
    head = unit.head
    return head.dep in ("relcl", "ROOT") and any(
        t.text.lower() == "which" for t in unit.sentence.children(head, "nsubj")
    )


def _beside(unit: Unit, topic: Token, cast: Cast) -> list[Member]:
    """Who else is named in a clause: in the phrase itself first, bodies and people before places,
    and nobody who only stands in a clause below."""
    sentence = unit.sentence
    inside = {t.i for t in sentence.subtree(topic)}
    found: list[tuple[bool, bool, int, Member]] = []
    for member in _fit(tuple(cast.in_sentence(sentence))):
        head = head_word(sentence, member.mention.span.start, member.mention.span.end)
        if not member.named or not _within(member, unit) or head is None:
            continue
        if head.i in inside or not is_below(sentence, unit.core, head):
            found.append((head.i not in inside, member.entity.type == "Place", len(found), member))
    return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:3])]


def _topic(sentence: Sentence, candidates: Sequence[Token], cast: Cast) -> Token | None:
    """The first that names something; of "their support" it is they who are judged."""
    for token in candidates:
        if token.pos in _PRONOUNS:
            continue
        owned = any(t.tag == "PRP$" for t in sentence.children(token, "poss"))
        if not owned or cast.is_another(token):
            return token
        doer = subject_of(sentence, clause_of(sentence, token))
        if doer == token and cast.at(sentence, token):
            # "Its managers seem unable": they are somebody themselves.
            return token
        if doer is None or doer == token or doer.pos in _PRONOUNS:
            return None
        return doer
    return None


def _within(member: Member, unit: Unit) -> bool:
    return unit.start <= member.mention.span.start < unit.end


def _candidates(unit: Unit, hit: Hit | None) -> Iterator[Token]:
    sentence = unit.sentence
    inner = subject_of(sentence, unit.core)
    yield from _in_whose_hands(sentence, unit.core)
    if inner is not None and hit is not None and is_below(sentence, unit.core, hit[0]):
        # "Is determined to keep it from becoming a field where they settle scores" is of him.
        yield inner
    elif hit is not None and hit[1].direction != "none":
        yield from _movers(sentence, *hit)
    elif inner is not None:
        yield inner
    own = subject_of(sentence, unit.head)
    yield from (t for t in (inner, own) if t is not None)
    if hit is not None and not is_below(sentence, unit.core, hit[0]):
        yield from _movers(sentence, *hit)
    if unit.head.pos in ("NOUN", "PROPN"):
        yield unit.head
        yield from _owners(sentence, unit.head)
    if own is None or own.pos in _PRONOUNS:
        yield from objects_of(sentence, unit.head)


def _movers(sentence: Sentence, token: Token, turn: Turn) -> Iterator[Token]:
    whose = turn.whose
    if token.pos in VERBAL:
        yield from _moved_by_verb(sentence, token, whose)
    elif token.pos in ("NOUN", "PROPN"):
        yield from _moved_by_noun(sentence, token, whose)
    else:
        yield from _moved_by_modifier(sentence, token)


def _moved_by_verb(sentence: Sentence, verb: Token, whose: str) -> Iterator[Token]:
    if verb.dep == "amod":
        yield from _moved_by_modifier(sentence, verb)
        return
    if whose == "object" and not is_passive(sentence, verb):
        yield from (antecedent(sentence, t, verb) for t in objects_of(sentence, verb))
    doer = subject_of(sentence, verb)
    if doer is not None:
        yield doer


def _moved_by_noun(sentence: Sentence, noun: Token, whose: str) -> Iterator[Token]:
    if whose == "object":
        yield from _behind(sentence, noun, _TOWARDS)
        verb = sentence.head(noun)
        if verb.pos in VERBAL:
            yield from _behind(sentence, verb, ("to", "on"))
            yield from sentence.children(verb, "dative")
    owners = list(_owners(sentence, noun))
    where = [t for t in owners if whose == "object" and sentence.head(t).text.lower() in _WHERE]
    yield from (t for t in owners if t not in where)
    yield from _put_under(sentence, noun)
    above = sentence.head(noun)
    if noun.dep in ("dobj", "attr", "pobj", "oprd") and above.pos == "ADP":
        above = sentence.head(above)
    if above.pos in VERBAL and noun.dep not in SUBJECTS:
        doer = subject_of(sentence, above)
        if doer is not None:
            yield doer
    # "Criticism in the Arab world": it is heard there, and of somebody else.
    yield from where


def _moved_by_modifier(sentence: Sentence, token: Token) -> Iterator[Token]:
    above = sentence.head(token)
    if above.pos in ("NOUN", "PROPN") and token.dep in ("amod", "nmod", "advmod", "compound"):
        clause = sentence.head(above)
        if above.dep in ("attr", "oprd") and clause.pos in VERBAL:
            doer = subject_of(sentence, clause)
            if doer is not None:
                yield doer
        yield from _put_under(sentence, above)
        yield from _owners(sentence, above)
        if above.dep == "dobj" and clause.pos in VERBAL:
            doer = subject_of(sentence, clause)
            if doer is not None:
                yield doer
        yield above
    elif above.pos in VERBAL:
        if token.pos == "ADP" and not is_passive(sentence, above):
            # "Put the wards under pressure".
            yield from (antecedent(sentence, t, above) for t in objects_of(sentence, above))
        doer = subject_of(sentence, above)
        if doer is not None:
            yield doer


def _put_under(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """To whom something is done by it: "put the wards under pressure", "gave him new openings"."""
    if noun.dep == "conj":
        noun = sentence.head(noun)
    above = sentence.head(noun)
    verb = sentence.head(above)
    if noun.dep == "pobj" and above.text.lower() in _GIVEN and verb.pos in VERBAL:
        yield from (antecedent(sentence, t, verb) for t in objects_of(sentence, verb))
    elif noun.dep == "dobj" and above.pos in VERBAL:
        yield from (t for t in sentence.children(above, "dative") if t.pos != "ADP")


def _owners(sentence: Sentence, noun: Token) -> Iterator[Token]:
    for owner in sentence.children(noun, "poss"):
        doer = subject_of(sentence, clause_of(sentence, noun)) if owner.tag == "PRP$" else None
        yield owner if doer is None or doer == noun else doer
    for clause in sentence.children(noun, "relcl"):
        # "The challenges that Tarn has faced" are Tarn's.
        yield from (t for t in sentence.children(clause, "nsubj") if t.tag not in _RELATIVE)
    for words in _OWNED:
        yield from _behind(sentence, noun, words)


def _behind(sentence: Sentence, token: Token, words: tuple[str, ...]) -> Iterator[Token]:
    for child in sentence.children(token, "prep", "dative"):
        if child.text.lower() in words:
            yield from sentence.children(child, "pobj")


def _who(sentence: Sentence, token: Token, cast: Cast) -> Iterator[Member]:
    """Who a phrase names, possessors first: "Tarn's hold on the valley" is Tarn's."""
    yield from (m for m in cast.named_by(sentence, token) if m.entity.type == "Person")
    for owner in () if cast.is_another(token) else sentence.children(token, "poss"):
        yield from _fit(cast.named_by(sentence, owner))
        if owner.tag == "PRP$":
            yield from _fit(_bound(sentence, token, cast))
    yield from _fit(cast.named_by(sentence, token))
    for below in _behind(sentence, token, _WHOSE):
        yield from _fit(cast.named_by(sentence, below))


def _bound(sentence: Sentence, token: Token, cast: Cast) -> tuple[Member, ...]:
    """Whose "its" is: the subject's of the clause that a noun stands in."""
    doer = subject_of(sentence, clause_of(sentence, token))
    return () if doer is None or doer == token else cast.named_by(sentence, doer)


def _fit(members: tuple[Member, ...]) -> Iterator[Member]:
    return (m for m in members if m.entity.type in _WHO)


def phrase(sentence: Sentence, token: Token) -> str | None:
    """A noun with the words before it that belong to it, without an article."""
    left = [t for t in sentence.subtree(token) if t.i <= token.i and t.dep not in ("det", "punct")]
    owners = {t.i for t in left if t.dep in _BEFORE and t.tag != "PRP$"}
    first = token.i
    while first - 1 in owners and token.i - first < _LONGEST:
        first -= 1
    last = max((t.i for t in _reached(sentence, token)), default=token.i)
    words = sentence.tokens[first : last + 1]
    return " ".join(t.text for t in words[:_LONGEST]).replace(" ’", "’").replace(" '", "'") or None


def _reached(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words of what a noun is of: "the prestige of the crown", "relations with the kings"."""
    for child in sentence.children(noun, "prep"):
        if child.text.lower() in (*_WHOSE, "with", "in") and child.i == noun.i + 1:
            yield from sentence.children(child, "pobj")
