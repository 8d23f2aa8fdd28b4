"""Why two names may be of one, or were made one: the grounds of the comparison as sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sayso.analysis.wording.names import folded, listed

_PAIR = re.compile(r"(?P<one>.+) ~ (?P<other>.+) \((?P<how>.+), \d\.\d+\)")
_QUOTED, _WORD = re.compile("“[^”]*”"), re.compile(r"\w+")
_FOREIGN = "Across scripts, parts of the names sound alike."
# How two parts of names are alike, as the comparison calls it.
_HOW = {
    "the same": "stand in both names",
    "sounds alike": "sound alike",
    "spellings of one name": "are spellings of one name",
    "shortened": "are the short and the long of one name",
    "joined": "are one, joined or apart",
    "but for an article": "differ by an article alone",
    "written together": "are one, written together or apart",
    "not alike": "are not alike",
}
_LACKS = "words that the other lacks: "
_CLASH = "each contradicts the other: "
# Grounds of one kind, told in one sentence; what stands for several comes last.
_LISTED = {
    "both beside ": "The reports name both beside {}.",
    "left out: ": "One of the names leaves out {}.",
}
_NONE = "–"
# Grounds that hold parts of names as they were compared.
_SIGNS = re.compile(f".+ ~ .+|left out: |{_LACKS}|{_CLASH}")
# From which score on two are one how surely.
_SURELY = (
    (0.9, "Very probably one"),
    (0.75, "Probably one"),
    (0.6, "About as likely one as two"),
    (0.0, "Rather two than one"),
)


def likeness(reasons: Iterable[str], names: Iterable[str] = ()) -> tuple[str, ...]:
    """The grounds as sentences: first what the names share, then what parts them, then the rest.

    Words of ``names`` are spelt as they are there: the comparison knows no capitals. What is in no
    known form is kept as it is, as a sentence.
    """
    names, reasons = list(names), list(reasons)
    if not all(map(_latin, filter(str.isalpha, "".join(names)))):
        # Across scripts sounds are compared, in signs that are nobody's letters.
        rest = [reason for reason in reasons if not _SIGNS.match(reason)]
        return ((_FOREIGN,) if len(rest) < len(reasons) else ()) + _told(rest)
    told = _told(reasons)
    words = [word for name in names for word in _WORD.findall(name)]
    spelt = {folded(word): word for word in words} | {word.casefold(): word for word in words}
    return tuple(
        _QUOTED.sub(lambda quoted: _WORD.sub(lambda w: spelt.get(w[0], w[0]), quoted[0]), line)
        for line in told
    )


def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _told(reasons: Iterable[str]) -> tuple[str, ...]:
    shared: dict[str, list[str]] = {}
    alike: dict[str, list[str]] = {}
    rest = []
    for reason in reasons:
        pair = _PAIR.fullmatch(reason)
        opening = next((words for words in _LISTED if reason.startswith(words)), None)
        if pair:
            shared.setdefault(pair["how"], []).append(_parts(pair["one"], pair["other"]))
        elif opening:
            alike.setdefault(opening, []).append(_quoted(reason.removeprefix(opening)))
        else:
            rest.append(_sentence(reason))
    told = [_shared(how, parts) for how, parts in shared.items()]
    more = [_LISTED[opening].format(listed(names)) for opening, names in alike.items()]
    return tuple(dict.fromkeys((*told, *rest, *more)))


def surely(score: float) -> str:
    """How surely two are one, in words; ``score`` is from 0 to 1."""
    return next(words for least, words in _SURELY if score >= least)


def _shared(how: str, told: Sequence[str]) -> str:
    parts = list(dict.fromkeys(told))
    if how == "the same":
        return f"{listed(parts)} {'stands' if len(parts) == 1 else 'stand'} in both names."
    each = f"{'; '.join(parts)}: " if len(parts) > 1 else f"{parts[0]} "
    return each + (_HOW.get(how) or f"are told to be one ({how})") + "."


def _parts(one: str, other: str) -> str:
    return _quoted(one) if one == other else f"{_quoted(one)} and {_quoted(other)}"


def _sentence(reason: str) -> str:
    if reason.startswith((_LACKS, _CLASH)):
        one, _, other = reason.partition(": ")[2].partition(" / ")
        if reason.startswith(_LACKS) and _NONE in (one, other):
            return f"Only one of the names has {_quoted(other if one == _NONE else one)}."
        return f"Where one name has {_quoted(one)}, the other has {_quoted(other)}."
    if reason.startswith("known as "):
        one, _, other = reason.removeprefix("known as ").partition(" and ")
        if one == other:
            return f"Both are known as {_quoted(one)}."
    one, parted, other = reason.partition(" against ")
    if parted:
        return f"Reports tell of one: {one}; of the other: {other}."
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""


def _quoted(words: str) -> str:
    return f"“{words}”"
