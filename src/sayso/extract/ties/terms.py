"""How long a tie held that is told to be over: "had led it for ten years", "who had led it"."""

from __future__ import annotations

import re

from sayso.extract.grammar import VERBAL, clause_of
from sayso.extract.phrases import head_word
from sayso.extract.ties.bond import Bond
from sayso.extract.timing import Timing
from sayso.records.accounts import POSTS
from sayso.records.marks import Time
from sayso.records.parse import Sentence, Token

_YEARS = re.compile(r"P(\d+)Y")
_MORE = ("more than", "over", "at least")
_YEAR = len("2020")


def begun(bond: Bond, timing: Timing, until: str | None) -> str | None:
    """The year a tie began by its last day and its length ("for ten years until 2016"), about.

    Null where one of both is not told, or the length is not in years.
    """
    last = (until or "").rpartition("/")[2][:_YEAR]
    if not last.isdecimal():
        return None
    for time in timing.within(bond.sentence):
        years = _YEARS.fullmatch(time.value or "") if time.type == "DURATION" else None
        if years and _is_of(bond, time):
            first = f"{int(last) - int(years[1]):04}"
            return f"../{first}" if time.span.quote.lower().startswith(_MORE) else f"{first}~"
    return None


def handed_on(bond: Bond, timing: Timing) -> str | None:
    """The last day of a post of whom it is told behind what ended it; null where none is told.

    "She succeeded Lee in 2020, who had led the bank": until 2020 at the latest.
    """
    clause = clause_of(bond.sentence, bond.word)
    helps = bond.sentence.children(clause, "aux")
    had = any(t.text.lower() == "had" for t in helps) and clause.dep == "relcl"
    if not had or bond.type not in POSTS:
        return None
    main = clause_of(bond.sentence, bond.sentence.head(clause))
    days = {
        time.edtf
        for time in timing.within(bond.sentence)
        if time.type in ("DATE", "TIME") and time.edtf and _clause_at(bond.sentence, time) == main
    }
    only = next(iter(days)) if len(days) == 1 else "/"
    return None if "/" in only else f"../{only}"


def _is_of(bond: Bond, time: Time) -> bool:
    """Whether "for" leads to a length of time in the clause of a tie."""
    first = bond.sentence.within(time.span.start, time.span.end)[0]
    led = first.i > 0 and bond.sentence[first.i - 1].text.lower() == "for"
    own = clause_of(bond.sentence, bond.word)
    return led and own.pos in VERBAL and _clause_at(bond.sentence, time) == own


def _clause_at(sentence: Sentence, time: Time) -> Token | None:
    head = head_word(sentence, time.span.start, time.span.end)
    return clause_of(sentence, head) if head is not None else None
