"""Who reported something: the outlet or source of each telling, each named once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import chain_words
from sayso.analysis.wording.late import Late
from sayso.analysis.wording.names import clipped
from sayso.records.case import Account
from sayso.records.documents import DocumentRow

Rows = Mapping[str, DocumentRow]
# A report without a publisher is called by its title, cut to so many letters.
_SHORT = 60


def rows_of(view: CaseView) -> Rows:
    """The reports of a case, without their texts, by id; each is read when it is first wanted."""
    return Late(view.document_row, lambda: {row.id: row for row in view.document_rows()})


def reporters(view: CaseView, rows: Rows, accounts: Iterable[Account]) -> tuple[str, ...]:
    """On whose word accounts stand: their chains of sources, or the report itself."""
    found: dict[str, None] = {}
    for account in accounts:
        chains = [
            chain_words(attribution)
            for id in account.attributions
            if (attribution := view.attribution(id)) is not None
        ]
        found.update(dict.fromkeys(chains or [_voice(rows[account.span.document])]))
    return tuple(found)


def _voice(row: DocumentRow) -> str:
    return clipped(row.publisher or row.author or row.title or row.path, _SHORT)
