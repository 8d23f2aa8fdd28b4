"""What the sources of a chain are called, and which of them are outlets."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Scene, partitive
from sayso.records.marks import LocalEntity, Mention
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

_NAMES = frozenset({"name", "short", "acronym"})
_ARTICLES = frozenset({"the", "a", "an"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})


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
        named = self._named(sentence, head, bounds)
        if named is not None:
            mention, entity = named
            name = entity.name if entity else mention.name
            if mention.form == "description":
                name = self._words(sentence, head, bounds)
            return Link(name, entity.id if entity else None)
        return Link(self._words(sentence, head, bounds))

    def _named(
        self, sentence: Sentence, head: Token, bounds: Bounds
    ) -> tuple[Mention, LocalEntity | None] | None:
        inside = self.mentions_in(bounds)
        over = [row for row in inside if row[0].span.start <= head.start < row[0].span.end]
        proper = [row for row in inside if row[0].form in _NAMES]
        beside = [t.start for t in sentence.children(head, "appos")]
        outlets = [row for row in proper if row[0].type == "Outlet"]
        for group in (
            [row for row in over if row in proper and row[0].type in ("Person", "Outlet")],
            outlets if self._is_outlet_noun(head) else [],
            [row for row in proper if any(_holds(row[0], start) for start in beside)],
            [row for row in over if row in proper],
            over,
        ):
            if group:
                return group[-1]
        return None

    def _words(self, sentence: Sentence, head: Token, bounds: Bounds) -> str:
        of = partitive(sentence, head)
        if of is not head:
            return self._words(sentence, of, grammar.noun_phrase(sentence, of) or bounds)
        names = [t for t in sentence.children(head, "appos") if t.pos == "PROPN"]
        if names and head.pos != "PROPN":
            bounds = grammar.noun_phrase(sentence, names[0]) or bounds
        words = [t for t in sentence.within(*bounds)]
        cuts = [
            sentence.subtree(word)[0].i
            for word in words
            if word.i > head.i
            and (word.dep in _CLAUSES or (word.head == head.i and word.dep == "punct"))
        ]
        words = [t for t in words if not cuts or t.i < min(cuts)] or [head]
        while len(words) > 1 and words[0].text.lower() in _ARTICLES:
            words = words[1:]
        if len(words) > 1 and words[-1].tag == "POS":
            words = words[:-1]
        return self.scene.document.text[words[0].start : words[-1].end].strip(" ,")

    def is_outlet(self, sentence: Sentence, head: Token, bounds: Bounds) -> bool:
        """Whether a source publishes reports: by its mention, the pack, or the noun it has."""
        if self._is_outlet_noun(head):
            return True
        if any(m.type == "Outlet" for m, _ in self.mentions_in(bounds)):
            return True
        return self.is_known_outlet(self._words(sentence, head, bounds))

    def _is_outlet_noun(self, head: Token) -> bool:
        lemma, pack = head.lemma.lower(), self.scene.pack
        return lemma in pack.list("outlet_descriptions") or lemma in pack.list("outlet_nouns")

    def is_known_outlet(self, words: str) -> bool:
        """Whether the pack lists these words as the name of an outlet."""
        known = self.scene.pack.known.get(words)
        return known is not None and known.type == "Outlet"


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
