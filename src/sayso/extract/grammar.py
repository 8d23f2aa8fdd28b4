"""Who does what to whom in a parsed sentence: the arguments of verbs and nouns by slot."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.relatives import RELATIVES, antecedent
from sayso.extract.strayed import (
    ABOUT_SO_MANY,
    among_them,
    counted_subject,
    is_suffered,
    joined_behind,
    joined_objects,
    lost_subject,
)
from sayso.records.parse import FINITE, Sentence, Token

# Verbs of which the subject does what it is done for.
_OWN_AIMS = frozenset({"meet", "phone", "ring", "telephone", "use", "visit"})
Slot = tuple[str, Token]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
VERBAL = frozenset({"VERB", "AUX"})
# Verbs by which a noun is said of somebody; the latter in the passive.
_BEING = frozenset({"be", "become", "remain"})
_TAKING = frozenset(
    {"consider", "call", "deem", "describe", "judge", "know", "label", "name", "regard", "see",
     "view"}
)  # fmt: skip
# "Kept her from leaving", "accused him of stealing": the object of the verb above does it. Behind
# the others it does so only where it is somebody by name: "thanked Lee for coming".
_CONTROLLING = frozenset({"from", "of", "into"})
_THANKING = frozenset({"for", "with"})
# Adjectives whose subject does what is told below them.
_RAISING = frozenset({"likely", "unlikely", "sure", "certain", "bound", "due", "poised", "set"})
_SIDES = frozenset({"front", "rear", "back", "middle", "side", "vicinity", "heart"})
_MEANS = frozenset({("by", "means"), ("by", "use"), ("through", "use"), ("with", "help")})
# "By telephone" tells how, never by whom.
_WAYS = frozenset({
    "telephone", "phone", "radio", "post", "mail", "e-mail", "email", "letter", "fax", "telegram",
    "telegraph", "cable", "wire", "video", "sea", "air", "land", "road", "rail",
})  # fmt: skip
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "latest", "next", "only"}
)
# How far a shared subject is looked for.
_CLIMBS = 5


def verb_slots(sentence: Sentence, verb: Token) -> Iterator[Slot]:
    """The arguments of a verb by slot, the ones it shares with other verbs included.

    Slots are subject and object of the doing (so the subject of a passive is an object),
    complement, and each preposition by its word.
    """
    doer, passive = subject_of(sentence, verb), is_passive(sentence, verb)
    if doer is not None:
        yield ("object" if passive else "subject"), doer
    objects = objects_of(sentence, verb) or _shared_object(sentence, verb)
    stranded = _stranded(sentence, verb)
    for child in objects:
        yield stranded or "object", antecedent(sentence, child, verb)
    if not objects and not passive and verb.dep == "relcl" and not _own_relative(sentence, verb):
        yield stranded or "object", sentence.head(verb)
    for child in _included(sentence, verb, objects):
        yield "object", child
    for child in sentence.children(verb, "oprd", "attr", "acomp"):
        yield "complement", child
    for slot, child in preposition_slots(sentence, verb):
        # "The command to which they report".
        yield slot, antecedent(sentence, child, verb)
    if passive and not sentence.children(verb, "agent"):
        yield from _shared_doer(sentence, verb)


def _shared_doer(sentence: Sentence, verb: Token) -> Iterator[Slot]:
    """By whom it was done where the next verb alone tells: "was abducted and killed by a gang"."""
    for other in sentence.children(verb, "conj"):
        # Who replaces somebody has not removed him.
        if other.lemma in ("replace", "succeed"):
            continue
        if other.tag == "VBN" and not sentence.children(other, *SUBJECTS, "auxpass"):
            agents = sentence.children(other, "agent")
            yield from (("by", t) for one in agents for t in sentence.children(one, "pobj"))


def _included(sentence: Sentence, verb: Token, objects: list[Token]) -> Iterator[Token]:
    """What is named of the objects of a verb: "struck several targets, including a depot"."""
    for above in (verb, *objects) if objects else ():
        for child in sentence.children(above, "prep"):
            if child.text.lower() == "including" and child.i > objects[0].i:
                yield from sentence.children(child, "pobj")
            elif child.text.lower() == "among" and child.i > objects[0].i:
                yield from among_them(sentence, child)


def _stranded(sentence: Sentence, verb: Token) -> str | None:
    """The preposition left behind in "the village they fought for", which leads to the village."""
    if verb.dep != "relcl":
        return None
    bare = [t for t in sentence.children(verb, "prep") if t.i > verb.i and not sentence.children(t)]
    relative = {t.i for t in sentence.children(verb, "dobj") if t.text.lower() in RELATIVES}
    own = [t for t in sentence.children(verb, "dobj") if t.i not in relative]
    return bare[-1].text.lower() if bare and not own else None


def objects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """The objects of a verb; "over 16 houses" is one, though "over" is taken for a preposition."""
    found = [t for t in sentence.children(verb, "dobj", "dative") if t.pos != "ADP"]
    for child in sentence.children(verb, "prep"):
        if child.text.lower() in ABOUT_SO_MANY and child.i == verb.i + 1:
            below = sentence.children(child, "pobj")
            found += [t for t in below if sentence.children(t, "nummod")]
    return [*found, *joined_objects(sentence, verb)] if found else found


def _shared_object(sentence: Sentence, verb: Token) -> list[Token]:
    """The object of the next verb where nothing but "and" stands between: "armed and paid them"."""
    behind = sentence.tokens[verb.i + 1 : verb.i + 3]
    if [t.dep for t in behind] != ["cc", "conj"] or behind[1].head != verb.i:
        return []
    if behind[1].pos not in VERBAL or sentence.children(verb, "prep", "prt", "ccomp", "xcomp"):
        return []
    return objects_of(sentence, behind[1])


def noun_slots(sentence: Sentence, noun: Token, light: Token | None = None) -> Iterator[Slot]:
    """The arguments of a noun by slot, and those of the verb that carries it, if one does.

    Slots are possessive, compound (nouns and adjectives before it), prepositions, and the
    verb's subject.
    """
    for child in sentence.children(noun, "poss"):
        yield "possessive", _owner(sentence, child)
    for child in sentence.children(noun, "compound", "amod", "nmod"):
        yield "compound", child
    yield from preposition_slots(sentence, noun)
    for child in sentence.children(noun, "acl"):
        if child.tag == "VBN":
            yield from ((slot, t) for slot, t in preposition_slots(sentence, child) if slot == "by")
    if light is not None and light != noun:
        for slot, token in verb_slots(sentence, light):
            if slot == "object" and token != noun and noun.dep != "dobj":
                yield "in", token
            elif slot not in ("object", "complement") and token != noun:
                yield slot, token


def _owner(sentence: Sentence, token: Token) -> Token:
    """A possessor; for "whose", what the relative clause is about."""
    if token.tag == "WP$":
        for above in sentence.ancestors(token):
            if above.dep == "relcl":
                return sentence.head(above)
        # Parsers lose the clause: "The Movement, whose leader was once a smith, governs".
        before = [t for t in sentence.tokens[max(0, token.i - 2) : token.i] if t.text != ","]
        return before[-1] if before and before[-1].pos in ("NOUN", "PROPN") else token
    return token


def preposition_slots(sentence: Sentence, head: Token) -> Iterator[Slot]:
    """What prepositions lead to from a word, by their words in lower case."""
    leads = sentence.children(head, "prep", "agent", "dative")
    # "By the Kellners and by Norvik": the second hangs on the first.
    joined = [
        t
        for lead in leads
        for t in sentence.children(lead, "conj")
        if t.pos == "ADP" and t.text.lower() == lead.text.lower()
    ]
    for child in (*leads, *joined):
        if child.pos not in ("ADP", "SCONJ", "ADV", "PART"):
            continue
        word = child.text.lower()
        if word == "according":
            continue  # who says it takes no part in it
        for below in sentence.children(child, "pobj"):
            if word == "by" and below.text.lower() in _WAYS:
                continue
            spot = _beside_what(sentence, word, below)
            means = _by_what(sentence, word, below)
            yield ("with", means) if means else (word, below) if spot is None else ("near", spot)
        for below in sentence.children(child, "prep"):
            yield from ((below.text.lower(), t) for t in sentence.children(below, "pobj"))


def _beside_what(sentence: Sentence, word: str, noun: Token) -> Token | None:
    """What "in front of", "in the middle of" and "on the side of" lead to."""
    if word not in ("in", "at", "on") or noun.text.lower() not in _SIDES:
        return None
    below = [t for of in sentence.children(noun, "prep") for t in sentence.children(of, "pobj")]
    return below[0] if below else None


def _by_what(sentence: Sentence, word: str, noun: Token) -> Token | None:
    """What "by means of" and "with the help of" lead to."""
    if (word, noun.text.lower()) not in _MEANS:
        return None
    below = [t for of in sentence.children(noun, "prep") for t in sentence.children(of, "pobj")]
    return below[0] if below else None


def subject_of(sentence: Sentence, verb: Token, climbs: int = _CLIMBS) -> Token | None:
    """The subject of a verb, its own or the one it shares with a word above it."""
    own = _own_subject(sentence, verb)
    if own is not None:
        return own
    if verb.dep in ("relcl", "acl") and is_first_to(sentence, verb):
        return _taken_for_first(sentence, sentence.head(verb), climbs)
    if climbs == 0 or verb.head == verb.i:
        return None
    above = sentence.head(verb)
    if verb.dep == "acl":
        return _subject_from_noun(sentence, verb, above, climbs)
    # "Is likely to visit", "is majority-owned by".
    if verb.dep == "acomp" and (verb.tag == "VBN" or verb.text.lower() in _RAISING):
        return subject_of(sentence, above, climbs - 1)
    if verb.dep == "xcomp":
        # "Used gas to disperse them", "phoned him to concede": whoever uses it does so, and phones;
        # the object of other verbs does.
        objects = sentence.children(above, "dobj") if above.lemma not in _OWN_AIMS else ()
        return objects[-1] if objects else _subject_above(sentence, above, climbs)
    if verb.dep in ("conj", "advcl", "prep"):
        return _subject_above(sentence, _told_by(sentence, verb, above), climbs)
    if verb.dep == "pcomp":
        held = _controlled(sentence, above)
        return held or _subject_above(sentence, sentence.head(above), climbs)
    return None


def _told_by(sentence: Sentence, verb: Token, above: Token) -> Token:
    """The clause that a participle goes on from where who says it all stands behind.

    "Lee won the vote, defeating Orr, the commission said": parsers hang it on the saying.
    """
    told = sentence.head(above)
    behind = verb.dep == "advcl" and verb.tag == "VBG" and told.i < verb.i < above.i
    sayers = sentence.children(above, *SUBJECTS)
    inserted = behind and told.pos in VERBAL and bool(sayers) and verb.i < sayers[0].i
    return told if inserted and above.dep in ("advcl", "parataxis", "ccomp") else above


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    # Of "Ann Lee, its head, is engaged" parsers may hang the subject on "is".
    helps = sentence.children(verb, "auxpass")
    own = sentence.children(verb, *SUBJECTS) or [
        t for aux in helps for t in sentence.children(aux, *SUBJECTS)
    ]
    if own:
        return antecedent(sentence, own[-1], verb)
    if verb.tag in FINITE and (lost := lost_subject(sentence, verb)) is not None:
        return lost
    return counted_subject(sentence, verb)


def _taken_for_first(sentence: Sentence, first: Token, climbs: int) -> Token:
    above = sentence.head(first)
    taken = subject_of(sentence, above, climbs - 1) if first.dep == "attr" and climbs else None
    return taken or first


def is_first_to(sentence: Sentence, verb: Token) -> bool:
    """Whether a noun did what an infinitive behind it tells: "was the first state to recognise"."""
    noun = sentence.head(verb)
    ranks = (t.text.lower() for t in sentence.children(noun, "amod"))
    ranked = noun.text.lower() in _RANKS or any(rank in _RANKS for rank in ranks)
    return ranked and noun.i < verb.i and is_infinitive(sentence, verb)


def _controlled(sentence: Sentence, preposition: Token) -> Token | None:
    """The object of a verb that does what is told behind a preposition of the verb."""
    word, verb = preposition.text.lower(), sentence.head(preposition)
    if verb.pos not in VERBAL or verb.lemma == "use":
        return None
    held = [t for t in sentence.children(verb, "dobj") if t.i < preposition.i]
    if word in _THANKING:
        held = [t for t in held if t.pos in ("PROPN", "PRON")]
    return held[-1] if held and word in _CONTROLLING | _THANKING else None


def _subject_above(sentence: Sentence, above: Token, climbs: int) -> Token | None:
    if above.pos in VERBAL or above.dep in ("ROOT", "acomp"):
        return subject_of(sentence, above, climbs - 1)
    return None


def _subject_from_noun(sentence: Sentence, verb: Token, noun: Token, climbs: int) -> Token | None:
    if is_infinitive(sentence, verb):
        owners = [t for slot, t in noun_slots(sentence, noun) if slot in ("possessive", "by")]
        if owners:
            return owners[0]
        above = sentence.head(noun)
        return _subject_above(sentence, above, climbs) if noun.dep in ("dobj", "pobj") else None
    return noun


def taken_for(sentence: Sentence, noun: Token) -> Token | None:
    """The verb by which a noun is said of its subject: "is a rival", "is seen as a rival"."""
    above = sentence.head(noun)
    if noun.dep in ("attr", "oprd"):
        fits = above.lemma in _BEING or (above.lemma in _TAKING and is_passive(sentence, above))
        return above if fits else None
    if noun.dep == "pobj" and above.text.lower() == "as":
        verb = sentence.head(above)
        return verb if verb.lemma in _TAKING and is_passive(sentence, verb) else None
    return None


def _own_relative(sentence: Sentence, verb: Token) -> bool:
    # "Whose brother Ann" is three levels deep.
    near = [one for slot in sentence.children(verb) for one in (slot, *sentence.children(slot))]
    below = [one for part in near for one in (part, *sentence.children(part, "poss"))]
    return any(one.tag in ("WDT", "WP", "WRB", "WP$") for one in below)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb's subject suffers what the verb tells."""
    for _ in range(_CLIMBS):
        if sentence.children(verb, "auxpass", "nsubjpass"):
            return True
        participle = verb.tag == "VBN" or is_suffered(verb)
        if not participle or sentence.children(verb, "aux") or objects_of(sentence, verb):
            return False
        if verb.dep != "conj" or sentence.children(verb, *SUBJECTS):
            break
        # "Was arrested and jailed": the second shares the auxiliary of the first.
        verb = sentence.head(verb)
    if verb.dep == "acl" and _is_lost_root(sentence, verb):
        return False
    # "Is majority-owned by": parsers see an adjective. "Director sentenced": a headline.
    return verb.dep in ("acl", "advcl", "acomp") or _is_clipped(sentence, verb)


