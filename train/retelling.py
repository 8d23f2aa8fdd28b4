"""Learn families of words that tell of one kind of happening, from the training part of ECB+.

    python -m train.retelling KITS/events/data/ecb_train.jsonl

Counts how often two stems, told by reports on one subject, tell of one happening; stems whose log
odds reach a threshold are of one family. The threshold is the one that groups the mentions of
each half of the topics best (B-cubed) by the families of the other half. Writes the families, and
the words that at least one in ten of the texts uses: they tell no subject.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from sayso.resolve.retelling.families import family_of, stem_of
from sayso.resolve.retelling.subjects import subjects, terms_of, words_of

SHIPPED = Path(__file__).parents[1] / "src/sayso/resolve/retelling/families.json"
COMMON = SHIPPED.with_name("common.json")
THRESHOLDS = (2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)
# Two words seen together fewer times than this say nothing of each other.
SEEN = 3
# A word of this share of the texts is common; so many of them stand on a line.
SHARE, PER_LINE = 0.1, 12
Kin = dict[tuple[str, str], float]


class Told(NamedTuple):
    """A word that tells of a happening: its stem, the subject of its report, its chain, topic."""

    lemma: str
    subject: int
    chain: str
    topic: str


def main(path: Path) -> int:
    """Train, print what the threshold was chosen by, write the families."""
    told = list(read(path))
    topics = sorted({one.topic for one in told}, key=int)
    halves = [[one for one in told if topics.index(one.topic) % 2 == side] for side in (0, 1)]
    scores = {
        threshold: sum(
            b_cubed(test, families(kin_of(train), threshold))
            for train, test in (halves, halves[::-1])
        )
        / 2
        for threshold in THRESHOLDS
    }
    for threshold, score in scores.items():
        print(f"threshold {threshold}: B-cubed F1 {100 * score:.2f} on the other half")
    best = max(THRESHOLDS, key=lambda threshold: scores[threshold])
    found: dict[str, list[str]] = defaultdict(list)
    for stem, name in sorted(families(kin_of(told), best).items()):
        found[name].append(stem)
    lines = [f"{json.dumps(name)}: {json.dumps(stems)}" for name, stems in sorted(found.items())]
    SHIPPED.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    common = [json.dumps(word) for word in common_words(path)]
    lines = [", ".join(common[n : n + PER_LINE]) for n in range(0, len(common), PER_LINE)]
    COMMON.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")
    print(f"{len(found)} families at threshold {best}")
    return 0


def read(path: Path) -> Iterator[Told]:
    """The mentions of a kit's file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents: dict[str, Any] = {row["id"]: row for row in rows if row["kind"] == "document"}
    about = subjects([terms_of(words_of(row["text"])) for row in documents.values()])
    subject = dict(zip(documents, about, strict=True))
    for row in rows:
        if row["kind"] == "mention":
            id = row["document"]
            yield Told(row["lemma"], subject[id], row["chain"], documents[id]["topic"])


def common_words(path: Path) -> list[str]:
    """The words in small letters that many of a kit's texts use, in alphabetical order."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    texts = [row["text"] for row in rows if row["kind"] == "document"]
    spread = Counter(word for text in texts for word in {w.lower() for w in words_of(text)})
    return sorted(w for w, n in spread.items() if w.isalpha() and n >= SHARE * len(texts))


def kin_of(told: Sequence[Told]) -> Kin:
    """For two stems, how much likelier than any two they tell of one happening, as log odds."""
    seen: Counter[tuple[str, str]] = Counter()
    one: Counter[tuple[str, str]] = Counter()
    for a, b in _pairs(told):
        left, right = sorted((stem_of(a.lemma), stem_of(b.lemma)))
        seen[left, right] += 1
        one[left, right] += a.chain == b.chain
    base = (one.total() + 1) / (seen.total() + 2)
    shares = {key: (one[key] + 2 * base) / (n + 2) for key, n in seen.items() if n >= SEEN}
    return {
        key: math.log(share / (1 - share)) - math.log(base / (1 - base))
        for key, share in shares.items()
    }


def families(kin: Kin, threshold: float) -> dict[str, str]:
    """From stems to the first stem of their family, for stems that have kin."""
    parents: dict[str, str] = {}

    def first(stem: str) -> str:
        while parents.setdefault(stem, stem) != stem:
            stem = parents[stem]
        return stem

    for (a, b), odds in sorted(kin.items()):
        if a != b and odds >= threshold:
            low, high = sorted((first(a), first(b)))
            parents[high] = low
    return {stem: first(stem) for stem in list(parents)}


def b_cubed(told: Sequence[Told], known: Mapping[str, str]) -> float:
    """B-cubed F1 of grouping mentions by family and subject."""
    gold, made = _groups(one.chain for one in told), _groups(
        (one.subject, family_of(one.lemma, known)) for one in told
    )  # fmt: skip
    shared = [len(gold[n] & made[n]) for n in range(len(told))]
    precision = sum(s / len(made[n]) for n, s in enumerate(shared)) / len(told)
    recall = sum(s / len(gold[n]) for n, s in enumerate(shared)) / len(told)
    return 2 * precision * recall / (precision + recall)


def _groups(keys: Iterable[Any]) -> list[set[int]]:
    """For each place, the places of the same key."""
    listed = list(keys)
    groups: dict[Any, set[int]] = defaultdict(set)
    for place, key in enumerate(listed):
        groups[key].add(place)
    return [groups[key] for key in listed]


def _pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    groups: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        groups[one.subject].append(one)
    for group in groups.values():
        yield from combinations(group, 2)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
