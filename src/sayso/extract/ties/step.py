"""The step that finds lasting ties."""

from __future__ import annotations

from sayso.packs.pack import Pack
from sayso.records.accounts import TieAccount
from sayso.records.notes import Notes


def find_ties(notes: Notes, pack: Pack) -> tuple[TieAccount, ...]:
    """The ties of a document."""
    return ()
