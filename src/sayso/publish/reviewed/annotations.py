"""Web Annotations that somebody made, or changed, on the reports of a case.

Bodies that sayso itself wrote say nothing new. Others are read so:

* on words of a report, with text: these words are what the text says (an addition);
* on words that stand for somebody, identifying somebody else of the case: the two are the same
  in this report;
* on a finding (an annotation of sayso's, or its record as the target), with purpose "assessing":
  "accept" or "reject", then a reason if there is one; with purpose "editing": a correction.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sayso.analysis.judging import settling
from sayso.analysis.judging.rulings import about
from sayso.analysis.naming.deciding import anchor, judged
from sayso.publish.linked.jsonld import id_of
from sayso.publish.reviewed.review import Desk, Passed, Review
from sayso.publish.reviewed.words import words_of
from sayso.records.case import Judgement
from sayso.records.documents import Document
from sayso.records.errors import LineError, SaysoError
from sayso.records.spans import Span
from sayso.resolve.decisions import IN, SAME

Json = dict[str, Any]
_MINE = "urn:sayso:"
# Kinds of annotations of ours that are on a finding; its id stands behind the kind.
_FINDINGS = frozenset({"attribution", "account", "claim", "check"})


def review_annotations(desk: Desk, text: str) -> Review:
    """What a page, collection or list of annotations says of a case."""
    review, standing = Review(), desk.standing()
    for number, found in enumerate(_items(text), start=1):
        where = f"annotation {number}"
        for body in _bodies(found):
            try:
                made = _judgement(_signed(desk, found), found, body)
            except SaysoError as error:
                review.passed.append(Passed(where, error.message))
                continue
            if made is not None:
                review.take(made, where, standing)
    return review


def _judgement(desk: Desk, found: Json, body: Json) -> Judgement | None:
    record, words = _record(found), _words(found)
    purpose = body.get("purpose") or found.get("motivation")
    value = str(body.get("value") or "").strip()
    if words and purpose == "identifying" and id_of(_source(body)):
        return _meant(desk, words, str(id_of(_source(body))))
    if not value:
        return None
    if record and purpose in ("assessing", "editing"):
        return _settled(desk, record, value, editing=purpose == "editing")
    if words and record is None:
        document, span = words_of(desk.view, *words)
        place = (span.start, span.end)
        return settling.added(document, place, value, by=desk.by, at=desk.at, reason=None)
    raise LineError(f"nothing here tells what '{purpose}' of it means")


def _settled(desk: Desk, record: str, value: str, *, editing: bool) -> Judgement:
    """A finding accepted, rejected or corrected."""
    matter = _about(desk, record)
    if editing:
        decision, reason, words = settling.CORRECT, None, value
    else:
        decision, _, told = value.partition(":")
        decision, reason, words = decision.strip().lower(), told.strip() or None, settling.YES
        if decision not in (settling.ACCEPT, settling.REJECT):
            raise LineError(f"'{decision}' is neither accept nor reject")
    return settling.settled(matter, decision, words, by=desk.by, at=desk.at, reason=reason)


def _about(desk: Desk, record: str) -> tuple[str, ...]:
    """What a judgement on a finding is about; raises LineError where there is no such finding."""
    view = desk.view
    if any(kind(record) for kind in (view.event, view.tie, view.attribution, view.claim)):
        return (record,)
    if any(check.id == record for check in view.checks()):
        return (record,)
    for conflict in view.conflicts():
        if conflict.id == record:
            return about(conflict)
    raise LineError(f"the case has no finding '{record}'")


def _meant(desk: Desk, words: tuple[str, Json], entity: str) -> Judgement | None:
    """Whom some words stand for, where the case holds that it is another."""
    document, span = words_of(desk.view, *words)
    if desk.view.entity(entity) is None:
        raise LineError(f"the case knows nobody by the id '{entity}'")
    here = _named(desk, document, span)
    if here is None:
        raise LineError("no name was found at these words: say in text what they are")
    if here == entity:
        return None
    other = desk.view.entity(here)
    assert other is not None
    one = anchor(desk.view, entity)
    another = anchor(desk.view, f"{other.name}{IN}{document.path}")
    return judged(SAME, one, another, by=desk.by, at=desk.at, reason="annotated so")


def _named(desk: Desk, document: Document, span: Span) -> str | None:
    found = desk.view.mentions(document=document.id)
    return next((one.entity for one in found if one.span == span), None)


def _record(found: Json) -> str | None:
    """The finding that an annotation is about: that of its own name, or its target."""
    parts = str(found.get("id") or "").split(":")
    if parts[:3] == ["urn", "sayso", "at"]:
        return parts[4] if parts[3] in _FINDINGS else None
    target = found.get("target")
    return id_of(target) if isinstance(target, str) else None


def _words(found: Json) -> tuple[str, Json] | None:
    """The report and the selectors of the words that an annotation is on."""
    target = found.get("target")
    if not isinstance(target, dict) or not target.get("selector"):
        return None
    selectors = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
    told = {str(one.get("type")): one for one in selectors if isinstance(one, dict)}
    return id_of(_source(target)) or _source(target), told


def _bodies(found: Json) -> Iterator[Json]:
    """The bodies that somebody else wrote."""
    given = found.get("body") or found.get("bodyValue") or []
    mine = str(found.get("id") or "").startswith(f"{_MINE}at:")
    if str(found.get("id") or "").startswith(f"{_MINE}j-"):
        return
    for body in given if isinstance(given, list) else [given]:
        told = {"value": body} if isinstance(body, str) else body
        if not isinstance(told, dict) or (mine and _is_ours(found, told)):
            continue
        yield told


def _is_ours(found: Json, body: Json) -> bool:
    """Whether a body of an annotation of ours is as we wrote it."""
    if body.get("purpose") in ("describing", "linking"):
        return True
    return f":mention:{id_of(_source(body))}:" in str(found.get("id"))


def _signed(desk: Desk, found: Json) -> Desk:
    """Who made an annotation, and when, where it says."""
    creator = found.get("creator")
    name = creator.get("name") if isinstance(creator, dict) else None
    at = str(found.get("modified") or found.get("created") or desk.at)
    try:
        dt.datetime.fromisoformat(at)
    except ValueError:
        at = desk.at
    return replace(desk, by=str(name or desk.by), at=at)


def _source(told: Json) -> str:
    source = told.get("source")
    return str(source.get("id") if isinstance(source, dict) else source or "")


def _items(text: str) -> Iterator[Json]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise LineError(f"this is no JSON ({error})", hint="write JSON-LD") from error
    if isinstance(found, dict) and isinstance(found.get("first"), dict):
        found = found["first"]
    if isinstance(found, dict):
        found = found.get("items") or [found]
    if not isinstance(found, list):
        raise LineError("these are no annotations", hint="a page, a collection, or a list")
    yield from (one for one in found if isinstance(one, dict) and one.get("target"))
