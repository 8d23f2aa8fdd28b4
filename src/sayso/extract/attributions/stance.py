"""Whether a source affirms what it is said to say, denies it, or leaves it open."""

from __future__ import annotations

from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

# Who does not say, report, claim or know something has not denied it.
_UNSAID = frozenset({"say", "report", "claim", "ask", "know"})
_OPPOSITE = {"affirms": "denies", "denies": "unsure", "unsure": "unsure"}
_TURNS = frozenset({"but", "yet"})
_NO = frozenset({"not", "n't", "n’t", "neither", "nor", "never"})


def stance(scene: Scene, saying: Saying | None) -> str:
    """The stance to what is said, one of STANCES; a plain citation affirms.

    The cue has one in the pack, which a "not" turns: who does not believe denies, but who did
    not say, confirm or deny leaves it open, and so does who declines to. Where the author holds
    back with the cue ("claimed", "alleged"), or has it from rumours, what is said is left open as
    well.
    """
    if saying is None:
        return "affirms"
    sentence = scene.sentences[saying.sentence]
    word = sentence[saying.word]
    cue = _entry(scene, saying, word)
    if _calls_it_false(scene, saying, cue):
        return "denies"
    if _withholds(scene, sentence, word, cue):
        return "unsure"
    if cue.stance == "denies" and _answers(scene, saying):
        return "affirms"
    if not (saying.denied or _negated(sentence, word)):
        talk = cue.stance == "affirms" and _is_talk(scene, sentence, saying.speaker)
        return "unsure" if talk else cue.stance
    return "unsure" if cue.act in _UNSAID else _OPPOSITE[cue.stance]


def _entry(scene: Scene, saying: Saying, word: Token) -> Cue:
    """The pack's entry for a cue, by its lemma alone where the parse mistook a verb for a noun."""
    if saying.cue_entry != Cue():
        return saying.cue_entry
    return scene.cue(word.lemma.lower(), "verb") or saying.cue_entry


def _is_talk(scene: Scene, sentence: Sentence, speaker: int | None) -> bool:
    """ "According to rumours", "unconfirmed reports say": talk that nobody stands by."""
    if speaker is None or speaker >= len(sentence):
        return False
    head, talk = sentence[speaker], scene.pack.list("hearsay")
    near = (head, *sentence.children(head, "amod"))
    return any(word.lemma.lower() in talk or word.text.lower() in talk for word in near)


def _answers(scene: Scene, saying: Saying) -> bool:
    """ "He rejected that: “We paid.”": a sentence quoted beside a denial is what he holds."""
    if scene.quotation_at(saying.content[0]) is None or saying.cue is None:
        return False
    words = [token for _, token in scene.tokens_in(*saying.content)]
    whole = any(t.tag in FINITE for t in words) and not any(t.dep == "mark" for t in words[:2])
    between = scene.document.text[saying.cue[0] : saying.content[0]]
    return whole and (":" in between or saying.content[1] <= saying.cue[0])


def _negated(sentence: Sentence, word: Token) -> bool:
    """ "neither confirmed nor denied" negates both; "did not deny it but said" only the first."""
    first = sentence.head(word) if word.dep == "conj" else word
    if any(t.text.lower() in _TURNS for t in sentence.children(first, "cc")):
        first = word
    return any(
        child.text.lower() in _NO or _is_over(sentence, child)
        for one in (word, first)
        for child in sentence.children(one, "neg", "preconj", "cc", "advmod")
        if child.i < one.i
    )


def _is_over(sentence: Sentence, word: Token) -> bool:
    """ "No longer believes"."""
    return word.text.lower() == "longer" and sentence[max(0, word.i - 1)].text.lower() == "no"


def _withholds(scene: Scene, sentence: Sentence, word: Token, cue: Cue) -> bool:
    """ "declined to confirm", "failed to say": who will not say it leaves it open."""
    above = sentence.head(word)
    if word.dep == "xcomp" and cue.act in _UNSAID:
        entry = scene.cue(above.lemma.lower(), "verb")
        refuses = entry is not None and entry.act == "intend" and entry.stance == "denies"
        if refuses or above.lemma.lower() in scene.pack.list("hindrances"):
            return True
    if cue.act != "intend" or cue.stance != "denies":
        return False
    entries = [scene.cue(t.lemma.lower(), "verb") for t in sentence.children(word, "xcomp")]
    return any(entry is not None and entry.act in (*_UNSAID, "deny") for entry in entries)


def _calls_it_false(scene: Scene, saying: Saying, cue: Cue) -> bool:
    """ "called the story propaganda", "described the report as baseless"."""
    if cue.kind != "verb" or "object" not in cue.takes:
        return False
    words = [t for _, t in scene.tokens_in(*saying.content) if t.pos != "PUNCT"][-1:]
    sentence = scene.sentences[saying.sentence]
    word = sentence[saying.word]
    clauses = sentence.children(word, "ccomp")
    helping = [t for one in clauses for t in sentence.children(one, "aux", "auxpass")]
    if any(t.tag in FINITE for t in (*clauses, *helping)):
        return False  # "they prove that he lied", "he claimed that they had lied"
    if sentence.children(word, "nsubjpass") and sentence.children(word, "xcomp"):
        return False  # "he is reported to have told them that it was false"
    words += sentence.children(word, "oprd", "advcl")
    words += [t for one in sentence.children(word, "prep") for t in sentence.children(one)]
    return any(t.lemma.lower() in scene.pack.list("falsehoods") for t in words)
