"""Where a clause says that something goes: up, down, on, another way, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.extract.claims.units import Unit, is_below
from sayso.extract.grammar import SUBJECTS, VERBAL, is_passive
from sayso.packs.cues import Turn
from sayso.records.parse import Sentence, Token

Hit = tuple[Token, Turn]
# What a word comes to where it is denied: what did not fall goes on, what did not go on fell.
_DENIED = {
    "increase": "decline", "decline": "persist", "persist": "decline", "change": "persist",
    "none": "decline",
}  # fmt: skip
_NEGATIVES = frozenset({"no", "not", "never", "none", "nor", "neither", "nobody", "hardly",
                        "n't", "n’t", "little", "barely", "scarcely"})  # fmt: skip
_AGAINST = frozenset({"despite", "notwithstanding", "regardless", "contrary", "unlike", "contrast"})
# After these comes what the subject is, not what it does.
_LINKING = frozenset({"be", "remain", "become", "seem", "appear", "stay", "continue", "begin",
                      "start", "have", "keep"})  # fmt: skip
_AWAY = frozenset({"from", "after", "since"})
_ANYBODY = frozenset({"one", "nobody", "nothing", "none"})
_UP_TO = 3
_LATE = 2
_OUTSIDE = 2


@dataclass(frozen=True, slots=True)
class Turning:
    """The direction of a clause and the word that gives it; ``moves`` are all that judge there."""

    direction: str
    hit: Hit | None
    moves: tuple[Hit, ...]


def turning(
    unit: Unit,
    hits: Iterable[Hit],
    hindrances: frozenset[str],
    *,
    unlikely: bool,
    telling: frozenset[str] = frozenset(),
    coping: frozenset[str] = frozenset(),
) -> Turning:
    """What the words of judging in a clause come to together.

    ``hindrances`` are verbs that keep a thing from happening ("stop"); ``unlikely`` tells that a
    hedge makes the clause improbable, or that its source denies it. By verbs in ``telling`` one
    thing shows another and causes nothing ("means"). What is coped with, by verbs in ``coping``
    ("survived the loss of its founder"), is nothing that the subject comes to.
    """
    sentence = unit.sentence
    moves = tuple(
        hit
        for hit in hits
        if not _set_aside(sentence, hit[0]) and not _is_coped_with(sentence, hit[0], coping)
    )
    causes = frozenset() if unit.core.lemma.lower() in telling else _causes(unit, moves)
    ordered = sorted(moves, key=lambda hit: (_distance(unit, hit, causes), hit[0].i))
    if not ordered:
        return Turning("none", None, ())
    first, others = ordered[0], ordered[1:]
    chosen = _carried(sentence, first, others)
    direction = chosen[1].direction
    if chosen == first:
        direction = _with_what_it_moves(sentence, first, others)
    denials = [negated(sentence, unit, first[0]) or negated(sentence, unit, chosen[0])]
    denials += [
        unlikely,
        _hindered(sentence, first[0], hindrances),
        _denied_above(unit, hindrances),
    ]
    if denials.count(True) % 2:
        direction = _DENIED[direction]
    elif direction == "none" and _compared_down(sentence, chosen[0]):
        direction = "decline"
    return Turning(direction, chosen, moves)


def _denied_above(unit: Unit, hindrances: frozenset[str]) -> bool:
    """Whether what carries the core is denied ("it does not seem that"); "not rule out" is not."""
    sentence = unit.sentence
    if unit.core == unit.head:
        return False
    chain = []
    for above in sentence.ancestors(unit.core):
        chain.append(above)
        if above == unit.head:
            break
    if any(t.lemma.lower() in hindrances for t in chain):
        return False
    return any(
        _denies(sentence, child) for t in chain for child in sentence.children(t, "neg", "det")
    ) or any(_nobody(sentence, s) for t in chain for s in _subjects(sentence, t))


def _hindered(sentence: Sentence, token: Token, hindrances: frozenset[str]) -> bool:
    """Whether a verb of stopping has a word of judging for its subject or object."""
    above = sentence.head(token)
    ends = ("nsubj", "nsubjpass", "dobj")
    return token.dep in ends and token.pos == "NOUN" and above.lemma.lower() in hindrances


def _distance(unit: Unit, hit: Hit, causes: frozenset[int]) -> int:
    """How far a word is from the core of its clause; one that tells of no movement comes later,
    and so does one in a clause below or in what only causes the movement."""
    token, turn = hit
    late = _LATE if turn.direction == "none" else 0
    late += _LATE if token.i in causes else 0
    late += _LATE if is_below(unit.sentence, unit.core, token) else 0
    return _depth(unit.sentence, unit.core, token) + late


def _causes(unit: Unit, moves: Sequence[Hit]) -> frozenset[int]:
    """The words of the subject where something else moves by it: "the collapse of the league
    gave Tarn new openings" is of Tarn, and nothing collapses there."""
    sentence, core = unit.sentence, unit.core
    if core.lemma.lower() in _LINKING or core.pos not in VERBAL or is_passive(sentence, core):
        return frozenset()
    if not any(t.i > core.i and not is_below(sentence, core, t) for t, _ in moves):
        return frozenset()
    return frozenset(t.i for s in sentence.children(core, *SUBJECTS) for t in sentence.subtree(s))


