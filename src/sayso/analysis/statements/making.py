"""From a report's clauses to statements, with the names that the case knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.analysis.ledger.wholes import Wholes
from sayso.analysis.statements.marks import Marks, Said
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import Reading, Told, is_not, told_deeds
from sayso.analysis.statements.slots.filled import Slots, anew_of, slots_of, sorts_of
from sayso.analysis.statements.statement import Statement
from sayso.analysis.wording.stems import bare
from sayso.records.case import Claim, EntityMention
from sayso.records.documents import Document
from sayso.records.marks import NAME_FORMS, Quantity, Time
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Clause, Place

# Up to here numbers are too common to tell that two of them count one thing.
_SMALL = 12
_TO = re.compile(r"\bto\s\w")
_FORM = re.compile(r"\w+")
# "Safe from starvation", "keeps the city safe": of one thing, and of an aim.
_FROM = re.compile(r"\w+\sfrom\b")
_KEEPING = frozenset({"keep", "make", "help"})
_DATED = ("DATE", "TIME")
_WAYS = {"increase": 2, "persist": 1, "decline": -2}
_NAMED = NAME_FORMS | {"adjective"}
# Words behind a subject among which what it remains is looked for: "remains a serious threat".
_NEAR = 5
_SAID_BY = re.compile(r"[\s,”\"]*(?:according to|says|said|as)\b", re.I)
_IT = re.compile(r"(?:And\s|But\s|Then\s)?It\b")
Word = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What a case knows of entities: ``wholes`` are the bodies and states of which somebody is a
    leader or a part, ``named`` whom bodies are named after, ``kinds`` the type of each."""

    wholes: Wholes
    named: Mapping[str, str]
    kinds: Mapping[str, str]


def statements(
    notes: Notes,
    mentions: Iterable[EntityMention],
    claims: Iterable[Claim],
    senses: Senses,
    known: Known,
) -> tuple[Statement, ...]:
    """The statements of a report, in text order.

    ``notes`` have its clauses, times, quantities and attributions; ``mentions`` and ``claims``
    are those of the report in the case, ``known`` what the case knows of whom they name.
    """
    report = _Report(notes, mentions, claims, senses, known)
    return tuple(_resumed(notes.document, [report.statement(one) for one in notes.clauses], known))


def _resumed(document: Document, told: Iterable[Statement], known: Known) -> Iterator[Statement]:
    """Statements in order; one of "it" is said of what the statement before it is said of.

    "The ship was overloaded. It had been inspected in May": a pronoun of a person is resolved
    where names are, that of a thing only where the thing has a name.
    """
    last: Statement | None = None
    for one in told:
        found = one
        if last is not None and _IT.match(one.span.quote) and _follows(document, last, one):
            people = {who for who in last.subject if known.kinds.get(who) == "Person"}
            if not one.subject and last.subject and not people:
                names = last.subject & last.who
                words = last.subject - names
                found = replace(one, subject=last.subject, who=one.who | names,
                                words=one.words | words)  # fmt: skip
        yield found
        if not one.part:
            last = found


def _follows(document: Document, one: Statement, other: Statement) -> bool:
    """Whether a statement stands in the sentence behind another, in its paragraph."""
    between = document.text[one.sentence[1] : other.sentence[0]]
    return one.sentence != other.sentence and not between.strip() and "\n\n" not in between


