"""Closed vocabularies: which words a field of a pack's entry may hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OneOf:
    """The values a field may have, told in its annotation: ``Annotated[str, OneOf(ROLES)]``."""

    values: tuple[str, ...]
