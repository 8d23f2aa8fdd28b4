"""Of which deed a statement gives the reason."""

from __future__ import annotations

from sayso.analysis.statements.statement import Statement
from sayso.records.spans import Span

# Whoever is asked says something: that two do has no two reasons, and whoever does so is counted
# for nothing else.
TELLING = frozenset({"say", "tell"})


def explained(one: Statement, why: Span) -> frozenset[str]:
    """The verbs for which a reason may be given: the first and the last before it, or else the one
    behind it; that somebody only says something is no deed."""
    deeds = [deed for deed in one.deeds if deed.word not in TELLING]
    ahead = [deed for deed in deeds if deed.at < why.start]
    behind = [deed for deed in deeds if deed.at >= why.end]
    told = ahead[:1] + ahead[-1:] if ahead else behind[:1]
    return frozenset(deed.verb for deed in told)
