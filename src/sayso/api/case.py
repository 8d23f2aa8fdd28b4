"""A case to be asked from Python: ``case = sayso.open("x.sayso")``."""

from __future__ import annotations

from difflib import get_close_matches
from os import PathLike, fspath
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any, TypeVar

from sayso.analysis.highlights import Highlight, highlights
from sayso.analysis.ledger.listing import Filter, comparison, listed_claims, report_named
from sayso.analysis.ledger.rows import Row
from sayso.analysis.naming.merges import Doubt, doubts
from sayso.analysis.network.around import around, network_of
from sayso.analysis.network.asking import KINDS, ONLY, Question
from sayso.analysis.passage import passage
from sayso.analysis.people import Dossier, dossier, parties
from sayso.analysis.record.held import Holder, held
from sayso.analysis.record.itinerary import itinerary
from sayso.analysis.record.ties import Bond, ties_of
from sayso.analysis.says import says, voices
from sayso.analysis.timeline import Entry, timeline
from sayso.api import answers
from sayso.api.asking import Wanted, entity_called, events_asked, interval_of
from sayso.api.listing import Listing
from sayso.publish.forms.files import export
from sayso.publish.tables import making, rows
from sayso.publish.tables.making import Register
from sayso.records.case import Claim, Conflict, Entity, Event, Judgement, Tie
from sayso.records.documents import Document, DocumentRow, Failure
from sayso.records.errors import UsageError
from sayso.records.spans import Span
from sayso.records.statements import Attribution
from sayso.store.case import open_case
from sayso.store.view import View

Record = TypeVar("Record")
# What some would look for, and where it is.
_MEANT = {"reports": "documents", "names": "entities", "organisations": "entities"}


