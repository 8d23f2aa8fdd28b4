"""Offices that the events of a document give and take: when somebody came, and when they went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.packs.pack import Pack
from sayso.records.accounts import DEADLY, LEAVING, POSTS, TAKING, EventAccount, TieAccount
from sayso.records.ids import content_id
from sayso.records.marks import LocalEntity
from sayso.records.notes import Notes
from sayso.records.spans import Span

# What an office may be of, likeliest first.
_OWNERS = ("Organization", "Place", "Person")


def changes(notes: Notes, pack: Pack, told: Sequence[TieAccount]) -> Iterator[TieAccount]:
    """A tie account for each appointment or resignation that names its office or body.

    It cites the words of the event, and begins or ends on its day, if the text tells it. What
    office somebody leaves may be told beside the name only ("the chairman, Ann Lee, resigned"):
    ``told`` are the ties found so far.
    """
    entities = {entity.id: entity for entity in notes.entities}
    made: list[TieAccount] = []
    for event in notes.events:
        yield from _by_death(notes, event, told, entities)
        joins = event.mode in TAKING
        if event.type != "APPOINT" or event.realis != "actual" or not (joins or _leaves(event)):
            continue
        office = _in(event, "office")
        body = _in(event, "organization") or _body(notes, entities, office)
        if event.mode == "succeed" and event.edtf and (office or body):
            kind = _type(pack, entities, office)
            for person in _persons(event, "target", entities):
                yield _tie(notes, event, (person, office, body), kind, left=True)
        for person in _holders(event, entities):
            taken = (_type(pack, entities, office), body, office)
            yield from _before(notes, event, told, person, taken)
            body = body or _told_body(told, person, office)
            # "Appointed Judge Lee as arbiter": the title before the name is not what is taken.
            worded = joins and any(filler.role == "office" for filler in event.fillers)
            held = None if office or body or worded else _unnamed(told, made, person, event)
            if held is None and joins:
                # An office that is told of by an event alone may be the one they leave.
                made.append(_tie(notes, event, (person, office, body), "holds_office"))
            if held is not None:
                yield _tie(notes, event, (person, held.office, held.object), held.type)
            elif office or body:
                yield _tie(notes, event, (person, office, body), _type(pack, entities, office))


def _before(
    notes: Notes, event: EventAccount, told: Sequence[TieAccount], person: str,
    taken: tuple[str, str | None, str | None],
) -> Iterator[TieAccount]:  # fmt: skip
    """An end for what somebody held who is put into another post: "Lee, who led the bank, was
    appointed governor in May": until May at the latest. What is ``taken`` does not end.
    """
    if event.mode not in TAKING or not event.edtf:
        return
    for tie in told:
        mine = tie.subject == person and tie.type in POSTS and tie.polarity == "positive"
        kind, body, office = taken
        new = tie.type == kind and (tie.object == body or tie.office == office)
        if not mine or new or tie.until or not event.span.covers(tie.span):
            continue
        if _was(notes, tie):
            yield _tie(notes, event, (person, tie.office, tie.object), tie.type, left=True)


def _was(notes: Notes, tie: TieAccount) -> bool:
    """Whether a relative clause tells of a tie in the past tense: "who led the bank"."""
    return any(
        token.dep == "relcl" and token.tag == "VBD"
        for sentence in notes.parse.sentences
        if sentence.start <= tie.span.start < sentence.end
        for token in sentence.within(tie.span.start, tie.span.end)
    )


def _by_death(
    notes: Notes,
    event: EventAccount,
    told: Sequence[TieAccount],
    entities: Mapping[str, LocalEntity],
) -> Iterator[TieAccount]:
    """An end for what somebody is told to hold in the words that tell of the killing.

    What is told elsewhere in the report ends where the case is asked, with what it follows from.
    """
    if f"{event.type}/{event.mode}" not in DEADLY or event.realis != "actual" or not event.edtf:
        return
    for person in _persons(event, "target", entities):
        held = {
            (tie.type, tie.object, tie.office)
            for tie in told
            if tie.subject == person and tie.type in POSTS and tie.until is None
            and tie.polarity == "positive" and event.span.touches(tie.span)
        }  # fmt: skip
        for kind, body, office in sorted(held, key=str):
            yield _tie(notes, event, (person, office, body), kind, left=True)


def _unnamed(
    told: Sequence[TieAccount], made: Sequence[TieAccount], person: str, event: EventAccount
) -> TieAccount | None:
    """What somebody took or left where the event does not name it.

    ``made`` are the offices that events before told to have been taken.
    """
    beside = _held(told, person, event)
    if beside is not None:
        return beside
    if event.mode in TAKING:
        return _entered(told, person, event)
    # Who has an office and a title leaves what they were told to take: no judge "resigned".
    return _left((*told, *made), person, event) or _left(made, person, event)


def _entered(told: Sequence[TieAccount], person: str, event: EventAccount) -> TieAccount | None:
    """The office that somebody entered who "took office" or "assumed his post" on a day told.

    Only where one office is told of them in the report of which no day is told.
    """
    follows = any(part.role == "target" for part in event.participants)
    open_ones = [
        tie
        for tie in _posts(told, person)
        if not tie.since and not tie.until and not (follows and tie.type == "deputy_of")
    ]
    return _only(open_ones) if event.mode == "succeed" and event.edtf else None


def _left(told: Sequence[TieAccount], person: str, event: EventAccount) -> TieAccount | None:
    """The office that somebody left who "stepped down" on a day told, and nothing is said of what.

    Only where one office is told of them in the report that nothing else ends, and that they did
    not take after that day.
    """
    day = event.latest or ""
    open_ones = [
        tie
        for tie in _posts(told, person)
        if not tie.until and not (tie.since and tie.since[: len("2020")] > day[: len("2020")])
    ]
    return _only(open_ones) if event.mode == "resign" and event.edtf else None


def _posts(told: Sequence[TieAccount], person: str) -> list[TieAccount]:
    """The offices told of somebody, in every account of them."""
    return [
        tie
        for tie in told
        if tie.subject == person and tie.type in POSTS and tie.polarity == "positive"
    ]


def _only(ties: Sequence[TieAccount]) -> TieAccount | None:
    """The one office that all these are, if they are one."""
    several = {(tie.type, tie.object, tie.office) for tie in ties}
    return ties[-1] if len(several) == 1 else None


def _held(told: Sequence[TieAccount], person: str, event: EventAccount) -> TieAccount | None:
    """The office that is told of somebody in the words of the event itself."""
    return next(
        (
            tie
            for tie in told
            if tie.subject == person
            and tie.office
            and event.span.touches(tie.span)
            # "Was succeeded by his deputy": what somebody was before is not what they take.
            and not (event.mode == "succeed" and tie.type == "deputy_of")
        ),
        None,
    )


def _told_body(told: Sequence[TieAccount], person: str, office: str | None) -> str | None:
    """Whose an office is told to be beside the event: "made Lee its chairman"."""
    fitting = (tie for tie in told if tie.subject == person and office and tie.office == office)
    return next((tie.object for tie in fitting if tie.object), None)


def _leaves(event: EventAccount) -> bool:
    return event.mode in LEAVING


def _holders(event: EventAccount, entities: Mapping[str, LocalEntity]) -> Iterator[str]:
    role = "actor" if event.mode in ("succeed", "resign") else "target"
    yield from _persons(event, role, entities)


def _persons(event: EventAccount, role: str, entities: Mapping[str, LocalEntity]) -> Iterator[str]:
    for part in event.participants:
        if part.role == role and entities[part.entity].type == "Person":
            yield part.entity


def _in(event: EventAccount, role: str) -> str | None:
    return next((part.entity for part in event.participants if part.role == role), None)


def _body(notes: Notes, entities: Mapping[str, LocalEntity], office: str | None) -> str | None:
    """Whom or what an office is of: "head of the Harbour Board", "deputy of Lee"."""
    spans = [m.span for m in entities[office].mentions] if office else []
    inside = [
        entity
        for entity in entities.values()
        if entity.type in _OWNERS
        and any(
            span.covers(mention.span) and not _has_it(notes, span, mention.span)
            for mention in entity.mentions
            for span in spans
        )
    ]
    inside.sort(key=lambda e: (_OWNERS.index(e.type), e.mentions[0].span.start))
    return inside[0].id if inside else None


def _has_it(notes: Notes, office: Span, name: Span) -> bool:
    """Whether an office is of what a name has, and not of the name: "head of Peru's army"."""
    behind = notes.document.text[name.end : min(name.end + 1, office.end)]
    return office.start < name.start and behind in ("'", "\u2019")


def _type(pack: Pack, entities: Mapping[str, LocalEntity], office: str | None) -> str:
    name = f" {entities[office].name.lower()} " if office else ""
    keys = [key for key in pack.offices if f" {key} " in name]
    return pack.offices[max(keys, key=len)].tie if keys else "holds_office"


def _tie(
    notes: Notes,
    event: EventAccount,
    ends: tuple[str, str | None, str | None],
    kind: str,
    *,
    left: bool = False,
) -> TieAccount:
    """``left`` is for whoever somebody else succeeds: gone by then, if not before."""
    person, office, body = ends
    joins = event.mode in TAKING and not left
    day = (event.edtf or "").partition("/")[2] or event.edtf
    return TieAccount(
        id=content_id("t", notes.document.id, event.span.start, event.span.end, kind, *ends),
        type=kind,
        subject=person,
        object=body,
        span=event.span,
        factuality=event.factuality,
        attributions=event.attributions,
        office=office if kind == "holds_office" or body is None else None,
        since=event.edtf if joins else None,
        until=f"../{day}" if left else None if joins else event.edtf,
    )
