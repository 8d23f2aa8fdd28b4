"""Bounds of phrases in a parsed sentence: noun phrases, verb groups, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.parse import FINITE, Sentence, Token

_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", "―", "--", "...", "…", ")", "]"})
_LEADING = _EDGE - {")", "]"}
_DASHES = frozenset({"–", "—", "―", "--"})
# Whom something is told, or whom it is said of.
WHOM = frozenset({"him", "her", "them", "me", "us"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
# They open a clause, and the small model takes them for prepositions.
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as", "because", "once"})
_CLOSING = frozenset({",", '"', "''", "”", "’", "»", "?", "!"})
# What stands before a source and is none of it: "far from denying it, the premier".
_ADVERBIAL = frozenset({"ADV", "ADP", "SCONJ", "VERB"})
# A verb hangs on another by these without a subject of its own.
_SHARING = frozenset({"xcomp", "conj", "advcl", "acl"})


def stretch(tokens: Sequence[Token]) -> Bounds | None:
    """From the first word to the last, without punctuation at the edges."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in _LEADING:
        first += 1
    while last > first and _is_edge(tokens[last - 1]) and not _pairs(tokens, first, last):
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if last > first else None


def _is_edge(token: Token) -> bool:
    """What no phrase ends with: a mark, or the "and" of something left out."""
    return token.text in _EDGE or token.tag == "CC"


