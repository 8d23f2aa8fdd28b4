"""Time the comparing of clauses in a large made-up case, and how it grows.

    python -m eval.meetings [500 1000 2000]

The clauses of the project's own pairs of reports are shuffled into made-up reports of 40 clauses;
each hundred reports tell of people and bodies of their own, and all name a few in common. The
seconds are those of holding them side by side, once they are read; the last line is JSON.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

from eval.conflicts import pairs
from sayso.analysis.statements.find import Matter, Meeting, Reports, find_matters
from sayso.analysis.statements.gathering.meeting import outline_of
from sayso.analysis.statements.making import Known, statements
from sayso.analysis.statements.senses import senses
from sayso.analysis.statements.statement import Statement
from sayso.records.case import EntityMention
from sayso.records.documents import Document
from sayso.run.tools import tools
from sayso.run.whole.beside import Beside, Report, met, packed
from sayso.run.work import read_text

_CLAUSES = 40
_GROUP = 100
# Of the names in a made-up report, one in so many is known to the whole case.
_COMMON = 5
Told = list[tuple[Document, Statement]]


def material() -> Told:
    """The statements of the project's own reports, each with its document."""
    bench = tools()
    known, nobody = senses(bench.pack), Known({}, {}, {})
    found = []
    for pair in pairs("dev"):
        for text in pair.texts:
            notes = read_text(text, bench)
            mentions = [
                EntityMention(entity.id, mention.span, mention.form)
                for entity in notes.entities
                for mention in entity.mentions
            ]
            made = statements(notes, mentions, notes.claims, known, nobody)
            found += [(notes.document, one) for one in made]
    return found


def made_up(many: int, told: Told) -> dict[str, tuple[Document, tuple[Statement, ...]]]:
    """So many reports of shuffled statements, with names of their own."""
    chance = random.Random(7)
    reports = {}
    for number in range(many):
        chosen = chance.sample(told, _CLAUSES)
        document = replace(chosen[0][0], id=f"d-{number:06}")
        reports[document.id] = (
            document,
            tuple(_renamed(one, document, number // _GROUP, chance) for _, one in chosen),
        )
    return reports


def _renamed(one: Statement, document: Document, group: int, chance: random.Random) -> Statement:
    def name(entity: str) -> str:
        common = sum(map(ord, entity)) % _COMMON == 0
        return entity if common else f"{entity}-{group}"

    def names(found: frozenset[str]) -> frozenset[str]:
        return frozenset(name(x) if x.startswith("e-") else x for x in found)

    start = chance.randrange(max(1, len(document.text) - 60))
    place = (start, min(start + 50, len(document.text)))
    return replace(
        one,
        span=document.span(*place),
        sentence=place,
        voice=document.id,
        why=None,
        who=names(one.who),
        subject=names(one.subject),
        thing=names(one.thing),
        everything=names(one.everything),
    )


def kept_of(made: dict[str, tuple[Document, tuple[Statement, ...]]]) -> dict[str, bytes]:
    """Reports as comparing keeps them; here nobody has a name, and nothing is an event."""
    return {id: packed(Report(*told, {}, None, ())) for id, told in made.items()}


def main() -> int:
    """Print the seconds for each number of reports."""
    told, pack = material(), tools().pack
    figures = {}
    for many in map(int, sys.argv[1:] or ("500", "1000", "2000")):
        reports = made_up(many, told)
        outlines = ((id, outline_of(made[1])) for id, made in reports.items())
        kept = kept_of(reports)

        def matters(meetings: Iterable[Meeting], kept: dict[str, bytes] = kept) -> Iterator[Matter]:
            for one, others in meetings:
                held = tuple((kept[other], on) for other, on in others)
                yield from met(Beside(one, "", kept[one], held), pack).found

        begun = time.process_time()
        found = sum(1 for _ in find_matters(Reports(outlines, lambda _: (), matters)))
        seconds = time.process_time() - begun
        figures[many] = round(seconds, 1)
        print(f"{many:6} reports: {seconds:7.1f} s, {found} matters", flush=True)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
