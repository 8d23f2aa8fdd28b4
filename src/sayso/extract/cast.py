"""Which entities a phrase names: mentions laid over the grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.descriptions import Descriptions, enclosed
from sayso.extract.grammar import VERBAL, conjuncts, reach, subject_of
from sayso.extract.listed import named_behind
from sayso.extract.nouns import Nouns
from sayso.extract.phrases import head_word, is_cited, qualified, strayed_of
from sayso.extract.spots import Spots
from sayso.packs.pack import Pack
from sayso.records.marks import NAME_FORMS, LocalEntity, Mention
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.records.spans import Span

NAMED = frozenset({"name", "short", "acronym", "adjective", "office", "pronoun"})
# A noun stands for whoever is named by these below it: "fighters of the Guard".
_OWNERS = ("compound", "poss", "nmod", "amod")
_LEADS = frozenset({"of", "from"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_INTO_PLACES = ("prep", "pobj", "appos", "compound", "nmod", "advmod")
# "A member of the board of the union of ...": far enough for any owner that matters.
_DEPTH = 5
# "Foreign Affairs", "Budget and Planning": a longer name is a body's own.
_PORTFOLIO = 3
_STRAYED = frozenset({"advmod", "npadvmod", "dep", "appos"})
_BODIES = ("Group", "Organization")
_CALLING = frozenset({"call", "name", "know", "dub", "style"})


@dataclass(frozen=True, slots=True)
class Member:
    """An entity as one phrase names it; ``named`` is false for mere descriptions."""

    entity: LocalEntity
    mention: Mention

    @property
    def named(self) -> bool:
        """Whether the phrase gives a name, or a word that stands for one."""
        if self.mention.form == "description":
            # "The brigade" of one that has a name.
            return any(mention.form in NAMED for mention in self.entity.mentions)
        return self.mention.form in NAMED


class Cast:
    """Who is mentioned where in a document."""

    def __init__(self, notes: Notes, pack: Pack) -> None:
        self.document = notes.document
        self._others = pack.list("other_nouns")
        self.titles = pack.list("titles")
        self._portfolios = pack.list("portfolios")
        self._counting = pack.list("counting_nouns")
        self._keeping = pack.list("keeping_verbs")
        self._happening = pack.list("happenings")
        self._stopping = pack.list("stopping_verbs")
        self._founding = pack.list("founding_verbs")
        self._states = pack.countries
        self._people = (
            pack.list("person_nouns") - pack.list("group_nouns") - pack.list("body_nouns")
        )
        people = pack.list("person_nouns") | pack.list("group_nouns") | pack.list("kin")
        bodies = ("body_nouns", "organization_nouns", "retinue_nouns")
        self._somebodies = people.difference(*(pack.list(name) for name in bodies))
        self._folk = self._somebodies - pack.list("titles")
        self.nouns = Nouns(pack)
        self._remits = pack.list("remits")
        self._organs = pack.list("organ_nouns")
        self._firms = pack.list("firm_nouns") | pack.list("business_nouns")
        self._spots = pack.list("place_nouns")
        self._presenting = pack.list("place_descriptions") | pack.list("lands")
        self._members = sorted(
            (Member(entity, mention) for entity in notes.entities for mention in entity.mentions),
            key=lambda member: (member.mention.span.start, -member.mention.span.end),
        )
        self._starts = [member.mention.span.start for member in self._members]
        self._by_head: dict[int, dict[int, tuple[Member, ...]]] = {}
        self._last: dict[tuple[int, str], tuple[int, tuple[Member, ...]]] = {}
        self._enclosing = pack.list("enclosing_verbs")
        self._described = Descriptions(
            notes.entities,
            notes.parse,
            self._enclosing,
            pack.list("land_nouns"),
            frozenset(pack.countries),
            pack.list("person_nouns") - pack.list("body_nouns"),
        )
        self._spots_told = Spots(notes, pack)

    def is_another(self, noun: Token) -> bool:
        """Whether a noun is of others than its owner: what its rivals or allies do, it does not."""
        return noun.lemma.lower() in self._others

    def is_somebody(self, member: Member) -> bool:
        """Whether a description in the singular is of one person: "a son", "the driver"."""
        return not member.named and member.mention.span.quote.lower().split()[-1] in self._people

    def is_remit(self, noun: Token) -> bool:
        """Whether a noun is what somebody can be in charge of somewhere: "operations in Chad"."""
        return noun.lemma.lower() in self._remits

    def keeps(self, verb: Token) -> bool:
        """Whether a verb makes or keeps the tie that its object names: "built an alliance"."""
        return verb.lemma.lower() in self._keeping

    def lasts(self, verb: Token) -> bool:
        """Whether a verb says of what "to" leads to no more than that it goes on or begins."""
        return verb.lemma.lower() in self._happening

    def stops(self, verb: Token) -> bool:
        """Whether a verb ends the tie that stands below it: "stopped backing", "cut its ties"."""
        return verb.lemma.lower() in self._stopping

    def founds(self, verb: Token) -> bool:
        """Whether a verb tells that a body comes to be, so that "to" tells what it is for."""
        return verb.lemma.lower() in self._founding

    def presents_place(self, noun: Token) -> bool:
        """Whether a noun with "of" behind it presents a place: "the city of Orl"."""
        return noun.lemma.lower() in self._presenting

    def is_spot(self, noun: Token) -> bool:
        """Whether a noun says what kind of place a name before it is: "the Orl air base"."""
        return noun.lemma.lower() in self._spots

    def counts(self, noun: Token) -> bool:
        """Whether a noun with "of" behind it only counts or gathers: "a group of guards"."""
        return noun.lemma.lower() in self._counting

    def is_portfolio(self, member: Member) -> bool:
        """Whether a name is but what an office is for: "Foreign Affairs"; no ministry, no firm."""
        words = member.mention.span.quote.lower().split()
        body = member.entity.type in ("Organization", "Group", "Outlet")
        return body and len(words) <= _PORTFOLIO and words[-1] in self._portfolios

    @property
    def members(self) -> list[Member]:
        """All members in text order."""
        return self._members

    def in_sentence(self, sentence: Sentence) -> list[Member]:
        """The members mentioned in a sentence, in text order, longer first."""
        low = bisect_left(self._starts, sentence.start)
        return self._members[low : bisect_left(self._starts, sentence.end)]

    def at(self, sentence: Sentence, token: Token) -> tuple[Member, ...]:
        """The members whose mention has this word as its head, the longest mention first."""
        heads = self._by_head.get(sentence.start)
        if heads is None:
            heads = self._by_head[sentence.start] = self._heads(sentence)
        return heads.get(token.i, ())

    def name_head(self, sentence: Sentence, token: Token) -> Token:
        """The word a name hangs on, of a word inside it: "the Society of Weavers, which fell"."""
        if token.pos != "PROPN" or self.at(sentence, token):
            return token
        for member in self.in_sentence(sentence):
            span = member.mention.span
            if span.start <= token.start < span.end and member.mention.form in NAME_FORMS:
                return head_word(sentence, span.start, span.end) or token
        return token

    def _heads(self, sentence: Sentence) -> dict[int, tuple[Member, ...]]:
        heads: dict[int, tuple[Member, ...]] = {}
        for member in self.in_sentence(sentence):
            span = member.mention.span
            inside = sentence.within(span.start, span.end)
            head = head_word(sentence, span.start, span.end)
            # Parsers take names like "al-Kindi" apart: any of their words may be the argument.
            loose = [t for t in inside if t.dep in _CORE and member.entity.type == "Person"]
            for token in {t.i for t in (head, *loose) if t is not None}:
                heads[token] = (*heads.get(token, ()), member)
        return heads

    def named_by(
        self, sentence: Sentence, head: Token, *, depth: int = _DEPTH
    ) -> tuple[Member, ...]:
        """The members that a noun phrase stands for, those joined to it by "and" included.

        An office gives way to the person beside it, a description to whoever is named in it or
        was called so before in the same block. ``depth`` is how many times "of" is followed.
        """
        joined = conjuncts(sentence, head)
        found = (one for token in joined for one in self._named_by_one(sentence, token, depth))
        return tuple({member.entity.id: member for member in found}.values())

    def _named_by_one(self, sentence: Sentence, head: Token, depth: int) -> tuple[Member, ...]:
        own = () if self.nouns.is_border(head) else self.at(sentence, head)
        kind = own[0].entity.type if own else None
        beside = () if kind == "Person" else self._beside(sentence, head, own)
        if kind != "Person" and not (own and own[0].named):
            members = self.in_sentence(sentence) if head.tag == "NNS" else ()
            beside = named_behind(sentence, head, members, self.at) or beside
        if beside:
            return beside
        if own and (kind == "Office" or (own[0].named and kind != "Group")):
            return own[:1]
        owners = tuple(self._owners(sentence, head, depth)) if depth else ()
        if own and own[0].named:
            owners = (own[0], *(m for m in owners if not self._is_origin(own[0], m, head)))
        key = (sentence.block, head.text.lower())
        if not owners and not sentence.children(head, "det"):
            self._last.pop(key, None)
        if owners:
            self._last[key] = head.start, owners
        elif own[0].entity.type in _BODIES if own else not self.at(sentence, head):
            owners = self._gone_back_to(sentence, head, key)
        return owners or own[:1]

    def _is_origin(self, group: Member, owner: Member, head: Token) -> bool:
        """Whether a name only says who people are: "Iraqi militias", "the Orr family".

        A state acts through its army, its police and its officials, not through its people.
        """
        inside = group.mention.span.covers(owner.mention.span)
        if inside and owner.entity.type == "Person":
            return True
        adjective = owner.mention.form == "adjective" and inside
        return adjective and head.lemma.lower() not in self._organs

    def is_of_people(self, sentence: Sentence, word: Token) -> bool:
        """Whether an adjective says where people are from that have a name of their own."""
        head = sentence.head(word)
        own, named = self.at(sentence, word), self.at(sentence, head)
        if own and own[0].mention.form == "adjective" and self._beside(sentence, head, named):
            return True  # "The Japanese firm Kanno Optics": of Japan nothing is told.
        people = own and named and named[0].entity.type == "Group"
        return bool(people) and self._is_origin(named[0], own[0], head)

    def _gone_back_to(
        self, sentence: Sentence, head: Token, key: tuple[int, str]
    ) -> tuple[Member, ...]:
        """Whom a word goes back to: who was called so, or what was told of; the later of both."""
        told = self._described.meant(sentence, head)
        meant = tuple(Member(one.entity, one.mention) for one in told)
        start, called = self._called_before(sentence, head, key)
        return meant if meant and told[-1].start > start else called or meant

    def _meant(self, sentence: Sentence, head: Token) -> tuple[Member, ...]:
        return tuple(Member(o.entity, o.mention) for o in self._described.meant(sentence, head))

    def _called_before(
        self, sentence: Sentence, head: Token, key: tuple[int, str]
    ) -> tuple[int, tuple[Member, ...]]:
        definite = any(
            t.text.lower() in ("the", "these", "those") for t in sentence.children(head, "det")
        )
        return self._last.get(key, (-1, ())) if definite else (-1, ())

    def _whole_of(self, sentence: Sentence, head: Token, depth: int) -> Iterator[Member]:
        """The body that consists of those a noun names: "the cell comprised of four members"."""
        # Only where something further is told of them: else they are what it is made up of.
        if head.dep not in ("pobj", "dobj") or not sentence.children(head, "relcl", "acl"):
            return
        verb = next((t for t in sentence.ancestors(head) if t.pos in VERBAL), None)
        if verb is not None and head in enclosed(sentence, verb, self._enclosing):
            body = subject_of(sentence, verb)
            if body is not None and body != head:
                # "Zarb, a militia comprised of fishermen who ...": told of Zarb.
                named = sentence.head(body) if body.dep == "appos" else body
                yield from self.named_by(sentence, named, depth=depth - 1)

    def _beside(
        self, sentence: Sentence, head: Token, own: tuple[Member, ...]
    ) -> tuple[Member, ...]:
        """Who is named right behind a word: "two guards, Lee and Orr", "the group Red Hand"."""
        wanted = ("Person",) if not own or own[0].entity.type == "Office" else ("Organization",)
        for child in sentence.children(head, "appos"):
            told = conjuncts(sentence, child) if head.tag in ("NNS", "CD") else (child,)
            found = (m for one in told for m in self.at(sentence, one)[:1] if m.named)
            fits = tuple(m for m in found if m.entity.type in ("Person", *wanted))
            if fits and not is_cited(sentence, child):
                return fits
        called = self.called(sentence, head)
        if called:
            return called
        named = own and own[0].mention.form in NAME_FORMS
        if not own:
            return self._strayed_name(sentence, head)
        if named and own[0].entity.type == "Organization":
            return ()
        after = self._behind(own[0].mention.span.end, sentence)
        return (after,) if after is not None and after.entity.type in wanted else ()

    def _strayed_name(self, sentence: Sentence, head: Token) -> tuple[Member, ...]:
        """The person of "the runner Ruth Kiptoo", where a parser hangs the name elsewhere."""
        after = self._behind(head.end, sentence) if head.tag == "NN" else None
        if after is None or after.entity.type != "Person" or not after.named:
            return ()
        start = after.mention.span.start
        name = head_word(sentence, start, after.mention.span.end)
        close = sentence[head.i + 1].start == start
        return (after,) if close and name is not None and name.dep in _STRAYED else ()

    def called(self, sentence: Sentence, head: Token) -> tuple[Member, ...]:
        """Who "a group calling itself Red Hand" or "a gang known as the Owls" is."""
        for clause in sentence.children(head, "acl"):
            if clause.lemma.lower() in _CALLING:
                below = sentence.children(clause, "oprd", "attr", "dobj")
                below += tuple(
                    t
                    for p in sentence.children(clause, "prep")
                    for t in sentence.children(p, "pobj")
                )
                named = [m for t in below for m in self.at(sentence, t)[:1] if m.named]
                named = [m for m in named if m.mention.form != "pronoun"]
                if named:
                    return (named[0],)
        return ()

    def _behind(self, end: int, sentence: Sentence) -> Member | None:
        """The member whose mention begins at the next word, a comma between or not."""
        words = list(sentence.within(end, sentence.end))
        if words and words[0].text == "(":
            closing = next((n for n, t in enumerate(words) if t.text == ")"), len(words))
            words = words[closing + 1 :]
        word = next((t for t in words if t.text != ","), None)
        place = bisect_left(self._starts, word.start) if word else len(self._starts)
        fits = word and place < len(self._starts) and self._starts[place] == word.start
        return self._members[place] if fits else None

    def _owners(self, sentence: Sentence, head: Token, depth: int) -> Iterator[Member]:
        if self.is_another(head):
            return
        whole = tuple(self._whole_of(sentence, head, depth))
        yield from whole
        for child in sentence.children(head, *_OWNERS) if not whole else ():
            if not qualified(sentence, child):
                own = self.at(sentence, child)[:1] or self._meant(sentence, child)
                yield from (m for m in own if m.named and not self.is_another_than(head, m))
        for child in (*sentence.children(head, "prep", "appos"), *strayed_of(sentence, head)):
            below = (child,) if child.dep == "appos" else sentence.children(child, "pobj")
            beside = child.dep == "appos" and not is_cited(sentence, child)
            if beside or child.text.lower() in _LEADS:
                told = [m for t in below for m in self.named_by(sentence, t, depth=depth - 1)]
                # "Thousands of students" are the students; "a ban of students" is not.
                many = self.counts(head) or head.pos == "NUM"
                counted = many and not self.at(sentence, head)
                # "Men of the Guard and the police": one with a name lends weight to the others.
                bodies = _BODIES if any(m.named for m in told) else ()
                kept = (m for m in told if m.named or counted or m.entity.type in bodies)
                yield from (member for member in kept if not self._is_home_of(head, child, member))

    def _is_home_of(self, head: Token, lead: Token, owner: Member) -> bool:
        """Whether a town is only where some are from: "the weavers of Orl", "a firm from Orl"."""
        town = owner.entity.type == "Place" and owner.entity.name not in self._states
        lemma = head.lemma.lower()
        stands = lemma in self._organs or self.is_spot(head) or self.presents_place(head)
        many = head.tag == "NNS" or lemma in self._folk
        return town and not stands and (many or lead.text.lower() == "from")

    def is_another_than(self, head: Token, owner: Member) -> bool:
        """Whether some are told of by somebody or some land, and are neither: "her clerks quit",
        "the Armenian grandmaster was accused"."""
        lemma = head.lemma.lower()
        from_there = owner.mention.form == "adjective" and lemma not in self._organs
        if lemma in self._firms:
            return from_there  # "sold to a Belgian firm": not to Belgium
        if head.pos != "NOUN" or lemma not in self._somebodies:
            return False
        return owner.entity.type == "Person" or (from_there and head.tag == "NN")

    def places_at(self, sentence: Sentence, head: Token) -> Iterator[LocalEntity]:
        """The places a phrase names or goes back to, or that lie below it: "a base in the city"."""
        for token in conjuncts(sentence, head):
            yield from self.places_below(sentence, token)

    def place_before(self, sentence: Sentence, word: Token) -> tuple[LocalEntity, ...]:
        """The place that "there" and "the scene" go back to: the one named before."""
        return self._spots_told.last(sentence, word)

    def places_below(self, sentence: Sentence, token: Token) -> Iterator[LocalEntity]:
        """The same for one phrase, without those joined to it by "and"."""
        # "In Orl, 30 km south of Velm" is not in Velm.
        below = [t for t in sentence.children(token, *_INTO_PLACES) if t.pos not in ("ADV", "ADJ")]
        words = [t for child in below for t in reach(sentence, child, "conj", *_INTO_PLACES)]
        seen: list[Span] = []
        for word in (token, *words):
            own = [m for m in self.at(sentence, word) if m.entity.type == "Place"]
            # "On the border with Velm" is not in Velm.
            if own and any(span.covers(own[0].mention.span) for span in seen):
                continue
            seen += [m.mention.span for m in own[:1]]
            yield from (m.entity for m in own[:1] if m.mention.form != "adjective")
            if not own:
                # "In the city", "at the plant": told of by name before.
                yield from self._spots_told.meant(sentence, word)