def negated(sentence: Sentence, unit: Unit, token: Token) -> bool:
    """Whether a word is denied: itself, the verbs it hangs on, or with a subject like "no one"."""
    if _is_compared(sentence, token) and _is_record(sentence, token):
        return False
    above = [token]
    for one in sentence.ancestors(token):
        if len(above) > _UP_TO or above[-1] == unit.core or _has_its_own(sentence, above[-1]):
            break
        above.append(one)
    for one in above:
        below = sentence.children(one, "neg", "det", "preconj", "advmod")
        if any(_denies(sentence, t) for t in below):
            return True
        if one.pos in VERBAL and any(_nobody(sentence, s) for s in _subjects(sentence, one)):
            return True
    return False


def _has_its_own(sentence: Sentence, verb: Token) -> bool:
    """ "It did not rain; the wells are dry": what is joined with a subject of its own."""
    return verb.dep == "conj" and bool(sentence.children(verb, "nsubj", "nsubjpass", "expl"))


def _is_compared(sentence: Sentence, token: Token) -> bool:
    more = sentence.children(token, "advmod") if token.pos == "ADJ" else ()
    return any(t.tag in ("JJR", "RBR") for t in (token, *more))


def _is_record(sentence: Sentence, token: Token) -> bool:
    """Whether a comparison is told as the most there is: "had never been worse", "there is no one
    abler than Orr"."""
    above = (token, *sentence.ancestors(token))[:_UP_TO]
    if any(t.text.lower() == "never" for one in above for t in sentence.children(one, "neg")):
        return True
    than = any(t.text.lower() == "than" for one in above for t in sentence.children(one, "prep"))
    return than and any(
        one.text.lower() in _ANYBODY and (one.text.lower() != "one" or _nobody(sentence, one))
        for near in above
        for one in (near, *_subjects(sentence, near))
    )


def _denies(sentence: Sentence, token: Token) -> bool:
    if token.text.lower() not in _NEGATIVES:
        return False
    after = sentence[token.i + 1].text.lower() if token.i + 1 < len(sentence) else ""
    return after not in ("only", "just", "doubt", "more", "longer")


def _nobody(sentence: Sentence, subject: Token) -> bool:
    words = (subject, *sentence.children(subject, "det", "neg"))
    return any(t.text.lower() in ("no", "none", "nobody", "neither") for t in words)


def _subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    return sentence.children(verb, "nsubj", "nsubjpass")


def _carried(sentence: Sentence, first: Hit, others: Sequence[Hit]) -> Hit:
    """Behind a word of going on, the verb that tells what goes on: "continues to shrink"."""
    if first[1].direction != "persist":
        return first
    for other in others:
        token = other[0]
        below = token.dep in ("xcomp", "acomp", "oprd", "advmod") and token.head == first[0].i
        below = below or _says_what_it_is(sentence, first[0], token)
        if below and other[1].direction in ("increase", "decline"):
            return other
    return first


def _says_what_it_is(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Whether a word describes what something remains: "remains a leader less able than he"."""
    return token.dep in ("amod", "advmod") and any(
        t.dep in ("attr", "oprd", "acomp") and t.head == verb.i
        for t in sentence.ancestors(token)[:_UP_TO]
    )


def _with_what_it_moves(sentence: Sentence, first: Hit, others: Sequence[Hit]) -> str:
    """More of something bad is bad: "an increase in defections"; so is a change of it."""
    own = first[1].direction
    if own not in ("increase", "change"):
        return own
    # "Recover from the blow": what it came from does not move.
    below = {t.i for t in sentence.subtree(first[0]) if not _comes_from(sentence, t)}
    head = sentence.head(first[0]).i if first[0].pos == "ADJ" else None
    for token, turn in others:
        noun = token.pos in ("NOUN", "PROPN")
        if turn.direction == "decline" and noun and (token.i in below or token.i == head):
            return "decline"
    return own


def _comes_from(sentence: Sentence, token: Token) -> bool:
    return any(t.text.lower() in _AWAY for t in (token, *sentence.ancestors(token)))


def _set_aside(sentence: Sentence, token: Token) -> bool:
    """Whether a word stands behind "despite": what the clause says holds against it."""
    return any(t.text.lower() in _AGAINST for t in sentence.ancestors(token))


def _is_coped_with(sentence: Sentence, token: Token, coping: frozenset[str]) -> bool:
    """Whether a noun is what somebody copes with: "adapted to the loss of its founder"."""
    word = token
    while word.pos == "NOUN" or word.dep in ("prep", "pobj"):
        above = sentence.head(word)
        if above == word or word.dep not in ("pobj", "prep", "dobj", "conj", "nsubjpass"):
            return False
        if above.pos in VERBAL:
            return above.lemma.lower() in coping
        word = above
    return False


def _compared_down(sentence: Sentence, token: Token) -> bool:
    return any(t.text.lower() == "less" for t in sentence.children(token, "advmod"))


def _depth(sentence: Sentence, head: Token, token: Token) -> int:
    depth = 0
    for above in (token, *sentence.ancestors(token)):
        if above == head:
            return depth
        depth += 1
    return depth + _OUTSIDE
