"""Verbs of saying that tell of a deed: "named Lee director", "dismissed 700 of the staff"."""

from __future__ import annotations

from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.records.parse import Sentence, Token

_PEOPLE = ("person_nouns", "group_nouns")
# One can dismiss a report or a minister, and question both: only the first is a word on something
# said.
_BOTH_WAYS = frozenset({"dismiss", "question", "recall", "reject"})
_COUNTED = ("CD", "NN", "NNS")


def is_deed(scene: Scene, saying: Saying) -> bool:
    """Whether what seems to be said of somebody is what is done to them, and tells nothing."""
    sentence = scene.sentences[saying.sentence]
    verb = sentence[saying.word]
    if verb.pos != "VERB":
        return False
    return _gives_office(sentence, verb) or _is_done_to_people(scene, sentence, verb)


def _gives_office(sentence: Sentence, verb: Token) -> bool:
    """ "Named Lee as director" gives an office, "named Lee as a suspect" tells something: an
    office has no article there."""
    if verb.lemma.lower() != "name":
        return False
    leads = (t for t in sentence.children(verb, "prep") if t.text.lower() == "as")
    called = [*sentence.children(verb, "oprd")]
    called += [one for lead in leads for one in sentence.children(lead, "pobj")]
    # "Named Ann Lee director": parsed as one name.
    called += [t for t in sentence.children(verb, "dobj") if sentence.children(t, "compound")]
    return any(t.tag == "NN" and not sentence.children(t, "det", "poss") for t in called)


def _is_done_to_people(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    things = [t for t in sentence.children(verb, "dobj") if t.i > verb.i]
    if verb.lemma.lower() not in _BOTH_WAYS or not things:
        return False
    thing = things[0]
    # "700 of the 1,100 staff"
    parts = [o for of in sentence.children(thing, "prep") for o in sentence.children(of, "pobj")]
    thing = parts[0] if parts and thing.tag == "CD" else thing
    word = thing.lemma.lower()
    people = any({word, thing.text.lower()} & scene.pack.list(kind) for kind in _PEOPLE)
    return thing.tag in _COUNTED and (people or word in scene.pack.offices)
