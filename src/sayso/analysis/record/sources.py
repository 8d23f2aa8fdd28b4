"""Who reported something: the outlet or source of each telling, each named once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import chain_words
from sayso.analysis.wording.late import Late
from sayso.analysis.wording.names import clipped
from sayso.records.case import Account
from sayso.records.documents import DocumentRow

Rows = Mapping[str, DocumentRow]
# A report without a publisher is called by its title, cut to so many letters.
_SHORT = 60


def rows_of(view: CaseView) -> Late[DocumentRow]:
    """The reports of a case, without their texts, by id; each is read when it is first wanted."""

    def those(ids: Iterable[str] | None = None) -> dict[str, DocumentRow]:
        return {row.id: row for row in view.document_rows(ids)}

    return Late(view.document_row, those, those)


def reporters(view: CaseView, rows: Rows, accounts: Collection[Account]) -> tuple[str, ...]:
    """On whose word accounts stand: their chains of sources, or the report itself."""
    return Reporters(view, rows, accounts).of(accounts)


class Reporters:
    """On whose word each of some accounts stands; their sources are asked for together."""

    def __init__(self, view: CaseView, rows: Rows, accounts: Iterable[Account]) -> None:
        self._rows = rows
        ids = (id for account in accounts for id in account.attributions)
        self._said = view.attributions_of(dict.fromkeys(ids))

    def of(self, accounts: Iterable[Account]) -> tuple[str, ...]:
        """Their chains of sources, or the report itself, each once."""
        found: dict[str, None] = {}
        for account in accounts:
            said = (self._said.get(id) for id in account.attributions)
            chains = [chain_words(attribution) for attribution in said if attribution is not None]
            found.update(dict.fromkeys(chains or [_voice(self._rows[account.span.document])]))
        return tuple(found)


def _voice(row: DocumentRow) -> str:
    return clipped(row.publisher or row.author or row.title or row.path, _SHORT)
