"""The shape of a step: what it needs, what it gives, and the function that does it."""

from __future__ import annotations

from dataclasses import dataclass


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
