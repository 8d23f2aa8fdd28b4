"""Parts of speech and lemmas, worked out once for each different word and not for each word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

# The pipes whose work is done here.
PIPES = ("attribute_ruler", "lemmatizer")
# What a rule may look at and still say the same of a word wherever it stands.
_OWN = {"TAG", "DEP", "LOWER", "ORTH", "TEXT", "IS_SPACE"}
# Different words kept in mind; those of a long folder would else fill the memory.
_KEPT = 50_000

_Key = tuple[int, int, int]


class Form(NamedTuple):
    """What a word is apart from where it stands: ``Token`` has the same fields."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class Forms:
    """The forms of words in docs that have been tagged and parsed.

    The rules of spaCy's English models see a word, its tag and its label alone, apart from a few on
    words in a row ("let's", "gonna"). So a word met before with the same tag and label need not be
    matched against all rules again; a doc with such words in a row is left to the pipes themselves,
    and so is everything if a model has rules or pipes of another kind.
    """

    def __init__(self, language: Language) -> None:
        self._pipes = [language.get_pipe(name) for name in PIPES if language.has_pipe(name)]
        self._verbs = _verbs(language)
        self._irregular = _irregular(language)
        self._known: dict[_Key, Form] = {}
        self._in_a_row = _rules_in_a_row(language)

    @property
    def spared(self) -> tuple[str, ...]:
        """The pipes that need not be run before ``of`` is asked."""
        return PIPES if self._in_a_row is not None else ()

    def of(self, doc: Doc) -> list[Form]:
        """The form of each word of a doc, white space counted as words."""
        if self._in_a_row is None:
            return [self._form(token) for token in doc]
        if self._in_a_row(doc, allow_missing=True):
            return [self._form(token) for token in self._piped(doc)]
        keys = [(token.orth, token.tag, token.dep) for token in doc]
        if len(self._known) > _KEPT:
            self._known.clear()
        self._learn([key for key in dict.fromkeys(keys) if key not in self._known], doc)
        return [self._known[key] for key in keys]

    def _learn(self, keys: list[_Key], doc: Doc) -> None:
        if not keys:
            return
        alike = type(doc)(doc.vocab, words=[doc.vocab.strings[orth] for orth, _, _ in keys])
        for token, (_, tag, dep) in zip(alike, keys, strict=True):
            token.tag, token.dep = tag, dep
        if len(keys) > 1 and self._in_a_row and self._in_a_row(alike, allow_missing=True):
            # Words from here and there that would be read as a row: each alone then.
            for key in keys:
                self._learn([key], doc)
            return
        for key, token in zip(keys, self._piped(alike), strict=True):
            self._known[key] = self._form(token)

    def _piped(self, doc: Doc) -> Doc:
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc

    def _form(self, token: SpacyToken) -> Form:
        past = _past(token, self._verbs, self._irregular)
        if past is not None:
            return Form(token.text, past, token.pos_, "VBD", token.dep_)
        lemma = _lemma(token, self._verbs)
        return Form(token.text, lemma, token.pos_, token.tag_, token.dep_)


def _rules_in_a_row(language: Language) -> Matcher | None:
    """The rules on words in a row; null where a rule may see more than words, tags and labels."""
    from spacy.matcher import Matcher  # noqa: PLC0415 - with the model
    from spacy.pipeline import AttributeRuler, Lemmatizer  # noqa: PLC0415 - with the model

    if not all(language.has_pipe(name) for name in PIPES) or language.has_pipe("morphologizer"):
        return None
    ruler, lemmatizer = (language.get_pipe(name) for name in PIPES)
    if type(ruler) is not AttributeRuler or not isinstance(lemmatizer, Lemmatizer):
        return None
    if lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return None
    patterns: list[Any] = list(ruler.patterns)
    rules: list[list[dict[str, Any]]] = [words for each in patterns for words in each["patterns"]]
    if not all(word and set(word) <= _OWN for words in rules for word in words):
        return None
    rows = Matcher(language.vocab, validate=False)
    rows.add("in a row", [words for words in rules if len(words) > 1])
    return rows


def _verbs(language: Language) -> frozenset[str]:
    """The verbs that the model's own dictionary has; none if it has none."""
    return frozenset(_table(language, "lemma_index"))


def _irregular(language: Language) -> dict[str, str]:
    """The forms that the model's own dictionary has of irregular verbs, with their verbs."""
    return {form: lemmas[0] for form, lemmas in dict(_table(language, "lemma_exc")).items()}


def _table(language: Language, name: str) -> Any:
    """What one of the lemmatizer's tables says of verbs; empty if it has none."""
    if not language.has_pipe("lemmatizer"):
        return ()
    lookups: Any = getattr(language.get_pipe("lemmatizer"), "lookups", ())
    return lookups.get_table(name).get("verb", ()) if name in lookups else ()


# "Stag" as "staged" would have it: a verb of one syllable in one vowel and one consonant.
_CLIPPED = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprstvz]")


# "Retook", which dictionaries leave out, is past as "took" is.
_PREFIXED = re.compile(r"(?:re|over|out|under|mis|fore|with|par)(?P<rest>\w{3,})")


def _past(token: SpacyToken, verbs: frozenset[str], irregular: Mapping[str, str]) -> str | None:
    """The verb of an irregular past that was taken for a base form: "they retook it"."""
    word = token.lower_
    prefixed = _PREFIXED.fullmatch(word)
    if prefixed is None or token.tag_ not in ("VB", "VBP", "VBD") or word in verbs:
        return None
    base = irregular.get(prefixed["rest"])
    return irregular.get(word) or (word.removesuffix(prefixed["rest"]) + base if base else None)


def _lemma(token: SpacyToken, verbs: frozenset[str]) -> str:
    """A word's lemma; for "staged" it is "stage", since "stag" would double its last letter."""
    lemma = str(token.lemma_)
    if token.tag_ not in ("VBD", "VBN", "VBG") or f"{lemma}e" not in verbs:
        return lemma
    inflected = token.lower_ in (f"{lemma}ed", f"{lemma}ing")
    return f"{lemma}e" if inflected and _CLIPPED.fullmatch(lemma) else lemma
