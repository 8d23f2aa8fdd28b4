"""Learn which words are written with a capital inside sentences: python -m train.capitals --help

Counts over running text, with the sentence's first word left out, and the names of a dictionary
(Princeton WordNet 3.0, Debian package wordnet-base) for what the texts do not have. Writes
src/sayso/engines/letters/capitals.json; see docs/models/capitals.md.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "sayso" / "engines" / "letters" / "capitals.json"
TOKEN = re.compile(r"[^\W\d_]+|[^\s\w]|\d+")
ENDS = frozenset(".!?:\"“”'‘’•|—–-(")
# Paragraphs of more capitals among words than this are headlines.
HEADLINE = 0.4
SEEN, OFTEN, MOSTLY, SOMETIMES = 3, 2, 0.9, 0.25
PARTS = ("noun", "verb", "adj", "adv")


def main() -> None:
    """Read the texts and the dictionary, write the words."""
    options = _options()
    upper, lower, pairs, common = count(_paragraphs(options.texts))
    proper, ordinary = _dictionary(options.wordnet) if options.wordnet else (set(), set())
    always, never = set(), set()
    for word in upper.keys() | lower.keys():
        total = upper[word] + lower[word]
        share = upper[word] / total
        if total >= SEEN and share >= MOSTLY:
            always.add(word)
        if total >= SEEN and share < SOMETIMES:
            never.add(word)
    always |= {word for word in proper - ordinary if word not in never and lower[word] < SEEN}
    always -= {word for word in always & ordinary if upper[word] < 2 * SEEN}
    some = {w for w in upper if w not in always and w not in never and upper[w] > lower[w] / 10}
    sometimes = ((proper & ordinary) - never) | some
    told = sorted(
        " ".join(pair)
        for pair, times in pairs.items()
        if times >= OFTEN and times > 2 * common[pair] and not set(pair) & always
    )
    found = {"always": sorted(always), "sometimes": sorted(sometimes - always), "pairs": told}
    OUT.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print({name: len(words) for name, words in found.items()}, OUT.stat().st_size)


def count(
    paragraphs: Iterable[str],
) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """How often each word is capital and small inside sentences, and pairs both capital, or not."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    common: Counter[tuple[str, str]] = Counter()
    for paragraph in paragraphs:
        tokens = TOKEN.findall(paragraph)
        words = [t for t in tokens if t.isalpha()]
        if not words or sum(w[0].isupper() for w in words) > HEADLINE * len(words):
            continue
        inside = list(_inside(tokens))
        for word in inside:
            if word:
                (upper if word[0].isupper() else lower)[word.lower()] += 1
        for one, other in pairwise(inside):
            if one and other:
                both = one[0].isupper() and other[0].isupper()
                (pairs if both else common)[one.lower(), other.lower()] += 1
    return upper, lower, pairs, common


def _inside(tokens: Iterable[str]) -> Iterator[str]:
    """The words that no sentence begins with; an empty string for what stands between them."""
    opens = True
    for token in tokens:
        if token.isalpha():
            yield "" if opens else token
            opens = False
        else:
            yield ""
            opens = opens or token in ENDS


def _dictionary(folder: Path) -> tuple[set[str], set[str]]:
    """Single words that the dictionary has with a capital, and those it has without."""
    proper, ordinary = set(), set()
    for part in PARTS:
        for line in (folder / f"data.{part}").read_text("utf-8", errors="ignore").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" ")
            for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                for piece in word.split("_"):
                    if piece.isalpha():
                        single = "_" not in word
                        if piece[0].isupper():
                            proper.add(piece.lower())
                        elif single:
                            ordinary.add(piece)
    return proper, ordinary


def _paragraphs(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            yield from json.loads(line).get("text", "").splitlines()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", type=Path, nargs="+", help="JSON lines with a text each")
    parser.add_argument("--wordnet", type=Path, help="folder of WordNet's data files")
    return parser.parse_args()


if __name__ == "__main__":
    main()
