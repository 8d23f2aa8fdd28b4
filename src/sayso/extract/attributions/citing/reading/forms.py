"""What is cited by a form of its own, and not by a name and a day.

Judgments ("Lee v. Orr, 412 U.S. 77 (1973)"), documents with a symbol ("S/2019/332, para. 44") and
accounts on platforms ("@VelmWatch on X").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.extract.attributions.finders.quotations import Bounds

_WORD = r"[A-Z(][\w.&’'()-]*"
_SIDE = rf"(?:{_WORD}(?: (?:(?:of|the|and|&|for|ex parte|on|de|van|von|al) ){{0,2}}{_WORD}){{0,7}})"
_YEAR = r"(?:1[5-9]|20)\d\d"
# A judgment with where it was printed, or which court gave it, and the year in brackets.
CASE = re.compile(
    rf"(?<![\w.])(?P<who>{_SIDE} vs?\.? {_SIDE}|(?:In re|Ex parte|Re) {_SIDE})"
    rf",?(?: [^\n;()\[\]]{{1,60}}?)? ?[\[(](?:[\w. ]{{0,30}} )?(?P<year>{_YEAR})[\])]"
    r"(?:,? (?:EW|UK)?[A-Z][A-Za-z. ]{1,14}(?:\([A-Z][a-z]+\) )?[A-Z]?-?\d{1,5}(?: \([A-Z]\w+\))?)?"
    r"(?:,? (?:at|para\.?|paras\.?|pp?\.|\[)?\s?\d[\d–\]-]*)?"
)
# "Case C-131/12 Lee v Orr": the number of the case before its parties.
_NUMBERED = re.compile(r"\s*(?:(?:Cases?|Joined Cases|Apps?\.?|Applications?|Nos?\.?)\b[^a-z]*)?")
_SYMBOL = re.compile(
    r"(?:(?:UN|U\.N\.|United Nations) )?(?:[Dd]oc(?:\.|uments?)? )?"
    r"(?P<symbol>(?=\S+/\S+/\S)[ASE]/(?:[A-Z][\w.]*/)*(?P<year>(?:19|20)\d\d)?[\w./-]*\d)"
    r"(?:[, (]|\Z)"
)
_HANDLE = re.compile(r"(?<![\w.])@(?P<who>\w{2,30})\b(?!\.\w)")
_ACCOUNT = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z][\w-]*\.[a-z]{2,6})/(?:s/|c/|@)?(?P<who>\w[\w.]{1,40})"
    r"(?:/\S*)?"
)


class Form(NamedTuple):
    """What is cited: the words that name it, and the year they give, if any."""

    who: Bounds
    year: str | None


def case_in(text: str, bounds: Bounds) -> Form | None:
    """The judgment that these words cite as a whole; null where they cite something else."""
    # The bounds may leave out the bracket that closes the year.
    found = CASE.search(text, bounds[0], bounds[1] + 1)
    if found is None or not _NUMBERED.fullmatch(text, bounds[0], found.start()):
        return None
    return Form(found.span("who"), found["year"])


def symbol_in(text: str, bounds: Bounds) -> Form | None:
    """The document that is cited by its symbol, which holds the year as a rule."""
    found = _SYMBOL.match(text, *bounds)
    return Form(found.span("symbol"), found["year"]) if found else None


def handle_in(text: str, bounds: Bounds) -> Bounds | None:
    """The account of somebody who is cited by it: "@VelmWatch on X"."""
    found = _HANDLE.search(text, *bounds)
    return found.span("who") if found else None


def account_in(text: str, bounds: Bounds) -> tuple[str, Bounds] | None:
    """The host and the account of an address such as "t.me/velmwatch"."""
    found = _ACCOUNT.search(text, *bounds)
    return (found["host"], found.span("who")) if found else None
