"""Texts that somebody puts out: "the site published an account", of which more is told later."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.packs.cues import Cue
from sayso.records.parse import Sentence, Token

_REPORT = Cue(act="report")


def find(scene: Scene) -> Iterator[Saying]:
    """Every publication; its content is the text put out, and nothing is said in it yet.

    Such a saying is for what goes back to it ("it says that", "according to this account"), and
    makes no attribution of its own.
    """
    verbs, texts = scene.pack.list("issuing_verbs"), scene.pack.list("report_nouns")
    for number, sentence in enumerate(scene.sentences):
        for verb in sentence:
            if verb.pos == "VERB" and verb.lemma.lower() in verbs:
                for noun in sentence.children(verb, "dobj"):
                    if noun.lemma.lower() in texts and not _says(sentence, verb, noun):
                        yield from _publication(scene, number, verb, noun)


def _says(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether what stands in it follows: "issued a statement saying that", "a report that"."""
    clauses = (*sentence.children(noun, "acl", "relcl"), *sentence.children(verb, "advcl"))
    told = any(sentence.children(clause, "ccomp") for clause in clauses)
    return told or any(sentence.children(clause, "mark") for clause in clauses)


def _publication(scene: Scene, number: int, verb: Token, noun: Token) -> Iterator[Saying]:
    sentence = scene.sentences[number]
    speaker = voices.speaker(sentence, verb)
    content = grammar.stretch(sentence.subtree(noun))
    if speaker is None or content is None or voices.is_passive(sentence, verb):
        return
    first, last = grammar.verb_group(sentence, verb)
    yield Saying(
        source=grammar.noun_phrase(sentence, speaker),
        cue=grammar.span_of(sentence, first, last),
        content=content,
        sentence=number,
        word=verb.i,
        cue_entry=_REPORT,
        speaker=speaker.i,
    )
