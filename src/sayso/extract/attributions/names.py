"""What the sources of a chain are called, and which of them are outlets."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import PARTS, Scene
from sayso.records.marks import NAME_FORMS, LocalEntity, Mention
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

_DROPPED = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "own", "whose"}
)
# Who speaks in "our view", "her claim".
OWNERS = {"my": "I", "our": "we", "his": "he", "her": "she", "its": "it", "their": "they"}
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_BY = frozenset({"by", "from", "with"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_JOINTS = frozenset({"and", "or", "&"})


class Names:
    """Looks up and makes the names of sources in one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def _mentions(self) -> list[tuple[int, int, Mention, LocalEntity | None]]:
        notes = self.scene.notes
        held = {id(m): e for e in notes.entities for m in e.mentions}
        owner = {m.span: e for e in notes.entities for m in e.mentions}
        every = [*notes.mentions, *(m for e in notes.entities for m in e.mentions)]
        unique = {m.span: m for m in every}
        return sorted(
            (
                (m.span.start, m.span.end, m, held.get(id(m)) or owner.get(m.span))
                for m in unique.values()
            ),
            key=lambda row: row[:2],
        )

    def mentions_in(self, bounds: Bounds) -> list[tuple[Mention, LocalEntity | None]]:
        """The mentions that lie in a stretch of the text, in text order."""
        place = bisect_left(self._mentions, bounds[0], key=lambda row: row[0])
        found = []
        for start, end, mention, entity in self._mentions[place:]:
            if start >= bounds[1]:
                break
            if end <= bounds[1]:
                found.append((mention, entity))
        return found

    def link(self, sentence: Sentence, head: Token, bounds: Bounds) -> Link:
        """The source in these bounds, whose main word is ``head``, as a link of a chain."""
        issuer = self._issuer(sentence, head)
        if issuer is not None:
            return self.link(sentence, issuer, grammar.noun_phrase(sentence, issuer) or bounds)
        named = (
            None if _coordinated(sentence, head, bounds) else self._named(sentence, head, bounds)
        )
        if named is None:
            return self._as_written(sentence, head, bounds)
        mention, entity = named
        id = entity.id if entity else None
        common = head.pos == "NOUN" and _holds(mention, head.start)
        if entity is not None and entity.type == "Person" and mention.type != "Person":
            return Link(entity.name, id, mention.span)  # "the mayor" is Ann Lee
        if mention.form in ("description", "office") or (common and mention.type == "Group"):
            written = self._as_written(sentence, head, bounds)
            return Link(written.name, id, written.span)
        return Link(entity.name if entity else mention.name, id, mention.span)

    def _as_written(self, sentence: Sentence, head: Token, bounds: Bounds) -> Link:
        start, end = self._words(sentence, head, bounds)
        name = self.scene.document.text[start:end]
        return Link(OWNERS.get(name.lower(), name), None, self.scene.document.span(start, end))

    def _named(
        self, sentence: Sentence, head: Token, bounds: Bounds
    ) -> tuple[Mention, LocalEntity | None] | None:
        inside = self.mentions_in(bounds)
        over = [row for row in inside if row[0].span.start <= head.start < row[0].span.end]
        proper = [row for row in inside if row[0].form in NAME_FORMS]
        apposed = sentence.children(head, "appos")
        # "A prisoner, the poet Ann Lee": the name may be beside what is beside.
        apposed += tuple(t for one in apposed for t in sentence.children(one, "appos"))
        letters = self.scene.pack.list("honours")
        beside = [sentence[t.i - (t.text in letters)].start for t in apposed]
        author = self.author(sentence, head)
        honoured = head.text.rstrip(".") in letters  # "Ann Lee KC"
        for group in (
            [row for row in proper if row[0].type == "Person"] if honoured else [],
            [row for row in over if row in proper and row[0].type in ("Person", "Outlet")],
            [r for r in proper if r[0].type == "Outlet"] if self._is_outlet_noun(head) else [],
            [row for row in proper if any(_holds(row[0], start) for start in beside)],
            [row for row in proper if self._closes(sentence, head, row[0], bounds)],
            [row for row in proper if author is not None and _holds(row[0], author.start)],
            [row for row in over if row in proper],
            over,
        ):
            if group:
                return group[-1]
        return None

    def _closes(self, sentence: Sentence, head: Token, mention: Mention, bounds: Bounds) -> bool:
        """ "The spokesman of the zone, Major Lee": a person's name ends the words of a source."""
        start, end = mention.span.start, mention.span.end
        if mention.type != "Person" or head.pos != "NOUN" or end != bounds[1]:
            return False
        if any(t.pos == "VERB" for t in sentence.within(head.end, start)):
            return False
        _, comma, between = self.scene.document.text[bounds[0] : start].rpartition(",")
        titles = self.scene.pack.list("titles")
        return bool(comma) and all(word.lower().strip(".") in titles for word in between.split())

    def author(self, sentence: Sentence, head: Token) -> Token | None:
        """Whose text it is: "a report by X", "X's letter", "an X report"; names only."""
        if not self.is_text_noun(head):
            return None
        near = sentence.children(head, "compound", "nmod")
        by = [t for t in sentence.children(head, "prep", "agent") if t.text.lower() in _BY]
        near += tuple(t for word in by for t in sentence.children(word, "pobj"))
        # "A report in the Times": that of an outlet alone.
        near += tuple(
            noun
            for word in sentence.children(head, "prep") if word.text.lower() == "in"
            for noun in sentence.children(word, "pobj")
            if any(m.type == "Outlet" and _holds(m, noun.start)
                   for m, _ in self.mentions_in((sentence.start, sentence.end)))
        )  # fmt: skip
        # "A report by the news site Lake Today".
        near += tuple(t for noun in near for t in sentence.children(noun, "appos"))
        # "A telegram from Vienna" and "the Brussels papers" are by nobody of that name.
        owners = (
            *sentence.children(head, "poss"),
            *(t for t in near if t.entity not in _PLACES),
        )
        return next((t for t in owners if t.pos == "PROPN"), None)

    def _issuer(self, sentence: Sentence, head: Token) -> Token | None:
        """Who put out a text: "the bank issued a letter saying", "a letter sent by the bank"."""
        verbs = self.scene.pack.list("issuing_verbs")
        text = self.is_text_noun(head)
        evidence = {head.lemma.lower(), head.text.lower()} & self.scene.pack.list("evidence_nouns")
        # "His notebooks, published by his granddaughter" are his word.
        if not (text or evidence) or sentence.children(head, "poss"):
            return None
        above = sentence.head(head)
        if text and head.dep == "dobj" and above.lemma.lower() in verbs:
            return _noun_of(grammar.subject(sentence, above))
        # "Figures compiled by the union", "a survey carried out by the institute".
        made = verbs | self.scene.pack.list("compiling_verbs")
        for verb in sentence.children(head, "acl"):
            if verb.lemma.lower() in made:
                by = sentence.children(verb, "agent")
                return _noun_of(next(iter(sentence.children(by[0], "pobj")), None) if by else None)
        return None

    def _words(self, sentence: Sentence, head: Token, bounds: Bounds) -> Bounds:
        """Where the bare name of a source stands: no article, no clause about it."""
        of = _meant(sentence, head)
        if of is not head:
            return self._words(sentence, of, grammar.noun_phrase(sentence, of) or bounds)
        apposed = _apposed(sentence, head, bounds)
        if apposed:
            return apposed
        words = list(sentence.within(*bounds))
        told_apart = self._told_apart(sentence, head)
        cut = _end(sentence, head, [t for t in words if t is not told_apart])
        words = [t for t in words if t.i < cut] or [head]
        while len(words) > 1 and words[0].text.lower() in _DROPPED:
            words = words[1:]
        while len(words) > 1 and _is_no_name(words[-1]):
            words = words[:-1]
        start, end = max(words[0].start, bounds[0]), min(words[-1].end, bounds[1])
        # A source may be cut short of its main word, where a citation stands between.
        return (start, end) if start < end else bounds

    def _told_apart(self, sentence: Sentence, head: Token) -> Token | None:
        """What tells somebody without a name apart: "a person briefed on the talks".

        Whom a name stands behind ("a guard questioned by Lake Watch") it does not tell apart.
        """
        if head.pos != "NOUN" or self.scene.is_text(head):
            return None
        for clause in sentence.children(head, "acl"):
            near = [
                word
                for t in sentence.children(clause)
                for below in (t, *sentence.children(t, "pobj"))
                for word in (below, *sentence.children(below, "appos", "compound"))
            ]
            named = any(word.pos in ("PROPN", "PRON") for word in near)
            if clause.i == head.i + 1 and not named:
                return clause
        return None

    def is_outlet(self, sentence: Sentence, head: Token, bounds: Bounds) -> bool:
        """Whether a source publishes reports: by its mention, the pack, or the noun it has."""
        if self._is_outlet_noun(head):
            return True
        named = [head, *sentence.children(head, "appos", "compound", "nmod")]
        if any(
            m.type == "Outlet" and any(_holds(m, t.start) for t in named)
            for m, _ in self.mentions_in(bounds)
        ):
            return True
        start, end = self._words(sentence, head, bounds)
        return self.is_known_outlet(self.scene.document.text[start:end])

    def is_platform(self, sentence: Sentence, head: Token, bounds: Bounds) -> bool:
        """Whether words name what carries anybody's posts, and so is no source of its own."""
        start, end = self._words(sentence, head, bounds)
        return self.names_platform(self.scene.document.text[start:end])

    def names_platform(self, name: str) -> bool:
        """Whether a name is that of what carries anybody's posts."""
        outlet = self.scene.pack.outlets.get(name)
        return outlet is not None and outlet.kind == "platform"

    def outlets_in(self, bounds: Bounds) -> list[Link]:
        """The outlets that a stretch of the text names, each once."""
        found: dict[str, Link] = {}
        for mention, entity in self.mentions_in(bounds):
            if mention.type == "Outlet" and mention.form in NAME_FORMS:
                name = entity.name if entity else mention.name
                found.setdefault(name, Link(name, entity.id if entity else None, mention.span))
        return list(found.values())

    def could_be_outlet(self, sentence: Sentence, head: Token, bounds: Bounds) -> bool:
        """Whether a source may publish reports: an outlet, or a name known for nothing else."""
        if self.is_outlet(sentence, head, bounds):
            return True
        if head.pos != "PROPN" or head.lemma.lower() in self.scene.pack.list("organization_nouns"):
            return False
        if head.entity in ("DATE", "TIME"):  # "published in March"
            return False
        # A place at the end of a longer name is none: "Frontier Myanmar".
        first = min([head, *sentence.children(head, "compound", "nmod")], key=lambda t: t.i)
        over = [row for row in self.mentions_in(bounds) if _holds(row[0], head.start)]
        over = [row for row in over if row[0].type != "Place" or _holds(row[0], first.start)]
        return not any(
            m.known or m.stands_for or m.type == "Place" or _is_somebody(m, entity)
            for m, entity in over
        )

    def _is_outlet_noun(self, head: Token) -> bool:
        lemma, pack = head.lemma.lower(), self.scene.pack
        if lemma in pack.list("outlet_descriptions") or lemma in pack.list("media_nouns"):
            return True
        return head.pos == "PROPN" and lemma in pack.list("outlet_nouns")

    def is_text_noun(self, head: Token) -> bool:
        """Whether a noun is one of the pack's texts that can be a source."""
        # "The minutes" are no minute.
        return bool({head.lemma.lower(), head.text.lower()} & self.scene.pack.list("report_nouns"))

    def is_known_outlet(self, words: str) -> bool:
        """Whether the pack lists these words as the name of an outlet."""
        known = self.scene.pack.known.get(words)
        return known is not None and known.type == "Outlet"


