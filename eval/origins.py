"""Score the counting of origins on the project's own stories (see eval/gold/origins).

    python -m eval.origins [--part test] [-v]

Metric: precision, recall and F1 over pairs of tellings of one event that share an origin. The
last line is the result as JSON.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from eval.parts import print_part
from sayso.analysis.corroboration import origins
from sayso.analysis.origins.copies import Copies
from sayso.records.case import Account
from sayso.records.documents import Block, Document
from sayso.records.statements import Attribution, Link

STORIES = Path(__file__).with_name("gold") / "origins" / "stories.txt"
Voices = dict[str, str]
WITNESS = "A baker from the next street said that she had heard of it on the radio first."


@dataclass(frozen=True)
class Told:
    """One telling: the paper that prints it, its words, and whom it names as its source."""

    paper: str
    words: str
    chain: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True)
class Group:
    """Tellings of one event and, for each, the label of its origin."""

    name: str
    tellings: tuple[Told, ...]
    labels: tuple[str, ...]


def groups(part: str) -> Iterator[Group]:
    """Five groups of each story of a part."""
    for name, voices in stories(part):
        o, e, b, i = (voices[key] for key in "OEBI")
        yield Group(f"{name} copies", (Told("A", o), Told("B", e), Told("C", i)), ("x", "x", "y"))
        yield Group(f"{name} back", (Told("A", o), Told("B", b), Told("C", i)), ("x", "x", "y"))
        chain = (Told("Agency", o), Told("B", i, ("Agency",), "2021-05-04"), Told("C", e))
        yield Group(f"{name} chain", chain, ("x", "x", "x"))
        circle = (Told("A", o, ("B",)), Told("B", WITNESS, ("A",)), Told("C", i))
        yield Group(f"{name} circle", circle, ("x", "x", "y"))
        apart = (Told("A", o), Told("B", i), Told("C", WITNESS, ("a baker",)))
        yield Group(f"{name} apart", apart, ("x", "y", "z"))


def stories(part: str) -> Iterator[tuple[str, Voices]]:
    """The stories of a part, each with its four tellings by letter."""
    for head, body in re.findall(r"(?m)^# (\w+ \w+)\n((?:[OEBI]: .*\n)+)", STORIES.read_text()):
        if head.endswith(part):
            yield head.split()[0], dict(re.findall(r"(?m)^([OEBI]): (.*)$", body))


def found_pairs(group: Group) -> set[tuple[int, int]]:
    """The pairs of tellings that sayso takes to share an origin."""
    documents = [_document(place, told) for place, told in enumerate(group.tellings)]
    attributions: dict[str, Attribution] = {}
    accounts = []
    for place, (document, told) in enumerate(zip(documents, group.tellings, strict=True)):
        span = document.span(0, len(document.text))
        ids: tuple[str, ...] = ()
        if told.chain:
            ids = (f"a-{place}",)
            chain = tuple(Link(name) for name in told.chain)
            attributions[ids[0]] = Attribution(
                ids[0], None, None, None, span, chain, told.published, (), "affirms"
            )
        accounts.append(Account(span, ids, "reported" if ids else "asserted"))
    speakers = {d.id: (t.paper,) for d, t in zip(documents, group.tellings, strict=True)}
    counted = origins(accounts, attributions, speakers, Copies(documents))
    return {pair for one in counted for pair in combinations(sorted(one.accounts), 2)}


def _document(place: int, told: Told) -> Document:
    block = Block("paragraph", 0, len(told.words))
    return Document(f"d-{place}", f"{place}.txt", "0" * 64, "txt", told.words, (block,))


def score(part: str, *, verbose: bool = False) -> dict[str, float]:
    """Precision, recall and F1 over all pairs of a part, in percent."""
    counts: Counter[str] = Counter()
    for group in groups(part):
        places = range(len(group.tellings))
        gold = {(i, j) for i, j in combinations(places, 2) if group.labels[i] == group.labels[j]}
        found = found_pairs(group)
        counts.update(groups=1, right=len(gold & found), gold=len(gold), found=len(found))
        if verbose and gold != found:
            print(group.name, "missed", sorted(gold - found), "wrong", sorted(found - gold))
    precision = counts["right"] / max(counts["found"], 1)
    recall = counts["right"] / max(counts["gold"], 1)
    return {
        "groups": counts["groups"],
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "pair F1": round(200 * counts["right"] / max(counts["found"] + counts["gold"], 1), 1),
    }


if __name__ == "__main__":
    sys.exit(print_part(__doc__, score))
