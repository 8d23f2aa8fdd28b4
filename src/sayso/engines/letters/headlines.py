"""Capitals in headlines: where each word has one, or is nothing but capitals, they tell no names.

What a word is, the report below tells: what stands there in small letters is no name, and what has
a capital inside a sentence is one. For the rest there are the words of the language, as for texts
without capitals (see truecase.py). Letters keep their places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.engines.letters.truecase import (
    MONTHS,
    WORD,
    Capitals,
    gaps_between,
    is_common,
    paired,
    put,
    shipped_capitals,
)

# In words; of those with a capital that are no names so many are asked for.
_LEAST, _PLAIN = 4, 3
# And no more: a paragraph in capitals is its writer's way to write.
_MOST = 40
# What a headline writes small, as the name of a body or the title of a book does; a line with any
# other word in small letters is a sentence.
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of",
    "off", "on", "onto", "or", "over", "per", "the", "to", "up", "via", "vs", "with", "after",
    "amid", "against", "before", "than",
    # Inside names of people and places.
    "al", "bin", "da", "de", "del", "der", "di", "el", "la", "le", "van", "von", "y",
})  # fmt: skip
# Words that no name has: where one has a capital inside a line, capitals tell nothing there.
_NO_NAMES = frozenset({
    "about", "after", "again", "against", "ago", "amid", "among", "are", "as", "at", "be", "been",
    "before", "but", "by", "can", "could", "despite", "did", "does", "during", "from", "had", "has",
    "have", "he", "her", "his", "how", "if", "into", "is", "it", "its", "just", "more",
    "most", "not", "off", "on", "once", "over", "says", "she", "should", "than", "that", "their",
    "them", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "while",
    "who", "why", "with", "would", "you", "your",
})  # fmt: skip
_OPENS = re.compile(r"(?:^|(?<![A-Z])[.!?:\n]['\"”’)]*\s*|[\"“‘(\[*•–—]\s*)$")
# Behind these stands a part of a word: "Isn't", "Third-party".
_PARTS = ("'", "’", "-")
_DIGIT = re.compile(r"\d")
_NOT = re.compile(r"['’][tT]\b")
# In characters: so far back is looked for what opens a sentence.
_BACK = 4
# In letters: a longer word in capitals is no body's.
_BODY = 6


class _Seen(NamedTuple):
    """How words and pairs of words are written inside the sentences of a report."""

    forms: Mapping[str, Counter[str]]
    pairs: frozenset[str]

    def usual(self, word: str) -> str | None:
        """The form in which a word mostly stands, one with capitals before another; null where it
        does not stand there."""
        found = self.forms.get(word)
        return max(found, key=lambda f: (found[f], f != f.lower(), f)) if found else None


def with_small_letters(
    text: str,
    bounds: Sequence[tuple[int, int]],
    knows: Callable[[str], bool],
    capitals: Capitals | None = None,
) -> str:
    """The text of a report with the words of its headlines in the letters of its sentences.

    ``bounds`` are where its blocks begin and end; ``knows`` tells whether a word in small letters
    is one of the language, ``capitals`` which are mostly names (the shipped ones if not given).
    """
    told = capitals or shipped_capitals()
    heads = {bound for bound in bounds if _is_headline(text[slice(*bound)], knows, told)}
    if not heads:
        return text
    seen = _seen(text, [bound for bound in bounds if bound not in heads])
    found = list(text)
    for start, end in heads:
        found[start:end] = _sentence(text[start:end], seen, knows, told)
    return "".join(found)


def _is_headline(line: str, knows: Callable[[str], bool], told: Capitals) -> bool:
    """Whether a line gives capitals to words that are no names."""
    words: list[str] = []
    for match in WORD.finditer(line):
        word = match.group()
        if _is_part(line, match):
            continue
        # Most lines are sentences, and told by their second word.
        if (word[0].islower() and word not in _SMALL) or len(words) == _MOST:
            return False
        words.append(word)
    if len(words) < _LEAST or "\n" in line.strip():
        return False
    inside = [word for word in words[1:] if len(word) > 1 and word[0].isupper()]
    plain = [word for word in inside if is_common(word.lower(), knows, noun=False, capitals=told)]
    sure = any(word.lower() in _NO_NAMES and not word.isupper() for word in inside)
    return sure or len({word.lower() for word in plain}) >= _PLAIN


def _is_part(line: str, word: re.Match[str]) -> bool:
    """Whether a word is the end of one that it is written together with."""
    before = line[word.start() - 1 : word.start()] if word.start() > 1 else " "
    return before.isdigit() or (before in _PARTS and line[word.start() - 2] != " ")


def _seen(text: str, bounds: Sequence[tuple[int, int]]) -> _Seen:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    pairs = set()
    for start, end in bounds:
        before = None
        for match in WORD.finditer(text, start, end):
            word = match.group()
            opens = _OPENS.search(text, max(start, match.start() - _BACK), match.start())
            at_head = match.start() == start or opens is not None
            if not at_head and (len(word) <= _BODY or not word.isupper()):
                forms[word.lower()][word] += 1
            proper = before is not None and before.group()[0].isupper() and word[0].isupper()
            if before is not None and proper and text[before.end() : match.start()] == " ":
                pairs.add(f"{before.group()} {word}".lower())
            before = match
    return _Seen(forms, frozenset(pairs))


def _sentence(line: str, seen: _Seen, knows: Callable[[str], bool], told: Capitals) -> list[str]:
    """A headline in the letters of a sentence."""
    found = list(line)
    matches = list(WORD.finditer(line))
    shouted = line.upper() == line
    written = _Written(seen, knows, told, shouted)
    lower = [match.group().lower() for match in matches]
    pairs = paired(lower, gaps_between(line, matches), seen.pairs, told.pairs)
    named = [p in pairs or written.is_name(m.group()) for p, m in enumerate(matches)]
    for place, match in enumerate(matches):
        word = match.group()
        if len(word) == 1 and (_is_part(line, match) or line[match.end() :][:1] == "."):
            continue
        beside = any(named[max(place - 1, 0) : place] + named[place + 1 : place + 2])
        made = written.of(word, paired=place in pairs, beside=beside)
        if _NOT.match(line, match.end()):
            made = word.lower()
        if word.lower() in MONTHS and _DIGIT.search(
            line[max(match.start() - 2, 0) : match.end() + 2]
        ):
            # "6 May 2014"
            made = word
        if place == 0 or _OPENS.search(line, 0, match.start()):
            made = word[0] + made[1:]
        put(found, match, made)
    return found


@dataclass(frozen=True, slots=True)
class _Written:
    """How the words of a headline would be written in a sentence; ``shouted`` where all of it is
    capitals."""

    seen: _Seen
    knows: Callable[[str], bool]
    told: Capitals
    shouted: bool

    def is_name(self, word: str) -> bool:
        """Whether a word by itself is a name: by the report, or else by the language."""
        lower = word.lower()
        usual = self.seen.usual(lower)
        if usual is not None or lower in _SMALL or lower in _NO_NAMES:
            return usual is not None and usual != lower
        return not is_common(lower, self.knows, noun=True, capitals=self.told)

    def of(self, word: str, *, paired: bool, beside: bool) -> str:
        """A word, that is ``paired`` with another in a name or stands ``beside`` a name."""
        lower = word.lower()
        usual = self.seen.usual(lower)
        if not self.shouted and word.isupper() and len(word) > 1:
            # The letters of a body: US, EU.
            return word
        if usual is not None and usual != lower:
            return usual
        title = word.capitalize() if self.shouted else word
        if paired or (self.is_name(word) and word[0].isupper()):
            return title
        grows = beside and usual is None and lower in self.told.sometimes
        return title if grows and word[0].isupper() else lower