def _is_somebody(mention: Mention, entity: LocalEntity | None) -> bool:
    """Whether the text shows a person by more than one bare word: "Radar" may be a paper."""
    if mention.type != "Person":
        return False
    names = (mention, *(entity.mentions if entity else ()))
    return any(" " in one.name for one in names)


def _is_no_name(word: Token) -> bool:
    """What a name does not end with: a possessive, a mark, "himself"."""
    reflexive = word.pos == "PRON" and word.text.lower().endswith(("self", "selves"))
    return word.tag == "POS" or word.pos == "PUNCT" or reflexive


def _noun_of(word: Token | None) -> Token | None:
    return word if word is not None and word.pos in ("NOUN", "PROPN") else None


def _coordinated(sentence: Sentence, head: Token, bounds: Bounds) -> bool:
    """Whether two sources are named together: "the mayor and the bishop"."""
    return any(
        t.start < bounds[1] and _joins(sentence, head, t) for t in sentence.children(head, "conj")
    )


def _joins(sentence: Sentence, head: Token, other: Token) -> bool:
    return any(t.text.lower() in _JOINTS for t in sentence.tokens[head.i : other.i])


def _meant(sentence: Sentence, head: Token) -> Token:
    """The papers in "none of the papers"; "one of the papers" keeps its own name."""
    if head.lemma.lower() not in ("none", "neither"):
        return head
    return next(
        (
            noun
            for of in sentence.children(head, "prep")
            for noun in sentence.children(of, "pobj")
            if noun.pos != "PRON"
        ),
        head,
    )


