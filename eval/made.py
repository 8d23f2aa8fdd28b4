"""Made-up reports, as many as one likes, with the skew of real ones: for measures of size.

    python -m eval.made FOLDER --reports 10000 [--as files|lines|parquet]

Names are put together from syllables and drawn by Zipf's law, so that a few people and places
are everywhere and most are seen once or twice; one person (the *hub*) is in half of the reports.
Every tenth report repeats a paragraph of an earlier one. The same number gives the same report.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SYLLABLES = ("ba", "do", "fe", "gar", "hin", "jo", "ke", "lam", "mi", "nor", "pa", "ros", "sul",
             "ter", "vi", "wen", "yas", "zub")  # fmt: skip
GIVEN = (
    "Ada", "Boris", "Carla", "Dario", "Elin", "Farid", "Greta", "Hakim", "Ines", "Jonas", "Karim",
    "Lena", "Marek", "Nadia", "Oskar", "Petra", "Rania", "Samir", "Tomas", "Vera",
)  # fmt: skip
BODIES = ("Ministry of {}", "{} Brigade", "{} Council", "{} Union", "{} Shipping Company")
TELLINGS = (
    "{one} met {other} in {place} on {day}.",
    "On {day}, {one} visited {place} with {number} officials, {outlet} reported.",
    "The {body} said on {day} that {one} had arrived in {place}.",
    "On {day}, fighters of the {body} attacked a convoy near {place} and killed {number} people.",
    "{one} was appointed head of the {body} on {day}.",
    "According to {outlet}, {one} signed an agreement with {other} in {place} on {day}.",
    "{outlet}, citing two officials, reported that {one} probably left {place} on {day}.",
    "The {body} deployed about {number} soldiers to {place} on {day}.",
)
EARLIEST = date(2018, 1, 1)
DAYS = 1800
HUB = "Ruslan Ternovik"


@dataclass(frozen=True)
class World:
    """Who and what there is to report on; grows with the square root of the reports."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    outlets: tuple[str, ...]


def world(reports: int) -> World:
    """The people, places and bodies of so many reports."""
    size = max(40, int(20 * reports**0.5))
    chance = random.Random(size)
    return World(
        (HUB, *(f"{chance.choice(GIVEN)} {_name(chance, 3)}" for _ in range(size))),
        tuple(_name(chance, 2 + n % 2) for n in range(size // 4)),
        tuple(BODIES[n % len(BODIES)].format(_name(chance, 2 + n % 2)) for n in range(size // 4)),
        tuple(f"{_name(chance, 2)} Gazette" for _ in range(max(10, size // 20))),
    )


def reports(count: int, sentences: int = 4) -> Iterator[tuple[str, str]]:
    """Names and texts of so many reports, each of so many sentences."""
    all_there_is = world(count)
    for number in range(count):
        yield f"report-{number:07d}.txt", report(number, all_there_is, sentences)


def report(number: int, about: World, sentences: int = 4) -> str:
    """One report: a head with its day, and a paragraph."""
    chance = random.Random(number)
    day = EARLIEST + timedelta(days=chance.randrange(DAYS))
    repeats = number >= 10 and number % 10 == 0
    source = random.Random(chance.randrange(number)) if repeats else chance
    if repeats:
        source.randrange(DAYS)
    told = " ".join(_telling(source, about, first=n == 0) for n in range(sentences))
    return f"---\ntitle: Digest {number}\npublished: {day}\n---\n\n{told}\n"


def _telling(chance: random.Random, about: World, *, first: bool) -> str:
    hub = first and chance.random() < 0.5
    template = chance.choice([t for t in TELLINGS if "{one}" in t] if hub else TELLINGS)
    day = EARLIEST + timedelta(days=chance.randrange(DAYS))
    told = template.format(
        one=HUB if hub else _drawn(chance, about.people[1:]),
        other=_drawn(chance, about.people[1:]),
        place=_drawn(chance, about.places),
        body=_drawn(chance, about.bodies),
        outlet=f"the {_drawn(chance, about.outlets)}",
        number=chance.randrange(3, 400),
        day=f"{day.day} {day:%B %Y}",
    )
    return told[0].upper() + told[1:]


def _drawn(chance: random.Random, names: Sequence[str]) -> str:
    """One of the names: the n-th about 1/n as often as the first (Zipf)."""
    return names[min(len(names) - 1, int(len(names) ** chance.random()) - 1)]


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def write(folder: Path, count: int, form: str = "files", sentences: int = 4) -> Path:
    """Write reports as files of a folder, or into one file of JSON Lines or Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    if form == "files":
        for name, text in reports(count, sentences):
            inside = folder / name[7:11]
            inside.mkdir(exist_ok=True)
            (inside / name).write_text(text, "utf-8")
        return folder
    rows = ({"path": name, "text": text} for name, text in reports(count, sentences))
    if form == "lines":
        with (folder / "reports.jsonl").open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in rows)
        return folder / "reports.jsonl"
    import pyarrow as arrow  # noqa: PLC0415 - only this form needs it
    from pyarrow import parquet  # noqa: PLC0415

    parquet.write_table(arrow.Table.from_pylist(list(rows)), folder / "reports.parquet")
    return folder / "reports.parquet"


def main() -> None:
    """Write the reports that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=4)
    parser.add_argument("--as", dest="form", choices=("files", "lines", "parquet"), default="files")
    options = parser.parse_args()
    print(write(options.folder, options.reports, options.form, options.sentences))


if __name__ == "__main__":
    main()
