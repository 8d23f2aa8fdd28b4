"""The benchmark kits: how each is called, which figures count, and what they are aimed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Result = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One number of a kit: its name, where it stands in the kit's result, the target for it."""

    name: str
    target: float | None
    find: Callable[[Result], float | None]


@dataclass(frozen=True)
class Kit:
    """One call of a kit's scorer, relative to the folder of the kits."""

    name: str
    script: str
    arguments: tuple[str, ...]
    figures: tuple[Figure, ...]


def at(*path: str | int) -> Callable[[Result], float | None]:
    """The number at the end of a path of keys and places."""

    def find(result: Result) -> float | None:
        value: Any = result
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return float(value) if isinstance(value, int | float) else None

    return find


def _time(corpus: str, strict: float, relaxed: float, value: float) -> tuple[Figure, ...]:
    aims = {"strict": strict, "relaxed": relaxed, "value": value}
    return tuple(
        Figure(f"{corpus} {name} F1", aim, at("sets", corpus, f"{name}_f1"))
        for name, aim in aims.items()
    )


KITS = (
    Kit(
        "time", "time/timeval.py", ("--tagger", "eval.adapters:times"),
        (
            *_time("timebank", 88, 93, 79.6), *_time("aquaint", 88, 93, 73.1),
            *_time("wikiwars-dev", 85.5, 92, 86),
        ),
    ),
    Kit(
        "hard times", "time/hard_eval.py", ("--tagger", "eval.adapters:intervals"),
        (Figure("exact of 40", 36, at("exact")),),
    ),
    Kit(
        "times of every kind", str(Path(__file__).with_name("times.py")), (),
        (
            Figure("right, dev", 90, at("dev", "share")),
            Figure("right, unseen", 85, at("test", "share")),
        ),
    ),
    Kit(
        "names", "names/evaluate.py", ("--matcher", "eval.adapters:same_name"),
        (
            Figure("F1", 0.93, at("results", 0, "F1")),
            Figure("AUC", 0.96, at("results", 0, "AUC")),
            Figure("recall at 95 % precision", 0.92, at("results", 0, "R@P95")),
        ),
    ),
    Kit(
        "events", "events/eval_plover.py", ("--coder", "eval.adapters:events"),
        (
            Figure("type F1", 72, at("type", "f1")),
            Figure("type precision", 80, at("type", "p")),
            Figure("type+actors F1", 58, at("type_actors", "f1")),
            Figure("both actors", 68, at("both")),
        ),
    ),
    Kit(
        "role fillers", "events/eval_muc4.py", ("--extractor", "eval.adapters:fillers"),
        (Figure("micro F1", 50, at("micro", "f1")),),
    ),
    Kit(
        "same event", "events/eval_coref.py", ("--resolver", "eval.adapters:same_event"),
        (
            Figure("ECB+ CoNLL F1", 80, at("ecb_dev", "conll")),
            Figure("GVC CoNLL F1", 70, at("gvc_val", "conll")),
        ),
    ),
    Kit(
        # What a whole read joins, without mentions given: the product beside its recogniser.
        "same event, whole read", "events/eval_coref.py",
        ("--resolver", "eval.adapters:linked_event"),
        (
            Figure("ECB+ CoNLL F1", None, at("ecb_dev", "conll")),
            Figure("GVC CoNLL F1", None, at("gvc_val", "conll")),
        ),
    ),
    Kit(
        "happenings", str(Path(__file__).with_name("happenings.py")), (),
        (
            Figure("events recall", 80, at("events recall")),
            Figure("events precision", 80, at("events precision")),
            Figure("roles right", 80, at("roles right")),
            Figure("dates right", 90, at("dates right")),
            Figure("ties recall", 70, at("ties recall")),
            Figure("ties precision", 75, at("ties precision")),
        ),
    ),
    Kit(
        "ties", str(Path(__file__).with_name("ties.py")), (),
        (
            Figure("recall", 70, at("recall")),
            Figure("precision", 75, at("precision")),
            Figure("dates right", 90, at("dates")),
        ),
    ),
    Kit(
        "ways of telling", str(Path(__file__).with_name("happenings.py")), ("--split", "ways"),
        (
            Figure("events recall", 80, at("events recall")),
            Figure("events precision", 80, at("events precision")),
            Figure("sentences read whole", None, at("sentences read whole")),
        ),
    ),
    Kit(
        "attribution", "attribution/eval_attribution.py",
        ("--extractor", "eval.adapters:attributions"),
        (
            Figure("end to end F1", 71, at("e2e", "f1")),
            Figure("exact source F1", 78, at("exact source", "f1")),
            Figure("exact cue F1", 72, at("exact cue", "f1")),
            Figure("exact content F1", 68, at("exact content", "f1")),
        ),
    ),
    Kit(
        # The project's own gold: its scorer stands beside this file, not with the kits.
        "chains", str(Path(__file__).with_name("chains.py")), (),
        (
            Figure("whole chain right", 75, at("whole chain right")),
            Figure("whole chain right, all", None, at("whole chain right, all lengths")),
            Figure("attributions F1", None, at("attributions F1")),
            Figure("stance right", None, at("stance right")),
            Figure("citations F1", 95, at("citations F1")),
            Figure("other parentheses left alone", 100, at("other parentheses left alone")),
            Figure("hedges F1", None, at("hedges F1")),
            Figure("hedge scope right", None, at("hedge scope right")),
        ),
    ),
    Kit(
        "claims", str(Path(__file__).with_name("claims.py")), (),
        (
            Figure("overlap F1", 65, at("overlap F1")),
            Figure("direction right", 80, at("direction right")),
            Figure("aspect right", 75, at("aspect right")),
            Figure("subject right", 75, at("subject right")),
        ),
    ),
    Kit(
        "checks", str(Path(__file__).with_name("checks.py")), ("--part", "test"),
        (
            Figure("found", None, at("found")),
            Figure("verdict right, of those found", 80, at("verdict right of found")),
            Figure("verdict right, of all", 80, at("right of all")),
        ),
    ),
    Kit(
        "who", str(Path(__file__).with_name("naming.py")), ("--part", "test"),
        (
            Figure("names F1", 85, at("names F1")),
            Figure("B-cubed F1", 95, at("B-cubed F1")),
            Figure("B-cubed F1, Middle Eastern names", None, at("mideast", "B-cubed F1")),
            Figure("B-cubed F1, other names", None, at("elsewhere", "B-cubed F1")),
            Figure("metonyms F1", None, at("metonyms F1")),
            Figure("references right", None, at("references right")),
            Figure("references precision", None, at("references precision")),
        ),
    ),
    Kit(
        "who, general pack", str(Path(__file__).with_name("naming.py")),
        ("--part", "test", "--packs", "general"),
        (
            Figure("names F1", 85, at("names F1")),
            Figure("B-cubed F1", 85, at("B-cubed F1")),
        ),
    ),
    Kit(
        "who, two reports", str(Path(__file__).with_name("seed_names.py")), ("--kits", "{kits}"),
        (
            Figure("B-cubed F1 over names", 95, at("main F1")),
            Figure("B-cubed F1, groups and offices too", None, at("all F1")),
        ),
    ),
    Kit(
        "who, two reports, general pack", str(Path(__file__).with_name("seed_names.py")),
        ("--kits", "{kits}", "--packs", "general"),
        (Figure("B-cubed F1 over names", 85, at("main F1")),),
    ),
    Kit(
        "who, context", str(Path(__file__).with_name("contexts.py")), (),
        (Figure("cases right", 24, at("right")),),
    ),
    Kit(
        "who, context, unseen", str(Path(__file__).with_name("contexts.py")),
        ("--part", "contexts_unseen"),
        (Figure("cases right", None, at("right")),),
    ),
    Kit(
        "origins", str(Path(__file__).with_name("origins.py")), (),
        (Figure("pair F1", 90, at("pair F1")),),
    ),
    Kit(
        "weighing", str(Path(__file__).with_name("cells.py")), ("{case}",),
        (
            Figure("marks kept", 75, at("marks kept")),
            Figure("marks read", 90, at("marks read")),
        ),
    ),
    Kit(
        "case", "case/score_case.py", ("{case}",),
        (
            Figure("quotes that slice", 100, at("integrity", "right")),
            Figure("cited main events F1", 50, at("events", "cited_main", "f1")),
            Figure("names F1", 80, at("entities", "strict_names", "f1")),
            Figure("attributions with source F1", 40, at("attributions", "both", "f1")),
            Figure("citations, outlet and date", None, at("citations", "outlet_date")),
            Figure("ties F1", None, at("ties", "all", "f1")),
            Figure("claims overlap F1", 65, at("claims", "overlap", "f1")),
            Figure("claims direction right", 80, at("claims", "direction")),
            Figure("claims subject right", 75, at("claims", "subject")),
            Figure("conflicts recall", None, at("conflicts", "recall")),
            Figure("checks verdict right", 80, at("checks", "verdict_accuracy")),
        ),
    ),
)  # fmt: skip
