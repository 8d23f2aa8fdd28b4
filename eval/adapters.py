"""The plug-ins of the benchmark kits: each calls public functions and adds nothing."""

from __future__ import annotations

from eval.adapters_attribution import attributions
from eval.adapters_events import events, fillers
from eval.adapters_names import same_name
from eval.adapters_retelling import linked_event, same_event
from eval.adapters_time import intervals, times

__all__ = [
    "attributions", "events", "fillers", "intervals", "linked_event", "same_event", "same_name",
    "times",
]  # fmt: skip
