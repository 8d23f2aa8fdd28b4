"""Where what somebody says ends, and another begins to speak."""

from __future__ import annotations

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Scene
from sayso.extract.grammar import SUBJECTS
from sayso.records.parse import Sentence, Token

_CONTRASTS = frozenset({"though", "although", "while", "whereas"})


def without_next(scene: Scene, sentence: Sentence, verb: Token, content: Bounds) -> Bounds:
    """What is said, without what another source says behind it.

    ", and the union said that ..." begins anew; "and that ..." and what a quotation holds do not.
    """
    content = _before_carrier(scene, sentence, verb, content)
    content = _before_basis(scene, sentence, verb, content)
    for token in sentence.within(verb.end, content[1]):
        if token.i > verb.i and _begins_anew(scene, sentence, token):
            first = sentence.subtree(token)[0].i
            while first and sentence[first - 1].text.lower() in (",", ";", "and", "but", "or"):
                first -= 1
            apart = (
                sentence[first].text in (",", ";") or voices.resumed(sentence, token) is not None
            )
            if not apart or scene.quotation_at(sentence[first].start):
                continue
            before = grammar.stretch(sentence.tokens[:first])
            if before and content[0] < before[1] < content[1]:
                return content[0], before[1]
    return content


def _before_carrier(scene: Scene, sentence: Sentence, verb: Token, content: Bounds) -> Bounds:
    """What is said up to ", according to X" at the end: that vouches for the whole sentence."""
    for token in sentence.within(verb.end, content[1]):
        opens = token.i > verb.i and sentence[token.i - 1].text == ","
        if not opens or scene.phrase_at(sentence, token, "phrase") is None:
            continue
        closes = all(t.pos == "PUNCT" for t in sentence.tokens if t.start >= content[1])
        before = grammar.stretch(sentence.tokens[: token.i - 1])
        quoted = scene.quotation_at(token.start)
        if closes and not quoted and before and content[0] < before[1] < content[1]:
            return content[0], before[1]
    return content


def _before_basis(scene: Scene, sentence: Sentence, verb: Token, content: Bounds) -> Bounds:
    """What is said up to ", citing three officials" at the end: on that rests the whole report.

    Who cites reasons or the weather may be anybody that is told of.
    """
    for token in sentence.within(verb.end, content[1]):
        if token.text == ";":
            break
        opens = sentence[token.i - 1].text == ","
        at = scene.phrase_at(sentence, token, "inner") if opens else None
        noun = grammar.noun_behind(sentence, sentence[at[0]]) if at else None
        if noun is None or scene.quotation_at(token.start) or not scene.is_source(noun):
            continue
        closes = all(t.pos == "PUNCT" for t in sentence.tokens if t.start >= content[1])
        before = grammar.stretch(sentence.tokens[: token.i - 1])
        whole = sentence.subtree(noun)[-1].end >= content[1]
        if closes and whole and before and content[0] < before[1] < content[1]:
            return content[0], before[1]
    return content


def _begins_anew(scene: Scene, sentence: Sentence, token: Token) -> bool:
    marks = {t.text.lower() for t in sentence.children(token, "mark")}
    joined = (token.dep == "conj" and not marks) or (
        token.dep == "advcl" and bool(marks & _CONTRASTS)
    )
    cue = scene.cue(token.lemma.lower(), "verb") if joined and token.pos == "VERB" else None
    if cue is not None and voices.resumed(sentence, token) is not None:
        return True
    if cue is None or cue.act not in ("say", "report", "claim", "deny"):
        return False
    subjects = [
        t
        for t in sentence.children(token, *SUBJECTS)
        # "and one, Marta Ruel, told police"
        if t.pos in ("NOUN", "PROPN") or (t.tag == "CD" and sentence.children(t, "appos"))
    ]
    return any(scene.can_speak(sentence, subject, cue) for subject in subjects)
