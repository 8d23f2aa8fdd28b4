"""The network of a large case in seconds of one core, and whether intervals keep their word.

    python -m eval.structure [--ties 10000 100000]

Ties, events, actors and origins are made up, the same each time; nothing is read from texts.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from typing import TypeVar

from eval.coverage import coverage
from sayso.analysis.network.asking import Material, Question, ask
from sayso.analysis.network.fronts import Fronts
from sayso.analysis.network.measured.sureness import seen
from sayso.analysis.network.tellers import Tellers
from sayso.analysis.network.terms import held_of
from sayso.analysis.network.turning import turning_of
from sayso.records.case import Account, Entity, Tie
from sayso.records.spans import Span

PIVOT = ("2010-06-15", "2010-06-15")
KINDS = ("commands", "deputy_of", "backs", "allied_with", "rival_of", "part_of", "member_of")
Made = TypeVar("Made")


def main() -> None:
    """Time each size, then simulate the intervals; print both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ties", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    parser.add_argument("--runs", type=int, default=400)
    options = parser.parse_args()
    print(f"{'ties':>9} {'when held':>10} {'at a day':>9} {'measures':>9} {'before, after':>14}")
    for count in options.ties:
        print(f"{count:9,} " + " ".join(f"{spent:9.2f}s" for spent in timed(count)), flush=True)
    print("\norigins, and the part of intervals at 0.90 that hold the true share")
    for origins in (5, 6, 8, 10, 20, 40):
        print(f"{origins:7} {coverage(origins, runs=options.runs):.3f}", flush=True)


def timed(count: int) -> list[float]:
    """Seconds of one core: when ties held, the network at a day, its measures, both sides."""
    ties, entities = made(count)
    held, first = _timed(lambda: held_of(ties, (), entities))
    fronts = Fronts({}, {})
    material = Material(ties, (), entities, {}, Tellers({}, {}), fronts, {}, held)
    found, second = _timed(lambda: ask(material, Question(at=PIVOT)))
    _, third = _timed(lambda: seen(found))
    _, fourth = _timed(lambda: turning_of(material, Question(pivot=PIVOT)))
    return [first, second, third, fourth]


def made(count: int) -> tuple[list[Tie], dict[str, Entity]]:
    """So many ties between a tenth as many actors, told by up to three of 200 reports each."""
    chance = random.Random(count)
    ids = [f"e-{n}" for n in range(count // 10)]
    entities = {id: Entity(id, "Person", f"Actor {id}", ()) for id in ids}
    ties = []
    for n in range(count):
        one, other = chance.sample(ids, 2)
        # Some are tied to many: one end in five is among the first hundred.
        one = chance.choice(ids[:100]) if chance.random() < 0.2 and other not in ids[:100] else one
        since = f"{chance.randint(1990, 2020)}" if chance.random() < 0.5 else None
        until = f"{chance.randint(2000, 2025)}" if chance.random() < 0.3 else None
        told = tuple(
            Account(Span(f"d-{chance.randrange(200)}", 0, 3, "abc"), (), "asserted")
            for _ in range(chance.randint(1, 3))
        )
        kind = chance.choice(KINDS)
        ties.append(Tie(f"t-{n}", kind, one, other, None, None, since, until, "positive", told))
    return ties, entities


def _timed(work: Callable[[], Made]) -> tuple[Made, float]:
    started = time.process_time()
    found = work()
    return found, time.process_time() - started


if __name__ == "__main__":
    main()
