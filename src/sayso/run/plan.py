"""The steps and their order. Nobody else knows it."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.records.errors import PlanError
from sayso.records.notes import Notes

# What steps work with, by name; a tool that is not to be had is None or left out.
Tools = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work on one document.

    ``work`` names a function as ``"package.module:function"``; it is loaded when first used.
    It takes the notes and the tools that ``uses`` names ("pack", "engine", "typer", "tagger"), in
    that order, and returns what ``gives`` names. It touches no file, network, database, clock or
    global. Raise ``version`` when its findings change.
    """

    name: str
    version: int
    needs: tuple[str, ...]
    gives: str
    uses: tuple[str, ...]
    work: str


PLAN = (
    Step("sentences", 17, ("document",), "parse", ("engine",),
         "sayso.annotate.sentences:find_sentences"),
    Step("mentions", 21, ("parse",), "mentions", ("pack", "typer"),
         "sayso.annotate.mentions.step:find_mentions"),
    Step("entities", 21, ("parse", "mentions"), "entities", ("pack",),
         "sayso.resolve.within:find_entities"),
    Step("times", 17, ("document", "parse"), "times", ("pack",),
         "sayso.annotate.times.step:find_times"),
    Step("hangings", 3, ("document", "parse", "times"), "hangings", ("pack",),
         "sayso.annotate.times.step:find_hangings"),
    Step("quantities", 8, ("parse", "times"), "quantities", (),
         "sayso.annotate.quantities:find_quantities"),
    Step("attributions", 25, ("parse", "mentions", "entities", "times"), "attributions",
         ("pack", "tagger"),
         "sayso.extract.attributions.step:find_attributions"),
    Step("traits", 2, ("parse", "entities", "attributions"), "traits", ("pack",),
         "sayso.extract.traits.step:find_traits"),
    Step("events", 22, ("parse", "entities", "times", "hangings", "quantities", "attributions"),
         "events",
         ("pack",), "sayso.extract.events.step:find_events"),
    Step("ties", 22, ("parse", "entities", "times", "attributions", "events"), "ties",
         ("pack",),
         "sayso.extract.ties.step:find_ties"),
    Step("posts", 1, ("document", "parse", "entities", "events", "ties"), "posts", ("pack",),
         "sayso.extract.posts.step:find_posts"),
    Step("claims", 12, ("parse", "entities", "times", "quantities", "attributions"), "claims",
         ("pack",), "sayso.extract.claims.step:find_claims"),
    Step("clauses", 9, ("parse", "attributions"), "clauses", ("pack",),
         "sayso.extract.clauses.step:find_clauses"),
)  # fmt: skip


def check(plan: Iterable[Step]) -> None:
    """Raise PlanError unless each step finds what it needs among earlier gifts."""
    have = {"document"}
    for step in plan:
        missing = sorted(set(step.needs) - have)
        if missing:
            raise PlanError(
                f"step '{step.name}' needs {', '.join(missing)}, which no earlier step gives",
                hint=f"available there: {', '.join(sorted(have))}",
            )
        if step.gives in have:
            raise PlanError(f"step '{step.name}' gives '{step.gives}' a second time")
        have.add(step.gives)


def fingerprints(plan: Iterable[Step], tools: Tools) -> dict[str, str]:
    """For each step a hash that changes with all that may change its findings.

    That is its name and version, the tools it uses, and the fingerprints of the steps whose
    gifts it needs: so a new pack leaves the parse alone.
    """
    by_gift: dict[str, str] = {"document": ""}
    found: dict[str, str] = {}
    for step in plan:
        parts = [step.name, str(step.version)]
        parts += [tool.hash if (tool := tools.get(name)) else "" for name in step.uses]
        parts += [by_gift[need] for need in step.needs]
        found[step.name] = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        by_gift[step.gives] = found[step.name]
    return found


def take(step: Step, notes: Notes, tools: Tools) -> Any:
    """What a step finds in a document, from what is noted so far."""
    return work_of(step)(notes, *(tools.get(name) for name in step.uses))


def take_all(notes: Notes, tools: Tools, *, before: str = "") -> Notes:
    """The notes with the findings of all steps, or of those before the one of this name."""
    for step in PLAN:
        if step.name == before:
            break
        notes = notes.with_gift(step.gives, take(step, notes, tools))
    return notes


@cache
def work_of(step: Step) -> Callable[..., Any]:
    """The function of a step; raises PlanError where its import path leads nowhere."""
    module, _, name = step.work.partition(":")
    try:
        work: Callable[..., Any] = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise PlanError(f"step '{step.name}' cannot be loaded from '{step.work}'") from error
    return work
