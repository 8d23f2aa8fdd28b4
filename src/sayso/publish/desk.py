"""What the sections of a briefing are written from: a case, its names, and one notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sayso.analysis.citations import Citation
from sayso.analysis.timeline import origins_of
from sayso.analysis.view import CaseView
from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import clipped, names_of
from sayso.publish.briefing import Remark, Report, Sentence
from sayso.publish.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each thing a briefing prints before it refers to the case itself."""

    highlights: int = 10
    timeline: int = 1500
    accounts: int = 300
    conflicts: int = 300
    statements: int = 150
    entities: int = 40
    ties: int = 400


@dataclass(frozen=True, slots=True)
class Desk:
    """A case laid out for writing; ``names`` and ``origins`` are by id, ``reports`` in order."""

    view: CaseView
    names: Mapping[str, str]
    origins: Mapping[str, int]
    reports: Mapping[str, Report]
    limits: Limits
    notebook: Notebook = field(default_factory=Notebook)

    def sentence(self, text: str, citations: Iterable[Citation], *, lead: str = "") -> Sentence:
        """A sentence on these words; raises UngroundedError without any."""
        return Sentence(text, self.notebook.cite(citations), lead)


def desk_for(view: CaseView, limits: Limits) -> Desk:
    """A desk for a case, with a fresh notebook."""
    reports = {
        document.id: Report(
            number=number,
            id=document.id,
            title=clipped(document.title or PurePosixPath(document.path).name, 300),
            voice=", ".join(dict.fromkeys(filter(None, (document.author, document.publisher)))),
            published=edtf_words(document.published),
            path=document.path,
            language=document.language or "",
        )
        for number, document in enumerate(view.documents(), start=1)
    }
    return Desk(view, names_of(view), origins_of(view), reports, limits)


def remainder(count: int, limit: int, what: str, command: str) -> tuple[Remark, ...]:
    """A remark on what is left out, if anything is."""
    if count <= limit:
        return ()
    text = f"{count - limit:,} more {what} are left out here; “sayso {command}” lists them all."
    return (Remark(text),)
