"""How often Python looks for objects that only hold one another."""

from __future__ import annotations

import gc

_THRESHOLD = 100_000


def look_seldom() -> None:
    """Look for garbage seldom: a short command drops few objects, and a worker makes notes in
    trees that it drops whole, so that looking would cost a twentieth to a tenth of the time."""
    gc.set_threshold(_THRESHOLD, 20, 20)
