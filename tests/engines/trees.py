"""Sentences of any shape, as a grammar model may have read them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from sayso.records.parse import Sentence, Token


@st.composite
def trees(
    draw: st.DrawFn,
    words: Sequence[str],
    kinds: Sequence[tuple[str, str]],
    deps: Sequence[str],
    least: int = 1,
) -> list[Token]:
    """The tokens of one sentence: a tree of up to 14 of these words, parts of speech with their
    tags, and labels."""
    size = draw(st.integers(least, 14))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, place - 1))]
    word, kind, dep = (st.sampled_from(each) for each in (words, kinds, deps))
    return [
        Token(i, i, i + 1, draw(word), "x", *draw(kind), draw(dep), heads[i]) for i in range(size)
    ]


def is_tree_of(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether these are the same words, all below one root."""
    sentence = Sentence(0, tuple(tokens))
    same = [token.text for token in sentence] == list(words)
    return same and len(sentence.subtree(sentence.root)) == len(words)
