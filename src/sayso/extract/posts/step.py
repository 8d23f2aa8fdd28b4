"""The step that finds where a document speaks of an office that one person holds at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract.cast import Cast, Member
from sayso.extract.phrases import head_word
from sayso.extract.posts.titles import RANKS, Titles, titles_of
from sayso.extract.ties.offices import body_of
from sayso.packs.pack import Pack
from sayso.records.accounts import FIRM, TieAccount
from sayso.records.dates import bounds, days_later
from sayso.records.marks import Post
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.records.spans import Span

_HELD = frozenset({"holds_office", "commands"})
# Before an office: not any one, or not the one who holds it on the day.
_ANY = frozenset({"a", "an", "another", "any", "every", "each", "some", "no", "several", "many"})
_OTHER = frozenset({"former", "ex", "ex-", "late", "next", "future", "incoming", "designate",
                    "previous", "two", "three", "both", "once", "-"})  # fmt: skip
THEN = "then"
_MANY = frozenset({"NNS", "NNPS"})
_OWNERS = frozenset({"Organization", "Place", "Group", "Outlet"})
_YEAR = 366
# How many words before an office its article is looked for.
_NEAR = 3


class _Told(NamedTuple):
    """An office at one place, and who and what its sentence names behind it."""

    sentence: Sentence
    office: Member
    rest: list[Member]


def find_posts(notes: Notes, pack: Pack) -> tuple[Post, ...]:
    """Each place of a document that speaks of an office that one person holds at a time, and says
    whose it is; in text order. What a denied or doubtful account tells of a holder is left out."""
    if not any(entity.type == "Office" for entity in notes.entities):
        return ()
    finder = _Finder(notes, pack)
    return tuple(sorted(finder.all(), key=lambda post: (post.span, post.holder or "", post.office)))


class _Finder:
    def __init__(self, notes: Notes, pack: Pack) -> None:
        self._notes = notes
        self._cast = Cast(notes, pack)
        self._titles: Titles = titles_of(pack)
        self._entities = {entity.id: entity for entity in notes.entities}
        # By the id of an office whose it is, and which, wherever the document says so.
        self._known: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._today = notes.document.published if _is_news(notes) else None
        self._ties = [tie for tie in notes.ties if tie.type in _HELD and tie.polarity == "positive"]
        self._followed: dict[str, list[TieAccount]] = defaultdict(list)
        for tie in notes.ties:
            if tie.type == "succeeds" and tie.polarity == "positive" and tie.factuality in FIRM:
                self._followed[tie.subject].append(tie)
        self._firms = frozenset(f" {office} " for office in pack.list("firm_offices"))
        self._people = {e.id for e in notes.entities if e.type == "Person"}

    def all(self) -> Iterator[Post]:
        """A post for each place that tells of one, those first that say whose the office is."""
        bare = []
        for sentence in self._notes.parse.sentences:
            members = self._cast.in_sentence(sentence)
            for place, office in enumerate(members):
                if office.entity.type == "Office" and office.mention.form != "pronoun":
                    told = _Told(sentence, office, members[place + 1 :])
                    owner, key = self._named(told)
                    yield from self._posts(told, owner, key)
                    bare += [] if owner else [told]
        for told in bare:
            known = self._known[told.office.entity.id]
            if len(known) == 1 and not _is_rank(told):
                yield from self._posts(told, *next(iter(known)))

    def _named(self, told: _Told) -> tuple[str, str]:
        """Whose an office is told to be at this place, and which it is; empty where unknown."""
        span, office = told.office.mention.span, told.office
        head = head_word(told.sentence, span.start, span.end)
        body = body_of(told.sentence, office, told.rest, head, self._cast) if head else None
        owners = [tie.object or self._giver(tie) for tie in self._own(office)]
        first = owners[0] if owners else None
        owner = self._entities.get(first or (body.entity.id if body else ""))
        if owner is None:
            return "", ""
        if owner.type not in _OWNERS or _is_rank(told):
            return owner.id, ""
        inside = [m.mention.span.quote for m in told.rest if span.covers(m.mention.span)]
        key = self._titles.key(office.mention.name, (owner.name, *owner.aliases, *inside))
        if key:
            self._known[office.entity.id].add((owner.id, key))
        return owner.id, key

    def _giver(self, tie: TieAccount) -> str | None:
        """The firm that gives somebody an office only firms have: "Velm appointed Lee as chief
        executive"."""
        office = self._entities.get(tie.office or "")
        if office is None or f" {office.name.lower()} " not in self._firms:
            return None
        given = (e for e in self._notes.events if e.mode == "appoint" and e.span.touches(tie.span))
        actors = {p.entity for e in given for p in e.participants if p.role == "actor"}
        return next(iter(actors)) if len(actors) == 1 else None

    def _own(self, office: Member) -> list[TieAccount]:
        """The ties that say at this place who holds the office."""
        span = office.mention.span
        return [tie for tie in self._ties if tie.span.covers(span) and tie.subject in self._people]

    def _posts(self, told: _Told, owner: str, key: str) -> Iterator[Post]:
        sentence, span, id = told.sentence, told.office.mention.span, told.office.entity.id
        own = self._own(told.office)
        for tie in own if key else ():
            if tie.factuality in FIRM:
                day = None if _was(sentence, tie.span) else self._day(tie)
                yield Post(span, id, key, owner, tie.subject, tie.since, tie.until, day)
                for other in self._followed.get(tie.subject, ()) if tie.since else ():
                    yield Post(other.span, id, key, owner, other.object, until=tie.since)
        if key and not own and _is_the_one(sentence, told.office):
            then = _before(sentence, span.start) == THEN
            yield Post(span, id, key, owner, seen=None if then else self._today)

    def _day(self, tie: TieAccount) -> str | None:
        """The day of what is told around a tie, else that of the report; null where neither is."""
        around = [e for e in self._notes.events
                  if e.span.touches(tie.span) and e.earliest and e.latest]  # fmt: skip
        closest = min(around, key=lambda e: (e.span.end - e.span.start, e.id), default=None)
        return closest.edtf if closest is not None else self._today


