"""The addresses of pages; each one opens the same page again."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from sayso.records.spans import Span

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def report(id: str) -> str:
    """A report, from its beginning."""
    return f"/report/{quote(id, safe='')}"


def words(span: Span) -> str:
    """A report, open at these words and with them marked."""
    return f"{report(span.document)}?at={span.start}-{span.end}#p{span.start}"


def beside(span: Span) -> str:
    """The passage around these words, to be shown beside a finding."""
    return f"/passage/{quote(span.document, safe='')}?at={span.start}-{span.end}"


def place(text: str | None) -> tuple[int, int] | None:
    """Start and end as ``words`` writes them; null where it is no such thing."""
    match = _PLACE.fullmatch(text or "")
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return int(match[1]), int(match[2])


def who(id: str) -> str:
    """The dossier of an entity."""
    return f"/who/{quote(id, safe='')}"


def event(id: str) -> str:
    """An event with its accounts."""
    return f"/event/{quote(id, safe='')}"


def conflict(id: str) -> str:
    """A conflict in its queue."""
    return f"/conflicts?{urlencode({'show': id})}"


def agreement(id: str) -> str:
    """An agreement in its queue."""
    return f"/agreements?{urlencode({'show': id})}"


def filtered(path: str, **given: str) -> str:
    """A page with these filters; those that are empty are left out."""
    kept = {name.rstrip("_"): value for name, value in given.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def local(text: str) -> str:
    """An address of this workbench, for the way back; the home page for anything else."""
    fits = re.fullmatch(r"/(?![/\\])[\x21-\x7e]{0,2000}", text) and "\\" not in text
    return text if fits else "/"
