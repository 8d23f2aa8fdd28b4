"""A briefing as Markdown with footnotes; nothing in a report's words is read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.publish.briefing import (
    Briefing,
    Cell,
    Footnote,
    Listing,
    Part,
    Picture,
    Remark,
    Sentence,
    Table,
    Topic,
)

# What can mean something inside a line, and what can only at its start.
_SPECIAL = re.compile(r"[\\`*_\[\]|~$^<>&@:]|^[-+=#]")
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)])")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", ":": ":"}


def markdown(briefing: Briefing) -> str:
    """The briefing as Markdown (UTF-8), footnotes as ``[^n]`` at the end."""
    lines = [f"# {escaped(briefing.title)}", ""]
    for remark in briefing.scope:
        lines += [escaped(remark.text), ""]
    for section in briefing.sections:
        lines += [f"## {escaped(section.title)}", ""]
        for part in section.parts:
            lines += _part(part)
    lines += ["## Footnotes", ""]
    lines += [line for note in briefing.notes for line in _note(note)]
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text on one line in which no character is markup, neither Markdown nor HTML."""
    line = _SPECIAL.sub(_escape, " ".join(text.split()))
    return _NUMBER.sub(r"\1\\", line)


def _escape(match: re.Match[str]) -> str:
    letter = match.group()
    if letter == ":":
        # A colon behind a scheme would make a link of it in some dialects.
        return "&#58;" if match.string.startswith("//", match.end()) else ":"
    return _ENTITIES.get(letter, "\\" + letter)


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Remark):
        yield from (escaped(part.text), "")
    elif isinstance(part, Listing):
        yield from _listing(part)
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Picture):
        # A page of Markdown is one file of text: the table beside a picture says the same.
        yield from (f"*{escaped(part.words)}: drawn in the HTML briefing.*", "")
    else:
        yield from _topic(part)


def _topic(topic: Topic) -> Iterator[str]:
    yield from (f"### {escaped(topic.title)}", "")
    if topic.meta:
        yield from (f"*{escaped(topic.meta)}*", "")
    for part in topic.parts:
        yield from _part(part)


def _listing(listing: Listing) -> Iterator[str]:
    for place, item in enumerate(listing.items, start=1):
        yield f"{f'{place}.' if listing.ranked else '-'} {_sentence(item)}"
    yield ""


def _table(table: Table) -> Iterator[str]:
    rule = ["---:" if place in table.figures else "---" for place in range(len(table.head))]
    for band in table.bands:
        if band.title:
            yield from (f"**{escaped(band.title)}**", "")
        yield _row(escaped(head) for head in table.head)
        yield _row(rule)
        for row in band.rows:
            yield _row(_cell(cell) for cell in row)
        yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    parts = [escaped(cell.text), *(_sentence(one) for one in cell.sentences)]
    if cell.small:
        parts.append(f"({escaped(cell.small)})")
    return " ".join(part for part in parts if part)


def _sentence(sentence: Sentence) -> str:
    lead = f"**{escaped(sentence.lead)}**" if sentence.lead else ""
    text = ": ".join(part for part in (lead, escaped(sentence.text)) if part)
    return text + "".join(f"[^{note}]" for note in sentence.notes)


def _note(note: Footnote) -> Iterator[str]:
    report = note.report
    chain = "; ".join(note.chains) or "The report's own word"
    where = ", ".join(filter(None, (report.title, report.voice, report.published)))
    facts = [chain, note.certainty, *note.grades, f"{report.label}: {where}"]
    place = f"characters {note.start:,}–{note.end:,}"
    words = escaped(" · ".join(fact for fact in [*facts, place] if fact))
    yield from (f"[^{note.number}]: {_quote(note)}", "", f"    {words}", "")


def _quote(note: Footnote) -> str:
    """The passage on one line, the cited words in bold."""
    text = ""
    for piece in note.passage.pieces:
        words = escaped(piece.text)
        before = " " if piece.text[:1].isspace() else ""
        after = " " if piece.text[-1:].isspace() else ""
        text += f"{before}**{words}**{after}" if piece.marks and words else before + words + after
    start = "… " if note.passage.cut_before else ""
    return f"{start}{text.strip()}{' …' if note.passage.cut_after else ''}"
