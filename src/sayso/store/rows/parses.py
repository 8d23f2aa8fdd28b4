"""A parse in columns, a third of the size and of the time of one object a word."""

from __future__ import annotations

from typing import Any

from sayso.records.parse import Parse, Sentence, Token

# Runs over all tokens of a document; "i" counts within the sentence and need not be kept.
_COLUMNS = tuple(name for name in Token._fields if name != "i")


def parse_values(parse: Parse) -> dict[str, list[Any]]:
    """A parse as lists: block and length of each sentence, and a list for each field of tokens."""
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    columns = list(zip(*tokens, strict=True))[1:] or [() for _ in _COLUMNS]
    values = {name: list(column) for name, column in zip(_COLUMNS, columns, strict=True)}
    values["begins"] = [int(begins) for begins in values["begins"]]
    values["blocks"] = [sentence.block for sentence in parse.sentences]
    values["lengths"] = [len(sentence) for sentence in parse.sentences]
    return values


def parse_of(values: dict[str, list[Any]]) -> Parse:
    """The parse of which ``parse_values`` made these lists."""
    values = {**values, "begins": [bool(begins) for begins in values["begins"]]}
    rows = list(zip(*(values[name] for name in _COLUMNS), strict=True))
    sentences, place = [], 0
    for block, length in zip(values["blocks"], values["lengths"], strict=True):
        inside = rows[place : place + length]
        sentences.append(Sentence(block, tuple(Token(i, *row) for i, row in enumerate(inside))))
        place += length
    return Parse(tuple(sentences))
