"""Learn how likely two tellings are of one event, from the training part of ECB+.

    python -m train.tellings KITS/events/data/ecb_train.jsonl

Reads the texts as a case, with every step of a reading, and takes pairs of tellings of two reports
on one subject that nothing keeps apart. Those that cover words of one chain are of one event. Fits
a logistic model of what the two have in common (docs/models/tellings.md) and writes its weights;
what it would join is printed for topics that it was not fitted to.
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

import numpy as np

from sayso.engines.spacy import SpacyEngine
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.read.choose import read_document
from sayso.records.accounts import EventAccount
from sayso.records.case import Account, Entity, EntityMention, Event
from sayso.records.marks import NAME_FORMS
from sayso.records.notes import Notes
from sayso.resolve.events import Telling, could_be_one, marked, telling_of
from sayso.resolve.retelling.families import family_of
from sayso.resolve.retelling.subjects import subjects, terms_of, words_of
from sayso.resolve.tellings.likeness import Likeness, counted_in, likeness
from sayso.run.linking import link
from sayso.run.plan import take_all
from sayso.run.tools import usable_tagger, usable_typer

SHIPPED = Path(__file__).parents[1] / "src/sayso/resolve/tellings/likeness.json"
# What is thought of each likeness before anything is seen, in log odds: few reports of the
# training part tell of sums, days or counts, and what they do not show stays as thought.
THOUGHT = Likeness(
    family=1.2, mode=0.5, day=2.0, month=0.5, undated=0.0, who=1.5, pair=1.5, post=1.5,
    other_role=0.8, others=-2.0, thing=1.0, other_thing=-1.0, only=1.5, place=0.8, number=1.5,
    bare_number=0.3, size=2.5, other_number=-2.0, words=3.0, many_words=1.0,
)  # fmt: skip
ANY = -2.5
# How strongly weights are held to what is thought, and the steps of the fitting.
HOLD, FREE, STEPS = 40.0, 0.01, 60
FOLDS = 4
Row = dict[str, Any]


class Pair(NamedTuple):
    """What two tellings have in common, whether they are of one event, and their subject."""

    likeness: Likeness
    same: bool
    subject: int


def main(path: Path) -> int:
    """Read, fit, print what would be joined of topics not fitted to, write the weights."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    notes = {row["id"]: read(row["text"]) for row in rows if row["kind"] == "document"}
    pairs = list(pairs_of(notes, rows))
    for share in (60, 70, 80, 90):
        print(f"from {share} in a hundred on: {_told(pairs, share / 100)}")
    weights = fitted(pairs)
    SHIPPED.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    return 0


def read(text: str) -> Notes:
    """The notes of a text, every step taken with all packs."""
    return take_all(Notes(read_document("text.txt", text.encode())), _TOOLS)


def pairs_of(notes: Mapping[str, Notes], rows: Sequence[Row]) -> Iterator[Pair]:
    """Pairs of tellings of two reports on one subject, of which it is known what they tell of."""
    about = subjects([terms_of(words_of(one.document.text)) for one in notes.values()])
    subject = {n.document.id: s for n, s in zip(notes.values(), about, strict=True)}
    chains = _chains(notes, rows)
    told: dict[int, list[tuple[Telling, str]]] = defaultdict(list)
    for account, telling in tellings(notes.values()):
        chain = _chain(account, chains.get(account.span.document, ()))
        if chain is not None:
            told[subject[account.span.document]].append((telling, chain))
    for number, group in told.items():
        seen = {
            kind: Counter(
                name for t, _ in group if (t.type, t.realis) == kind for name in counted_in(t)
            )
            for kind in {(t.type, t.realis) for t, _ in group}
        }
        for (a, one), (b, other) in combinations(group, 2):
            if could_be_one(a, b):
                yield Pair(likeness(a, b, seen[a.type, a.realis]), one == other, number)


