"""Laws that hold for every report: each quote is the text's own, and nothing is unreadable."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.engines.fake import FakeTagger
from sayso.packs.load import builtin, load
from sayso.read.choose import read_document
from sayso.records.errors import UnreadableError
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.run.plan import PLAN, take

PIECES = st.sampled_from(
    [
        "General Omar Haddad", "Prime Minister Lina Saleh", "the Harbour Workers’ Union (HWU)", "she",
        "met with", "was killed", "resigned", "said that", "denied", "visited", "According to", "“We know,”",
        "in Porto", "on 3 May 2021", "two weeks prior", "between August 2-3, 2020", "over 16 ships",
        "(Gazette, May 6, 2021)", "reported", "Unit 840 of the Guard", "probably", "his deputy", ",", ".", ".",
        "\n\n", "\n  • ", "\u00a0", "\u00ad", "’", "(", ")", "[1]", "السلطة", "naïve", "—", "\t", "1,000",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.text(max_size=300))


class Quiet(dict):
    """Tools that do not fill the screen when a law is broken."""

    def __repr__(self) -> str:
        return "the tools"


@pytest.fixture(scope="module")
def tools(engine):
    return Quiet(
        {
            "engine": engine,
            "pack": load([builtin("general"), builtin("conflict")]),
            "tagger": FakeTagger(),
        }
    )


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans(getattr(value, name))


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS)
@example("General Omar Haddad General Omar Haddad General Omar Haddad “We know,”")
def test_every_quote_slices(tools, text: str) -> None:
    """Whatever a report holds, each finding quotes the text where it says, and points to entities
    that the report has."""
    try:
        document = read_document("a.txt", text.encode("utf-8", "replace"))
    except UnreadableError as error:
        assert error.hint
        return
    notes = Notes(document)
    for step in PLAN:
        gift = take(step, notes, tools)
        for span in spans(gift):
            span.check(document.text)
        notes = notes.with_gift(step.gives, gift)
    known = {entity.id for entity in notes.entities}
    assert {p.entity for event in notes.events for p in event.participants} <= known
    assert {place for event in notes.events for place in event.places} <= known
    assert {tie.subject for tie in notes.ties} <= known
