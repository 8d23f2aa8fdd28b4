"""Score who is who on the project's own gold: short reports, every name marked before the rules.

    python -m eval.naming [--part dev|phrases|test|kinds|kinds_unseen]
        [--packs all|places|general|none] [-v]

Names F1: a named mention found has exactly the words of a marked one. B-cubed F1 is over the
marked mentions of a case of two reports; a missed one stands alone. Types, metonyms (a capital for
its government) and references ("she", "the agency", "the latter"; where the annotator saw no
clear answer, silence is right) are counted apart. The last line is the result as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.annotate.mentions.draft import THING
from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs, find
from sayso.read.choose import read_document
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import usable_typer
from sayso.run.who.people import people_of

GOLD = Path(__file__).with_name("gold") / "names"
MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]]*)\]")
KINDS = {"P": "Person", "O": "Organization", "U": "Outlet", "L": "Place", "G": "Group", "X": THING}
NAMES = ("name", "short", "acronym")
PARTS = ("dev", "phrases", "test", "kinds", "kinds_unseen")
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Marked:
    """One mark: where it stands, whom it means (nobody where the annotator left it open)."""

    start: int
    end: int
    who: str
    kind: str
    metonym: bool
    reference: bool
    open: bool


@dataclass(frozen=True)
class Case:
    """Reports on one subject that are read together."""

    name: str
    region: str
    texts: tuple[tuple[str, str, tuple[Marked, ...]], ...]


def cases(part: str) -> list[Case]:
    """The cases of a part of the gold."""
    return read_cases(GOLD / f"{part}.txt")


def read_cases(path: Path) -> list[Case]:
    """The cases of a file with marked names."""
    blocks = re.split(r"(?m)^# ", path.read_text("utf-8"))[1:]
    return [_case(*block.split("\n", 1)) for block in blocks]


def _case(title: str, body: str) -> Case:
    name, region, _ = title.split(" ", 2)
    reports = re.split(r"(?m)^## ", body)[1:]
    texts = [_report(f"{name}{part[0]}.txt", part.split("\n", 1)[1]) for part in reports]
    return Case(name, region, tuple(texts))


def _report(path: str, body: str) -> tuple[str, str, tuple[Marked, ...]]:
    text, marks, place = "", [], 0
    body = body.strip()
    for found in MARK.finditer(body):
        text += body[place : found.start()]
        marks.append(_marked(len(text), found[1], found[2]))
        text += found[1]
        place = found.end()
    return path, text + body[place:], tuple(marks)


def _marked(start: int, words: str, code: str) -> Marked:
    kind, _, who = code.rstrip("^~?").partition(".")
    return Marked(
        start, start + len(words), who, KINDS.get(kind, ""), "~" in code, "^" in code,
        "?" in code or not who,
    )  # fmt: skip


@dataclass
class Score:
    """Counts, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    cubed: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in the counts of another."""
        self.counts.update(other.counts)
        self.cubed.update(other.cubed)
        self.remarks += other.remarks

    def result(self) -> dict[str, float]:
        """The figures, in percent."""
        c, b = self.counts, self.cubed
        found = {
            "names F1": _f1(c["right"], c["found"], c["marked"]),
            "types right": _share(c["typed"], c["right"]),
            "metonyms F1": _f1(c["metonym right"], c["metonym found"], c["metonym"]),
            "references right": _share(c["reference right"], c["reference"]),
            "references precision": _share(c["reference right"], c["reference answered"]),
            "B-cubed precision": _share(b["precision"], b["n"]),
            "B-cubed recall": _share(b["recall"], b["n"]),
        }
        p, r = found["B-cubed precision"], found["B-cubed recall"]
        return {**found, "B-cubed F1": 2 * p * r / (p + r) if p + r else 0.0,
                "marked": c["marked"]}  # fmt: skip


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def _f1(right: int, found: int, marked: int) -> float:
    return _share(2 * right, found + marked)


def score(case: Case, pack: Pack, engine: SpacyEngine, total: Score) -> None:
    """Read the reports of a case and add what is right to the total."""
    read = {}
    for path, text, _ in case.texts:
        document = read_document(path, text.encode("utf-8"))
        read[path] = take_all(
            Notes(document),
            {"pack": pack, "engine": engine, "typer": usable_typer()},
            before="times",
        )
    people = people_of(read.values(), pack)
    owners = {
        (path, m.span.start, m.span.end): people.of(local, path).id
        for path, notes in read.items()
        for local in notes.entities
        for m in local.mentions
    }
    for path, text, marks in case.texts:
        assert read[path].document.text == text, path
        _score_names(read[path], path, marks, total)
    _score_groups(case, owners, total)


def _score_names(notes: Notes, path: str, marks: tuple[Marked, ...], total: Score) -> None:
    names = [m for m in marks if not m.open and not m.reference]
    things = {(m.start, m.end) for m in names if m.kind == THING}
    wanted = {(m.start, m.end): m for m in names if m.kind != THING}
    spans = [(m.start, m.end) for m in marks]
    found = {(m.span.start, m.span.end): m for m in notes.mentions if _counts(m)}
    outer = {
        s: m
        for s, m in found.items()
        if s in wanted or s in things or not any(a <= s[0] and s[1] <= b for a, b in spans)
    }
    right = wanted.keys() & outer.keys()
    total.counts.update(marked=len(wanted), found=len(outer), right=len(right))
    for place in sorted(wanted.keys() | outer.keys()):
        quote = notes.document.text[place[0] : place[1]]
        if place not in outer:
            total.remarks.append(f"{path} missed {quote!r}")
        elif place not in wanted:
            total.remarks.append(f"{path} extra {quote!r} {outer[place].type}")
        else:
            _score_mention(outer[place], wanted[place], f"{path} {quote!r}", total)


def _counts(mention: Mention) -> bool:
    return mention.form in NAMES and mention.type not in ("Office", "Group")


def _score_mention(found: Mention, mark: Marked, where: str, total: Score) -> None:
    stands = found.stands_for is not None
    total.counts.update(
        {
            "typed": found.type == mark.kind or mark.metonym,
            "metonym": mark.metonym,
            "metonym found": stands,
            "metonym right": stands and mark.metonym,
        }
    )
    if found.type != mark.kind and not mark.metonym:
        total.remarks.append(f"{where} is {found.type}, not {mark.kind}")
    if stands != mark.metonym:
        total.remarks.append(f"{where} metonym: {stands}")


def _score_groups(case: Case, owners: dict[Place, str], total: Score) -> None:
    gold, names = defaultdict(set), {}
    groups = defaultdict(set)
    for place, mark, words in _all(case):
        if not mark.reference and not mark.open and mark.kind != THING:
            gold[mark.who].add(place)
            groups[owners.get(place, str(place))].add(place)
            names[place] = (mark.who, words)
    for place, (who, _) in names.items():
        group = groups[owners.get(place, str(place))]
        both = len(group & gold[who])
        total.cubed.update(
            {"n": 1, "precision": both / len(group), "recall": both / len(gold[who])}  # type: ignore[dict-item]
        )
    _tell(case, gold, groups, names, total)
    mains = {who: Counter(owners.get(p) for p in places) for who, places in gold.items()}
    for place, mark, words in _all(case):
        if mark.reference:
            _score_reference(place, mark, words, owners.get(place), mains, total)


def _tell(case, gold, groups, names, total: Score) -> None:  # type: ignore[no-untyped-def]
    for group in groups.values():
        told = {names[p] for p in group}
        if len({who for who, _ in told}) > 1:
            total.remarks.append(f"{case.name} merged {sorted(told)}")
    for who, places in gold.items():
        parts = [sorted({names[p][1] for p in g & places}) for g in groups.values() if g & places]
        if len(parts) > 1:
            total.remarks.append(f"{case.name} apart {who}: {parts}")


def _score_reference(place, mark, words, owner, mains, total: Score) -> None:  # type: ignore[no-untyped-def]
    answer = owner if owner in {o for c in mains.values() for o in c} else None
    if mark.open:
        right = answer is None or answer in mains.get(mark.who, ())
    else:
        total.counts["reference"] += 1
        right = answer is not None and answer in mains.get(mark.who, ())
        total.counts["reference right"] += right
    total.counts["reference answered"] += answer is not None and not (mark.open and right)
    if not right:
        said = "silent" if answer is None else "wrong"
        total.remarks.append(f"{place[0]} {words!r} at {place[1]} {said}, not {mark.who}")


def _all(case: Case) -> Iterator[tuple[Place, Marked, str]]:
    for path, text, marks in case.texts:
        for m in marks:
            yield (path, m.start, m.end), m, text[m.start : m.end]


def pack_of(name: str) -> Pack:
    """The built-in packs, those with the towns of the world, the general one alone, or none."""
    folders = {pack.folder.name: pack.folder for pack in builtin_packs()}
    if name == "places":
        return load([*folders.values(), find("places")])
    if name == "none":
        return Pack()
    return load([folders["general"]] if name == "general" else folders.values())


def score_part(part: str, packs: str, *, verbose: bool = False) -> dict[str, Any]:
    """The figures of a part of the gold with some packs, of all cases and of each region."""
    pack, engine = pack_of(packs), SpacyEngine(DEFAULT_MODEL)
    totals: dict[str, Score] = defaultdict(Score)
    for case in cases(part):
        found = Score()
        score(case, pack, engine, found)
        for total in (totals["all"], totals[case.region]):
            total.add(found)
    if verbose:
        print("\n".join(totals["all"].remarks))
    figures = {name: _rounded(total.result()) for name, total in totals.items()}
    return {**figures.pop("all"), **figures}


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in figures.items()}


def main() -> int:
    """Score a part and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev")
    choices = ("all", "places", "general", "none")
    parser.add_argument("--packs", choices=choices, default="all")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(json.dumps(score_part(options.part, options.packs, verbose=options.verbose)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