def tellings(all_notes: Iterable[Notes]) -> Iterator[tuple[EventAccount, Telling]]:
    """The tellings of reports linked as one case."""
    listed = sorted(all_notes, key=lambda n: n.document.id)
    records = list(link(lambda gifts, *, texts: listed, load([p.folder for p in builtin_packs()])))
    persons = frozenset(r.id for r in records if isinstance(r, Entity) and r.type == "Person")
    named = frozenset(
        r.entity for r in records if isinstance(r, EntityMention) and r.form in NAME_FORMS
    )
    linked: dict[tuple[str, int, int, str], Account] = {}
    for event in records:
        if isinstance(event, Event):
            for account in event.accounts:
                span = account.span
                linked[span.document, span.start, span.end, event.type] = account
    for notes in listed:
        own = [
            (told, telling_of(_with(told, whole), persons, named, worded=True))
            for told in notes.events
            if (
                whole := linked.get((told.span.document, told.span.start, told.span.end, told.type))
            )
        ]
        yield from zip((told for told, _ in own), marked([t for _, t in own]), strict=True)


def fitted(pairs: Sequence[Pair]) -> dict[str, float]:
    """The weights of a logistic model, by name; "any" is that of every pair.

    That one is fitted freely and then left as it is thought: topics of the training part tell of
    one happening of a kind, and reports at large of several (King and Zeng 2001).
    """
    seen = np.array([(1.0, *pair.likeness) for pair in pairs]).reshape(-1, len(THOUGHT) + 1)
    same = np.array([pair.same for pair in pairs], float)
    thought = np.array((ANY, *THOUGHT))
    hold = np.array([FREE, *[HOLD] * len(THOUGHT)])
    weights = thought.copy()
    for _ in range(STEPS):
        found = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (found - same) + hold * (weights - thought)
        bend = (seen * (found * (1 - found))[:, None]).T @ seen + np.diag(hold)
        step = np.linalg.solve(bend, slope)
        weights -= step / max(1.0, float(np.abs(step).max()))
    named = zip(Likeness._fields, weights[1:], strict=True)
    return {"any": ANY} | {name: round(float(weight), 3) for name, weight in named}


def _told(pairs: Sequence[Pair], least: float) -> str:
    """Precision and recall of what would be joined, each topic by the others' weights."""
    numbers = sorted({pair.subject for pair in pairs})
    joined = right = 0
    for fold in range(FOLDS):
        held = set(numbers[fold::FOLDS])
        weights = fitted([pair for pair in pairs if pair.subject not in held])
        for pair in pairs:
            if pair.subject in held and _odds(weights, pair) >= math.log(least / (1 - least)):
                joined += 1
                right += pair.same
    known = sum(pair.same for pair in pairs)
    return f"{joined} of {len(pairs)} pairs, {right} of them right; {known} are of one event"


def _odds(weights: Mapping[str, float], pair: Pair) -> float:
    named = zip(Likeness._fields, pair.likeness, strict=True)
    return weights["any"] + sum(weights[name] * value for name, value in named)


def _with(told: EventAccount, linked: Account) -> EventAccount:
    """An account with the entities of the case."""
    return told.__class__(
        **{name: getattr(told, name) for name in told.__slots__}
        | {"participants": linked.participants, "places": linked.places}
    )


def _chains(notes: Mapping[str, Notes], rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "mention":
            found[notes[row["document"]].document.id].append(row)
    return found


def _chain(account: EventAccount, mentions: Iterable[Row]) -> str | None:
    """The chain of the words that an account tells its event by; null where none is known."""
    family = family_of(account.trigger)
    within = {
        mention["chain"]
        for mention in mentions
        if account.span.start <= mention["spans"][0][0] < account.span.end
        and family_of(mention["lemma"]) == family
    }
    return within.pop() if len(within) == 1 else None


if __name__ == "__main__":
    _TOOLS = {
        "pack": load([pack.folder for pack in builtin_packs()]),
        "engine": SpacyEngine(),
        "tagger": usable_tagger(),
        "typer": usable_typer(),
    }
    sys.exit(main(Path(sys.argv[1])))