class _Report:
    def __init__(
        self,
        notes: Notes,
        mentions: Iterable[EntityMention],
        claims: Iterable[Claim],
        senses: Senses,
        known: Known,
    ) -> None:
        self.document, self.senses = notes.document, senses
        self.wholes, self.named, self.kinds = known.wholes, known.named, known.kinds
        self.starts = frozenset(clause.span.start for clause in notes.clauses)
        self.mentions, self.claims = Marks(mentions), Marks(claims)
        proper = frozenset(m.entity for m in self.mentions.all if m.form in NAME_FORMS)
        self.reading = Reading(
            notes.document.text, senses.meaning, self._names, self._called, proper
        )
        self.times, self.quantities = Marks(notes.times), Marks(notes.quantities)
        self.said = Marks(Said(a) for a in notes.attributions if a.source is not None)

    def statement(self, clause: Clause) -> Statement:
        """One clause as a statement."""
        place = (clause.span.start, clause.span.end)
        aside = [*clause.settings, *([clause.reason] if clause.reason else [])]
        aside += self._sayers(clause.span)
        times, numbers = self.times.within(*place), self.quantities.within(*place)
        own = self._own(clause, times)
        main = [word for word in own if not _in_any(word[0], aside)]
        judged = [c for c in self.claims.over(*place) if _overlaps(c.span, clause.span)]
        lemmas, groups = [word for _, word in main], self._groups(main)
        way = self._way(clause, lemmas)
        return Statement(
            span=clause.span,
            sentence=clause.sentence,
            voice=self._voice(clause) or clause.span.document,
            holder=self._voice(clause, denies=True) or self._teller(clause),
            who=self._names(place, aside),
            words=groups | _days(times, aside) | _counts(numbers, aside),
            said=groups - self.senses.people,
            everything=self._names(place) | self._groups(own),
            subject=self._features(clause.subject, own),
            thing=self._thing(clause, judged, own),
            happening=self._groups(self._plural(own, clause.subject)),
            much=self._groups(word for word in own if word[0] in clause.much),
            way=way,
            denied=(clause.denied != self._is_denied(clause)) != self._is_not(clause),
            open=clause.open,
            heading=clause.heading,
            part=clause.part,
            over=way < 0 and not self.senses.final.isdisjoint(lemmas),
            safe=way > 0 and self._is_safe(own),
            sides=tuple(sorted(self.senses.sides(lemmas).items())),
            why=self.document.span(*clause.reason) if clause.reason else None,
            why_features=self._features(clause.reason, own),
            numbers=tuple(numbers),
            dated=tuple(_dates(self.times.within(clause.sentence[0], place[1]))),
            claims=tuple(c.id for c in judged),
            shown=tuple((g, w) for _, w in own if (g := self.senses.group(w))),
            once=self._deeds(lemmas, self.senses.once),
            lone=self._deeds(lemmas, self.senses.lone),
            slots=self._slots(clause, times),
            sorts=sorts_of(self.document.text, own, self.senses.rows),
            deeds=self._deeds_of(clause, own),
            topic=self._topic(judged, own),
            aspects=frozenset(c.aspect for c in judged if c.aspect),
            fronts=frozenset(c.front for c in judged if c.front),
            judging=self._judging(main),
            ahead=bool(judged) and all(c.mode == "prediction" for c in judged),
        )

    def _deeds(self, lemmas: Iterable[str], kind: frozenset[str]) -> frozenset[str]:
        return frozenset(self.senses.group(word) or word for word in lemmas if word in kind)

    def _sayers(self, clause: Span) -> list[Place]:
        """Who says what a clause tells, where it names them behind: they are not told of."""
        found = []
        for one in self.said.over(clause.start, clause.end):
            for part in (one.attribution.source, one.attribution.cue):
                if part and part.start >= one.span.end and part.end <= clause.end:
                    found.append((part.start, part.end))
        return found

    def _deeds_of(self, clause: Clause, own: Sequence[Word]) -> tuple[Told, ...]:
        """What a clause tells to have been done; what somebody denies, is turned round."""
        denied = self._is_refuted(clause.span)
        told = told_deeds(self.reading, clause.deeds, own)
        return tuple(replace(one, denied=not one.denied) for one in told) if denied else told

    def _is_not(self, clause: Clause) -> bool:
        """Whether all that a clause tells is what something is not: "pleaded not guilty"."""
        told = clause.deeds
        return bool(told) and all(is_not(self.document.text, deed) for deed in told)

    def _slots(self, clause: Clause, times: Sequence[Time]) -> Slots:
        # "Four died, according to the governor of Sul" is not told of Sul.
        sayers = self._sayers(clause.span)
        mentions = [m for m in self.mentions.within(clause.span.start, clause.span.end)
                    if not _in_any(m.span.start, sayers)]  # fmt: skip
        place = (clause.span.start, clause.span.end)
        made = slots_of(self.document.text, place, clause.subject, mentions, times, self.kinds)
        return replace(made, anew=anew_of(clause.span.quote, self.senses.anew))

    def _is_safe(self, own: Iterable[Word]) -> bool:
        """Whether a place or time is called safe: not from one thing, nor kept so by somebody."""
        known = list(own)
        text = self.document.text
        return not any(word in _KEEPING for _, word in known) and any(
            word in self.senses.safe and not _FROM.match(text, at) for at, word in known
        )

    def _own(self, clause: Clause, times: Sequence[Time]) -> list[Word]:
        """The words of a clause that are no part of a date or a name.

        Lower case in a name is a common noun: "Tarn leaders" are leaders, too.
        """
        when = [(t.span.start, t.span.end) for t in times]
        text = self.document.text
        return [
            (at, word)
            for at, word in clause.words
            if not _in_any(at, when) and not (text[at].isupper() and self._is_name(at))
        ]

    def _is_name(self, at: int) -> bool:
        return any(m.form in _NAMED for m in self.mentions.over(at, at + 1))

    def _names(self, place: Place, aside: Sequence[Place] = ()) -> frozenset[str]:
        """Whom a stretch names, not counting what lies aside."""
        found = frozenset(
            m.entity
            for m in self.mentions.over(*place)
            if m.span.start >= place[0] and m.form != "office" and not _in_any(m.span.start, aside)
        )
        return found | {self.named[one] for one in found if one in self.named}

    def _called(self, at: int) -> frozenset[str]:
        """Whom the word at a place names or stands for."""
        return frozenset(m.entity for m in self.mentions.over(at, at + 1))

    def _groups(self, words: Iterable[Word]) -> frozenset[str]:
        return frozenset(group for _, word in words if (group := self.senses.group(word)))

    def _features(self, place: Place | None, own: Iterable[Word]) -> frozenset[str]:
        """The names and words of a part of a clause."""
        if place is None:
            return frozenset()
        return self._names(place) | self._groups(_inside(own, place))

    def _thing(
        self, clause: Clause, judged: Sequence[Claim], own: Sequence[Word]
    ) -> frozenset[str]:
        """Names and words of what a clause judges, with the bodies and states behind them; of
        what it is said of, where it does not judge."""
        told = [c for c in judged if c.subject or c.topic]
        if told:
            found = frozenset(c.subject for c in told if c.subject) | self._topic(told, own)
        else:
            found = self._features(clause.subject, own)
        return found.union(*(self.wholes.get(one, ()) for one in found))

    def _topic(self, judged: Sequence[Claim], own: Sequence[Word]) -> frozenset[str]:
        """The words, but for names, of what is judged."""
        topics = " ".join(c.topic or "" for c in judged).replace("’", " ").replace("'", " ")
        words = set(topics.lower().split())
        return self._groups(word for word in own if word[1] in words or f"{word[1]}s" in words)

    def _judging(self, words: Iterable[Word]) -> frozenset[str]:
        """The words that judge; kin of which others say what is judged are none ("authority")."""
        known = list(words)
        judge = [word for word in known if bare(word[1]) in self.senses.judging]
        return self._groups(judge) - self._groups(word for word in known if word not in judge)

    def _plural(self, own: Iterable[Word], place: Place | None) -> Iterator[Word]:
        """Words in the plural in a stretch: what happens more than once."""
        for at, word in _inside(own, place) if place else ():
            form = _FORM.match(self.document.text, at)
            if form and form[0].lower() != word and form[0].endswith("s"):
                yield at, word

    def _way(self, clause: Clause, lemmas: Sequence[str]) -> int:
        found = _WAYS.get(clause.direction or "", 0)
        praised = 2 * self.senses.way(lemmas)
        if found == 1 and praised:
            # What goes on may be good or bad: "remains low", "is still excellent".
            return praised
        if found == 1 and not clause.denied and self._is_burden(clause):
            return -2
        if found:
            return found
        return -praised if clause.denied else praised

    def _is_burden(self, clause: Clause) -> bool:
        """Whether what goes on is a bad thing, as a noun behind the subject tells: "remains a
        threat"."""
        behind = clause.subject[1] if clause.subject else clause.span.start
        words = [word for at, word in clause.words if at >= behind][:_NEAR]
        return not self.senses.burdens.isdisjoint(words)

    def _is_denied(self, clause: Clause) -> bool:
        """Whether somebody says that it is not so, or refuses to do it: "the bank denied that it
        had cut the line", "she has refused to resign"."""
        place = clause.span
        if any(word in self.senses.refusals for _, word in clause.words):
            return bool(_TO.search(place.quote))
        return self._is_refuted(place)

    def _is_refuted(self, place: Span) -> bool:
        """Whether somebody says that it is not so."""
        return any(
            one.attribution.stance == "denies"
            and one.span.start <= place.start and place.end <= one.span.end
            for one in self.said.over(place.start, place.end)
        )  # fmt: skip

    def _voice(self, clause: Clause, *, denies: bool = False) -> str | None:
        """On whose word a clause stands: the innermost source that says it, or that denies it."""
        said = [
            one.attribution
            for one in self.said.over(clause.span.start, clause.span.end)
            if (one.attribution.stance == "denies") == denies
            and _is_mostly_in(clause.span, one.span)
        ]
        if not said:
            return None
        return _last(min(said, key=lambda a: (a.content.end - a.content.start, a.id)))

    def _teller(self, clause: Clause) -> str | None:
        """Who tells what a clause tells of in a noun: "a spokeswoman spoke of 40 boxes"."""
        if clause.subject is None:
            return None
        for one in self.said.within(clause.span.start, clause.span.end):
            source, cue = one.attribution.source, one.attribution.cue
            if cue is None or not cue.quote.endswith(" of"):
                continue
            inside = source and clause.subject[0] <= source.start < clause.subject[1]
            if inside and one.span.start not in self.starts:
                return _last(one.attribution)
        return None


