"""Since when and until when a tie holds, as far as the text says so."""

from __future__ import annotations

from sayso.extract.cast import head_word
from sayso.extract.grammar import clause_of
from sayso.extract.ties.bond import Bond
from sayso.extract.timing import Timing
from sayso.records.dates import edtf
from sayso.records.marks import Time

_SINCE = frozenset({"since", "from"})
_UNTIL = frozenset({"until", "till", "to"})


def validity_of(bond: Bond, timing: Timing, published: str | None) -> tuple[str | None, str | None]:
    """The EDTF dates a tie began and ended; null where the clause does not say.

    What is "former" ended by the day the report was published.
    """
    since: str | None = None
    until: str | None = None
    clause = clause_of(bond.sentence, bond.word)
    for time in timing.within(bond.sentence):
        head = head_word(bond.sentence, time.span.start, time.span.end)
        if head is None or clause_of(bond.sentence, head) != clause:
            continue
        before = _word_before(bond, time)
        told = time.edtf or edtf(time.earliest, time.latest) or ""
        first, _, last = told.partition("/")
        if before == "between" and last:
            since, until = since or first, until or last
        elif bond.begins and before not in _UNTIL and since is None:
            # "Bought the bank in 2012": with such a verb the tie begins on the day told.
            since = first if before in _SINCE else told or None
        elif before in _SINCE and since is None:
            since = first if first != ".." else None
            # "From 2011 to 2014" is one expression, "since 2011" reaches to the report's day.
            until = last if before == "from" and last not in ("", "..") else until
        elif before in _UNTIL and until is None:
            until = last or first or None
    if bond.past and until is None and published:
        until = f"../{published}"
    return since, until


def _word_before(bond: Bond, time: Time) -> str:
    inside = bond.sentence.within(time.span.start, time.span.end)
    first = inside[0]
    if first.text.lower() in _SINCE | _UNTIL | {"between"}:
        return first.text.lower()
    return bond.sentence[first.i - 1].text.lower() if first.i else ""
