"""Sayings told by nouns and adjectives: "X's claim that ...", "reports that ...", "X is sure"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.finders.verbs import in_a_text
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

_BY = frozenset({"by", "from"})


def find(scene: Scene) -> Iterator[Saying]:
    """Every saying whose cue is a noun or an adjective of the pack."""
    for number, sentence in enumerate(scene.sentences):
        for token in sentence:
            # "Legend has it": the first word's capital makes a name of it.
            if token.pos == "NOUN" or (token.i == 0 and token.pos == "PROPN"):
                cue = scene.cue(token.lemma.lower(), "noun")
                saying = cue and _noun(scene, number, token, cue)
            elif token.pos == "ADJ":
                cue = scene.cue(token.lemma.lower(), "adjective")
                saying = cue and _adjective(scene, number, token, cue)
            else:
                continue
            if saying:
                yield saying


def _noun(scene: Scene, number: int, noun: Token, cue: Cue) -> Saying | None:
    sentence = scene.sentences[number]
    owner = _owner(scene, sentence, noun)
    if owner is None and _is_where_it_stands(scene, sentence, noun):
        return None
    if owner is not None and not scene.can_speak(sentence, owner, cue):
        return None
    found = _complement(scene, sentence, noun, cue)
    # "There is evidence that" is nobody's word; "his evidence that" is.
    if found is None or (owner is None and not _is_afloat(sentence, noun, cue, found[1])):
        return None
    content, _, end = found
    start = _start(sentence, noun, owner)
    bounds = (start, max(end, noun.end))
    return Saying(
        source=grammar.owner_phrase(sentence, owner) if owner else None,
        cue=bounds,
        content=scene.widen(content, bounds),
        sentence=number,
        word=noun.i,
        cue_entry=cue,
        speaker=owner.i if owner else None,
        denied=any(t.text.lower() == "no" for t in sentence.children(noun, "det")),
    )


def _is_afloat(sentence: Sentence, noun: Token, cue: Cue, clause: bool) -> bool:
    """Whether a word that nobody owns is told all the same: "rumours that", "reports of a coup"."""
    none = any(t.text.lower() == "no" for t in sentence.children(noun, "det"))
    many = noun.tag == "NNS" and cue.act in ("report", "claim")
    return "owned" not in cue.takes and (clause or (many and not none))


def _is_where_it_stands(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "Said in a statement that ...": the verb tells who says it, the noun only where."""
    verb = sentence.head(sentence.head(noun))
    if noun.dep != "pobj" or verb.pos != "VERB" or not sentence.children(verb, "nsubj"):
        return False
    told = scene.cue(verb.lemma.lower(), "verb")
    return told is not None and "clause" in told.takes and any(in_a_text(scene, sentence, verb))


def _owner(scene: Scene, sentence: Sentence, noun: Token) -> Token | None:
    """Whose word it is: "her claim", "a claim by her", "she gave evidence"."""
    for owner in sentence.children(noun, "poss"):
        return owner
    for by in sentence.children(noun, "prep"):
        if by.text.lower() in _BY:
            for owner in sentence.children(by, "pobj"):
                return owner
    verb = sentence.head(noun)
    light = noun.dep == "dobj" and verb.lemma.lower() in scene.pack.list("light_verbs")
    held = noun.dep == "pobj" and verb.text.lower() == "of" and sentence.head(verb).lemma == "be"
    above = sentence.head(verb) if held else verb  # "he was of the opinion that"
    return grammar.subject(sentence, above) if light or held else None


def _start(sentence: Sentence, noun: Token, owner: Token | None) -> int:
    if owner is not None and noun.dep == "pobj" and owner.i < noun.i and owner.head != noun.i:
        held = sentence.head(sentence.head(noun))
        return sentence[grammar.verb_group(sentence, held)[0]].start
    if owner is not None and noun.dep == "dobj" and owner.head != noun.i:
        return sentence[grammar.verb_group(sentence, sentence.head(noun))[0]].start
    if owner is not None and owner.i < noun.i:
        first = sentence.subtree(owner)[-1].i
        case = sentence.children(owner, "case")
        return case[0].start if case else sentence[min(first + 1, noun.i)].start
    left = [t for t in sentence.children(noun, "det", "amod", "compound") if t.i < noun.i]
    return left[0].start if left else noun.start


def _complement(
    scene: Scene, sentence: Sentence, noun: Token, cue: Cue
) -> tuple[Bounds, bool, int] | None:
    """What the noun says, whether that is a clause, and where the cue ends."""
    for head in sentence.children(noun, "acl", "ccomp", "relcl"):
        words = sentence.subtree(head)
        bounds = grammar.stretch(words)
        form = _form(sentence, head, words[0])
        if form in cue.takes and bounds and words[0].i > noun.i:
            return bounds, form == "clause", noun.end
    for word in sentence.children(noun, "prep"):
        last = sentence.subtree(word)[-1].i
        inside = sentence.tokens[word.i + 1 : _verb_of(sentence, noun, last) or last + 1]
        bounds = grammar.stretch(inside)
        if word.text.lower() in cue.takes and word.i == noun.i + 1 and bounds:
            return bounds, False, word.end
    return _behind_aside(sentence, noun, cue) or _predicate(scene, sentence, noun, cue)


