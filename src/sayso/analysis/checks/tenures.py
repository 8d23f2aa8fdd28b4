"""How long somebody holds an office: "has led the port since 1999" against their appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.analysis.checks.around import doers, sentence
from sayso.analysis.checks.record import Record, check, day
from sayso.analysis.wording.names import quoted
from sayso.records.accounts import FIRM
from sayso.records.case import Account, Check, Event
from sayso.records.dates import before
from sayso.records.marks import Time

_IN_OFFICE = ("commands", "holds_office")
_HAS = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:been\s+)?(\w+)", re.I)
_LENGTHS = {"day": 10, "month": 7, "year": 4}


def tenure_checks(record: Record, document: str) -> Iterator[Check]:
    """Each "has led ... since", against the appointments of the same person to that office."""
    text = record.document(document)
    leading = _leading(record)
    for time in record.times(document) if text else ():
        began = _began(time)
        if began is None or text is None:
            continue
        start, _ = sentence(record, time.span)
        words = text.text[start : time.span.start]
        verb = _HAS.search(words)
        who = next((one for one in doers(record, time.span) if _is_person(record, one)), None)
        if who and verb and verb[1].lower() in leading:
            told = [
                (event, account)
                for event, account in _appointed(record, who)
                if not (account.span.document == document and start <= account.span.start
                        < time.span.end)
            ]  # fmt: skip
            yield from _judged(time, began, words, told)


def _leading(record: Record) -> frozenset[str]:
    """The verbs of holding an office, in the forms that stand behind "has" and "has been"."""
    verbs = {
        verb for frame in record.pack.ties.values() if frame.type in _IN_OFFICE
        for verb in frame.verbs if " " not in verb
    }  # fmt: skip
    made = {form for verb in verbs for form in (verb, verb + "ed", verb + "d", verb + "ing",
                                                verb.removesuffix("e") + "ing")}  # fmt: skip
    return frozenset(made | record.pack.list("leading_forms"))


def _is_person(record: Record, entity: str) -> bool:
    return record.types.get(entity) == "Person"


def _began(time: Time) -> tuple[str, str] | None:
    """The day, month or year that stands behind "since"; null for what is vaguer."""
    rule = time.rule.split(":")[0].split()
    if len(rule) != 2 or rule[0] != "since" or rule[1] not in _LENGTHS or not time.earliest:
        return None
    return time.earliest[: _LENGTHS[rule[1]]], time.earliest


def _appointed(record: Record, who: str) -> Iterator[tuple[Event, Account]]:
    for event in record.events(("APPOINT", "appoint"), who):
        for account in event.accounts:
            if account.factuality in FIRM and account.earliest and account.latest:
                yield event, account


def _office(account: Account) -> str:
    return next((one.span.quote for one in account.fillers if one.role == "office"), "")


def _judged(
    time: Time, began: tuple[str, str], words: str, told: list[tuple[Event, Account]]
) -> Iterator[Check]:
    plain = set(re.findall(r"\w+", words.lower()))
    same = [one for one in told if _office(one[1]) and _office(one[1]).lower().split()[0] in plain]
    if not same:
        return
    event, account = same[0]
    found = f"{quoted(account.span.quote, 80)}: {day(account.earliest, account.latest)}"
    first, last = account.earliest or "", account.latest or ""
    claimed = f"{quoted(time.span.quote)}, since {began[0]}"
    if first.startswith(began[0]) and last.startswith(began[0]):
        yield check(
            time.span, claimed, found, "holds", (event.id,), "the appointment is dated then"
        )
    elif before(began[1], first) and not first.startswith(began[0]):
        reason = "the appointment is dated later"
        yield check(time.span, claimed, found, "fails", (event.id,), reason)
    else:
        reason = "the appointment is dated otherwise, and more than one may be meant"
        yield check(time.span, claimed, found, "undecided", (event.id,), reason)
