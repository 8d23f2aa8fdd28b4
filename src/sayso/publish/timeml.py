"""TimeML: a report with its times marked as TIMEX3 (TimeML 1.2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from sayso.analysis.view import CaseView
from sayso.records.dates import days
from sayso.records.documents import Document
from sayso.records.marks import Time

# What an XML 1.0 document may not have in it, not even escaped.
_BARRED = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
# The rule of a time tells how exactly it is meant.
_MODS = {
    "early": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END",
    "before": "BEFORE", "after": "AFTER", "until": "ON_OR_BEFORE", "by": "ON_OR_BEFORE",
}  # fmt: skip
_TYPES = frozenset(("DATE", "TIME", "DURATION", "SET"))
_NAMESPACE = "http://www.timeml.org/site/timeMLdocs/TimeML_1.2.1.xsd"


def timeml(document: Document, times: Iterable[Time]) -> str:
    """The report as a TimeML document; ``times`` are its own, in text order.

    Words that only point to an event are no TIMEX3 and stay unmarked, as does whatever has no
    value. The day of the report is the creation time, t0.
    """
    title = f"<TITLE>{_text(document.title)}</TITLE>\n" if document.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:noNamespaceSchemaLocation="{_NAMESPACE}">\n'
        f"<DOCID>{_text(document.id)}</DOCID>\n"
        f"{_created(document)}{title}"
        f"<TEXT>{''.join(_marked(document.text, times))}</TEXT>\n"
        "</TimeML>\n"
    )


def write_timeml(view: CaseView, folder: Path) -> None:
    """Write each report of a case into a folder, ``ID.tml`` each."""
    for document in view.documents():
        text = timeml(document, view.times(document.id))
        (folder / f"{document.id}.tml").write_text(text, encoding="utf-8", newline="\n")


def _created(document: Document) -> str:
    if not document.published:
        return ""
    day = _text(document.published)
    return (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={_attribute(document.published)}'
        f' functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
    )


def _marked(text: str, times: Iterable[Time]) -> Iterator[str]:
    done, number = 0, 1
    for time in times:
        if time.type not in _TYPES or not time.value or time.span.start < done:
            continue
        yield _text(text[done : time.span.start])
        tags = _tags(time, number)
        yield f"<TIMEX3 {_attributes(tags[0])}>{_text(time.span.quote)}</TIMEX3>"
        yield "".join(f"<TIMEX3 {_attributes(tag)}/>" for tag in tags[1:])
        number += len(tags)
        done = time.span.end
    yield _text(text[done:])


def _tags(time: Time, number: int) -> list[dict[str, str]]:
    """The attributes of a time's tag, and of the empty tags for what a range or list has in it."""
    values = re.split(r"[ /]", time.value or "")
    tags = [
        {"tid": f"t{number + place}", "type": time.type, "value": value}
        for place, value in enumerate(values)
    ]
    if len(values) == 1:
        return [_alone(time, tags[0])]
    if time.rule != "range" or not time.earliest or not time.latest:
        return tags
    ends = [tag | {"tid": f"t{number + place}"} for place, tag in enumerate(tags, 1)]
    whole = {
        "tid": f"t{number}", "type": "DURATION", "value": f"P{days(time.earliest, time.latest)}D",
        "beginPoint": ends[0]["tid"], "endPoint": ends[1]["tid"],
    }  # fmt: skip
    return [whole, *ends[:2]]


def _alone(time: Time, tag: dict[str, str]) -> dict[str, str]:
    dated = time.type in ("DATE", "TIME")
    mods = [_MODS[word] for word in takewhile(_MODS.__contains__, time.rule.split())]
    tag |= {"mod": mods[-1]} if mods and dated else {}
    if time.anchor == "report date" and dated:
        tag |= {"temporalFunction": "true", "anchorTimeID": "t0"}
    return tag


def _attributes(tag: dict[str, str]) -> str:
    return " ".join(f"{name}={_attribute(value)}" for name, value in tag.items())


def _attribute(value: str) -> str:
    return quoteattr(_BARRED.sub("\ufffd", value))


def _text(text: str) -> str:
    return escape(_BARRED.sub("\ufffd", text))