def _is_lost_root(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle is the verb that a sentence lacks: "The envoy, Ann Lee, negotiated"."""
    noun = sentence.head(verb)
    apart = verb.i > 0 and sentence[verb.i - 1].text == "," and sentence.children(noun, "appos")
    if noun.dep != "ROOT" or not apart:
        return False
    by = [t for one in sentence.children(verb, "agent") for t in sentence.children(one, "pobj")]
    way = bool(by) and by[0].text.lower() in _WAYS
    if sentence.children(verb, "auxpass", "agent") and not way:
        return False
    finite = any(t.tag in FINITE for t in sentence.tokens)
    return not finite and sentence.tokens[-1].text == "."


def _is_clipped(sentence: Sentence, verb: Token) -> bool:
    """Whether a headline leaves the auxiliary of a passive away: "Director jailed for theft"."""
    alone = verb.dep == "ROOT" and bool(sentence.children(verb, "nsubj"))
    # A sentence may end in ".)" or in a quotation mark.
    return alone and not any(t.text in (".", ":", "?", "!") for t in sentence.tokens[-2:])


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.tag == "TO" for child in sentence.children(verb, "aux"))


def conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A word and those joined to it by "and", commas or "or"."""
    found = list(reach(sentence, token, "conj"))
    for one in tuple(found):
        found += (t for other in joined_behind(sentence, one) for t in conjuncts(sentence, other))
    return iter(sorted(dict.fromkeys(found)))


def first_joined(sentence: Sentence, token: Token, kinds: tuple[str, ...] = ()) -> Token:
    """The first of those that "and" joins to a word, as long as they are of these kinds, if any."""
    while token.dep == "conj" and token.head != token.i:
        above = sentence.head(token)
        if kinds and above.pos not in kinds:
            break
        token = above
    return token


def reach(sentence: Sentence, token: Token, *deps: str) -> Iterator[Token]:
    """A word and all that hangs below it by these labels alone, in text order."""
    found, todo = {token.i}, [token]
    # No recursion: a list of a thousand names is a thousand levels deep.
    while todo:
        below = [t for t in sentence.children(todo.pop(), *deps) if t.i not in found]
        found.update(t.i for t in below)
        todo += below
    return (sentence[i] for i in sorted(found))


def clause_of(sentence: Sentence, token: Token) -> Token:
    """The verb whose clause a word stands in; the sentence's root where there is none."""
    if token.pos in VERBAL and token.dep not in ("aux", "auxpass", "amod", "compound"):
        return token
    for above in sentence.ancestors(token):
        if above.pos in VERBAL and above.dep not in ("amod", "compound"):
            return above
    return sentence.root
