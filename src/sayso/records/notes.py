"""What has been found in one document so far: the item that steps work on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sayso.records.accounts import EventAccount, TieAccount
from sayso.records.case import Claim
from sayso.records.documents import Document
from sayso.records.marks import Hanging, LocalEntity, Mention, Post, Quantity, Time
from sayso.records.parse import Parse
from sayso.records.statements import Attribution, Clause, Trait


@dataclass(frozen=True, slots=True)
class Notes:
    """A document and the findings of the steps that have run on it, each under its gift's name."""

    document: Document
    parse: Parse = field(default_factory=Parse)
    mentions: tuple[Mention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    times: tuple[Time, ...] = ()
    hangings: tuple[Hanging, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    traits: tuple[Trait, ...] = ()
    events: tuple[EventAccount, ...] = ()
    ties: tuple[TieAccount, ...] = ()
    posts: tuple[Post, ...] = ()
    claims: tuple[Claim, ...] = ()
    clauses: tuple[Clause, ...] = ()

    def with_gift(self, gift: str, found: Any) -> Notes:
        """The same notes with one more finding."""
        return replace(self, **{gift: found})
