"""A case as text that a person can review: names for ids, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records.accounts import Participant
from sayso.records.case import Account, Event, Measure, Tie
from sayso.records.statements import Attribution
from sayso.store.view import View


class Prose:
    """Writes a case; every line can be read without looking anything up."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.names = {entity.id: entity.name for entity in view.entities()}
        self.paths = {row.id: row.path.split("/")[-1] for row in view.document_rows()}
        self.statements = {found.id: found for found in view.attributions()}

    def text(self) -> str:
        """The whole case."""
        sections = {
            "reports": self._reports(),
            "who": self._who(),
            "events": sorted(self._events()),
            "ties": sorted(self._ties()),
            "statements": self._statements(),
            "conflicts": self._conflicts(),
            "failures": (f"{f.path}: {f.message}" for f in self.view.failures()),
        }
        return "\n".join(
            f"== {name}\n" + "\n".join(lines) + "\n" for name, lines in sections.items()
        )

    def _reports(self) -> Iterator[str]:
        for row in sorted(self.view.document_rows(), key=lambda row: row.path):
            yield f"{row.path} | {row.title} | {row.publisher} | {row.published} | {row.language}"

    def _who(self) -> list[str]:
        counts: dict[str, int] = {}
        for mention in self.view.mentions():
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
        return sorted(
            f"{e.type} {', also '.join((e.name, *e.aliases))} x{counts[e.id]}"
            for e in self.view.entities()
        )

    def _events(self) -> Iterator[str]:
        for event in self.view.events():
            yield f"{event.edtf or 'no date'} {_kind(event)}{self._cast(event)}" + "".join(
                f"\n    {self._account(account)}" for account in event.accounts
            )

    def _cast(self, event: Event) -> str:
        parts = [self._part(p) for p in event.participants]
        parts += [f"at {self.names[place]}" for place in event.places]
        parts += [_measure(quantity) for quantity in event.quantities]
        parts += [f"purpose {event.purpose!r}"] if event.purpose else []
        return "".join(f"; {part}" for part in parts)

    def _part(self, participant: Participant) -> str:
        return f"{participant.role} {self.names[participant.entity]}"

    def _account(self, account: Account) -> str:
        by = [self._chain(self.statements[id]) for id in account.attributions]
        told = f" <- {' + '.join(by)}" if by else ""
        quote = " ".join(account.span.quote.split())
        return f"{self.paths[account.span.document]} {account.factuality}: “{quote}”{told}"

    def _chain(self, found: Attribution) -> str:
        names = " > ".join(link.name for link in found.chain) or "nobody named"
        return names + (f" ({found.published})" if found.published else "")

    def _ties(self) -> Iterator[str]:
        for tie in self.view.ties():
            yield self._tie(tie)

    def _tie(self, tie: Tie) -> str:
        named = [self.names[id] if id else "?" for id in (tie.subject, tie.object)]
        extra = [f"office {self.names[tie.office]}"] if tie.office else []
        extra += [f"since {tie.since}"] if tie.since else []
        extra += [f"until {tie.until}"] if tie.until else []
        denied = "not " if tie.polarity == "negative" else ""
        return "; ".join([f"{named[0]} {denied}{tie.type} {named[1]}", *extra])

    def _statements(self) -> Iterator[str]:
        order = sorted(
            self.statements.values(), key=lambda a: (self.paths[a.content.document], a.content)
        )
        for found in order:
            hedges = "".join(f" ~{h.quote} {h.low}-{h.high}" for h in found.hedges)
            quote = " ".join(found.content.quote.split())
            yield f"{self._chain(found)} {found.stance}: “{quote}”{hedges}"

    def _conflicts(self) -> Iterator[str]:
        for conflict in self.view.conflicts():
            sides = " / ".join(side.value for side in conflict.sides)
            yield f"{conflict.field} ({conflict.scope}): {sides}"


def _kind(event: Event) -> str:
    mode = f"/{event.mode}" if event.mode else ""
    return f"{event.type}{mode}" + ("" if event.realis == "actual" else f" [{event.realis}]")


def _measure(quantity: Measure) -> str:
    return f"{quantity.bound} {quantity.low}-{quantity.high} {quantity.unit or ''}".rstrip()
