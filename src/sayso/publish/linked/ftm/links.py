"""Events and ties as entities of FollowTheMoney: what is told plainly, and notes on the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.analysis.record.sources import Rows, reporters
from sayso.analysis.wording.chains import certainty_words
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.firm import Firm, firm
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.sentences import event_title, tie_sentence, tie_title
from sayso.publish.linked.ftm.entities import PARTIES, Thing, day, thing
from sayso.publish.tables.making import Register
from sayso.records.case import Account, Event, Tie
from sayso.records.dates import calendar_date

_MEMBERS = frozenset({"member_of", "part_of", "affiliated_with", "operates_under"})
_BODIES = frozenset({"Organization", "Outlet", "Group"})


class Links:
    """Makes links of a case; ``types`` are the types of its entities, ``rows`` its reports."""

    def __init__(self, register: Register, types: Mapping[str, str], rows: Rows) -> None:
        self._register = register
        self._types = types
        self._rows = rows

    def event(self, event: Event) -> Iterator[Thing]:
        """An event told plainly, with who took part in other ways than as a party; and notes."""
        told = firm(self._register.view, event)
        parties = dict.fromkeys([*(p.entity for p in told.participants), *told.places])
        if told.plain:
            yield thing(
                event.id,
                "Event",
                (account.span for account in told.plain),
                name=event_title(_stated(event, told), self._register.names),
                involved=[id for id in parties if self._types.get(id) in PARTIES],
                location=[self._register.names[id] for id in told.places],
                addressEntity=[id for id in told.places if self._types.get(id) == "Place"],
                date=day(*told.days),
                keywords=f"{event.type}/{event.mode}" if event.mode else event.type,
                **self._evidence(told.plain, event.id, date_words(*told.days)),
            )
        for part in told.participants if told.plain else ():
            if self._types.get(part.entity) not in PARTIES:
                yield thing(
                    f"{event.id}-{part.role}-{part.entity}", "UnknownLink",
                    subject=event.id, object=part.entity, role=part.role,
                )  # fmt: skip
        yield from self._notes(event.id, event_title(event, self._register.names), told, [*parties])

    def tie(self, tie: Tie) -> Iterator[Thing]:
        """A tie told plainly, and notes on what is told of it in other ways."""
        told = firm(self._register.view, tie)
        ends = (tie.subject, tie.object, tie.office, tie.territory)
        named = [id for id in ends if id and id in self._types]
        other = next((id for id in ends[1:] if id and id in self._types), None)
        if told.plain and other:
            yield thing(
                tie.id,
                self._schema(tie),
                (account.span for account in told.plain),
                startDate=None if told.held else calendar_date(tie.since),
                endDate=None if told.held else calendar_date(tie.until),
                **self._ends(tie, other),
                **self._evidence(told.plain, tie.id, self._sentence(tie, told)),
            )
        yield from self._notes(tie.id, tie_title(tie, self._register.names), told, named)

    def _sentence(self, tie: Tie, told: Firm) -> str:
        # How long it holds may be what only a hedged telling says.
        words = tie_title if told.held else tie_sentence
        return words(tie, self._register.names)

    def _schema(self, tie: Tie) -> str:
        subject, object = self._types.get(tie.subject), self._types.get(tie.object or "")
        post = self._types.get(tie.office or "")
        if tie.type == "holds_office" and post == "Office" and subject == "Person":
            return "Occupancy"
        if tie.type in _MEMBERS and subject in PARTIES and object in _BODIES:
            return "Membership"
        if tie.type == "spokesperson_of" and subject in PARTIES and object in PARTIES:
            return "Representation"
        return "UnknownLink"

    def _ends(self, tie: Tie, other: str) -> dict[str, str]:
        role = tie.type.replace("_", " ")
        match self._schema(tie):
            case "Occupancy":
                return {"holder": tie.subject, "post": str(tie.office)}
            case "Membership":
                return {"member": tie.subject, "organization": str(tie.object), "role": role}
            case "Representation":
                return {"agent": tie.subject, "client": str(tie.object), "role": role}
        return {"subject": tie.subject, "object": other, "role": role}

    def _evidence(
        self, accounts: tuple[Account, ...], id: str, words: str
    ) -> dict[str, str | list[str]]:
        told = "; ".join(reporters(self._register.view, self._rows, accounts))
        return {
            "recordId": id,
            "summary": f"{words}. On the word of: {told}",
            "description": [quoted(account.span.quote, 2000) for account in accounts],
            "proof": sorted({account.span.document for account in accounts}),
        }

    def _notes(self, id: str, title: str, told: Firm, about: list[str]) -> Iterator[Thing]:
        for number, account in enumerate(told.held):
            found = [self._register.view.attribution(one) for one in account.attributions]
            # A plain telling is held back only because of what it tells: the title says so.
            sure = certainty_words(account.factuality, [one for one in found if one])
            how = f" ({sure})" if account.factuality != "asserted" else ""
            words = "; ".join(reporters(self._register.view, self._rows, [account]))
            named = [*about, *(part.entity for part in account.participants), *account.places]
            yield thing(
                f"{id}-note-{number}",
                "Note",
                [account.span],
                name=f"Not stated here as fact: {title}{how}",
                description=f"{quoted(account.span.quote, 2000)} – {words}",
                entity=list(dict.fromkeys(named)),
                proof=account.span.document,
            )


def _stated(event: Event, told: Firm) -> Event:
    """The event as its plain tellings have it: who and where others tell of is no part of it."""
    if not told.held:
        return event
    return replace(
        event,
        participants=told.participants,
        places=told.places,
        accounts=told.plain,
        quantities=(),
        purpose=None,
    )
