"""Whether an event happened, was tried, planned or thought of, and on whose word it stands."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import VERBAL, is_first_to, is_infinitive
from sayso.extract.phrases import with_particle
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "can", "should", "must", "ca", "'d"})
_UNKNOWN = frozenset({"may", "might"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_NONE = frozenset({"no", "neither", "nor", "none", "nobody", "nothing"})
# Behind these "agreed on nothing", "met with nobody" tell of no agreement and no meeting.
_ENDS = frozenset({"about", "on", "to", "with"})
_DUMMIES = frozenset({"it", "that", "this", "what"})
_ANY = frozenset({"no", "any", "every", "each"})
_CLAUSAL = frozenset({"ccomp", "csubj", "acl", "relcl"})
# What is done to a plan of which nothing comes.
_GIVEN_UP = frozenset({"abandon", "cancel", "ditch", "drop", "scrap", "shelve"})
# What a clause of this kind tells shares the standing of the clause above it.
_SHARED = frozenset({"xcomp", "conj", "pcomp", "acl"})


def realis_of(trigger: Trigger, pack: Pack, *, blamed: bool = False) -> str | None:
    """The realis of a trigger's event; null where the words only name a purpose or an ability.

    ``blamed`` tells that somebody is said to have done it: "claimed responsibility for killing".
    """
    sentence, verb = trigger.sentence, trigger.verb
    if blamed and verb is not None and verb.dep == "pcomp":
        return _own(sentence, verb) or "actual"
    if verb is None:
        return _of_noun(sentence, trigger.token, pack)
    if trigger.carrier is not None and _denied_noun(sentence, trigger.token):
        return "negated"
    if _is_of_none(sentence, verb):
        return None
    found = _of_verb(sentence, verb, pack)
    return "hypothetical" if found == "actual" and _is_asked(sentence, verb) else found


def _is_asked(sentence: Sentence, verb: Token) -> bool:
    """ "Who burnt the granary?": the verb that a question asks about, not one beside it."""
    asks = sentence.tokens[-1].text == "?"
    if asks and any(t.tag == "WP" for t in sentence.children(verb, "nsubj", "nsubjpass")):
        return True
    while verb.dep in ("conj", "xcomp") and verb.head != verb.i:
        verb = sentence.head(verb)
    return sentence.tokens[-1].text == "?" and verb.dep == "ROOT"


def _of_verb(sentence: Sentence, verb: Token, pack: Pack, climbs: int = 4) -> str | None:
    own = _own(sentence, verb)
    if own in (None, "negated") and _untrue(sentence, verb, pack):
        return "actual" if own == "negated" else "negated"
    if own is not None or verb.head == verb.i or climbs == 0:
        return own or "actual"
    above = sentence.head(verb)
    if is_infinitive(sentence, verb) and verb.dep in ("advcl", "relcl"):
        return "actual" if is_first_to(sentence, verb) else None
    if verb.dep == "pcomp":
        return _under_preposition(sentence, verb, above, pack)
    led = _led(sentence, above, pack)
    # "Likely to have met": told as past.
    past = any(t.lemma == "have" for t in sentence.children(verb, "aux"))
    if led == "planned" and past:
        led = "actual"
    if led is not None and verb.dep in ("xcomp", "acl", "ccomp"):
        # "The plan to invade Peru was dropped": nothing came of it.
        undone = verb.dep == "acl" and above.dep in ("dobj", "nsubjpass")
        return None if undone and sentence.head(above).lemma in _GIVEN_UP else led
    # "Is to meet the king": arranged.
    if verb.dep == "xcomp" and above.lemma == "be" and is_infinitive(sentence, verb):
        return _own(sentence, above) or "planned"
    if verb.dep == "acl" and is_infinitive(sentence, verb):
        return "actual" if is_first_to(sentence, verb) else None
    if verb.dep in ("xcomp", "conj") and above.pos in (*VERBAL, "ADJ"):
        shared = _of_verb(sentence, above, pack, climbs - 1)
        return "actual" if shared == "negated" and verb.dep == "conj" else shared
    return "actual"


def _is_of_none(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle tells of none, or of any: "no agreement signed with Velm was kept"."""
    bare = verb.dep == "acl" and not sentence.children(verb, "aux", "auxpass")
    dets = sentence.children(sentence.head(verb), "det") if bare else ()
    return any(t.text.lower() in _ANY for t in dets)