def _apposed(sentence: Sentence, head: Token, bounds: Bounds) -> Bounds | None:
    """The name behind a noun ("her lawyer, Ana Cruz"), or the noun behind "one of those"."""
    if head.pos == "PROPN":
        return None
    part = head.lemma.lower() in PARTS
    for word in sentence.children(head, "appos"):
        if not bounds[0] <= word.start < bounds[1]:
            continue  # the outlet in the parentheses behind it
        if word.pos == "PROPN" or (part and word.pos == "NOUN"):
            inside = grammar.noun_phrase(sentence, word)
            article = bool(sentence.children(word, "det")) and word.pos == "NOUN"
            return _bare(sentence, word, inside) if inside and article else inside
    ended = _ended_by_name(sentence, head, bounds)
    if ended is not None or head.i + 2 >= len(sentence) or sentence[head.i + 1].text != ",":
        return ended
    # A name the parse does not know hangs anywhere: "her counsel, Per Asklund, said".
    name = list[Token]()
    for token in sentence.tokens[head.i + 2 :]:
        if token.end > bounds[1] or not token.text[:1].isupper():
            break
        name.append(token)
    behind = sentence.tokens[name[-1].i + 1 :] if name else ()
    closed = not behind or behind[0].end > bounds[1] or behind[0].text == ","
    named = len(name) > 1 and closed and any(t.pos == "PROPN" for t in name)
    return (name[0].start, name[-1].end) if named else None