def _last(one: Attribution) -> str | None:
    """The last of those through whom something is said: whose words they are."""
    last = one.chain[-1] if one.chain else None
    name = (last.entity or last.name) if last else one.source_entity
    return name or (one.source.quote if one.source else None)


def _is_mostly_in(clause: Span, content: Span) -> bool:
    """Whether a clause is what somebody says; it may name who does, and where from, behind it:
    "the ship was overloaded, according to the harbour master, Pia Velt"."""
    if content.start > clause.start or content.end <= clause.start:
        return False
    return content.end >= clause.end or bool(
        _SAID_BY.match(clause.quote, content.end - clause.start)
    )


def _days(times: Iterable[Time], aside: Sequence[Place]) -> frozenset[str]:
    """Dates as features: what happened on one day is likely to be one thing."""
    return frozenset(
        f"@{t.edtf}"
        for t in times
        if t.edtf and t.type in _DATED and not _in_any(t.span.start, aside)
    )


def _counts(numbers: Iterable[Quantity], aside: Sequence[Place]) -> frozenset[str]:
    """Larger numbers as features: two that count the same count one thing."""
    return frozenset(
        f"#{q.low:g}"
        for q in numbers
        if q.low is not None and q.low == q.high and q.low > _SMALL
        if not _in_any(q.span.start, aside)
    )


def _dates(times: Iterable[Time]) -> Iterator[Time]:
    return (t for t in times if t.earliest and t.latest and t.type in _DATED)


def _inside(words: Iterable[Word], place: Place) -> Iterator[Word]:
    return (word for word in words if place[0] <= word[0] < place[1])


def _overlaps(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)


def _in_any(at: int, places: Iterable[Place]) -> bool:
    return any(low <= at < high for low, high in places)
