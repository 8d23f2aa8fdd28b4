"""On whose word accounts stand, told apart over the whole case: the origins that a network rests
on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.analysis.sources import report_names
from sayso.analysis.view import CaseView
from sayso.analysis.wording.firm import reserve_of
from sayso.analysis.wording.names import folded
from sayso.records.case import Account, Corroboration
from sayso.records.statements import Attribution


class Tellers:
    """The origins of accounts, numbered in the order they are met.

    An account's origin is the voice at the end of its chain of sources, or its report where
    nobody is cited. Accounts that corroboration found to go back to one word have one origin, so a
    copy adds none.
    """

    def __init__(self, attributions: Mapping[str, Attribution], reports: Mapping[str, str]) -> None:
        self._attributions, self._reports = attributions, reports
        self._numbers: dict[str, int] = {}
        self.names: list[str] = []

    @classmethod
    def of(cls, view: CaseView) -> Tellers:
        """The tellers of a case."""
        return cls({a.id: a for a in view.attributions()}, report_names(view.document_rows()))

    def behind(self, accounts: Iterable[Account], counted: Corroboration | None) -> tuple[int, ...]:
        """The numbers of the origins behind some accounts, ascending; denials have none."""
        told = list(accounts)
        groups = counted.groups if counted is not None else [(n,) for n in range(len(told))]
        firm = [group[0] for group in groups if group and told[group[0]].factuality != "denied"]
        return tuple(sorted({self._number(told[place]) for place in firm}))

    def reserve(self, accounts: Iterable[Account]) -> str:
        """How firmly at most something is told of which no telling is plain; else empty."""
        return reserve_of(self._attributions.get, accounts)

    def _number(self, account: Account) -> int:
        key, name = self._voice(account)
        if key not in self._numbers:
            self._numbers[key] = len(self.names)
            self.names.append(name)
        return self._numbers[key]

    def _voice(self, account: Account) -> tuple[str, str]:
        for id in account.attributions:
            found = self._attributions.get(id)
            if found is not None and found.chain:
                last = found.chain[-1]
                return last.entity or folded(last.name), last.name
            if found is not None and found.source:
                return found.source_entity or folded(found.source.quote), found.source.quote
        document = account.span.document
        name = self._reports.get(document, document)
        return folded(name) or document, name
