"""A case as a bundle of STIX 2.1: identities, reports, notes, opinions, and one grouping.

What happened and what is judged goes out as notes on the reports, with the quotes: STIX has no
object for an event of the world. Only plain ties become relationships.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.analysis.grades import Grades, grades_of
from sayso.analysis.record.sources import reporters, rows_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.chains import certainty_words
from sayso.analysis.wording.dates import date_words
from sayso.analysis.wording.firm import firm
from sayso.analysis.wording.names import quoted
from sayso.analysis.wording.sentences import event_title, tie_sentence, tie_title
from sayso.publish.linked.jsonld import MADE_BY, listed
from sayso.publish.linked.stix import confidence
from sayso.publish.linked.stix.objects import SOFTWARE, Object, made, moment, ref
from sayso.publish.tables.making import Register
from sayso.records.case import Account, Claim, Event, Judgement, Tie
from sayso.records.dates import bounds
from sayso.records.documents import DocumentRow
from sayso.records.statements import Attribution

_CLASSES = {
    "Person": "individual", "Organization": "organization", "Outlet": "organization",
    "Group": "group",
}  # fmt: skip
_OPINIONS = {"accept": "agree", "reject": "disagree"}
# Where no report has a day, for the standard wants a time of every object.
_NEVER = "1970-01-01"


def stix_pieces(view: CaseView) -> Iterator[str]:
    """The bundle, an object a line.

    ``created`` is the day of the youngest report: the case keeps no time of its writing, so that
    the same reports give the same bundle.
    """
    maker = _Maker(view)
    head = {"type": "bundle", "id": ref("bundle", maker.seal())}
    return listed(head, "objects", maker.objects())


class _Maker:
    """Makes the objects of one case."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._register = Register(view)
        self._rows = rows_of(view)
        self._grades: Grades = grades_of(view)
        self._types = {one.id: one.type for one in view.entities()}
        days = [day for row in self._rows.values() if (day := bounds(row.published)[1])]
        self._at = next((at for day in sorted(days, reverse=True) if (at := moment(day))), "")
        self._at = self._at or str(moment(_NEVER))
        self._held: dict[str, list[str]] = {}

    def seal(self) -> str:
        """What names the bundle: the reports that the case was read from."""
        return " ".join(["bundle", *(row.sha256 for row in self._rows.values())])

    def objects(self) -> Iterator[Object]:
        """Every object, those first that others refer to."""
        yield self._software()
        yield from self._identities()
        for tie in self._view.ties():
            yield from self._tie(tie)
        for event in self._view.events():
            yield from self._event(event)
        for claim in self._view.claims():
            yield self._claim(claim)
        for judgement in self._view.judgements():
            yield from self._opinion(judgement)
        yield from self._reports()

    def _software(self) -> Object:
        return made("identity", SOFTWARE, self._at, name=MADE_BY, identity_class="system")

    def _identities(self) -> Iterator[Object]:
        for one in self._view.entities():
            if one.type in _CLASSES:
                also = f"Also: {', '.join(one.aliases)}" if one.aliases else None
                yield made(
                    "identity", one.id, self._at, name=one.name,
                    identity_class=_CLASSES[one.type], description=also,
                )  # fmt: skip

    def _tie(self, tie: Tie) -> Iterator[Object]:
        told, names = firm(self._view, tie), self._register.names
        ends = (tie.subject, tie.object)
        if told.plain and all(self._types.get(end or "") in _CLASSES for end in ends):
            words = tie_title if told.held else tie_sentence
            yield made(
                "relationship", tie.id, self._at,
                # OpenCTI drops a relationship whose kind is none of the standard's own.
                relationship_type="related-to",
                labels=[tie.type.replace("_", "-")],
                source_ref=ref("identity", tie.subject),
                target_ref=ref("identity", str(tie.object)),
                description=self._evidence(words(tie, names), told.plain),
                confidence=self._confidence(tie.id, told.plain),
            )  # fmt: skip
        parties = [id for id in (*ends, tie.office, tie.territory) if id]
        title = told.marked(tie_sentence(tie, names))
        yield self._note(tie.id, title, tie.accounts, parties)

    def _event(self, event: Event) -> Iterator[Object]:
        title = firm(self._view, event).marked(event_title(event, self._register.names))
        when = date_words(event.earliest, event.latest, event.edtf)
        parties = [part.entity for part in event.participants]
        yield self._note(event.id, f"{when}: {title}", event.accounts, parties)

    def _note(
        self, id: str, title: str, accounts: tuple[Account, ...], parties: Iterable[str]
    ) -> Object:
        self._hold(accounts, ref("note", id))
        return made(
            "note", id, self._at,
            abstract=title,
            content=self._evidence(title, accounts),
            authors=list(reporters(self._view, self._rows, accounts)),
            object_refs=self._about(parties),
            confidence=self._confidence(id, accounts),
            external_references=[{"source_name": "sayso", "external_id": id}],
        )  # fmt: skip

    def _claim(self, claim: Claim) -> Object:
        parts = (claim.aspect, claim.front, claim.direction, claim.strength)
        title = f"Judgement: {', '.join(part for part in parts if part)}"
        said = [one for id in claim.attributions if (one := self._view.attribution(id))]
        self._held.setdefault(claim.span.document, []).append(ref("note", claim.id))
        return made(
            "note", claim.id, self._at,
            abstract=title,
            content=f"{title}\n{quoted(claim.span.quote, 2000)}",
            authors=[self._holder(claim)],
            object_refs=self._about([claim.subject] if claim.subject else []),
            confidence=confidence.of_hedges(said),
            external_references=[{"source_name": "sayso", "external_id": claim.id}],
        )  # fmt: skip

    def _holder(self, claim: Claim) -> str:
        if claim.holder != "author":
            return self._register.names.get(claim.holder, claim.holder)
        return self._register.reports.get(claim.span.document, "author")

    def _opinion(self, found: Judgement) -> Iterator[Object]:
        """What an analyst holds of a finding that has a note."""
        note = next((id for id in found.about if self._is_noted(id)), None)
        if found.decision not in _OPINIONS or not found.value or found.revoked_by or not note:
            return
        yield made(
            "opinion", found.id, str(moment(found.at)),
            opinion=_OPINIONS[found.decision],
            explanation=found.reason,
            authors=[found.by],
            object_refs=[ref("note", note)],
        )  # fmt: skip

    def _is_noted(self, id: str) -> bool:
        return any((self._view.event(id), self._view.tie(id), self._view.claim(id)))

    def _reports(self) -> Iterator[Object]:
        """The reports: dated ones as reports, others as groupings, for a report must have a day."""
        for row in self._rows.values():
            held = [*dict.fromkeys(self._held.get(row.id, ())), ref("identity", SOFTWARE)]
            day = moment(bounds(row.published)[0])
            yield made(
                "report" if day else "grouping", row.id, self._at,
                name=row.title or row.path,
                description=self._byline(row),
                published=day,
                context=None if day else "unspecified",
                object_refs=held,
                external_references=[{"source_name": row.publisher or row.path,
                                      "description": row.path}],
            )  # fmt: skip

    def _byline(self, row: DocumentRow) -> str | None:
        return (
            ", ".join(part for part in (row.author, row.publisher, row.published) if part) or None
        )

    def _evidence(self, title: str, accounts: Iterable[Account]) -> str:
        """A title, and below it each telling in its words, on whose word, and how firmly."""
        lines = [title]
        for account in accounts:
            said = self._said(account)
            sure = certainty_words(account.factuality, said)
            voices = "; ".join(reporters(self._view, self._rows, [account]))
            lines.append(f"{quoted(account.span.quote, 1000)} – {voices} ({sure})")
        return "\n".join(lines)

    def _confidence(self, id: str, accounts: Iterable[Account]) -> int | None:
        """By an analyst's grade, or else by the least doubtful telling, where all are hedged."""
        grade = self._grades.of_piece(id)
        if grade is not None:
            return confidence.of_grade(grade.value)
        found = [confidence.of_hedges(self._said(account)) for account in accounts]
        known = [value for value in found if value is not None]
        return max(known) if known and len(known) == len(found) else None

    def _said(self, account: Account) -> list[Attribution]:
        return [one for id in account.attributions if (one := self._view.attribution(id))]

    def _about(self, parties: Iterable[str]) -> list[str]:
        known = [ref("identity", id) for id in parties if self._types.get(id) in _CLASSES]
        return list(dict.fromkeys(known)) or [ref("identity", SOFTWARE)]

    def _hold(self, accounts: Iterable[Account], note: str) -> None:
        for account in accounts:
            self._held.setdefault(account.span.document, []).append(note)
