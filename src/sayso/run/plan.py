"""The steps and their order. Nobody else knows it."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.records.errors import PlanError
from sayso.records.notes import Notes


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work on one document.

    ``work`` names a function as ``"package.module:function"``; it is loaded when first used.
    It takes (notes, tool), where the tool is the pack, the engine, or nothing, as ``uses``
    says ("pack", "engine", ""), and returns what ``gives`` names. It touches no file, network,
    database, clock or global. Raise ``version`` when its findings change.
    """

    name: str
    version: int
    needs: tuple[str, ...]
    gives: str
    uses: str
    work: str


PLAN = (
    Step("sentences", 1, ("document",), "parse", "engine",
         "sayso.annotate.sentences:find_sentences"),
    Step("mentions", 1, ("parse",), "mentions", "pack",
         "sayso.annotate.mentions.step:find_mentions"),
    Step("entities", 1, ("parse", "mentions"), "entities", "pack",
         "sayso.resolve.within:find_entities"),
    Step("times", 1, ("document", "parse"), "times", "",
         "sayso.annotate.times.step:find_times"),
    Step("quantities", 1, ("parse", "times"), "quantities", "",
         "sayso.annotate.quantities:find_quantities"),
    Step("attributions", 1, ("parse", "mentions", "entities", "times"), "attributions", "pack",
         "sayso.extract.attributions.step:find_attributions"),
    Step("events", 1, ("parse", "entities", "times", "quantities", "attributions"), "events",
         "pack", "sayso.extract.events.step:find_events"),
    Step("ties", 1, ("parse", "entities", "times", "attributions"), "ties", "pack",
         "sayso.extract.ties.step:find_ties"),
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


def fingerprints(plan: Iterable[Step], *, pack: str, engine: str) -> dict[str, str]:
    """For each step a hash that changes with all that may change its findings.

    That is its name and version, the pack or engine it uses, and the fingerprints of the steps
    whose gifts it needs: so a new pack leaves the parse alone.
    """
    tools = {"pack": pack, "engine": engine, "": ""}
    by_gift: dict[str, str] = {"document": ""}
    found: dict[str, str] = {}
    for step in plan:
        parts = [step.name, str(step.version), tools[step.uses]]
        parts += [by_gift[need] for need in step.needs]
        found[step.name] = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        by_gift[step.gives] = found[step.name]
    return found


@cache
def work_of(step: Step) -> Callable[[Notes, Any], Any]:
    """The function of a step; raises PlanError where its import path leads nowhere."""
    module, _, name = step.work.partition(":")
    try:
        work: Callable[[Notes, Any], Any] = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise PlanError(f"step '{step.name}' cannot be loaded from '{step.work}'") from error
    return work
