"""The case of the port with what analysts added to it: judged, checked, graded, in a store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.records.case import Check, Claim, Judgement
from sayso.records.marks import Quantity, Time
from sayso.store.case import open_case
from tests.factory import Case
from tests.harbour import harbour


def affair() -> Case:
    """The port, with a check of each verdict, two judgements of authors, and decisions."""
    case = harbour()
    parts = case._parts
    gazette, review = parts.documents["d-gazette"], parts.documents["d-review"]

    def cite(report, words):
        start = report.text.index(words)
        return report.span(start, start + len(words))

    events = list(parts.events)
    # What is told with reserve has a day here, so that calendars meet it too.
    knew = next(e for e in parts.events.values() if e.accounts[0].factuality == "hedged")
    day_of = {"earliest": "2021-02-01", "latest": "2021-02-28"}
    account = replace(knew.accounts[0], **day_of)
    parts.events[knew.id] = replace(knew, accounts=(account,), **day_of)
    raid = next(e.id for e in parts.events.values() if e.mode == "raid")
    marrow = next(e.id for e in parts.entities.values() if e.name == "Ilka Marrow")
    parts.checks += [
        Check("k-1", cite(gazette, "about 40 boxes"), "about 40", "40", "holds", (raid,), "It is so."),
        Check("k-2", cite(review, "60 boxes"), "60", "40", "fails", (raid,), "Others tell of 40."),
        Check("k-3", cite(gazette, "More than 12"), "more than 12", None, "undecided", (), "Unknown."),
    ]  # fmt: skip
    words = cite(review, "The Harbour Authority backs the new minister")
    parts.claims["cl-1"] = Claim(
        "cl-1", words, "author", marrow, "political", "Velland", "decline", "qualified"
    )
    parts.judgements += [
        Judgement("j-1", "ada", "2024-01-01T10:00:00Z", (raid,), "accept", "yes", "seen the warrant"),
        Judgement("j-2", "ada", "2024-01-02T10:00:00Z", (raid,), "grade", "2", None),
        Judgement("j-3", "ben", "2024-01-03T10:00:00Z", (events[0],), "reject", "yes", None, "j-4"),
        Judgement("j-4", "ben", "2024-01-04T10:00:00Z", (events[0],), "reject", None, "takes back j-3"),
    ]  # fmt: skip
    day = cite(gazette, "3 March 2021")
    parts.times.append(Time(day, "2021-03-03", "2021-03-03", "2021-03-03", None, "day"))
    parts.quantities.append(Quantity(cite(gazette, "about 40 boxes"), 40.0, 40.0, "boxes", "about"))
    return case


def put(case: Case, path: Path) -> Path:
    """Write a case made by hand to a file."""
    parts = case._parts
    records = [
        *parts.documents.values(), *parts.failures, *parts.entities.values(), *parts.mentions,
        *parts.times, *parts.quantities, *parts.attributions.values(), *parts.events.values(),
        *parts.ties.values(), *parts.claims.values(), *case.corroborations(), *case.conflicts(),
        *parts.checks, *parts.judgements,
    ]  # fmt: skip
    with open_case(path, create=True) as opened, opened.writer() as writer:
        writer.import_records(records)
    return path
