"""How fast names are compared and cases resolved, on one core.

    python -m eval.who_speed [--mentions 12500 25000 50000 100000 200000]

Pairs a second: whole names met before (as in a case, where a name is compared with many), and met
for the first time. Keys: blocking 10,000 different people. Resolving: made-up reports of 50
mentions with names by Zipf's law in several spellings, one in three with a kind of life (one in
fifty of these another than elsewhere) and one in four with a year, from the entities of each
report to those of the case with all reasons. Each size runs in a process of its own, so that
memory is its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import random
import resource
import time
from collections.abc import Iterator

from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.records.documents import Document
from sayso.records.marks import Fact, LocalEntity, Mention
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.blocking import pairs_of
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.match import compare_names
from sayso.resolve.profiles import Profile
from sayso.run.garbage import look_seldom
from sayso.run.who.people import people_of

GIVEN = (
    "Ali", "Omar", "Hasan", "Qasim", "Yusuf", "Ibrahim", "Anna", "Piotr", "Lina", "Karim", "Wei",
    "Olga", "Ivan", "Maria", "Juan", "Pavel", "Ahmad", "Mahmud", "Nadia", "Samir", "Elena",
    "Viktor", "Rosa", "Tomas", "Kofi", "Amina", "Minh", "Jorge", "Sara",
)  # fmt: skip
ONSETS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "z", "sh", "kh", "j"]
CENTRES = ["a", "i", "u", "o", "e", "aa"]
SHORT, LONG = 25, 50
# Names that are each compared with each other, and names that are compared once.
MET, FRESH = 200, 40_000
LIVES = ("sport", "arms", "medicine", "law", "arts")
SWAPS = (("q", "k"), ("i", "y"), ("u", "ou"), ("sh", "ch"), ("kh", "h"), ("j", "dj"), ("aa", "a"))


def surnames(count: int) -> list[str]:
    """Made-up surnames of three syllables, the same in every run."""
    syllables = [a + b for a in ONSETS for b in CENTRES]
    rng = random.Random(7)
    return ["".join(rng.choices(syllables, k=3)).title() for _ in range(count)]


def respelt(name: str, rng: random.Random) -> str:
    """The name in another spelling, now and then."""
    old, new = rng.choice(SWAPS)
    return name.replace(old, new) if rng.random() < 0.3 else name


def people(count: int) -> list[str]:
    """Different full names."""
    rng = random.Random(11)
    return [f"{rng.choice(GIVEN)} {surname}" for surname in surnames(count)]


def reports(mentions: int) -> Iterator[Notes]:
    """Reports of 50 mentions of 25 people each; those told of most are told of everywhere."""
    names = people(max(200, mentions // 10))
    weights = list(itertools.accumulate(1 / (n + 1) for n in range(len(names))))
    rng = random.Random(3)
    for number in range(mentions // LONG):
        told = rng.choices(names, cum_weights=weights, k=SHORT)
        yield _notes(f"d-{number}", [respelt(name, rng) for name in dict.fromkeys(told)])


def _notes(id: str, names: list[str]) -> Notes:
    text = ". ".join(f"{name}. {name.split()[-1]}" for name in names)
    document = Document(id, f"{id}.txt", "0" * 64, "txt", text)
    entities, start = [], 0
    for number, name in enumerate(names):
        short = name.split()[-1]
        spans = [(start, name), (start + len(name) + 2, short)]
        mentions = tuple(
            Mention(Span(id, at, at + len(word), word), "Person", "name", word)
            for at, word in spans
        )
        facts = _facts(name, mentions[0].span)
        local = LocalEntity(
            f"e-{id}-{number}", "Person", name, (short,), mentions, facts=tuple(facts)
        )
        entities.append(local)
        start += len(name) + len(short) + 4
    return Notes(document).with_gift("entities", tuple(entities))


def _facts(name: str, span: Span) -> Iterator[Fact]:
    """What this report tells of a person: the same of most, now and then something else."""
    chance = random.Random(f"{span.document}{name}")
    own = random.Random(name[-5:]).randrange(len(LIVES))
    if chance.random() < 1 / 3:
        yield Fact("life", LIVES[own if chance.random() < 0.98 else own - 1], span)
    if chance.random() < 1 / 4:
        yield Fact("active", str(1980 + chance.randrange(40)), span)


def pairs_a_second(pack: Pack) -> tuple[float, float]:
    """Met before, and for the first time."""
    look_seldom()
    lexicon, names = lexicon_of(pack), people(MET + FRESH)
    known = names[:MET]
    pairs = list(itertools.combinations(known, 2))
    for a, b in pairs[:2000]:
        compare_names(a, b, "person", lexicon)
    started = time.process_time()
    for a, b in pairs:
        compare_names(a, b, "person", lexicon)
    warm = len(pairs) / (time.process_time() - started)
    fresh = list(zip(names[MET::2], names[MET + 1 :: 2], strict=True))
    started = time.process_time()
    for a, b in fresh:
        compare_names(a, b, "person", lexicon)
    return warm, len(fresh) / (time.process_time() - started)


def blocking(pack: Pack, count: int = 10_000) -> tuple[float, int]:
    """Seconds for the pairs worth comparing of so many names, and how many they are."""
    lexicon = lexicon_of(pack)
    profiles = sorted({Profile("Person", name) for name in people(count)})
    started = time.process_time()
    found = sum(1 for _ in pairs_of(profiles, lexicon))
    return time.process_time() - started, found


def resolving(mentions: int) -> dict[str, float]:
    """Seconds, megabytes and names of one case."""
    pack = load(pack.folder for pack in builtin_packs())
    lexicon_of(pack)
    started = time.process_time()
    found = people_of(reports(mentions), pack, again=lambda: reports(mentions))
    merges = sum(1 for _ in found.merges())
    return {
        "mentions": mentions, "seconds": round(time.process_time() - started, 2),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "names": len(found.profiles), "merges": merges,
    }  # fmt: skip


def main() -> None:
    """Measure and print; the last line is the result as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    sizes = (12_500, 25_000, 50_000, 100_000)
    parser.add_argument("--mentions", type=int, nargs="*", default=sizes)
    options = parser.parse_args()
    pack = load(pack.folder for pack in builtin_packs())
    warm, cold = pairs_a_second(pack)
    seconds, found = blocking(pack)
    print(f"pairs a second: {warm:,.0f} of names met before, {cold:,.0f} met for the first time")
    print(f"keys of 10,000 names: {seconds:.2f} s, {found:,} pairs", flush=True)
    rows = []
    for size in options.mentions:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            rows.append(pool.apply(resolving, (size,)))
        print(rows[-1], flush=True)
    print(json.dumps({"warm": round(warm), "cold": round(cold), "keys": seconds, "cases": rows}))


if __name__ == "__main__":
    main()
