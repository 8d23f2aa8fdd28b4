"""A fault in a pack: where it is, what is wrong, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records.errors import PackError

# Similarity, 0 to 100, from which a known word is offered for an unknown one.
CLOSE = 70
# More known words than this are not listed in a hint.
LISTED = 24


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a file of a pack.

    ``line`` and ``column`` count from 1; both are 0 where the whole file is at fault. ``text``
    is the line itself.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    text: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        lines = [f"{place}: {self.message}"]
        if self.text:
            lines += [f"    {self.text}", f"    {' ' * (self.column - 1)}^"]
        if self.hint:
            lines.append(f"  → {self.hint}")
        return "\n".join(lines)


def advise(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown word: the known one that looks most like it, else the known ones."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only a faulty pack pays for it

    options = sorted(known)
    best = process.extractOne(
        word, options, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=CLOSE
    )
    if best is not None:
        return f"did you mean '{best[0]}'?"
    if len(options) <= LISTED:
        return f"known: {', '.join(options)}"
    return f"known: {', '.join(options[:LISTED])}, … ({len(options)} in all)"


def refuse(faults: Iterable[Fault]) -> None:
    """Raise a PackError that lists the faults, if there are any."""
    listed = sorted(faults)
    if listed:
        count = "a fault" if len(listed) == 1 else f"{len(listed)} faults"
        raise PackError(
            "\n".join([f"{count} in the packs:", *map(str, listed)]),
            hint="nothing has been read; correct the pack and try again",
        )