def _pairs(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the last token closes a bracket opened inside."""
    opening = {")": "(", "]": "["}.get(tokens[last - 1].text)
    return opening is not None and any(t.text == opening for t in tokens[first:last])


def noun_phrase(sentence: Sentence, head: Token) -> Bounds | None:
    """A noun with all that belongs to it, as written."""
    tokens = [t for t in sentence.subtree(head) if not _loose(t, head)]
    return stretch(tokens)


def owner_phrase(sentence: Sentence, owner: Token) -> Bounds | None:
    """A noun with all that belongs to it, without the possessive mark behind it."""
    case = sentence.children(owner, "case")
    return stretch([t for t in sentence.subtree(owner) if t not in case])


def _loose(token: Token, head: Token) -> bool:
    return (
        token.head == head.i
        and token.i < head.i
        and token.dep in ("cc", "mark", "preconj", "punct")
    )


def verb_group(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """First and last word of a verb with its auxiliaries, negation, adverbs and particle."""
    first, last = verb.i, verb.i
    while first and _belongs(sentence, sentence[first - 1], verb):
        first -= 1
    while last + 1 < len(sentence) and _follows(sentence[last + 1], verb):
        last += 1
    return first, last


def _belongs(sentence: Sentence, token: Token, verb: Token) -> bool:
    return (
        token.head == verb.i
        and token.dep in _GROUP
        and token.tag not in ("WRB",)
        and len(sentence.children(token)) == 0
        and token.text.lower() not in ("to", "so")
    )


def _follows(token: Token, verb: Token) -> bool:
    return token.head == verb.i and token.dep in ("prt", "neg")


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The active subject of a verb, its own or the one it shares with a verb above it."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = sentence.children(verb, "nsubj", "csubj", "expl") or _lost(sentence, verb)
        if own:
            return _agreeing(sentence, own, verb)
        if sentence.children(verb, "nsubjpass") or verb.dep not in _SHARING:
            return None
        above = sentence.head(verb)
        if resumed_behind(sentence, above) == verb:
            above = sentence.head(above)
        if verb.dep == "acl":
            return above if verb.tag == "VBG" and above.pos in ("NOUN", "PROPN") else None
        verb = above
    return None


def resumed_behind(sentence: Sentence, inserted: Token) -> Token | None:
    """The verb with which a clause goes on behind "he said": "she denied it, he said, and left".

    The parse hangs it on what is inserted.
    """
    first = next(t.i for t in sentence.subtree(inserted) if t.pos != "PUNCT")
    if inserted.dep != "parataxis" or not first or sentence[first - 1].text != ",":
        return None
    for verb in sentence.children(inserted, "conj"):
        joined = verb.i - 2 > inserted.i and sentence[verb.i - 1].tag == "CC"
        own = sentence.children(verb, "nsubj", "nsubjpass", "expl")
        if joined and sentence[verb.i - 2].text == "," and not own and verb.tag in FINITE:
            return verb
    return None


def _agreeing(sentence: Sentence, subjects: tuple[Token, ...], verb: Token) -> Token:
    """The last subject, or of several the last whose number is the verb's.

    "Pictures put out by the group Lake Watch show": the parse makes a subject of the name too.
    """
    if len(subjects) > 1 and verb.tag == "VBP":
        many = [t for t in subjects if t.tag in ("NNS", "NNPS") or t.pos == "PRON"]
        return (many or subjects)[-1]
    if len(subjects) > 1 and _names_what_is_before(sentence, subjects[-1], subjects[-2]):
        return subjects[-2]
    return subjects[-1]


def _names_what_is_before(sentence: Sentence, name: Token, subject: Token) -> bool:
    """ "The master of the ferry Sandvoe said": the name is the ferry's, and the master speaks."""
    first = sentence.subtree(name)[0].i
    behind = sentence[first - 1]
    whose = behind.pos == "NOUN" and behind in sentence.subtree(subject) and behind != subject
    return name.pos == "PROPN" and whose


def phrase_start(sentence: Sentence, noun: Token) -> int:
    """The place where a noun begins with what tells of it, no clause before it."""
    near = sentence.children(noun, "det", "amod", "compound", "nummod", "nmod", "poss")
    return min([noun.i, *(sentence.subtree(t)[0].i for t in near if t.i < noun.i)])


def _lost(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """A subject that the parse gives to another word."""
    return (
        _of_participle(sentence, verb)
        or of_conjunction(sentence, verb)
        or _inverted(sentence, verb)
    )


def of_conjunction(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "Began after the Sunday Times alleged that": what begins is no inquiry after the Times."""
    noun = sentence[verb.i - 1] if verb.i else verb
    joint = sentence.head(noun)
    opens = noun.dep == "pobj" and joint.text.lower() in _CONJUNCTIONS and joint.head == verb.head
    tensed = verb.dep == "advcl" and verb.tag in ("VBD", "VBZ", "VBP")
    return (noun,) if opens and tensed else ()


def _inverted(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "... first," recalled Ana, who lives there": who stands behind the verb is no object."""
    behind = verb.i > 1 and sentence[verb.i - 1].text in _CLOSING
    told = any(t.i < verb.i for t in sentence.children(verb, "ccomp"))
    if not behind or not told or verb.tag not in ("VBD", "VBZ"):
        return ()
    nouns = sentence.children(verb, "attr", "dobj", "oprd", "npadvmod")
    first = next((t for t in nouns if t.i > verb.i), None)
    near = first is not None and sentence.subtree(first)[0].i == verb.i + 1
    return (first,) if first and near and first.pos in ("NOUN", "PROPN") else ()


def _of_participle(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "the daily published in French, X, reported": the parse gives the subject to "published"."""
    for part in sentence.children(verb, "advcl"):
        if part.i < verb.i and part.tag in ("VBN", "VBG", "VBD", "JJ"):
            nouns = sentence.children(part, "nsubj", "nsubjpass")
            # "A memo, a copy of which was seen by X, warned": the memo does.
            return tuple(t for t in nouns if not _of_which(sentence, t)) or nouns
    return ()


def _of_which(sentence: Sentence, noun: Token) -> bool:
    return any(
        word.tag in ("WDT", "WP")
        for of in sentence.children(noun, "prep")
        for word in sentence.children(of, "pobj")
    )


def source_phrase(sentence: Sentence, speaker: Token, verb: Token) -> Bounds | None:
    """The source as written, without a dateline before it and the verb's own clause behind it.

    It goes up to the verb where a participle parts the verb from its subject.
    """
    words = [t for t in sentence.subtree(speaker) if not _loose(t, speaker)]
    first, last = words[0].i, words[-1].i
    group = verb_group(sentence, verb)[0]
    if verb.tag == "VBG" and sentence[group - 1].text.lower() == "as":
        group -= 1  # "quotes the director as saying"
    between = sentence.head(speaker)
    if verb.dep == "acl" and verb.head == speaker.i:
        first = phrase_start(sentence, speaker)  # "it may stop, an engineer at the site said"
    # "The union spoke of ten and accused them": the subject that two verbs share has no clause.
    parted = (
        verb.head != between.i != verb.i
        and between.dep == "advcl"
        and speaker.i < between.i < verb.i
    )
    if parted or first < group <= last or _only_names(sentence.tokens[last + 1 : group]):
        last = group - 1
    dashes = [t.i for t in words if t.text in _DASHES and first < t.i < speaker.i]
    if words[0].pos in _ADVERBIAL:
        dashes += [t.i for t in sentence.tokens[first : speaker.i] if t.text == ","]
    return stretch(sentence.tokens[max(dashes, default=first) : last + 1])


def _only_names(words: Sequence[Token]) -> bool:
    return bool(words) and all(t.pos == "PROPN" for t in words)


def negated(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is negated by itself or by its subject (nobody, none of, no)."""
    if sentence.children(verb, "neg"):
        return True
    return any(
        word.text.lower() in ("none", "nobody", "neither", "no")
        for who in sentence.children(verb, "nsubj", "nsubjpass")
        for word in (who, *sentence.children(who, "det"))
    )


def between(sentence: Sentence, first: int, last: int) -> tuple[Token, ...]:
    """The words from one place to another, both included."""
    return sentence.tokens[first : last + 1]


def span_of(sentence: Sentence, first: int, last: int) -> Bounds:
    """Offsets of the words from one place to another, both included."""
    return sentence[first].start, sentence[last].end


def outermost(tokens: Iterable[Token]) -> tuple[int, int] | None:
    """The places of the first and the last of some words."""
    places = [t.i for t in tokens]
    return (min(places), max(places)) if places else None


def noun_behind(sentence: Sentence, word: Token) -> Token | None:
    """The noun that a phrase governs, or that begins right behind it."""
    heads = [
        *sentence.children(word, "pobj", "dobj", "nsubj"),
        *sentence.children(sentence.head(word), "pobj", "dobj"),
    ]
    found = next((t for t in heads if t.i > word.i), None)
    if found is None and word.i + 1 < len(sentence):
        after = sentence[word.i + 1]
        found = after if after.pos in ("NOUN", "PROPN") else sentence.head(after)
    if found is None or found.i <= word.i or found.pos not in ("NOUN", "PROPN", "PRON", "ADJ"):
        return None
    return found
