"""Those who are named one by one behind a plural: "groups such as Zarb", "the two (Orl, Velm)"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from sayso.extract.grammar import VERBAL, conjuncts
from sayso.records.marks import NAME_FORMS, Mention
from sayso.records.parse import Sentence, Token


class _Named(Protocol):
    @property
    def mention(self) -> Mention: ...


_Member = TypeVar("_Member", bound=_Named)

_LISTING = frozenset({",", "and", ".", "the", "-", "–", "—", "/"})
_EXAMPLES = frozenset({"including", "like"})
# A list that a number announces is told within a few words: "two militias loyal to Orr, ...".
_NEAR = 8


def examples(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Those named as examples: "groups such as Zarb", "groups, including Zarb"."""
    # "Groups loyal to Orl, including Zarb": parsers hang the examples on the last name.
    strayed = (
        t
        for t in (sentence.subtree(noun) if noun.tag == "NNS" else ())
        if t.dep == "prep" and t.i > noun.i and sentence.head(t).tag in ("NN", "NNP")
    )
    if noun.tag == "NN" and any(t.text.lower() == "the" for t in sentence.children(noun, "det")):
        return  # "loyal to the president, such as Zarb": Zarb is no president
    for lead in (*sentence.children(noun, "prep"), *strayed, *_hung_above(sentence, noun)):
        such = lead.text.lower() == "as" and any(
            t.text.lower() == "such" for t in sentence.children(lead)
        )
        if such or lead.text.lower() in _EXAMPLES:
            yield from sentence.children(lead, "pobj")


def _hung_above(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The "including" behind a plural that parsers hang on what the plural hangs on.

    "A web of relations with its allies, including Zarb": no other plural stands between.
    """
    if noun.tag != "NNS":
        return
    for above in sentence.ancestors(noun):
        if above.pos in VERBAL:
            return
        for lead in sentence.children(above, "prep"):
            between = sentence.tokens[noun.i + 1 : lead.i]
            if lead.text.lower() == "including" and lead.i > noun.i:
                yield from (lead,) if all(t.tag != "NNS" for t in between) else ()


def named_behind(
    sentence: Sentence, noun: Token, members: Sequence[_Member],
    at: Callable[[Sentence, Token], Sequence[_Member]],
) -> tuple[_Member, ...]:  # fmt: skip
    """Those of the ``members`` that are named for a plural, as examples or one by one.

    ``at`` gives those that have a word as their head.
    """
    if noun.tag != "NNS":
        return ()
    # "The activities of Iran and its proxies, including Zarb": the nearest plural is shown.
    first = next((t.i for t in sentence.tokens[noun.i + 1 :] if t.tag == "NNS"), len(sentence))
    near = (lead for lead in examples(sentence, noun) if sentence.head(lead).i < first)
    words = (one for lead in near for one in conjuncts(sentence, lead))
    shown = (m for word in words for m in at(sentence, word)[:1] if m.mention.form in NAME_FORMS)
    return tuple(shown) or listed_behind(sentence, noun, members)


def listed_behind(
    sentence: Sentence, noun: Token, members: Sequence[_Member]
) -> tuple[_Member, ...]:
    """Those of the ``members`` of a sentence that are listed behind a plural, two or more.

    In brackets: "the northern provinces (Orl, Velm and Tarn)", "the three (Orl - Velm - Tarn)";
    or announced by a number: "two militias loyal to Orr, the Guards and the Scouts, attacked".
    Only between the names and commas may stand: a citation has more in it.
    """
    if noun.tag != "NNS":
        return ()
    opened = next((t.i for t in sentence.subtree(noun) if t.text == "(" and t.i > noun.i), None)
    if opened is not None:
        return _one_by_one(sentence, opened, ")", members)
    numbers = [t.text for t in sentence.children(noun, "nummod")]
    for mark in sentence.tokens[noun.i + 1 : noun.i + 1 + _NEAR] if numbers else ():
        if mark.pos in VERBAL and mark.tag != "VBN":
            break
        told = _one_by_one(sentence, mark.i, ",", members) if mark.text == "," else ()
        if told and (not numbers[0].isdecimal() or int(numbers[0]) == len(told)):
            return told
    return ()


def _one_by_one(
    sentence: Sentence, opened: int, closing: str, members: Sequence[_Member]
) -> tuple[_Member, ...]:
    """Those between two marks, where nothing but them stands; commas list them too."""
    places = {
        t.i: member
        for member in members
        if member.mention.form in NAME_FORMS
        for t in sentence.within(member.mention.span.start, member.mention.span.end)
    }
    told: list[_Member] = []
    for token in sentence.tokens[opened + 1 :]:
        member = places.get(token.i)
        if member is not None:
            told += [member] if member not in told else []
        elif token.text == closing and (closing != "," or _is_last(sentence, token, places)):
            return tuple(told) if len(told) > 1 else ()
        elif token.text.lower() not in _LISTING:
            break
    return ()


def _is_last(sentence: Sentence, comma: Token, names: dict[int, _Member]) -> bool:
    """Whether a comma ends a list, and no further name stands behind it."""
    behind = [t for t in sentence.tokens[comma.i + 1 : comma.i + 4] if t.text.lower() != "the"]
    return not behind or (behind[0].i not in names and behind[0].text.lower() != "and")
