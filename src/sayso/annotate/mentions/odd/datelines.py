"""The line in front of a report that tells where it was written, and for whom."""

from __future__ import annotations

from sayso.annotate.mentions.draft import Draft
from sayso.records.parse import Token

DASHES = frozenset({"-", "–", "—", "--"})
# How many words a dateline may have before its dash.
DATELINE = 14


def opens_dateline(draft: Draft) -> bool:
    """ "TURIN, June 3 (Mail) -" or "Turin -" at the head of a report."""
    after = draft.after
    if draft.first or after is None or (after.start == draft.tokens[-1].end and after.text == "-"):
        return False
    if after.text in DASHES:
        return True
    ahead = draft.sentence.tokens[draft.last + 1 : draft.last + 1 + DATELINE]
    return (
        draft.name.isupper()
        and after.text in (",", "(")
        and any(_loose_dash(draft, token) for token in ahead)
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
