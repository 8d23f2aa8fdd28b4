"""The gate: a span quotes its document, or it cannot be made."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.errors import UngroundedError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a document: ``text[start:end] == quote``, in Unicode code points, end exclusive."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.quote) or not self.quote:
            raise UngroundedError(
                f"a span of {self.end - self.start} characters cannot quote {len(self.quote)}",
                where=f"{self.document}:{self.start}-{self.end}",
                hint="cut spans with Document.span, which quotes for you",
            )

    def check(self, text: str) -> None:
        """Raise UngroundedError unless the span quotes this text."""
        if text[self.start : self.end] != self.quote:
            raise UngroundedError(
                f"the text reads {text[self.start : self.end]!r}, not {self.quote!r}",
                where=f"{self.document}:{self.start}-{self.end}",
            )

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return (
            self.document == other.document and self.start <= other.start and other.end <= self.end
        )
