"""The gate: no record enters a case unless its quotes stand in the case's texts."""

from __future__ import annotations

import dataclasses
import typing
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from sayso.records.errors import UngroundedError
from sayso.records.spans import Span

# Texts kept at hand, in characters: enough for hundreds of reports, little beside a model.
_AT_HAND = 8_000_000


def spans(value: Any) -> Iterator[Span]:
    """Every span in a record, or in a tuple of records."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    else:
        kind: Any = type(value)
        for name in _citing(kind):
            yield from spans(getattr(value, name))


class Gate:
    """Checks spans against texts, which it asks for by document id and keeps for a while."""

    def __init__(self, fetch: Callable[[str], str | None]) -> None:
        self._fetch = fetch
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._held = 0

    def check(self, value: Any) -> None:
        """Raise UngroundedError unless every span of a record quotes a document of the case."""
        for span in spans(value):
            span.check(self._text(span))

    def lacking(self, documents: Iterable[str]) -> list[str]:
        """Those of some documents whose texts are not at hand."""
        return sorted({document for document in documents if document not in self._texts})

    def learn(self, document: str, text: str) -> None:
        """The text of a document, as it is from now on."""
        self._held += len(text) - len(self._texts.pop(document, ""))
        self._texts[document] = text
        while self._held > _AT_HAND and len(self._texts) > 1:
            self._held -= len(self._texts.popitem(last=False)[1])

    def forget(self) -> None:
        """Hold no texts: they may have changed."""
        self._texts.clear()
        self._held = 0

    def _text(self, span: Span) -> str:
        if span.document in self._texts:
            self._texts.move_to_end(span.document)
            return self._texts[span.document]
        text = self._fetch(span.document)
        if text is None:
            raise UngroundedError(
                "a record cites a document that the case does not hold",
                where=f"{span.document}:{span.start}-{span.end}",
                hint="write the document before what is said of it",
            )
        self.learn(span.document, text)
        return text


@cache
def _citing(kind: Any) -> tuple[str, ...]:
    """The fields of a record that hold spans, at whatever depth; none of what is no record."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(name for name, hint in typing.get_type_hints(kind).items() if _cites(hint))


@cache
def _cites(hint: Any) -> bool:
    if hint is Span:
        return True
    if _citing(hint):
        return True
    return any(_cites(inside) for inside in typing.get_args(hint) if inside is not Ellipsis)
