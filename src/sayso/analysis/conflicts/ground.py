"""What conflicts are judged against, and how a disagreement becomes a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.analysis.wording.chains import speaker
from sayso.analysis.wording.names import listed
from sayso.records.case import Account, Conflict, Side
from sayso.records.ids import content_id
from sayso.records.statements import Attribution


@dataclass(frozen=True, slots=True)
class Ground:
    """The rest of the case, as far as conflicts ask for it.

    ``attributions`` are by id; ``voices`` give each document's author or publisher, ``names``
    and ``types`` each entity's name and type. ``countries`` are the entities that are whole
    countries: two of them are apart, while a country and a town may lie one in the other.
    """

    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    voices: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()

    def holders(self, account: Account) -> tuple[str, ...]:
        """Whose word an account is: its speakers, or the author of the report.

        An outlet that carries what somebody says does not say it too.
        """
        known = [found for id in account.attributions if (found := self.attributions.get(id))]
        said = [
            name for found in known if not _only_carries(found, known) if (name := speaker(found))
        ]
        return tuple(dict.fromkeys(said)) or (self.voices.get(account.span.document) or "author",)


def _only_carries(one: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether the whole chain of one leads on to a speaker in another."""
    chain = [link.name for link in one.chain]
    return any(
        len(other.chain) > len(chain) and [n.name for n in other.chain[: len(chain)]] == chain
        for other in others
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """What one account says of one field, in words."""

    value: str
    account: Account


def conflict(
    ground: Ground, about: tuple[str, ...], field_name: str, tellings: Iterable[Telling],
    weighed: tuple[str, str],
) -> Conflict:  # fmt: skip
    """Tellings of different values as a conflict, one side a value, in order of the text;
    ``weighed`` is its severity, and why it is one."""
    severity, why = weighed
    groups: dict[str, list[Account]] = {}
    for telling in tellings:
        groups.setdefault(telling.value, []).append(telling.account)
    sides = tuple(_side(ground, value, accounts) for value, accounts in groups.items())
    documents = {span.document for side in sides for span in side.spans}
    return Conflict(
        id=content_id("x", about, field_name, *((side.value, side.spans) for side in sides)),
        scope="across" if len(documents) > 1 else "within",
        about=about,
        field=field_name,
        sides=sides,
        reason=f"{why} ({severity}): {listed(side.value for side in sides)}.",
        severity=severity,
    )


def _side(ground: Ground, value: str, accounts: Iterable[Account]) -> Side:
    accounts = list(accounts)
    holders = (holder for account in accounts for holder in ground.holders(account))
    return Side(
        value=value,
        spans=tuple(dict.fromkeys(account.span for account in accounts)),
        holders=tuple(dict.fromkeys(holders)),
    )
