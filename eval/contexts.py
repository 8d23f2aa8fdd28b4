"""Score what context tells of who is who: two reports each, one name, one person or two.

    python -m eval.contexts [--part contexts] [--packs all|places|general|none] [-v]

A case of `eval/gold/names/contexts.txt` names who is looked for in either report. Right is a case
in which the two are one entity where it says `join`, and two where it says `part`; a name that is
not found is wrong. The last line is the result as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from typing import NamedTuple

from eval.naming import GOLD, pack_of
from sayso.engines.spacy import DEFAULT_MODEL, SpacyEngine
from sayso.packs.pack import Pack
from sayso.read.choose import read_document
from sayso.records.notes import Notes
from sayso.run.plan import take_all
from sayso.run.tools import usable_typer
from sayso.run.who.people import People, people_of


class Case(NamedTuple):
    """Two reports, whom to look for in each, and whether they are one."""

    name: str
    joins: bool
    field: str
    names: tuple[str, str]
    texts: tuple[str, str]


def cases(part: str = "contexts") -> list[Case]:
    """The cases of a file of the names room."""
    blocks = re.split(r"(?m)^# ", (GOLD / f"{part}.txt").read_text("utf-8"))[1:]
    return [_case(block) for block in blocks]


def _case(block: str) -> Case:
    head, names, rest = block.split("\n", 2)
    name, wanted, field = head.split(" ", 2)
    left, _, right = names.removeprefix("> ").partition(" = ")
    first, second = (text.strip() for text in re.split(r"(?m)^## [ab]\n", rest)[1:])
    return Case(name, wanted == "join", field, (left, right), (first, second))


def joined(case: Case, pack: Pack, engine: SpacyEngine) -> bool | None:
    """Whether the two are one entity; null where one of them is not found."""
    read = []
    for place, text in enumerate(case.texts):
        document = read_document(f"{case.name}-{place}.txt", text.encode("utf-8"))
        read.append(
            take_all(Notes(document), {"pack": pack, "engine": engine, "typer": usable_typer()})
        )
    people = people_of(read, pack)
    found = [_found(notes, name, people) for notes, name in zip(read, case.names, strict=True)]
    return None if None in found else found[0] == found[1]


def _found(notes: Notes, name: str, people: People) -> str | None:
    return next(
        (
            people.of(local, notes.document.path).id
            for local in notes.entities
            if any(mention.span.quote == name for mention in local.mentions)
        ),
        None,
    )


def score(part: str, packs: str, *, verbose: bool = False) -> dict[str, float]:
    """How many of the cases are right, of those to be joined and of those to be parted."""
    pack, engine = pack_of(packs), SpacyEngine(DEFAULT_MODEL)
    counts: Counter[str] = Counter()
    for case in cases(part):
        got = joined(case, pack, engine)
        wanted = "join" if case.joins else "part"
        counts.update({wanted: 1, f"{wanted} right": got is case.joins})
        if verbose and got is not case.joins:
            print(f"{case.name} {case.names[0]}: {got}, not {case.joins}")
    right = counts["join right"] + counts["part right"]
    return {**counts, "right": right, "cases": counts["join"] + counts["part"]}


def main() -> int:
    """Score a part and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", default="contexts")
    choices = ("all", "places", "general", "none")
    parser.add_argument("--packs", choices=choices, default="all")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    print(json.dumps(score(options.part, options.packs, verbose=options.verbose)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
