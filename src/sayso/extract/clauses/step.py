"""The step that cuts a document into clauses and tells of each what it is said of, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.claims.lexicon import Lexicon, lexicon
from sayso.extract.claims.turning import Hit, negated, turning
from sayso.extract.claims.units import Unit, units
from sayso.extract.grammar import FINITE, VERBAL, is_passive, subject_of
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
_MEANT = frozenset({"mean", "intend", "design"})
_WHY_VERBS = frozenset({"stem", "result", "mean"})
# Nouns of what was done, as far as their ending shows it: "his nomination to block the other".
_DEEDS = ("tion", "sion", "ment", "wal", "ance")
_OPEN = frozenset({"may", "might", "could", "threaten", "risk", "possible", "possibly", "perhaps"})
_INNER = frozenset({"advcl", "relcl", "acl", "ccomp", "xcomp", "conj", "pcomp"})
# In words: shorter parts say little of their own.
_SHORTEST = 5
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
        wholes = list(units(sentence, here))
        for unit in (*wholes, *_parts(sentence, wholes)):
            hits = list(words.turns.find(unit.words))
            made = _clause(notes, unit, hits, words, hindrances, much, kind == "heading")
            found.append(made if unit in wholes else replace(made, part=True))
    return tuple(sorted(found, key=lambda c: (c.span.start, -c.span.end)))


def _parts(sentence: Sentence, wholes: Sequence[Unit]) -> Iterator[Unit]:
    """The clauses inside other clauses, and what a preposition gives as its reason."""
    heads = {unit.head.i for unit in wholes}
    for token in sentence:
        above = sentence.head(token)
        clause = token.pos in VERBAL and token.dep in _INNER and token.i not in heads
        reason = token.dep == "pobj" and above.text.lower() in (*_WHY_PREPOSITIONS, "to", "of") and (
            above.text.lower() in _WHY_PREPOSITIONS
            or sentence[above.i - 1].text.lower() in _WHY_PREPOSITIONS
        )
        when = token.dep == "pobj" and above.text.lower() in _WHEN
        if not (clause or reason or when):
            continue
        words = sentence.subtree(token)
        while words and words[0].pos in ("PUNCT", "CCONJ", "SPACE"):
            words = words[1:]
        while words and words[-1].pos in ("PUNCT", "SPACE"):
            words = words[:-1]
        if _SHORTEST <= len(words) < len(sentence) - 1:
            words = tuple(sentence.tokens[words[0].i : words[-1].i + 1])
            yield Unit(sentence, token, words)


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
        sentence=(sentence.start, sentence.end),
        words=tuple(_saying(unit, subject)),
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


def _saying(unit: Unit, subject: Place | None) -> Iterator[tuple[int, str]]:
    """The words of a clause that say something, those of a subject before it among them."""
    inside = {t.i for t in unit.words}
    for token in unit.sentence:
        own = token.i in inside or (subject and subject[0] <= token.start < subject[1])
        if own and token.pos in _SAYING and token.dep not in ("aux", "auxpass"):
            after = unit.sentence.children(token, "prt")
            yield token.start, "-".join(t.lemma.lower() for t in (token, *after))


def _subject(unit: Unit) -> Place | None:
    sentence = unit.sentence
    found = subject_of(sentence, unit.core) or subject_of(sentence, unit.head) or next(
        iter(sentence.children(unit.head, "expl")), None
    )
    if found is not None and found.dep == "expl":
        # "There are differences": what there is, is what it is said of.
        there = sentence.children(sentence.head(found), "attr", "dobj")
        found = there[0] if there else found
    if found is None:
        found = _stranded(unit)
    if found is None:
        return None
    tree = list(sentence.subtree(found))
    if unit.head in tree:
        tree = [found]
    if found.i not in {t.i for t in unit.words}:
        # Shared or stranded: its own words before it, not the clauses that hang on it.
        tree = [t for t in tree if t.i <= found.i]
    return tree[0].start, tree[-1].end


def _stranded(unit: Unit) -> Token | None:
    """A noun right before a clause without a subject that parsers have joined to another verb."""
    sentence = unit.sentence
    for token in reversed(sentence.tokens[: unit.words[0].i]):
        if token.tag in FINITE:
            return None
        if token.dep == "conj" and token.pos in ("NOUN", "PROPN"):
            return token if sentence.head(token).pos in VERBAL else None
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
            if token.lemma.lower() in _MEANT and is_passive(sentence, token):
                for below in sentence.children(token, "xcomp", "prep"):
                    tree = sentence.subtree(below)
                    return tree[0].start, tree[-1].end
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
        elif token.pos == "VERB" and _aims(sentence, token):
            tree = sentence.subtree(token)
        elif token.lemma.lower() in _WHY_VERBS and token.dep in ("advcl", "acl", "ROOT", "conj", "relcl"):
            tree = [t for t in sentence.subtree(token) if t.i >= token.i]
        if tree and tree[0].i > inside[0].i:
            return tree[0].start, tree[-1].end
    return None


def _aims(sentence: Sentence, token: Token) -> bool:
    """Whether an infinitive tells what for: it hangs on a whole clause, or on what was done."""
    if not any(c.tag == "TO" for c in sentence.children(token, "aux")):
        return False
    above = sentence.head(token)
    done = token.dep == "acl" and above.dep in ("dobj", "pobj", "nsubjpass")
    return token.dep == "advcl" or (done and above.lemma.lower().endswith(_DEEDS))


def _much(unit: Unit, much: frozenset[str]) -> Iterator[int]:
    sentence = unit.sentence
    for token in unit.words:
        if token.lemma.lower() in much and token.dep in ("amod", "conj", "compound", "nmod"):
            noun = sentence.head(token)
            if noun.dep == "conj" and noun.pos == "ADJ":
                noun = sentence.head(noun)
            if noun.pos == "NOUN":
                yield noun.start
