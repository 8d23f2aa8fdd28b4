"""Who gave the words that somebody relies on, and who gathers what witnesses tell."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.names import Names
from sayso.records.parse import Sentence, Token

_INSIDE = frozenset({"from", "by", "with", "of"})


def giver(names: Names, sentence: Sentence, noun: Token) -> Token:
    """ "interviews with three guards", "a statement from the ministry": who gave the words."""
    if not names.scene.is_text(noun):
        return noun
    # "Draws on interviews with ten men": the parse may hang "with" on the drawing.
    behind = sentence.tokens[noun.i + 1 : noun.i + 2]
    for by in dict.fromkeys((*sentence.children(noun, "prep"), *behind)):
        for giver in sentence.children(by, "pobj") if by.text.lower() in _INSIDE else ():
            sent_from = giver.entity in ("GPE", "LOC")  # "a telegram from Vienna"
            several = giver.tag in ("NNS", "NNPS") and names.is_text_noun(noun)
            # "The evidence of Mr Toll" is his word; "the archives of Vienna" are nobody's.
            own = giver.entity == "PERSON" and noun.lemma.lower() in ("evidence", "testimony")
            if not sent_from and (by.text.lower() != "of" or several or own):
                return giver
    return noun


def learnt_from(names: Names, saying: Saying) -> Iterator[Token]:
    """ "She had heard from friends that ...": on whose word somebody knows it."""
    sentence = names.scene.sentences[saying.sentence]
    own = sentence[saying.word]
    if own.lemma.lower() == "have" and any(
        t.text.lower() == "it" for t in sentence.children(own, "dobj")
    ):  # "he had it from a pilot that they were safe"
        for word in sentence.children(own, "prep"):
            yield from sentence.children(word, "pobj") if word.text.lower() == "from" else ()
    if saying.cue_entry.kind != "verb":
        return
    heard = (t for t in sentence.children(own, "xcomp") if t.tag == "VBG")  # "reports hearing from"
    for verb in (own, *heard):
        cue = names.scene.cue(verb.lemma.lower(), "verb")
        if cue is None or cue.act != "know":
            continue
        for word in sentence.children(verb, "prep"):
            for noun in sentence.children(word, "pobj") if word.text.lower() == "from" else ():
                if names.scene.can_speak(sentence, noun, cue) and noun.pos != "PRON":
                    yield noun


def is_monitor(names: Names, bounds: Bounds) -> bool:
    """ "Told Human Rights Watch": a body of the pack that gathers what witnesses tell."""
    told = (entity.name if entity else one.name for one, entity in names.mentions_in(bounds))
    known = (names.scene.pack.outlets.get(name) for name in told)
    return any(one is not None and one.kind == "monitor" for one in known)