def _own(sentence: Sentence, verb: Token) -> str | None:
    words = {child.text.lower() for child in sentence.children(verb, "aux", "mark")}
    if sentence.children(verb, "neg") or _denied_end(sentence, verb):
        return "negated"
    if words & _FUTURE:
        return "planned"
    if words & _UNKNOWN and "have" in words and not words & _IF:
        return None  # "may have left": told of as past, though hedged
    return "hypothetical" if words & (_POSSIBLE | _IF) else None


def _untrue(sentence: Sentence, verb: Token, pack: Pack) -> bool:
    """Whether what a verb tells is said not to be so: "it is false that", "it is not true that"."""
    above = sentence.head(verb)
    be = above if above.lemma == "be" else sentence.head(above)
    if verb.dep not in _CLAUSAL or be.lemma != "be" or is_infinitive(sentence, verb):
        return False
    # "He left; the stamp, he said, was a forgery": what is one has a name of its own.
    named = [t for t in sentence.children(be, "nsubj") if t.text.lower() not in _DUMMIES]
    if verb.dep in ("ccomp", "csubj") and named:
        return False
    said = {word.lemma.lower() for word in (above, *sentence.children(be, "acomp", "attr"))}
    negated = bool(sentence.children(be, "neg"))
    if said & pack.list("truth_words"):
        return negated and sentence.tokens[-1].text != "?"
    return bool(said & pack.list("falsehoods")) and not negated


def _denied_end(sentence: Sentence, verb: Token) -> bool:
    """Whether nobody did it, or it was done to nobody: "signed no agreement"."""
    parties = sentence.children(verb, "nsubj", "nsubjpass", "dobj")
    words = [word for who in parties for word in (who, *sentence.children(who, "det"))]
    for lead in sentence.children(verb, "prep", "dative"):
        words += sentence.children(lead, "pobj") if lead.text.lower() in _ENDS else ()
    return any(word.text.lower() in _NONE for word in words)


def _denied_noun(sentence: Sentence, noun: Token) -> bool:
    return any(t.text.lower() in _NONE for t in sentence.children(noun, "det", "neg"))


def _under_preposition(
    sentence: Sentence, verb: Token, preposition: Token, pack: Pack
) -> str | None:
    # "Sent him with 600 men to retake the town": what they are sent for is not done yet.
    if is_infinitive(sentence, verb):
        return None
    if preposition.text.lower() == "without":
        return "negated"
    governor = sentence.head(preposition)
    led = _by_lists(sentence, governor, pack)
    if led is not None:
        return led
    return "planned" if preposition.text.lower() in ("for", "of", "at") else "actual"


def _led(sentence: Sentence, word: Token, pack: Pack) -> str | None:
    """What a word makes of what it speaks of; "never denied", "failed to prevent" deny nothing."""
    led = _by_lists(sentence, word, pack)
    if led != "negated" or word.pos not in VERBAL:
        return led
    own, above = _own(sentence, word), sentence.head(word)
    hindered = word.dep == "xcomp" and _by_lists(sentence, above, pack) == "negated"
    return "actual" if (own == "negated") != hindered else led


def _by_lists(sentence: Sentence, word: Token, pack: Pack) -> str | None:
    lemma = word.lemma.lower()
    undone = with_particle(sentence, word) in pack.list("undoing_verbs")
    if undone or lemma in pack.list("hindrances"):
        return "negated"
    if lemma in pack.list("attempts"):
        return "attempted"
    if lemma in pack.list("possibilities"):
        return "hypothetical"
    return "planned" if lemma in pack.list("plans") else None


def _of_noun(sentence: Sentence, noun: Token, pack: Pack) -> str | None:
    if _denied_noun(sentence, noun):
        return "negated"
    led = [_led(sentence, word, pack) for word in _around(sentence, noun)]
    # "Cancelled a planned visit": what is undone was planned before.
    if "negated" in led:
        return "negated"
    return next((one for one in led if one is not None), "actual")


def _has_aim(sentence: Sentence, noun: Token, above: Token) -> bool:
    below = sentence.children(above, "xcomp") if noun.dep == "nsubjpass" else ()
    return any(is_infinitive(sentence, t) and t.lemma not in ("be", "take", "begin") for t in below)


def _around(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words that say of a noun whether it came to be: those before it, and what governs it."""
    yield from sentence.children(noun, "amod")
    above = sentence.head(noun)
    # "Was meant to calm them": what it was for, not that it was still to come.
    if noun.dep in ("dobj", "nsubjpass") and not _has_aim(sentence, noun, above):
        yield above
    if noun.dep == "pobj" and above.text.lower() in ("of", "for", "at", "on", "about", "to"):
        yield sentence.head(above)
