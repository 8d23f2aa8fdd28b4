"""The step that cuts a document into clauses and tells of each what it is said of, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.claims.lexicon import Lexicon, lexicon
from sayso.extract.claims.turning import Hit, negated, turning
from sayso.extract.claims.units import Unit, units
from sayso.extract.grammar import VERBAL, subject_of
from sayso.packs.pack import Pack
from sayso.records.clauses import Clause, Place
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token

_READ = frozenset({"heading", "paragraph", "item", "quotation"})
_SAYING = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
# They tell when something is so, where they do not stand in the subject.
_WHEN = frozenset({"after", "since", "before", "following", "during", "until", "over", "amid",
                   "throughout"})  # fmt: skip
_WHY_PREPOSITIONS = frozenset({"because", "due", "owing", "thanks"})
_WHY_MARKS = frozenset({"because", "so"})
_WHY_VERBS = frozenset({"stem", "result", "mean"})
_OPEN = frozenset({"may", "might", "could", "threaten", "risk", "possible", "possibly", "perhaps"})
# In words. What is longer is a list or a fault of the text.
_LONGEST = 400


def find_clauses(notes: Notes, pack: Pack) -> tuple[Clause, ...]:
    """The clauses of a document in text order."""
    words = lexicon(pack)
    much = pack.list("magnitudes")
    hindrances = pack.list("hindrances")
    cues = _cues(notes)
    blocks = notes.document.blocks
    found = []
    for sentence in notes.parse.sentences:
        kind = blocks[sentence.block].kind if blocks else "paragraph"
        if kind not in _READ or len(sentence) > _LONGEST:
            continue
        here = frozenset(t.i for t in sentence if t.start in cues)
        for unit in units(sentence, here):
            hits = list(words.turns.find(unit.words))
            found.append(_clause(notes, unit, hits, words, hindrances, much, kind == "heading"))
    return tuple(found)


def _cues(notes: Notes) -> frozenset[int]:
    return frozenset(a.cue.start for a in notes.attributions if a.cue is not None)


def _clause(
    notes: Notes, unit: Unit, hits: list[Hit], words: Lexicon, hindrances: frozenset[str],
    much: frozenset[str], heading: bool,
) -> Clause:
    sentence = unit.sentence
    turned = turning(unit, hits, hindrances, unlikely=False)
    first = turned.hit[0] if turned.hit else unit.head
    subject = _subject(unit)
    return Clause(
        span=notes.document.span(unit.start, unit.end),
        sentence=sentence.start,
        words=tuple((t.start, t.lemma.lower()) for t in unit.words if t.pos in _SAYING and t.dep not in ("aux", "auxpass")),
        turned=tuple(t.start for t, turn in hits),
        direction=turned.direction if turned.hit else None,
        subject=subject,
        reason=_reason(unit),
        settings=tuple(_settings(unit, subject)),
        much=tuple(_much(unit, much)),
        denied=negated(sentence, unit, unit.core) or negated(sentence, unit, first),
        open=any(t.lemma.lower() in _OPEN for t in unit.words),
        heading=heading,
    )


def _subject(unit: Unit) -> Place | None:
    sentence = unit.sentence
    found = subject_of(sentence, unit.core) or subject_of(sentence, unit.head)
    if found is None:
        found = _stranded(unit)
    if found is None:
        return None
    tree = [t for t in sentence.subtree(found)]
    if unit.head in tree:
        tree = [found]
    return tree[0].start, tree[-1].end


def _stranded(unit: Unit) -> Token | None:
    """A noun right before a clause without a subject that parsers have joined to another verb."""
    sentence = unit.sentence
    for token in reversed(sentence.tokens[: unit.words[0].i]):
        if token.pos in VERBAL:
            return None
        if token.pos in ("NOUN", "PROPN") and sentence.head(token).pos in VERBAL:
            return token if token.dep == "conj" else None
    return None


def _settings(unit: Unit, subject: Place | None) -> Iterator[Place]:
    sentence = unit.sentence
    for token in unit.words:
        if token.text.lower() not in _WHEN or token.dep not in ("prep", "mark", "advmod"):
            continue
        top = sentence.head(token) if token.dep == "mark" else token
        tree = sentence.subtree(top)
        if unit.head in tree or unit.core in tree:
            continue
        if subject and subject[0] <= token.start < subject[1]:
            pass
        yield tree[0].start, tree[-1].end


def _reason(unit: Unit) -> Place | None:
    sentence = unit.sentence
    inside = sentence.subtree(unit.head)
    for token in inside:
        if token.i == unit.head.i:
            continue
        tree: Sequence[Token] = ()
        low = token.text.lower()
        if low in _WHY_PREPOSITIONS and token.dep in ("prep", "amod", "acomp", "advmod", "mark", "pcomp"):
            top = sentence.head(token) if token.dep == "mark" else token
            tree = sentence.subtree(top)
        elif low == "so" and token.i + 1 < len(sentence) and sentence[token.i + 1].text.lower() in ("that", "as"):
            tree = inside[inside.index(token):]
        elif low == "order" and token.i and sentence[token.i - 1].text.lower() == "in":
            tree = inside[inside.index(token):]
        elif token.pos == "VERB" and token.dep in ("advcl", "xcomp") and _aims(sentence, token):
            tree = sentence.subtree(token)
        elif token.lemma.lower() in _WHY_VERBS and token.dep in ("advcl", "acl", "ROOT", "conj", "relcl"):
            tree = [t for t in sentence.subtree(token) if t.i >= token.i]
        if tree and tree[0].i > inside[0].i:
            return tree[0].start, tree[-1].end
    return None


def _aims(sentence: Sentence, token: Token) -> bool:
    """Whether an infinitive tells what for: it hangs on a verb that needs none."""
    if not any(c.tag == "TO" for c in sentence.children(token, "aux")):
        return False
    above = sentence.head(token)
    return token.dep == "advcl" or bool(sentence.children(above, "dobj"))


def _much(unit: Unit, much: frozenset[str]) -> Iterator[int]:
    sentence = unit.sentence
    for token in unit.words:
        if token.lemma.lower() in much and token.dep in ("amod", "conj", "compound", "nmod"):
            noun = sentence.head(token)
            if noun.dep == "conj" and noun.pos == "ADJ":
                noun = sentence.head(noun)
            if noun.pos == "NOUN":
                yield noun.start
