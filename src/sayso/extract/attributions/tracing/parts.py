"""What "one of them", "neither" or "most" goes back to: some of the people told of before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.tracing.beside import asked, partner_outlets
from sayso.extract.attributions.tracing.fitting import SINGLE, points
from sayso.extract.attributions.tracing.nodes import NOBODY, Chain, Node
from sayso.extract.attributions.tracing.nouns import Nouns
from sayso.extract.attributions.tracing.past import NEAR, Past
from sayso.extract.attributions.tracing.relatives import many_before
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

_ALIVE = frozenset({"person", "body"})
WHOLE = frozenset({"neither", "both", "none", "all"})


_PAIR = frozenset({"both", "neither"})
_COUNTED = re.compile(r"\d|\b(?:dozen|hundred|thousand|several|many)")


def _may_be(part: Token, whole: Node) -> bool:
    """Whether those told of may be as many as a word says: 120 officers are not "both"."""
    return part.text.lower() not in _PAIR or not _COUNTED.search(whole.link.name or "")


class Parts:
    """Finds whom a part is of; ``definite`` tells what a noun with "the" goes back to."""

    def __init__(
        self, nouns: Nouns, past: Past, definite: Callable[[Saying, Sentence, Token], Chain | None]
    ) -> None:
        self._nouns, self._past, self._definite = nouns, past, definite
        self._scene = nouns.scene

    def of(self, saying: Saying, sentence: Sentence, part: Token) -> Chain | None:
        """ "One of them", "neither", "another": some of the people told of before."""
        # "No one said so" is of nobody told of before.
        none = any(t.text.lower() == "no" for t in sentence.children(part, "det"))
        if none or sentence.children(part, "appos"):
            return None
        of_them = all(
            t.pos == "PRON"
            for lead in sentence.children(part, "prep")
            for t in sentence.children(lead, "pobj")
        )
        # "Told ten journalists; two of her officers said": not two of those.
        asked_ = self._asked(saying, part) if of_them else None
        whole = asked_ or self._whole(saying, sentence, part)
        if whole is None or not whole.nodes:
            return None
        last = whole.nodes[-1]
        if part.text.lower() in WHOLE:
            return whole
        part_of = f"{part.text.lower()} of the" if last.many else part.text.lower()
        name = f"{part_of} {last.word.lower()}"
        link = Link(name, None, self._scene.document.span(part.start, part.end))
        node = Node(link, last.lemma, last.word, last.kind, part.text.lower() not in SINGLE)
        return Chain((*whole.nodes[:-1], node), whole.published, whole.own, whole.speaker)

    def _asked(self, saying: Saying, part: Token) -> Chain | None:
        """ "They spoke to thirty fighters. Most said ...": of those who were asked, not who asked.

        Also "eleven witnesses, five of whom said", whoever asked them.
        """
        pack = self._scene.pack
        verbs = pack.list("asking_verbs") | pack.list("sharing_verbs")
        for number in self._past.window(saying, (1, 1)):
            sentence = self._scene.sentences[number]
            for verb in sentence:
                near = number < saying.sentence or verb.i < part.i
                if verb.pos != "VERB" or verb.lemma.lower() not in verbs or not near:
                    continue
                asked, asker = self._talk(sentence, verb)
                node = self._nouns.node(sentence, asked) if asked else None
                himself = number == saying.sentence and asked is not None and asked.i == part.i
                if node is not None and node.kind == "person" and not himself:
                    return Chain((*asker, node), own=1, speaker=-1)
        return None

    def _talk(self, sentence: Sentence, verb: Token) -> tuple[Token | None, tuple[Node, ...]]:
        """Who is asked and who asks: "they met ten clerks", "ten clerks who spoke to the paper"."""
        people = sentence.head(verb)
        if verb.dep not in ("relcl", "acl") or people.tag != "NNS":
            return asked(sentence, verb), self._asker(sentence, verb)
        outlets = partner_outlets(self._nouns.names, sentence, verb)
        nodes = (self._nouns.node(sentence, noun) for noun in outlets)
        return people, tuple(replace(node, kind="outlet") for node in nodes if node)

    def _asker(self, sentence: Sentence, verb: Token) -> tuple[Node, ...]:
        """Who asked, where that is an outlet or a body, which then carries the answers."""
        noun = grammar.subject(sentence, verb)
        node = self._nouns.node(sentence, noun) if noun and noun.pos == "PROPN" else None
        return (replace(node, kind="outlet"),) if node and node.kind != "person" else ()

    def _whole(self, saying: Saying, sentence: Sentence, part: Token) -> Chain | None:
        of = next((t for t in sentence.children(part, "prep") if t.text.lower() == "of"), None)
        noun = next(iter(sentence.children(of, "pobj")), None) if of else None
        if noun is not None and noun.pos != "PRON":
            found = self._definite(saying, sentence, noun) if points(sentence, noun) else None
            return found if found and found.nodes[-1].lemma == noun.lemma.lower() else None
        here = many_before(self._nouns, sentence, part) if noun is not None else None
        if here is not None:
            return Chain((here,), own=1, speaker=-1)
        for number in self._past.window(saying, NEAR):
            for _, chain in self._past.before(saying, number):
                # Papers deny nothing: "the other two deny the charges" are people.
                alive = chain.nodes[-1].kind in _ALIVE or saying.cue_entry.act != "deny"
                if chain.nodes[-1].many and alive and _may_be(part, chain.nodes[-1]):
                    return chain.upto(len(chain.nodes) - 1)
                # "A mother of four told us. Others recalled": others like her.
                if part.text.lower() == "others" and chain.nodes[-1].kind == "person":
                    return None
            people = self._people(saying, number)
            if people is not None and _may_be(part, people):
                return Chain((people,), own=1, speaker=-1)
        return NOBODY if noun is not None else None

    def _people(self, saying: Saying, number: int) -> Node | None:
        """ "Defectors paint another picture. One spoke of ...": those an earlier one is about."""
        noun = self._nouns.subject(number) if number < saying.sentence else None
        if noun is None or noun.tag != "NNS" or points(self._scene.sentences[number], noun):
            return None
        node = self._nouns.node(self._scene.sentences[number], noun)
        return node if node is not None and node.kind == "person" else None
