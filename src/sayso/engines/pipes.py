"""The pipes of a spaCy model, run one after the other so that the same labels come sooner."""

from __future__ import annotations

import importlib
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Stretches read at once: enough that a step is taken in many of them together, few enough that
# their vectors stay in the processor's own memory.
_TOGETHER = 64

# A stop that shortens a word and ends no sentence: before the number of what is numbered, between
# a rank or an office and a name, and between the two sides of a case in court.
_NUMBERED = (
    r"(?:(?<![.?!] )(?<!^)No|[Nn]os|[Pp]aras?|pp?|Arts?|arts|[Ss]ec|[Cc]hap|[Cc]h|[Vv]ols?|[Ff]igs?"
    r"|fn|nn?|ff|fols?|cl|[Rr]eg|[Ss]er|[Bb]k|[Tt]ab|[Aa]nn)\.(?=\s?(?:\d|[ivxl]+\b))"
)
_RANK = (
    r"(?:Adm|Amb|Asst|Atty|Brig|Capt|Cdr|Cllr|Cmdr|Cmdt|Col|Comdr|Const|Coun|Cpl|Dep|Det|Dir|Dr|Fr|Gen|Gov"
    r"|Hon|Insp|Lt|Maj|Messrs|Mr|Mrs|Ms|Msgr|Mx|Ofc|Pfc|Pres|Prof|Pte|Pvt|Reg|Rep|Reps|Rev|Sen|Sens|Sgt|Supt"
    r"|Treas|Vice)"
)
_SHORT = re.compile(
    rf"\b{_NUMBERED}|\b{_RANK}\.(?:[ -]?{_RANK}\.)*(?=\s[A-Z])|(?<=\w )vs?\.(?=\s[A-Z])",
    re.MULTILINE,
)
# "It cost $5m. The rest": the letter stands for millions, and the stop ends a sentence.
_AMOUNT_ENDS = re.compile(r"(?<=\d)[a-z]\.(?=\s*\Z|\s+[\"“'‘(\[]*[A-Z]|[\"”'’)\]])")


def read(language: Language, texts: Iterable[str], spared: Collection[str] = ()) -> Iterator[Doc]:
    """The docs of texts, in order, with the labels of all pipes but those spared.

    Raises ValueError where a text is longer than the model takes.
    """
    pipes = [pipe for name, pipe in language.pipeline if name not in spared]
    left = iter(texts)
    while some := list(islice(left, _TOGETHER)):
        docs = [_without_ends(_with_ends(language.make_doc(text))) for text in some]
        for pipe in pipes:
            docs = _through(pipe, docs)
        yield from docs


def _with_ends(doc: Doc) -> Doc:
    """The words of a text, the stop behind an amount in short apart from it."""
    ends = [one.span() for one in _AMOUNT_ENDS.finditer(doc.text)]
    words = [word for start, end in ends if (word := doc.char_span(start, end)) is not None]
    if words:
        with doc.retokenize() as parting:
            for word in words:
                if len(word) == 1:
                    token = word[0]
                    parting.split(token, [word.text[:-1], "."], heads=[(token, 0), (token, 1)])
    return doc


def _without_ends(doc: Doc) -> Doc:
    """The words of a text, told which of them can begin no sentence: those behind a short form.

    A stop that the model's own rules part from such a form is joined to it again.
    """
    short = list(_SHORT.finditer(doc.text))
    if short:
        stops = [at for one in short for at in range(*one.span()) if doc.text[at] == "."]
        with doc.retokenize() as joining:
            for at in stops:
                lone = doc.char_span(at, at + 1)
                if lone is not None and lone.start and not doc[lone.start - 1].whitespace_:
                    joining.merge(doc[lone.start - 1 : lone.end])
    for one in short:
        form = doc.char_span(*one.span(), alignment_mode="expand")
        if form is None:
            continue
        blank = form.end < len(doc) and doc[form.end].is_space
        for word in doc[form.start + 1 : form.end + 1 + blank]:
            word.is_sent_start = False
    return doc


def _through(pipe: Any, docs: list[Doc]) -> list[Doc]:
    # Comes with the model, and without types.
    parser: Any = importlib.import_module("spacy.pipeline.transition_parser").Parser
    if isinstance(pipe, parser) and pipe.cfg["beam_width"] == 1:
        _step_by_step(pipe, docs)
        return docs
    if hasattr(pipe, "pipe"):
        return list(pipe.pipe(docs))
    return [pipe(doc) for doc in docs]


def _step_by_step(parser: Any, docs: list[Doc]) -> None:
    """What the parser's own greedy search does, in the steps that its search by beams takes.

    Its own loop is compiled, but multiplies by blis, which packs the weights anew at each step:
    for models this small the loop over numpy's multiplication takes a third of the time.
    """
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        model = parser.model.predict(docs)
        while unfinished:
            unfinished = parser.transition_states(unfinished, model.predict(unfinished))
    parser.set_annotations(docs, states)
