"""Nouns of a document that later words can go back to, and what kind of thing they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.scene import PARTS, partitive
from sayso.extract.attributions.names import Names
from sayso.extract.attributions.tracing.fitting import SINGLE, modifiers
from sayso.extract.attributions.tracing.nodes import Node
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

_TYPES = {"Person": "person", "Outlet": "outlet", "Organization": "body", "Place": "body"}
_ENTITIES = {"PERSON": "person", "ORG": "body", "GPE": "body"}
_PEOPLE = ("group_nouns", "person_nouns")
_PLURAL = frozenset({"NNS", "NNPS"})
_SUBJECTS = ("nsubj", "nsubjpass")


class Nouns:
    """Makes nodes of nouns, and looks up the nouns that stand before a place."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.scene = names.scene

    def node(self, sentence: Sentence, head: Token, link: Link | None = None) -> Node | None:
        """The node of a noun; ``link`` where its name is known already."""
        bounds = grammar.noun_phrase(sentence, head)
        if bounds is None:
            return None
        link = link or self.names.link(sentence, head, bounds)
        kind, many = self._kind(sentence, head, link)
        meant = partitive(sentence, head)  # "several of the commanders" are commanders
        if meant is not head and not kind:
            kind = self._kind(sentence, meant, link)[0]
        gender = self._gender(sentence, head)
        return Node(link, meant.lemma.lower(), meant.text, kind, many, gender)

    def _gender(self, sentence: Sentence, head: Token) -> str:
        # "The chair, Sir Alan Moss": the name beside a noun tells as much as one before it.
        beside = (head, *sentence.children(head, "appos"))
        words = {t.lemma.lower() for t in beside}
        words |= {t.text.lower() for one in beside for t in sentence.children(one, "compound")}
        for kind in ("titles", "names"):
            found = [
                pronoun
                for pronoun, sex in (("he", "male"), ("she", "female"))
                if words & self.scene.pack.list(f"{sex}_{kind}")
            ]
            if found:
                return found[0] if len(found) == 1 else ""
        return ""

    def _kind(self, sentence: Sentence, head: Token, link: Link) -> tuple[str, bool]:
        bounds = grammar.noun_phrase(sentence, head) or (head.start, head.end)
        lemma, pack = head.lemma.lower(), self.scene.pack
        many = head.tag in _PLURAL or ((lemma in PARTS or head.tag == "CD") and lemma not in SINGLE)
        many = many or any(t.pos != "VERB" for t in sentence.children(head, "conj"))
        if self.names.is_outlet(sentence, head, bounds):
            return "outlet", head.tag == "NNS"
        if self.names.is_text_noun(head) and not (link.entity and head.pos == "PROPN"):
            return "text", many
        somebody = lemma in pack.list("person_nouns") and _is_one_of_many(sentence, head)
        bodies = pack.list("body_nouns") | pack.list("organization_nouns")
        if lemma in bodies and not somebody:
            return "body", many
        # "The general staff" is a body, though "the staff" are people.
        near = self.names.mentions_in(bounds)
        if any(
            m.type == "Organization" and m.span.start < head.start < m.span.end for m, _ in near
        ):
            return "body", many
        if self._is_named_as_a_body(sentence, head):
            return "body", False
        if any(lemma in pack.list(name) for name in _PEOPLE) or lemma in pack.offices:
            return "person", many
        types = [m.type for m, _ in self.names.mentions_in(bounds) if m.span == link.span]
        kind = _TYPES.get(types[0], "") if types else _ENTITIES.get(head.entity, "")
        # A name behind a common noun is what the noun says: "the bakery Santa Ana"; and who has
        # an article is nobody.
        article = any(t.text.lower() == "the" for t in sentence.children(head, "det"))
        return ("" if kind == "person" and (head.pos == "NOUN" or article) else kind), many

    def _is_named_as_a_body(self, sentence: Sentence, head: Token) -> bool:
        """ "The auditor, Holt & Brand": somebody's work that a firm does."""
        behind = sentence.tokens[head.i + 1 : head.i + 3]
        if head.tag != "NN" or len(behind) < 2 or behind[0].text != ",":
            return False
        return any(
            mention.type == "Organization" and mention.span.start == behind[1].start
            for mention, _ in self.names.mentions_in((behind[1].start, sentence.end))
        )

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, sentence in enumerate(self.scene.sentences):
            for token in sentence:
                if token.pos == "NOUN":
                    found[token.lemma.lower()].append((number, token.i))
        return found

    def before(self, lemma: str, number: int, word: int, reach: int) -> Iterator[tuple[int, Token]]:
        """Earlier places of a noun, the nearest first, no more than ``reach`` sentences back."""
        places = self._places.get(lemma, [])
        here = bisect_left(places, (number, word))
        for there, i in reversed(places[max(0, here - reach) : here]):
            if number - there > reach:
                return
            yield there, self.scene.sentences[there][i]

    def fuller(self, number: int, noun: Token, reach: int) -> tuple[Sentence, Token] | None:
        """The nearest earlier place that tells more of what a bare noun means."""
        more = modifiers(self.scene.sentences[number], noun)
        for there, other in self.before(noun.lemma.lower(), number, noun.i, reach):
            sentence = self.scene.sentences[there]
            words = modifiers(sentence, other)
            told = bool(sentence.children(other, "prep", "appos", "relcl"))
            name = sentence.head(other)
            if other.dep == "compound" and name.pos == "PROPN" and name.i > other.i:
                return sentence, name  # "finance minister Ana Holm"
            if other.tag == noun.tag and more <= words and (len(words) > len(more) or told):
                return sentence, other
        return self._named_before(number, noun)

    def _named_before(self, number: int, noun: Token) -> tuple[Sentence, Token] | None:
        """ "That worries Piet Hanekom. The oceanographer, who lives in Durban, said": he is one.

        Where the noun is new to the report, tells of a person, and the sentence before names one
        person alone.
        """
        sentence = self.scene.sentences[number]
        new = next(self.before(noun.lemma.lower(), number, noun.i, len(self.scene.sentences)), None)
        before = self.scene.sentences[number - 1] if number else None
        if (
            not sentence.has_who(noun)
            or new is not None
            or before is None
            or before.block != sentence.block
        ):
            return None
        named = [
            (mention, entity)
            for mention, entity in self.names.mentions_in((before.start, before.end))
            if mention.type == "Person" and mention.form in NAME_FORMS
        ]
        if len({entity.id if entity else mention.name for mention, entity in named}) != 1:
            return None
        return before, before.within(named[0][0].span.start, named[0][0].span.end)[-1]

    def subject(self, number: int) -> Token | None:
        """The noun that a sentence is about: the subject of its main verb.

        Or of a clause before it: "The minutes are silent: they record that ...".
        """
        sentence = self.scene.sentences[number]
        root = sentence.root
        before = [t for t in sentence.children(root, "ccomp", "parataxis") if t.i < root.i]
        for clause in (root, *before):
            for word in sentence.children(clause, *_SUBJECTS):
                if word.pos in ("NOUN", "PROPN"):
                    return word
        return None


def _is_one_of_many(sentence: Sentence, head: Token) -> bool:
    """ "A guard" is somebody, though "the guard" may be a body of men."""
    return any(t.text.lower() in ("a", "an") for t in sentence.children(head, "det"))