def _is_rank(told: _Told) -> bool:
    """Whether what stands in front makes another office of it: "Vice-governor"."""
    before = [t for t in told.sentence.tokens if t.end <= told.office.mention.span.start][-2:]
    words = [token.text.lower() for token in before if token.text != "-"]
    glued = bool(before) and before[-1].text == "-"
    return bool(words) and words[-1] in RANKS and (glued or words[-1] != "under")


def _is_the_one(sentence: Sentence, office: Member) -> bool:
    """Whether an office is told of as somebody: no "a minister", "former minister", "ministers"."""
    span = office.mention.span
    words, head = sentence.within(span.start, span.end), head_word(sentence, span.start, span.end)
    if head is None or head.tag in _MANY:
        return False
    before = [t.text.lower() for t in sentence.tokens[max(0, words[0].i - _NEAR) : words[0].i]]
    inside = {token.text.lower() for token in words} - {"-"}
    leads = [word for word in before if word in _ANY | {"the"}][-1:]
    return not (inside & _OTHER or set(before[-1:]) & _OTHER or set(leads) & _ANY)


def _was(sentence: Sentence, span: Span) -> bool:
    """Whether it is told as over by then: "Lee had been chairman since 2009"."""
    return any(t.text.lower() == "had" and t.dep == "aux" for t in _clause(sentence, span))


def _clause(sentence: Sentence, span: Span) -> Iterator[Token]:
    """The words of a stretch, and those that its verbs have beside them."""
    for token in sentence.within(span.start, span.end):
        yield token
        yield from sentence.children(token, "aux")


def _before(sentence: Sentence, start: int) -> str:
    before = [token for token in sentence.tokens if token.end <= start]
    return before[-1].text.lower() if before else ""


def _is_news(notes: Notes) -> bool:
    """Whether a report tells of its own days: else an office in it may be one of long ago."""
    day = bounds(notes.document.published)[0]
    if day is None:
        return False
    dated = [e.latest for e in notes.events if e.latest and e.earliest]
    since = days_later(day, -_YEAR)
    return 2 * sum(latest >= since for latest in dated) >= len(dated)
