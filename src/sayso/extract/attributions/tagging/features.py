"""What the tagger is told of each word beside its letters: small whole numbers, one a column.

The encoder reads lower-case words without paragraphs, marks or grammar; these columns give it
those, and what the rules make of the word. Each column has its own table of learnt vectors, so
the numbers only need to be stable: append to the lists, never reorder them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.records.parse import Sentence, Token

LABELS = (
    "O",
    "B-source", "I-source",
    "B-cue", "I-cue",
    "B-content", "I-content",
)  # fmt: skip
ROLES = ("content", "source", "cue")
_TAGS = (
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS",
    "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
    "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''",
    "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "$", "#", "XX", "_SP",
)  # fmt: skip
_DEPS = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux",
    "auxpass", "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep",
    "det", "dobj", "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj",
    "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet",
    "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
_TAG = {tag: number for number, tag in enumerate(_TAGS, 1)}
_DEP = {dep: number for number, dep in enumerate(_DEPS, 1)}
_LABEL = {label: number for number, label in enumerate(LABELS)}

COLUMNS = {
    "shape": 6,
    "quotation": 4,
    "place": 5,
    "tag": len(_TAGS) + 1,
    "dep": len(_DEPS) + 1,
    "rule": len(LABELS),
    "under": 2 * len(_DEPS) + 3,
    "cue": 4,
}
_FARTHEST = 12
_SPEECH = frozenset({"say", "report", "claim", "deny"})

Row = tuple[int, ...]


def rows(scene: Scene, sayings: Iterable[Saying]) -> Iterator[list[Row]]:
    """For each sentence a row of numbers a word, in the order of COLUMNS.

    ``sayings`` are what the rules found.
    """
    ruled = _ruled(scene, sayings)
    block = -1
    for number, sentence in enumerate(scene.sentences):
        candidates = [_candidate(scene, token) for token in sentence]
        opens = _opening(scene, sentence, new=sentence.block != block)
        block = sentence.block
        yield [
            (
                _shape(token.text),
                _quotation(scene, token),
                opens if token.i == 0 else 0,
                _TAG.get(token.tag, 0),
                _DEP.get(token.dep, 0),
                ruled.get((number, token.i), 0),
                _under(sentence, token, candidates),
                candidates[token.i],
            )
            for token in sentence
        ]


def _shape(word: str) -> int:
    if word[:1].isdigit():
        return 4
    if not any(ch.isalnum() for ch in word):
        return 5
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 1 if word[:1].isupper() else 0


def _quotation(scene: Scene, token: Token) -> int:
    around = scene.quotation_at(token.start)
    if around is None:
        return 0
    if token.start == around[0]:
        return 2
    return 3 if token.end >= around[1] else 1


def _opening(scene: Scene, sentence: Sentence, *, new: bool) -> int:
    if not new:
        return 1
    kind = scene.document.blocks[sentence.block].kind
    return {"paragraph": 2, "item": 3}.get(kind, 4)


def _candidate(scene: Scene, token: Token) -> int:
    """Whether the pack knows the word as a cue: 1 of any kind, 2 a verb of saying, 3 a phrase."""
    if token.pos in ("VERB", "AUX"):
        entry = scene.cue(token.lemma.lower(), "verb")
        if entry is not None:
            return 2 if entry.act in _SPEECH else 1
    elif token.pos == "NOUN" and scene.cue(token.lemma.lower(), "noun"):
        return 1
    return 3 if token.text.lower() in scene.phrases("phrase") else 0


def _under(sentence: Sentence, token: Token, candidates: list[int]) -> int:
    """By which child a word hangs under the nearest cue above it, and on which side."""
    child = token
    for _ in range(_FARTHEST):
        head = sentence.head(child)
        if head.i == child.i:
            return 0
        if candidates[head.i] in (1, 2):
            return 1 + 2 * _DEP.get(child.dep, 0) + (child.i > head.i)
        child = head
    return 0


def _ruled(scene: Scene, sayings: Iterable[Saying]) -> dict[tuple[int, int], int]:
    """The label that the rules give to words, by sentence and place; sources and cues win."""
    found: dict[tuple[int, int], int] = {}
    spans: dict[str, list[Bounds]] = {role: [] for role in ROLES}
    for saying in outermost(scene, sayings):
        for role in ROLES:
            bounds = getattr(saying, role)
            if bounds is not None:
                spans[role].append(bounds)
    for role in ROLES:
        for start, end in sorted(spans[role]):
            first = True
            for number, token in scene.tokens_in(start, end):
                found[number, token.i] = _LABEL["B-" + role if first else "I-" + role]
                first = False
    return found


def outermost(scene: Scene, sayings: Iterable[Saying]) -> Iterator[Saying]:
    """The sayings that are not told inside another one."""
    by_block: dict[int, list[Saying]] = {}
    for saying in sayings:
        by_block.setdefault(scene.sentences[saying.sentence].block, []).append(saying)
    for group in by_block.values():
        yield from (s for s in group if not any(_holds(other, s) for other in group))


def _holds(outer: Saying, inner: Saying) -> bool:
    cue = inner.cue
    return (
        cue is not None
        and outer.cue != cue
        and outer.content[0] <= cue[0]
        and cue[1] <= outer.content[1]
        and not (inner.content[0] <= outer.content[0] and outer.content[1] <= inner.content[1])
    )
