"""A briefing as one self-contained page: no script, no request, nothing of a report can run."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.publish.briefing import Briefing, Part, Picture, Section


class _References:
    """The places in the page that refer to each footnote, so that the note can lead back."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def add(self, note: int) -> str:
        """The anchor of one more reference to a note."""
        self._counts[note] += 1
        return f"ref-{note}-{self._counts[note]}"

    def of(self, note: int) -> list[str]:
        """The anchors of all references to a note so far."""
        return [f"ref-{note}-{place}" for place in range(1, self._counts[note] + 1)]


def html(briefing: Briefing) -> str:
    """The briefing as an HTML page (UTF-8); the same briefing always gives the same text."""
    template = _environment().get_template("briefing.html")
    return template.render(briefing=briefing, references=_References(), seen=_Seen()) + "\n"


class _Seen:
    """Which footnotes already have their anchor in a passage: a mark may come in pieces."""

    def __init__(self) -> None:
        self._notes: set[int] = set()

    def new(self, notes: tuple[int, ...]) -> list[int]:
        """Those of the notes that were not asked for before."""
        fresh = [note for note in notes if note not in self._notes]
        self._notes.update(fresh)
        return fresh


def _kind(part: Section | Part) -> str:
    return type(part).__name__.casefold()


def _data(picture: Picture) -> str:
    """A picture as an address that needs no request, and in which no script can run."""
    return "data:image/svg+xml;base64," + b64encode(picture.svg.encode()).decode()


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = _kind
    environment.filters["data"] = _data
    return environment
