"""Closed vocabularies: which words a field of a pack's entry may hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OneOf:
    """The values a field may have, told in its annotation: ``Annotated[str, OneOf(ROLES)]``.

    Where a value may be ``finer``, a slash and a word of any kind may follow: "CONSULT/visit".
    """

    values: tuple[str, ...]
    finer: bool = False
