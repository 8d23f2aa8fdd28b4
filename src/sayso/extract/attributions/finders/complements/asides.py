"""Where what somebody says ends and the author goes on, and cues that only close a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.grammar import SUBJECTS
from sayso.records.parse import FINITE, Sentence, Token

# What an author calls the words just told, to say more of them: "an account that she denies".
_TOLD = frozenset(
    {"account", "accusation", "allegation", "argument", "assertion", "assessment", "charge",
     "claim", "estimate", "explanation", "figure", "interpretation", "number", "prediction",
     "statement", "suggestion", "theory", "version", "view"}
)  # fmt: skip
_REMARKS = _TOLD | {"something"}
# "He was pushed out, which the firm denies": what takes up a whole clause, and says no more of it.
_TAKING_UP = frozenset(
    {"acknowledge", "admit", "confirm", "contest", "deny", "dispute", "refute", "reject"}
)
_NEW = frozenset({"a", "an", "something"})
# Words on either side of the comma before a source that closes a sentence.
_LEAST = 3
# What a phrase that names people is made of.
_OPENS = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN"})
# What an auxiliary has beside it that lost its verb: "He had not, she said, come".
_HELPING = frozenset(
    {"be", "can", "could", "do", "have", "may", "might", "should", "will", "would"}
)
_BARE = frozenset({"nsubj", "nsubjpass", "neg", "advmod", "punct", "aux"})
# Pronouns that are subjects, and nothing else.
_SUBJECTS_ALONE = frozenset({"he", "she", "they", "i", "we"})
_QUOTES = frozenset({'"', "''", "``", "“", "”", "«", "»"})


def parted(sentence: Sentence, verb: Token) -> tuple[Sequence[Token], ...]:
    """The halves of "He had, he told the meeting, met them": the parse ends the first at "had"."""
    for first in sentence.children(verb, "ccomp"):
        lone = first.tag in ("VBD", "VBZ", "VBP", "MD") and first.lemma.lower() in _HELPING
        below = [t.dep for t in sentence.children(first)]
        for second in sentence.children(verb, "conj") if lone and set(below) <= _BARE else ():
            start = sentence.subtree(second)[0].i
            cut = sentence[start - 1].text == sentence[first.i + 1].text == ","
            if cut and first.i < verb.i < start and second.tag in ("VBN", "VBD", "VBG", "VB"):
                return sentence.subtree(first), sentence.subtree(second)
    return ()


def without_remark(sentence: Sentence, words: list[Token]) -> list[Token]:
    """What is said, without an author's remark on it at the end.

    "She said he had left, an account which the union denies": the account is no part of itself.
    """
    last = max((t.i for t in words if t.pos != "PUNCT"), default=0)
    for n, noun in enumerate(words):
        if noun.lemma.lower() in _REMARKS and _is_remarked_on(sentence, noun, last):
            phrase = sentence.subtree(noun)
            first = n - (noun.i - phrase[0].i)
            article = phrase[0].text.lower() in _NEW
            quoted = sum(t.text in _QUOTES for t in words[:first]) % 2
            if article and first > 2 and words[first - 1].text == "," and not quoted:
                return words[: first - 1]
        which = _taken_up(sentence, noun)
        ends = which is not None and max(t.i for t in sentence.subtree(noun)) >= last
        if which is not None and ends and which.i > words[0].i:
            return [t for t in words if t.i < which.i - 1]
    return words


def _taken_up(sentence: Sentence, verb: Token) -> Token | None:
    """The "which" of ", which the ministry denies", that stands for the clause before it."""
    which = next((t for t in sentence.children(verb, "dobj") if t.tag == "WDT"), None)
    if verb.lemma not in _TAKING_UP or which is None or which.i < _LEAST:
        return None
    whole = sentence.children(verb, "nsubj") and not sentence.children(verb, "ccomp", "xcomp")
    return which if whole and sentence[which.i - 1].text == "," else None


def _clause_before(sentence: Sentence, verb: Token, which: Token) -> Bounds | None:
    """The clause that "which" takes up: that of the nearest verb above."""
    above = next((t for t in sentence.ancestors(verb) if t.tag in FINITE or t.tag == "VBN"), None)
    clause = [t for t in sentence.subtree(above) if t.i < which.i - 1] if above else []
    return grammar.stretch(clause) if any(t.tag in FINITE for t in clause) else None


def remarked_on(sentence: Sentence, verb: Token) -> Bounds | None:
    """What was told before ", a claim the embassy denied", ", something her lawyers deny"."""
    which = _taken_up(sentence, verb)
    if which is not None:
        return _clause_before(sentence, verb, which)
    noun = sentence.head(verb)
    if verb.dep != "relcl" or noun.lemma.lower() not in _REMARKS:
        return None
    objects = [t for t in sentence.children(verb, "dobj") if t.tag not in ("WDT", "WP")]
    first = noun.i if noun.lemma.lower() == "something" else noun.i - 1
    opens = sentence[first].text.lower() in _NEW
    # 'An account which the union called "pure invention"': those are its words.
    objects += [t for t in sentence.subtree(verb) if t.text in _QUOTES]
    if objects or not sentence.children(verb, "nsubj") or not opens or first < _LEAST:
        return None
    if sentence[first - 1].text != ",":
        return None
    said = next((t for t in sentence.children(sentence.root, "ccomp") if t.i < first), None)
    told = sentence.tokens if said is None else sentence.subtree(said)
    clause = [t for t in told if t.i < first - 1]
    finite = any(t.tag in FINITE for t in clause)
    return grammar.stretch(clause) if finite else None


def from_its_that(sentence: Sentence, head: Token, words: list[Token]) -> list[Token]:
    """What is said, from its "that" on: "said last week, quoting two aides, that he had left".

    The parse may hang what is put between the verb and its clause on the clause.
    """
    marks = [t for t in sentence.children(head, "mark") if t.text.lower() == "that"]
    if not marks or not words or marks[0].i <= words[0].i or words[0].tag not in ("VBG", ","):
        return words
    before = [t for t in words if t.i < marks[0].i]
    apart = before[-1].text == "," and not any(t.tag in FINITE for t in before)
    return [t for t in words if t.i >= marks[0].i] if apart else words


def _is_remarked_on(sentence: Sentence, noun: Token, last: int) -> bool:
    """Whether a clause hangs on a noun and closes what is said with it."""
    clauses = sentence.children(noun, "relcl", "acl")
    people = any(t.text.lower() in ("who", "whom") for t in sentence.subtree(noun))
    return bool(clauses) and not people and sentence.subtree(noun)[-1].i >= last


def is_spliced(sentence: Sentence, verb: Token) -> bool:
    """ "The dam broke, the mayor said on Monday": joined by a comma and no "and"."""
    joints = sentence.children(sentence.head(verb), "cc")
    return not any(sentence.head(verb).i < joint.i < verb.i for joint in joints)


def subject_before(sentence: Sentence, verb: Token, *kinds: str) -> Token | None:
    """The subject of one of these kinds that stands before a verb."""
    return next((t for t in sentence.children(verb, *kinds) if t.i < verb.i), None)


def before_closing_cue(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """What stands before 'Records "altered", court hears': a sentence that its cue closes.

    The parse makes that verb the main one, or gives it to a noun before the comma.
    """
    subject = subject_before(sentence, verb, "nsubj")
    if subject is None or verb.dep != "ROOT" or verb.tag not in FINITE:
        return ()
    words = sentence.subtree(subject)
    apart = words[0].i > 2 and sentence[words[0].i - 1].text == "," and words[-1].i == verb.i - 1
    closed = all(t.pos == "PUNCT" for t in sentence.tokens[verb.i + 1 :])
    before = sentence.tokens[: words[0].i - 1]
    told = any(t.pos in ("NOUN", "PROPN", "VERB") for t in before[1:])
    # "In March, the court heard": when and where it heard is nothing that it heard.
    adverbial = before[0].dep in ("prep", "mark", "advmod", "aux") if before else True
    return before if apart and closed and told and not adverbial else ()


def closing_evidence(
    sentence: Sentence,
) -> tuple[Sequence[Token], Sequence[Token], Token] | None:
    """What stands before ", letters seen by the Herald show.", those letters, and the verb.

    The small grammar reads such an end in many ways, and seldom as what it is.
    """
    words = [t for t in sentence.tokens if t.pos != "PUNCT" or t.text == ","]
    commas = [n for n, t in enumerate(words) if t.text == ","]
    if not commas or commas[-1] < _LEAST or len(words) - commas[-1] < _LEAST:
        return None
    told, who, verb = words[: commas[-1]], words[commas[-1] + 1 : -1], words[-1]
    whole = any(t.tag in FINITE for t in told) and told[0].dep not in ("mark", "prep", "advmod")
    alone = not any(t.tag in ("VBZ", "VBP", "WDT", "WP", "MD", "CC", "IN") for t in who[:1])
    return (told, who, verb) if whole and alone else None


def closing_speakers(
    sentence: Sentence, verb: Token
) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """What stands before ", an officer and two aid workers said on Monday", and these.

    The small grammar takes several speakers behind a comma for more of what was told of, so that
    the verb has no subject.
    """
    comma = next((t.i for t in reversed(sentence.tokens[: verb.i]) if t.text == ","), 0)
    told, who = sentence.tokens[:comma], sentence.tokens[comma + 1 : verb.i]
    after = sentence.tokens[verb.i + 1 : verb.i + 2]
    ends = not after or after[0].text in (",", ".", ";") or after[0].dep in ("prep", "npadvmod")
    if not who or not ends or verb.tag not in FINITE or comma < _LEAST:
        return None
    named = who[0].pos in _OPENS and who[-1].pos in ("NOUN", "PROPN")
    phrase = all(t.pos in _OPENS or t.tag in ("CC", "IN", "POS") for t in who)
    whole = any(t.tag in FINITE for t in told) and any(t.dep in SUBJECTS for t in told)
    opened = told[0].dep in ("mark", "advmod", "cc") or told[0].tag in ("IN", "WRB", "VBG")
    quoted = sum(t.text in _QUOTES for t in told) % 2
    return (told, who) if named and phrase and whole and not opened and not quoted else None


def is_inserted(sentence: Sentence, verb: Token) -> bool:
    """Whether ", he said," stands by itself between commas, with something before it."""
    subject = subject_before(sentence, verb, "nsubj")
    if subject is None or verb.i + 1 >= len(sentence):
        return False
    first = sentence.subtree(subject)[0].i
    return first > 2 and sentence[first - 1].text == sentence[verb.i + 1].text == ","


def that_clause_before(
    sentence: Sentence, verb: Token, *, by_somebody: bool = False
) -> Sequence[Token]:
    """ "That the duke left is affirmed by all": the clause in front of a passive cue.

    ``by_somebody``: its agent is told, so that "what he saw was told to us by her" is said too.

    The parse may give the last noun of the clause to the cue.
    """
    first, group = sentence[0], grammar.verb_group(sentence, verb)[0]
    opens = first.text.lower() == "that" and first.dep == "mark"
    opens = opens or (by_somebody and first.text.lower() == "what")
    before = sentence.tokens[:group]
    verbs = any(t.tag in FINITE for t in before)
    return before if opens and verbs and len(before) > 3 and verb.i > group else ()


def told_a_hearer(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """ "He told the inquest he knew nothing": the parse may take the clause for one of the inquest.

    It is a whole one, and nothing is left in it that the inquest could be.
    """
    for noun in sentence.children(verb, "dobj"):
        for head in sentence.children(noun, "relcl"):
            words = sentence.subtree(head)
            begins = words[0].i == noun.i + 1 and words[0].text.lower() in _SUBJECTS_ALONE
            if begins and sentence.children(head, "dobj", "attr", "acomp", "ccomp", "xcomp"):
                return words
    return ()
