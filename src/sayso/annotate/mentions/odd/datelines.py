"""The line in front of a report that tells where it was written, and for whom."""

from __future__ import annotations

from sayso.annotate.mentions.draft import Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

DASHES = frozenset({"-", "–", "—", "--"})
# The digits of a year.
YEAR = 4
# How many words a dateline may have before its dash.
DATELINE = 14
# Capitals that are no more are as a rule letters of a body.
LETTERS = 4
# How many words a line of a land and a day has behind its town, and the marks in its day.
DAY_LINE, MARKS = 9, frozenset({",", ".", "-", "/"})


def opens_dateline(draft: Draft) -> bool:
    """ "TURIN, June 3 (Mail) -" or "Turin -" at the head of a report."""
    after = draft.after
    if draft.first or after is None or (after.start == draft.tokens[-1].end and after.text == "-"):
        return False
    if after.text in DASHES:
        return True
    ahead = draft.sentence.tokens[draft.last + 1 : draft.last + 1 + DATELINE]
    if draft.name.isupper() and _only_dated(draft):
        return True
    return (
        draft.name.isupper()
        and after.text in (",", "(")
        and any(_loose_dash(draft, token) for token in ahead)
    )


def _only_dated(draft: Draft) -> bool:
    """Whether a day, and a land before it, are all that a line has: "YORK, England 1996-08-22"."""
    behind = draft.sentence.tokens[draft.last + 1 :]
    if len(behind) > DAY_LINE or not any(token.text[:1].isdigit() for token in behind):
        return False
    days = [token.text[:1].isdigit() or token.entity in ("DATE", "CARDINAL") for token in behind]
    first = days.index(True) if True in days else 0
    land = all(t.text == "," or t.text[:1].isupper() for t in behind[:first])
    return land and all(
        day or t.text in MARKS for day, t in zip(days, behind, strict=True) if t.i > behind[first].i
    )


def closes_dateline(draft: Draft) -> bool:
    ahead = draft.sentence.tokens[draft.last + 1 : draft.last + 3]
    return (
        draft.last < DATELINE
        and len(ahead) == 2
        and ahead[0].text == ")"
        and _loose_dash(draft, ahead[1])
    )


def _loose_dash(draft: Draft, token: Token) -> bool:
    return token.text in DASHES and token.start > draft.sentence[token.i - 1].end


def shouts_town(draft: Draft, look: Lookup) -> bool:
    """Whether a headline has a town in capitals: "FIRE IN AALBORG"."""
    return draft.name.isupper() and len(draft.name) > LETTERS and draft.name.title() in look.towns


def of_year(draft: Draft) -> bool:
    """A name of one word in parentheses with nothing behind it but a year."""
    behind = [token.text for token in draft.sentence.tokens[draft.last + 1 : draft.last + 4]]
    year = len(behind) > 2 and len(behind[1]) == YEAR and behind[1].isdigit()
    return year and behind[0] == "," and behind[2] in (")", ";", ",") and len(draft.words) == 1


def dated_behind(draft: Draft) -> bool:
    """A name in parentheses with a date behind it cites an outlet."""
    after = draft.after
    if after is None or after.text not in (",", ";"):
        return False
    for token in draft.sentence.tokens[draft.last + 2 : draft.last + 12]:
        if token.text == ")":
            return False
        if token.entity == "DATE" or token.text.isdigit():
            return True
    return False