class Questions:
    """What can be asked of a case. Names may be any name of somebody, or an id; dates are "2020",
    "2020-03" or "2020-03-31". An unknown name or a date that is none raises UsageError.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._register = Register(view)

    def __getattr__(self, name: str) -> Any:
        asked = [one for one in dir(type(self)) if not one.startswith("_")]
        near = _MEANT.get(name) or next(iter(get_close_matches(name, asked, n=1)), None)
        meant = f"did you mean {near}? " if near else ""
        raise AttributeError(f"a case has no '{name}': {meant}it answers {', '.join(asked)}")

    @property
    def view(self) -> View:
        """The case as its analyses see it, for what is not asked here."""
        return self._view

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return self._view.counts()

    def documents(self) -> Listing[DocumentRow]:
        """The reports, without their texts."""
        return Listing(DocumentRow, self._view.document_rows())

    def document(self, name: str) -> Document:
        """A report with its text, by id, path, file name or words of its title."""
        found = self._view.document(report_named(self._view, name))
        assert found is not None
        return found

    def failures(self) -> Listing[Failure]:
        """What could not be read, why, and what to do about it."""
        return Listing(Failure, self._view.failures())

    def entities(
        self, name: str | None = None, *, type: str | None = None
    ) -> Listing[rows.EntityRow]:
        """Who and what the case knows; those whose name has these letters, or of this type."""
        found = self._view.entities(type=type, name=name)
        return Listing(rows.EntityRow, making.entity_rows(self._register, found))

    def people(self, name: str | None = None) -> Listing[rows.EntityRow]:
        """The persons among the entities."""
        return self.entities(name, type="Person")

    def entity(self, name: str) -> Entity:
        """Who is meant by a name or id, the best match."""
        return entity_called(self._view, name)

    def who(self, name: str) -> Dossier:
        """All that the case knows of one: names, ties, events, words."""
        return dossier(self._view, self.entity(name))

    def events(
        self,
        who: str | None = None,
        *,
        where: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        source: str | None = None,
    ) -> Listing[rows.EventRow]:
        """Events that fit all filters, by day, the undated last.

        ``type`` is a type or "TYPE/mode", ``source`` one on whose word a telling stands. At a
        country are also the events at towns that a pack knows to lie in it.
        """
        found = events_asked(self._view, Wanted(who, where, type, since, until, source))
        return Listing(rows.EventRow, (making.event_row(self._register, one) for one in found))

    def event(self, id: str) -> Event:
        """An event with every telling of it."""
        return self._found(Event, id)

    def timeline(self, since: str | None = None, until: str | None = None) -> Listing[Entry]:
        """What happened between two days, in order of time, a sentence each."""
        chosen = events_asked(self._view, Wanted(since=since, until=until))
        return Listing(Entry, timeline(self._view, chosen))

    def accounts(self, id: str) -> Listing[rows.AccountRow]:
        """Every telling of an event or tie, each at its words."""
        found = self.find(id)
        if not isinstance(found, Event | Tie):
            raise UsageError(
                f"'{id}' is no event and no tie", hint="their ids begin with ev- or t-"
            )
        return Listing(rows.AccountRow, making.account_rows(self._register, found))

    def ties(self, who: str | None = None, *, type: str | None = None) -> Listing[rows.TieRow]:
        """Lasting relations, of one party or of all, of one type or of all."""
        party = self.entity(who).id if who is not None else None
        told = self._view.ties(entity=party, type=type)
        found = (tie for tie in told if party is None or party in parties(tie))
        return Listing(rows.TieRow, (making.tie_row(self._register, tie) for tie in found))

    def ties_on(self, day: str, who: str, *, type: str | None = None) -> Listing[Bond]:
        """The ties of one, and whether each held on a day: yes, perhaps or no."""
        found = ties_of(self._view, self.entity(who), on=interval_of(day), type=type)
        return Listing(Bond, found)

    def held(self, office: str, *, on: str | None = None) -> Listing[Holder]:
        """Who held an office, from when until when; with a day, whether then."""
        return Listing(Holder, held(self._view, office, on=interval_of(on)))

    def network(
        self,
        who: str | None = None,
        *,
        on: str | None = None,
        front: str | None = None,
        only: str | None = None,
        limit: int | None = None,
    ) -> Listing[rows.LinkRow]:
        """Who is linked to whom: of the whole case or around one, on a day or at any time.

        ``front`` is a country or arena, ``only`` "ties" or "events", ``limit`` about how many links
        of the nearest neighbours of ``who`` are wanted.
        """
        if only is not None and only not in ONLY:
            raise UsageError(f"a network is not of '{only}'", hint=f"one of: {', '.join(ONLY)}")
        question = Question(
            at=interval_of(on),
            kinds=ONLY.get(only or "", KINDS),
            front=front or "",
            around=self.entity(who).id if who is not None else "",
        )
        if limit is not None and not (who and not front):
            raise UsageError("a limit is of the links around one", hint="name who, and no front")
        if limit is None:
            found = network_of(self._view, question)
        else:
            found = around(self._view, question, limit)
        return Listing(rows.LinkRow, answers.link_rows(found))

    def itinerary(self, who: str) -> Listing[rows.StopRow]:
        """Where a person was, in order of time, whom they met, and who reported it."""
        stops = itinerary(self._view, self.entity(who))
        return Listing(rows.StopRow, map(answers.stop_row, stops))

    def attributions(self, document: str | None = None) -> Listing[rows.AttributionRow]:
        """Who says what, in all reports or in one."""
        id = report_named(self._view, document) if document is not None else None
        found = self._view.attributions(document=id)
        return Listing(rows.AttributionRow, map(making.attribution_row, found))

    def says(self, who: str) -> Listing[rows.SayingRow]:
        """Everything that a source said or passed on, by date."""
        found = voices(self._view, who)
        sayings = says(self._view, found[0]) if found else []
        return Listing(rows.SayingRow, map(answers.saying_row, sayings))

    def sources(self) -> Listing[rows.SourceRow]:
        """On whose word the case rests."""
        return Listing(rows.SourceRow, making.source_rows(self._register))

    def claims(
        self,
        *,
        of: str | None = None,
        aspect: str | None = None,
        front: str | None = None,
        by: str | None = None,
        main: bool = False,
    ) -> Listing[rows.ClaimRow]:
        """What authors and sources judge; words fit by part. ``main`` are the main arguments."""
        found = listed_claims(self._view, Filter(of, aspect, front, by, main))
        return Listing(rows.ClaimRow, (making.claim_row(self._register, one) for one in found))

    def highlights(self) -> list[Highlight]:
        """What is most worth a look, ranked, with the words it stands on."""
        return highlights(self._view)

    def merges(self) -> list[Doubt]:
        """Names that may be of one and were not joined, those first on which most hangs."""
        return doubts(self._view)

    def claim(self, id: str) -> Claim:
        """One judgement of an author or source."""
        return self._found(Claim, id)

    def compare(self, one: str, other: str) -> list[Row]:
        """The judgements of two reports side by side."""
        ids = [report_named(self._view, name) for name in (one, other)]
        return comparison(self._view, ids[0], ids[1])

    def conflicts(self, about: str | None = None) -> Listing[rows.SideRow]:
        """Where accounts or judgements part: a row a side; of all, or about one event or tie."""
        found = self._view.conflicts(about=about)
        return Listing(rows.SideRow, (row for one in found for row in making.side_rows(one)))

    def conflict(self, id: str) -> Conflict:
        """One conflict with all the words of its sides."""
        return self._found(Conflict, id)

    def checks(self, verdict: str | None = None) -> Listing[rows.CheckRow]:
        """Countable statements held against the record: holds, fails or undecided."""
        found = (one for one in self._view.checks() if verdict in (None, one.verdict))
        return Listing(rows.CheckRow, map(making.check_row, found))

    def judgements(self) -> Listing[Judgement]:
        """Every decision of an analyst, those taken back too."""
        return Listing(Judgement, self._view.judgements())

    def search(self, text: str, limit: int = 20) -> Listing[rows.PassageRow]:
        """Passages that have all these words, best first."""
        return Listing(rows.PassageRow, map(answers.passage_row, self._view.search(text, limit)))

    def find(self, id: str) -> Any:
        """Any record by its id, or the beginning of it."""
        found = self._view.find(id)
        if found is None:
            raise UsageError(f"the case has no '{id}'", hint="ids stand in the rows of answers")
        return found

    def attribution(self, id: str) -> Attribution:
        """One attribution with its chain."""
        return self._found(Attribution, id)

    def passage(self, row: Any, around: int = 1) -> str:
        """The words of a row or span in their context: so many sentences more on both sides."""
        document = self._view.document(row.document)
        if document is None:
            raise UsageError(f"the case has no report '{row.document}'")
        span = row if isinstance(row, Span) else document.span(row.start, row.end)
        return passage(document, span, around=around).text

    def export(self, form: str, output: str | PathLike[str]) -> None:
        """Write the case as ``sayso export --to FORM -o OUTPUT`` does."""
        export(self._view, form, Path(output))

    def _found(self, kind: type[Record], id: str) -> Record:
        found = self.find(id)
        if not isinstance(found, kind):
            raise UsageError(f"'{id}' is no {kind.__name__.lower()}")
        return found


class Case(Questions):
    """An open case. Close it, or use it in a ``with`` statement; it is only read."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._case = open_case(fspath(path))
        self.name = PurePath(path).name
        super().__init__(self._case.view())

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        counts = self.counts()
        told = ", ".join(f"{counts[kind]:,} {kind}s" for kind in ("document", "event", "tie"))
        return f"<case {self.name}: {told}>"

    def close(self) -> None:
        """Let go of the file."""
        self._case.close()
