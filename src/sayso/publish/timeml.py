"""TimeML: a report with its times marked as TIMEX3 (TimeML 1.2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from sayso.analysis.view import CaseView
from sayso.annotate.times import read_times
from sayso.records.dates import days
from sayso.records.documents import Document
from sayso.records.marks import Time

# What an XML 1.0 document may not have in it, not even escaped.
_BARRED = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
# The rule of a time tells how exactly it is meant; where it does not, the words themselves may.
_MODS = {
    "early": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END",
    "before": "BEFORE", "after": "AFTER", "until": "ON_OR_BEFORE", "by": "ON_OR_BEFORE",
}  # fmt: skip
_TYPES = frozenset(("DATE", "TIME", "DURATION", "SET"))
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_EVERY = frozenset(("every", "each"))
_NAMESPACE = "http://www.timeml.org/site/timeMLdocs/TimeML_1.2.1.xsd"


def timeml(document: Document, times: Iterable[Time]) -> str:
    """The report as a TimeML document; ``times`` are its own, in text order.

    Words that only point to an event are no TIMEX3 and stay unmarked, as does whatever has no
    value. The day of the report is the creation time, t0; what hangs on it, or on a date told
    before, names that as its anchor.
    """
    title = f"<TITLE>{_text(document.title)}</TITLE>\n" if document.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:noNamespaceSchemaLocation="{_NAMESPACE}">\n'
        f"<DOCID>{_text(document.id)}</DOCID>\n"
        f"{_created(document)}{title}"
        f"<TEXT>{''.join(_marked(document, times))}</TEXT>\n"
        "</TimeML>\n"
    )


def write_timeml(view: CaseView, folder: Path) -> None:
    """Write each report of a case into a folder, ``ID.tml`` each."""
    for document in view.documents():
        text = timeml(document, view.times(document.id))
        (folder / f"{document.id}.tml").write_text(text, encoding="utf-8", newline="\n")


def _created(document: Document) -> str:
    day = _DAY.match(document.published or "")
    if not day:
        return ""
    return (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={_attribute(day.group())}'
        f' functionInDocument="CREATION_TIME">{day.group()}</TIMEX3></DCT>\n'
    )


def _marked(document: Document, times: Iterable[Time]) -> Iterator[str]:
    text, done, number = document.text, 0, 1
    anchors = {"report date": "t0"} if _created(document) else {}
    for time in times:
        if time.type not in _TYPES or not time.value or time.span.start < done:
            continue
        yield _text(text[done : time.span.start])
        tags = _tags(time, number, anchors)
        if time.edtf and time.type in ("DATE", "TIME"):
            anchors[time.edtf] = tags[0]["tid"]
        yield f"<TIMEX3 {_attributes(tags[0])}>{_text(time.span.quote)}</TIMEX3>"
        yield "".join(f"<TIMEX3 {_attributes(tag)}/>" for tag in tags[1:])
        number += len(tags)
        done = time.span.end
    yield _text(text[done:])


def _tags(time: Time, number: int, anchors: Mapping[str, str]) -> list[dict[str, str]]:
    """The attributes of a time's tag, and of the empty tags for what a range or list has in it.

    ``anchors`` are the tags of the dates told so far, by their EDTF.
    """
    values = re.split(r"[ /]", time.value or "")
    tags = [
        {"tid": f"t{number + place}", "type": time.type, "value": value}
        for place, value in enumerate(values)
    ]
    if len(values) == 1:
        return [_alone(time, tags[0], anchors)]
    if time.rule != "range" or not time.earliest or not time.latest:
        return tags
    ends = [tag | {"tid": f"t{number + place}"} for place, tag in enumerate(tags, 1)]
    whole = {
        "tid": f"t{number}", "type": "DURATION", "value": f"P{days(time.earliest, time.latest)}D",
        "beginPoint": ends[0]["tid"], "endPoint": ends[1]["tid"],
    }  # fmt: skip
    return [whole, *ends[:2]]


def _alone(time: Time, tag: dict[str, str], anchors: Mapping[str, str]) -> dict[str, str]:
    anchor = anchors.get(time.anchor or "")
    if time.type == "SET":
        every = _EVERY & {time.span.quote.split()[0].lower()}
        return tag | ({"quant": "EVERY"} if every else {})
    mod = _mod(time)
    tag |= {"mod": mod} if mod else {}
    if anchor and time.type == "DURATION":
        end = {"past": "endPoint", "last": "endPoint", "next": "beginPoint", "coming": "beginPoint"}
        point = end.get(time.rule.split()[0])
        return tag | ({point: anchor} if point else {})
    return tag | ({"temporalFunction": "true", "anchorTimeID": anchor} if anchor else {})


def _mod(time: Time) -> str | None:
    """How exactly a time is meant, by its rule or, as in "about two weeks", by its own words."""
    words = takewhile(_MODS.__contains__, time.rule.partition(":")[0].split())
    mods = [_MODS[word] for word in words] if time.type != "DURATION" else []
    if mods:
        return mods[-1]
    return next((one.mod for one in read_times(time.span.quote, None)), None)


def _attributes(tag: dict[str, str]) -> str:
    return " ".join(f"{name}={_attribute(value)}" for name, value in tag.items())


def _attribute(value: str) -> str:
    return quoteattr(_BARRED.sub("\ufffd", value))


def _text(text: str) -> str:
    return escape(_BARRED.sub("\ufffd", text))
