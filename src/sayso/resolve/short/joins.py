"""What a short form joins, and why."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records.marks import Mention


class Join(NamedTuple):
    """To which key a key belongs, by which rule, and how surely."""

    to: str
    rule: str
    score: float = 1.0


Joins = dict[str, Join]
Named = dict[str, list[Mention]]
