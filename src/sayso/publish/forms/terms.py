"""When ties held, in case lines: with what follows from other records, and what their own words
tell kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from sayso.analysis.network.terms import Held, held_of, succeeded
from sayso.records.accounts import DEADLY
from sayso.records.case import Event, Tie
from sayso.records.dates import bounds, edtf


class Source(Protocol):
    """Where records come from: a View."""

    def records(self, kind: str) -> Iterable[Any]:
        """All records of a kind, in a stable order."""
        ...


class Passed:
    """The records of a case on their way out; of events the deaths are kept, without their
    tellings, for ties end with them. Events must pass before ties are asked for."""

    def __init__(self, view: Source) -> None:
        self._view = view
        self._deaths: list[Event] = []

    def records(self, kind: str) -> Iterator[Any]:
        """All records of a kind, in a stable order."""
        for record in self._view.records(kind):
            if kind == "event" and f"{record.type}/{record.mode}" in DEADLY:
                self._deaths.append(replace(record, accounts=()))
            yield record

    def more(self, tie: Tie) -> Mapping[str, Any]:
        """The fields of a tie's line that differ from the record's: its beginning and end as they
        follow from other records, ``told`` as its own words tell them, and ``follows``, the ids of
        those records. Empty where nothing follows."""
        held = self._held.get(tie.id)
        if held is None:
            return {}
        since, until = held.term.since, held.term.until
        return {
            "since": tie.since if since == bounds(tie.since) else edtf(*since),
            "until": tie.until if until == bounds(tie.until) else edtf(*until),
            "told": {"since": tie.since, "until": tie.until},
            "follows": list(held.grounds),
        }

    @cached_property
    def _held(self) -> dict[str, Held]:
        dead = {p.entity for e in self._deaths for p in e.participants if p.role == "target"}
        ties = [replace(tie, accounts=()) for tie in self._view.records("tie")]
        if not dead and not any(tie.type == "succeeds" for tie in ties):
            return {}
        named = dead.union(*((tie.subject, tie.object) for tie in ties))
        entities = {e.id: e for e in self._view.records("entity") if e.id in named}
        held = held_of(ties, self._deaths, entities)
        return {id: one for id, one in (held | succeeded(ties, held)).items() if one.grounds}


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a tie's line with the dates that its own words tell; what follows from other
    records is worked out again wherever it is asked for."""
    own = values.get("told")
    if not isinstance(own, dict):
        return dict(values)
    return {**values, **{side: own[side] for side in ("since", "until") if side in own}}