def _behind_aside(
    sentence: Sentence, noun: Token, cue: Cue
) -> tuple[Bounds, bool, int] | None:  # fmt: skip
    """ "There are reports, as yet unconfirmed, of cases": what two commas hold stands between."""
    above = sentence.head(noun)
    apart = sentence.tokens[noun.i + 1].text == "," if noun.i + 1 < len(sentence) else False
    if not apart or noun.dep not in ("attr", "nsubj", "dobj"):
        return None
    for word in (*sentence.children(noun, "prep"), *sentence.children(above, "prep")):
        between = sentence.tokens[noun.i + 2 : word.i]
        if word.text.lower() in cue.takes and between and between[-1].text == ",":
            bounds = grammar.stretch(sentence.tokens[word.i + 1 : sentence.subtree(word)[-1].i + 1])
            if bounds and not any(t.tag in FINITE for t in between):
                return bounds, False, noun.end
    return None


def _verb_of(sentence: Sentence, noun: Token, last: int) -> int | None:
    """ "Reports of a coup proved false": the place of a verb that the parse takes for a part."""
    if noun.dep != "ROOT":
        return None
    parts = (t for t in sentence.tokens[noun.i + 2 : last + 1] if t.dep == "acl")
    return next((t.i for t in parts if t.tag in ("VBN", "VBD")), None)


def _form(sentence: Sentence, head: Token, first: Token) -> str:
    """What hangs on a noun: a clause with "that", an infinitive, or something else."""
    if first.text.lower() == "to":
        return "infinitive"
    subjects = sentence.children(head, "nsubj", "nsubjpass", "expl")
    # The parse may take the "that" of a clause for its object.
    whole = first.dep == "mark" or (head.dep == "acl" and any(s != first for s in subjects))
    return "clause" if first.text.lower() == "that" and whole else ""


def _predicate(
    scene: Scene, sentence: Sentence, noun: Token, cue: Cue
) -> tuple[Bounds, bool, int] | None:
    """ "the fear is that prices will rise", "rumour has it that they will"."""
    verb = sentence.head(noun)
    if noun.dep != "nsubj" or "clause" not in cue.takes:
        return None
    clausal = scene.cue(verb.lemma.lower(), "verb") is not None
    it = [t for t in sentence.children(verb, "dobj") if t.text.lower() == "it"]
    of_it = verb.lemma == "be" or (verb.lemma == "have" and bool(it))
    for head in sentence.children(verb, "ccomp"):
        words = sentence.subtree(head)
        bounds = grammar.stretch(words)
        # "Rumours reached the court that ...": whatever the verb, the clause is the noun's.
        spread = words[0].text.lower() == "that" and not clausal
        if bounds and head.i > verb.i and (of_it or spread):
            return bounds, True, (it[0] if it else verb if of_it else noun).end
    return None


def _adjective(scene: Scene, number: int, adjective: Token, cue: Cue) -> Saying | None:
    sentence = scene.sentences[number]
    verb = sentence.head(adjective)
    if adjective.dep not in ("acomp", "ROOT", "conj") or verb.pos not in ("AUX", "VERB"):
        return None
    speaker = grammar.subject(sentence, verb)
    if speaker is None or not scene.can_speak(sentence, speaker, cue):
        return None
    found = _adjective_content(sentence, verb, adjective, cue)
    if found is None:
        return None
    content, end = found
    first, _ = grammar.verb_group(sentence, verb)
    bounds = (sentence[min(first, adjective.i)].start, end)
    return Saying(
        source=grammar.noun_phrase(sentence, speaker),
        cue=bounds,
        content=scene.widen(content, bounds),
        sentence=number,
        word=adjective.i,
        cue_entry=cue,
        speaker=speaker.i,
        denied=grammar.negated(sentence, verb),
    )


def _adjective_content(
    sentence: Sentence, verb: Token, adjective: Token, cue: Cue
) -> tuple[Bounds, int] | None:
    clauses = (*sentence.children(adjective, "ccomp", "xcomp"), *sentence.children(verb, "ccomp"))
    for head in clauses:
        words = [t for t in sentence.subtree(head) if t.i > adjective.i]
        form = "infinitive" if head.dep == "xcomp" else "clause"
        bounds = grammar.stretch(words)
        if form in cue.takes and bounds and head.i > adjective.i:
            return bounds, adjective.end
    for word in sentence.children(adjective, "prep"):
        bounds = grammar.stretch(sentence.tokens[word.i + 1 : sentence.subtree(word)[-1].i + 1])
        if word.text.lower() in cue.takes and bounds and word.i == adjective.i + 1:
            return bounds, word.end
    return None