def _ended_by_name(sentence: Sentence, head: Token, bounds: Bounds) -> Bounds | None:
    """ "The head of the millers' association, Karim Dahlan": a full name closes the phrase."""
    words = [t for t in sentence.within(*bounds) if t.i > head.i]
    # "Residents heard by a channel, Kanal Nord": the name belongs to the clause.
    words = [] if any(t.pos == "VERB" for t in words) else words
    comma = next((n for n in range(len(words) - 1, -1, -1) if words[n].text == ","), None)
    name = words[comma + 1 :] if comma is not None else []
    person = len(name) > 1 and all(t.pos == "PROPN" and t.entity == "PERSON" for t in name)
    return (name[0].start, name[-1].end) if person else None


def _bare(sentence: Sentence, head: Token, bounds: Bounds) -> Bounds:
    words = list(sentence.within(*bounds))
    cut = _end(sentence, head, words)
    words = [t for t in words if t.i < cut] or [head]
    while len(words) > 1 and words[0].text.lower() in _DROPPED:
        words = words[1:]
    return words[0].start, words[-1].end


def _end(sentence: Sentence, head: Token, words: list[Token]) -> int:
    """Where what is only said about a source begins: clauses, asides, brackets."""
    joined = _coordinated(sentence, head, (words[0].start, words[-1].end)) if words else False
    cuts = [
        sentence.subtree(word)[0].i if word.dep in _CLAUSES else word.i
        for word in words
        if word.i > head.i
        and (
            word.dep in _CLAUSES
            or word.text in ("(", "[")
            or (word.text == "," and _of_which(sentence, word))
            or (word.head == head.i and word.dep == "punct" and not joined)
        )
    ]
    return min((cut for cut in cuts if cut > head.i), default=len(sentence))


def _of_which(sentence: Sentence, comma: Token) -> bool:
    """Whether ", a copy of which" or ", parts of whom" begins here."""
    near = [t.text.lower() for t in sentence.tokens[comma.i + 1 : comma.i + 5]]
    return any(pair in (("of", "which"), ("of", "whom")) for pair in pairwise(near))


def _holds(mention: Mention, offset: int) -> bool:
    return mention.span.start <= offset < mention.span.end


def same(one: Link, other: Link) -> bool:
    """Whether two links name one source, as far as one document tells."""
    if one.entity and other.entity:
        return one.entity == other.entity
    return _key(one.name) == _key(other.name)


def _key(name: str) -> str:
    letters = name.lower().replace("’", "'").removeprefix("the ").removesuffix("'s")
    return "".join(ch for ch in letters if ch.isalnum())
