"""Who first said what a piece of evidence stands on: one name for all that is one word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.analysis.origins.copies import Copies
from sayso.analysis.sources import report_names, speakers_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import speaker
from sayso.analysis.wording.names import voice_word
from sayso.records.case import Account, Corroboration
from sayso.records.documents import DocumentRow
from sayso.records.spans import Span
from sayso.records.statements import Attribution
from sayso.resolve.clusters import Clusters


class Firsthand:
    """The origin of words: the voice at the end of their chain, else the report's own.

    Reports of one author or publisher speak with one voice, that of the oldest; words in near
    copies of one passage belong to the oldest report that ``spans`` stand in.
    """

    def __init__(self, view: CaseView, spans: Iterable[Span]) -> None:
        rows = sorted(view.document_rows(), key=lambda r: (r.published or "~", r.path, r.id))
        self._order = {row.id: place for place, row in enumerate(rows)}
        self._voices = _voices(rows)
        self._copies = Copies(view.documents())
        self._oldest: dict[int, str] = {}
        for span in spans:
            group = self._copies.group_of(span)
            if group is not None:
                known = self._oldest.setdefault(group, span.document)
                self._oldest[group] = min(known, span.document, key=self._order.__getitem__)

    def of_author(self, span: Span) -> str:
        """Whose own words a stretch of a report is."""
        group = self._copies.group_of(span)
        document = span.document if group is None else self._oldest.get(group, span.document)
        return self._voices[document]

    def of_account(self, account: Account, attributions: Mapping[str, Attribution]) -> str:
        """On whose word an account stands in the end."""
        found = (attributions[id] for id in account.attributions if id in attributions)
        told = (speaker(one) for one in found)
        return next((name for name in told if name), None) or self.of_author(account.span)


def origin_by_account(
    accounts: Iterable[Account],
    found: Corroboration | None,
    firsthand: Firsthand,
    attributions: Mapping[str, Attribution],
) -> dict[int, str]:
    """The origin of each account by its place; those that corroboration groups share one.

    Denials stand in no group; they are left out, since they are no evidence of the event.
    """
    names = [firsthand.of_account(account, attributions) for account in accounts]
    if found is None:
        return dict(enumerate(names))
    return {place: names[min(group)] for group in found.groups for place in group}


def _voices(rows: Iterable[DocumentRow]) -> dict[str, str]:
    """The voice of each report, by its id; reports that share an author or publisher have one."""
    listed = list(rows)
    speakers, names = speakers_of(listed), report_names(listed)
    joined = Clusters(len(listed))
    first: dict[str, int] = {}
    for place, row in enumerate(listed):
        for name in speakers[row.id]:
            joined.join(first.setdefault(voice_word(name), place), place)
    return {row.id: names[listed[joined.find(place)].id] for place, row in enumerate(listed)}
