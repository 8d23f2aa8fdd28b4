"""What "he", "the report" or "the same source" goes back to in the sentences before."""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.attributions.citing.reports import Reports
from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.scene import PARTS, Saying, is_another
from sayso.extract.attributions.names import OWNERS, same
from sayso.extract.attributions.tracing.beside import hearers
from sayso.extract.attributions.tracing.fitting import fits, holds_words, modifiers, points
from sayso.extract.attributions.tracing.giving import giver
from sayso.extract.attributions.tracing.nodes import NOBODY, Chain, Node
from sayso.extract.attributions.tracing.nouns import Nouns
from sayso.extract.attributions.tracing.parts import WHOLE, Parts
from sayso.extract.attributions.tracing.past import FAR, NEAR, Past, publishes, reaches
from sayso.extract.attributions.tracing.relatives import (
    antecedent,
    before_colon,
    before_semicolon,
    owned,
    quoter,
    relier,
)
from sayso.records.parse import Sentence, Token
from sayso.records.statements import Link

_FIRST = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "they", "it"})
_NOMINATIVE = {"him": "he", "her": "she", "them": "they"}
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
# Verbs by which the one who spoke last goes on.
_GOING_ON = frozenset({"add", "continue"})


class Pointing:
    """The sources told so far, and which of them a new one goes back to."""

    def __init__(self, nouns: Nouns, reports: Reports) -> None:
        self.nouns = nouns
        self.scene = nouns.scene
        self.reports = reports
        self._past = Past(nouns, reports)
        self._parts = Parts(nouns, self._past, self.definite)
        self.add = self._past.add

    def back(self, saying: Saying, above: Chain) -> Chain | None:
        """The chain that a saying's source goes back to; None where it is somebody new.

        A pronoun that nobody before it fits gives an empty chain: unknown stays unknown.
        """
        if saying.speaker is None or saying.source is None:
            return None
        sentence = self.scene.sentences[saying.sentence]
        speaker = sentence[saying.speaker]
        word = speaker.text.lower()
        word = OWNERS.get(word, word).lower() if speaker.dep == "poss" else word
        word = _NOMINATIVE.get(word, word) if speaker.dep == "pobj" else word  # "according to him"
        if speaker.pos == "PRON" and word in _FIRST:
            return above.upto(len(above.nodes) - 1) if above.nodes else None
        if speaker.pos == "PRON" and word in _THIRD:
            written = Link(speaker.text, None, self.scene.document.span(speaker.start, speaker.end))
            other = quoter(self.nouns, sentence, speaker)
            return self._pronoun(saying, word, above).but(other, written)
        if speaker.tag in ("WP", "WDT", "WP$") and word in _RELATIVE:
            return self._relative(saying, sentence, speaker)
        counted = speaker.tag == "CD" and speaker.dep != "appos"
        counted = counted or word == "others" or is_another(sentence, speaker)
        if speaker.lemma.lower() in PARTS or word in WHOLE or counted:
            return self._parts.of(saying, sentence, speaker)
        if points(sentence, speaker):
            return self.definite(saying, sentence, speaker)
        return self._owned(saying, sentence, speaker)

    def _owned(self, saying: Saying, sentence: Sentence, text: Token) -> Chain | None:
        """ "Its report says", "as his letters show": whoever the text is by."""
        whose = next((t for t in sentence.children(text, "poss") if t.tag == "WP$"), None)
        if whose is not None:
            found = owned(self.nouns, sentence, text, whose)
            return Chain(found, own=len(found), speaker=-1) if found else None
        owner = next((t for t in sentence.children(text, "poss") if t.tag == "PRP$"), None)
        if owner is None or not self.nouns.names.is_text_noun(text):
            return None
        chain = self.who(saying, sentence, owner)
        return chain if chain.nodes else None

    def who(self, saying: Saying, sentence: Sentence, pronoun: Token) -> Chain:
        """The chain of whoever a pronoun beside a saying means; empty where nobody fits."""
        word = pronoun.text.lower()
        word = _NOMINATIVE.get(word, OWNERS.get(word, word).lower())
        if word not in _THIRD:
            return NOBODY
        entity = self.nouns.names.link(sentence, pronoun, (pronoun.start, pronoun.end)).entity
        return self._told_by(saying, word, entity) or NOBODY

    def _pronoun(self, saying: Saying, word: str, above: Chain) -> Chain:
        entity = self.reports.link(saying).entity
        # "She accused them of it, a charge Holm rejected": in what Holm denies she is another.
        outer = above.nodes[-1] if above.nodes and fits(above.nodes[-1], word) else None
        if outer is not None and entity in (None, outer.link.entity):
            return above.upto(len(above.nodes) - 1)
        going_on = self._going_on(saying, word)
        if going_on is not None:
            return going_on
        sentence = self.scene.sentences[saying.sentence]
        before = before_semicolon(self.nouns, sentence, saying.speaker or 0)
        if before is not None and entity is None and word == "it":
            return Chain((before,), own=1, speaker=-1)
        led = self._led_to(saying, word, entity)
        if led is not None:
            return Chain((led,), own=1, speaker=-1)
        found = self._just_before(saying, word, entity) or self._told_by(saying, word, entity)
        if found is not None:
            return found
        if entity is not None or above.nodes:
            # As the names are resolved, or as written where the outer source is known.
            link = self.reports.link(saying)
            return Chain((Node(link, kind="person" if entity else ""),), own=1, speaker=-1)
        return NOBODY

    def _just_before(self, saying: Saying, word: str, entity: str | None) -> Chain | None:
        """ "Lee left. The sergeant denied it. He slept, he said": somebody without a name, whom the
        sentence before is about, where it does not speak of whom the names are resolved to."""
        number = saying.sentence - 1
        if word not in ("he", "she") or entity is None or number < 0:
            return None
        sentence, here = self.scene.sentences[number], self.scene.sentences[saying.sentence]
        noun = self.nouns.subject(number)
        node = self.nouns.node(sentence, noun) if noun and noun.tag == "NN" else None
        if node is None or sentence.block != here.block or node.kind != "person":
            return None
        start = saying.source[0] if saying.source else here.end
        if self._is_named((sentence.start, start), entity) or not fits(node, word):
            return None
        for one, chain in self._past.before(saying, number):
            if noun is not None and one.speaker == noun.i:
                return chain.upto(len(chain.nodes) - 1)
        return Chain((node,), own=1, speaker=-1)

    def _led_to(self, saying: Saying, word: str, entity: str | None) -> Node | None:
        """ "His orderly remembered it otherwise: he insisted ...": whom the colon leads from."""
        sentence = self.scene.sentences[saying.sentence]
        if word == "they" or saying.source is None:
            return None
        node = before_colon(self.nouns, sentence, saying.speaker or 0)
        if node is not None and word != "it" and node.kind == "":
            node = replace(node, kind="person")
        somebody = node is not None and fits(node, word)
        named = self._is_named((sentence.start, saying.source[0]), entity)
        return node if somebody and not named else None

    def _is_named(self, bounds: tuple[int, int], entity: str | None) -> bool:
        """Whether a stretch of the text speaks of somebody by more than a pronoun."""
        told = self.nouns.names.mentions_in(bounds)
        return any(e and e.id == entity and m.form != "pronoun" for m, e in told)

    def _going_on(self, saying: Saying, word: str) -> Chain | None:
        """ "He added": who spoke in the sentence before, not whom he spoke of."""
        sentence = self.scene.sentences[saying.sentence]
        if sentence[saying.word].lemma.lower() not in _GOING_ON or not saying.sentence:
            return None
        before = [*self._past.before(saying, saying.sentence - 1)]
        outer = [c for told, c in before if not any(reaches(other, told) for other, _ in before)]
        speakers = [chain.upto(len(chain.nodes) - 1) for chain in outer]
        return speakers[0] if len(speakers) == 1 and fits(speakers[0].nodes[-1], word) else None

    def _told_by(self, saying: Saying, word: str, entity: str | None) -> Chain | None:
        """The chain of the last source that a pronoun fits; with ``entity``, of that one alone."""
        for number in self._past.window(saying, NEAR):
            if self._past.in_another_item(saying, number):
                break
            for told, chain in self._past.before(saying, number):
                if _is(chain.nodes[-1], entity, word):
                    return chain.upto(len(chain.nodes) - 1)
                if word == "it" and (publishes(told, chain) or self._is_in_a_text(told)):
                    return chain.report()
            heard = self._hearer(saying, number, entity, word)
            if heard is not None:
                return heard
            node = self._subject(saying, number, word)
            # "The decision, it added": who has said nothing yet must be known to be able to.
            if node is not None and node.kind and _is(node, entity, word):
                return Chain((node,), own=1, speaker=-1)
        return None

    def _hearer(
        self, saying: Saying, number: int, entity: str | None, word: str
    ) -> Chain | None:  # fmt: skip
        """ "The lawyer put it to the nurse that she lied. 'I did not,' she said": who was told."""
        if number == saying.sentence or word not in ("he", "she"):
            return None
        sentence = self.scene.sentences[number]
        for told, _ in self._past.before(saying, number):
            for noun in hearers(sentence, sentence[told.word]):
                node = self.nouns.node(sentence, noun)
                if node is not None and node.kind == "person" and _is(node, entity, word):
                    return Chain((node,), own=1, speaker=-1)
        return None

    def _relative(self, saying: Saying, sentence: Sentence, word: Token) -> Chain | None:
        """ "The general, who said": the noun that the clause is about."""
        names = self.nouns.names
        noun = antecedent(names, sentence, word)
        if noun is None:
            return NOBODY
        back = self.definite(saying, sentence, noun) if points(sentence, noun) else None
        node = self.nouns.node(sentence, giver(names, sentence, noun))
        found = back or (Chain((node,), own=1, speaker=-1) if node else NOBODY)
        return found.under(self._relying(saying, sentence, noun)) if found.nodes else found

    def _relying(self, saying: Saying, sentence: Sentence, text: Token) -> Chain:
        """ "The Government referred to a letter, which": who brings up the text."""
        who = relier(self.nouns.names, sentence, text)
        if who is None:
            return NOBODY
        if who.pos == "PRON":
            return self.who(saying, sentence, who)
        back = self.definite(saying, sentence, who) if points(sentence, who) else None
        node = self.nouns.node(sentence, who)
        return back or (Chain((node,), own=1, speaker=-1) if node else NOBODY)

    def _subject(self, saying: Saying, number: int, word: str) -> Node | None:
        if number == saying.sentence and word == "it":
            body = self._body_told_of(saying)
            if body is not None:
                return body
        noun = self.nouns.subject(number)
        sentence = self.scene.sentences[number]
        author = self.nouns.names.author(sentence, noun) if noun and word in ("he", "she") else None
        if author is not None:
            # "Research by Dr Lee bears him out, she notes": whose word the research is.
            return self.nouns.node(sentence, author)
        if noun is None or saying.content[0] <= noun.start < saying.content[1]:
            return None
        if number == saying.sentence and saying.source and noun.start >= saying.source[0]:
            return None
        # "The guard, he said, had left": the guard is told of, not telling.
        if saying.content[0] <= sentence.head(noun).start < saying.content[1]:
            return None
        full = self.nouns.fuller(number, noun, FAR[0]) if points(sentence, noun) else None
        return self.nouns.node(*(full or (sentence, noun)))

    def _body_told_of(self, saying: Saying) -> Node | None:
        """ "Kestrel expects losses, it said": a body, other than a person, tells of itself."""
        sentence = self.scene.sentences[saying.sentence]
        for clause in sentence.children(sentence[saying.word], "ccomp"):
            noun = grammar.subject(sentence, clause) if clause.i < saying.word else None
            node = self.nouns.node(sentence, noun) if noun and noun.pos != "PRON" else None
            if node is not None and node.kind in ("body", "outlet") and not node.many:
                return node
        return None

    def definite(self, saying: Saying, sentence: Sentence, noun: Token) -> Chain | None:
        """What "the report", "the agency", "the same source", "the officer" goes back to."""
        return (
            self._same_noun(saying, sentence, noun)
            or self._kind_of_source(saying, sentence, noun)
            or self._fuller_name(saying, sentence, noun)
        )

    def _same_noun(self, saying: Saying, sentence: Sentence, noun: Token) -> Chain | None:
        more, lemma = modifiers(sentence, noun), noun.lemma.lower()
        many = noun.tag in ("NNS", "NNPS")
        told: tuple[Chain, int] | None = None
        for number in self._past.window(saying, FAR):
            for _, chain in self._past.before(saying, number):
                for place in range(len(chain.nodes) - 1, -1, -1):
                    node = chain.nodes[place]
                    alike = node.many == many or node.kind == "text"
                    if not alike or node.lemma != lemma or not holds_words(node.link.name, more):
                        continue
                    if chain.is_cited(place):
                        # "A diplomat, citing the mission": the mission may speak for itself too.
                        told = told or (chain, place)
                    elif told is None or node.link.entity == told[0].nodes[told[1]].link.entity:
                        return chain.upto(place)
        return told[0].upto(told[1]) if told else None

    def _kind_of_source(self, saying: Saying, sentence: Sentence, noun: Token) -> Chain | None:
        lemma, pack = noun.lemma.lower(), self.scene.pack
        if modifiers(sentence, noun):
            return None
        outlet = lemma in pack.list("outlet_descriptions") or lemma in pack.list("outlet_nouns")
        if outlet:
            return self._outlet(saying, sentence)
        if lemma in pack.list("report_nouns"):
            return self._report(saying)
        if lemma in pack.list("general_bodies"):
            return self._body(saying)
        return self._source(saying, noun) if lemma == "source" else None

    def _outlet(self, saying: Saying, sentence: Sentence) -> Chain | None:
        """ "The website": the outlet named last; it goes on with its report where it adds."""
        going_on = sentence[saying.word].lemma.lower() in _GOING_ON
        for number in self._past.window(saying, FAR):
            for told, chain in self._past.before(saying, number):
                places = [i for i, node in enumerate(chain.nodes) if node.kind == "outlet"]
                if places:
                    return chain.report() if going_on else chain.upto(places[-1])
                if publishes(told, chain) and not self._is_by_people(chain):
                    return chain.report() if going_on else chain.upto(0)
            cited = self._past.cited(saying, number) or self._past.mentioned(saying, number)
            if cited is not None:
                return cited if cited.nodes else None
        return None

    def _is_by_people(self, chain: Chain) -> bool:
        """Whether the text that speaks is by a team or somebody, who are no journal."""
        span = chain.nodes[0].link.span
        inside = self.nouns.names.mentions_in((span.start, span.end)) if span else ()
        return any(m.type in ("Person", "Group") for m, _ in inside)

    def _body(self, saying: Saying) -> Chain | None:
        """ "The group", "the charity": the body with a name of its own that was told of last."""
        for number in self._past.window(saying, FAR):
            for _, chain in self._past.before(saying, number):
                for place in range(len(chain.nodes) - 1, -1, -1):
                    node = chain.nodes[place]
                    named = node.word[:1].isupper() and not node.many
                    if named and node.kind in ("body", "outlet", ""):
                        return chain.upto(place)
        return None

    def _report(self, saying: Saying) -> Chain | None:
        """ "The report": the last one told of, with the sources it gave then."""
        nearest: Chain | None = None
        for number in self._past.window(saying, FAR):
            for told, chain in self._past.before(saying, number):
                if nearest is not None and not same(nearest.nodes[0].link, chain.nodes[0].link):
                    return nearest.report()
                if told.cue_entry.act == "report":
                    return chain.upto(len(chain.nodes) - 1)
                if publishes(told, chain) or self._is_in_a_text(told):
                    return chain.report()
                if chain.nodes[0].kind in ("outlet", "text"):
                    nearest = nearest or chain
            cited = None if nearest else self._past.cited(saying, number)
            if cited is not None:
                return cited if cited.nodes else None
        return nearest.report() if nearest else None

    def _is_in_a_text(self, told: Saying) -> bool:
        """Whether somebody told it in a text: "in a report of May 3 the institute concluded"."""
        sentence = self.scene.sentences[told.sentence]
        return any(
            self.nouns.names.is_text_noun(noun)
            for word in sentence.children(sentence[told.word], "prep")
            if word.text.lower() == "in"
            for noun in sentence.children(word, "pobj")
        )

    def _source(self, saying: Saying, noun: Token) -> Chain | None:
        """ "The source": whoever was told of last, an outlet where it names nobody."""
        for number in self._past.window(saying, FAR):
            for _, chain in self._past.before(saying, number):
                last = chain.nodes[-1]
                if last.kind != "body" and last.many == (noun.tag == "NNS"):
                    return chain.upto(len(chain.nodes) - 1)
        return None

    def _fuller_name(self, saying: Saying, sentence: Sentence, noun: Token) -> Chain | None:
        full = self.nouns.fuller(saying.sentence, noun, FAR[0])
        node = self.nouns.node(*full) if full else None
        return Chain((node,), own=1, speaker=-1) if node else None


def _is(node: Node, entity: str | None, pronoun: str) -> bool:
    """Whether a source is the one that a pronoun is resolved to, or else can stand for."""
    if entity is not None:
        return node.link.entity == entity
    return fits(node, pronoun)
