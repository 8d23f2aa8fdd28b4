"""Since when and until when a tie holds, as far as the text says so."""

from __future__ import annotations

from sayso.extract.cast import Cast
from sayso.extract.grammar import VERBAL, clause_of, is_infinitive
from sayso.extract.phrases import head_word
from sayso.extract.ties.bond import Bond
from sayso.extract.ties.terms import begun, handed_on
from sayso.extract.timing import Timing
from sayso.records.dates import edtf
from sayso.records.marks import Time
from sayso.records.parse import Sentence, Token

_SINCE = frozenset({"since", "from"})
_LONGER = frozenset({"longer", "anymore"})
_TURNS = frozenset({"since", "until", "till"})
_UNTIL = frozenset({"until", "till", "to"})


def validity_of(bond: Bond, timing: Timing, published: str | None) -> tuple[str | None, str | None]:
    """The EDTF dates a tie began and ended; null where the clause does not say.

    What is "former" ended by the day the report was published.
    """
    since: str | None = None
    until: str | None = None
    for time in timing.within(bond.sentence):
        before = _lead_of(bond, time)
        if before is None:
            continue
        told = time.edtf or edtf(time.earliest, time.latest) or ""
        first, _, last = told.partition("/")
        if before == "between" and last:
            since, until = since or first, until or last
        elif bond.ends and until is None:
            # "No longer since 2016" ends where "since 2016" else begins.
            until = first if before in _SINCE else told or None
        elif bond.begins and before not in _UNTIL and since is None:
            # "Bought the bank in 2012": with such a verb the tie begins on the day told.
            since = first if before in _SINCE else told or None
        elif before in _SINCE and since is None:
            since = first if first != ".." else None
            # "From 2011 to 2014" is one expression, "since 2011" reaches to the report's day.
            until = last if before == "from" and last not in ("", "..") else until
        elif before in _UNTIL and until is None:
            until = last or first or None
    until = until or handed_on(bond, timing)
    since = since or begun(bond, timing, until)
    if (bond.past or bond.ends) and until is None and published:
        until = f"../{published}"
    return since, until


def is_over(sentence: Sentence, word: Token, cast: Cast) -> bool:
    """Whether a tie that a word tells of is told to have ended, or to be of the past.

    "No longer supports", "stopped supporting", "cut its ties with", "used to support".
    """
    if any(t.text.lower() in _LONGER for t in sentence.children(word, "advmod", "neg")):
        return True
    above = sentence.head(word)
    if word.pos in VERBAL:
        used = above.text.lower() == "used" and is_infinitive(sentence, word)
        return word.dep == "xcomp" and (used or cast.stops(above))
    return word.dep in ("dobj", "nsubjpass") and above.pos in VERBAL and cast.stops(above)


def _lead_of(bond: Bond, time: Time) -> str | None:
    """The word that leads to a time of the bond's clause, null if it is another clause's.

    Behind "since" or "until" a clause may stand for the time told in it: "until he fell in 1916".
    """
    head = head_word(bond.sentence, time.span.start, time.span.end)
    if head is None:
        return None
    own, its = clause_of(bond.sentence, bond.word), clause_of(bond.sentence, head)
    # "Run until 2020 by Lee, a cousin of Orr": the cousins have another time than the firm.
    if (bond.passing or bond.word.dep == "appos") and not _beside(bond, head):
        return None
    if its == own:
        elsewhere = _of_another(bond, head) or _beside_another(bond, head)
        return None if elsewhere else _word_before(bond, time)
    marks = (t.text.lower() for t in bond.sentence.children(its, "mark", "advmod"))
    leads = [word for word in marks if word in _TURNS]
    below = its.dep == "advcl" and bond.sentence.head(its) == own
    return leads[0] if below and leads else None


def _beside(bond: Bond, head: Token) -> bool:
    """Whether a time hangs on the words of a tie told by the way: "Lee, mayor since 2004, said"."""
    for above in bond.sentence.ancestors(head):
        if above.pos in VERBAL:
            return False
        if above in bond.words:
            return True
    return False


def _of_another(bond: Bond, head: Token) -> bool:
    """Whether "and" joins a noun to what the time is told of: "head since 2004 and a member"."""
    noun = bond.word
    links = (t.i for t in bond.sentence.children(bond.sentence.head(noun), "cc"))
    return noun.dep == "conj" and noun.pos == "NOUN" and any(head.i < i < noun.i for i in links)


def _beside_another(bond: Bond, head: Token) -> bool:
    """Whether a time hangs on what is only said of a name of the clause: "Lee, head since 2004"."""
    words = {token.i for token in bond.words}
    for above in bond.sentence.ancestors(head):
        if above.pos in VERBAL or above.i in words:
            return False
        # "Its president since 1949, Ann Lee, is a sister of Orr": of the presidency.
        if above.dep == "nsubj" and bond.sentence.children(above, "appos"):
            return True
        if above.dep == "appos":
            return bond.word.i not in {token.i for token in bond.sentence.subtree(above)}
    return False


def _word_before(bond: Bond, time: Time) -> str:
    inside = bond.sentence.within(time.span.start, time.span.end)
    first = inside[0]
    if first.text.lower() in _SINCE | _UNTIL | {"between"}:
        return first.text.lower()
    return bond.sentence[first.i - 1].text.lower() if first.i else ""
