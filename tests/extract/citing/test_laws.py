"""Laws of citations: what holds in any text, and how the work grows with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engines.fake import FakeEngine
from sayso.extract.attributions.citing.finding import find_citations
from sayso.extract.attributions.citing.reading.pieces import brackets, parts, segments
from sayso.extract.attributions.citing.reports import Reports
from sayso.extract.attributions.finders.scene import Scene
from sayso.extract.attributions.names import Names
from sayso.records.notes import Notes
from tests.extract.citing.cited import found, read
from tests.extract.telling import pack

PIECES = st.sampled_from(
    [
        "The crane fell", "Nobody was hurt", ". ", ", ", " ", "\n\n", "\n", "(", ")", "[", "]", ";",
        "(Harbour Times, May 3, 2020)", "(May 3, 2020)", "(ibid.)", "[1]", "[2, 3]", "¹", "1",
        "Notes\n\n", "\n\n[1] Reuters, 3 May 2020.", "\n2. Ibid.", "LUND (AP) — ", "Source: Reuters",
        "Photo: ", "(Smith 2015, p. 4)", "Smith (2015) argues that ", "\n\nReferences\n\n",
        "https://www.reuters.com/2020/05/03/a-b", "(see www.", "“", "”", "² ", "(2)(b)", "• ", "\xa0",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(lambda pieces: "It was noon. " + "".join(pieces))
ENGINE = FakeEngine()


@given(TEXTS)
def test_every_span_of_a_citation_quotes_the_text(text: str) -> None:
    """Whatever is in brackets, closed or not."""
    document = read(text)
    for one in found(ENGINE, document):
        for span in (one.source, one.cue, one.content, *(link.span for link in one.chain)):
            if span is not None:
                assert document.text[span.start : span.end] == span.quote


@given(TEXTS)
def test_what_a_citation_covers_lies_in_one_block(text: str) -> None:
    """No citation reaches over the end of its paragraph."""
    document = read(text)
    for one in found(ENGINE, document):
        if one.cue is None:
            block = document.block_at(one.content.start)
            assert block is not None
            assert one.content.end <= block.end


@given(TEXTS)
def test_citations_stand_apart_in_order(text: str) -> None:
    """None begins before the one before it has ended."""
    document = read(text)
    notes = Notes(document).with_gift("parse", ENGINE.parse(document))
    every = find_citations(Names(Scene(notes, pack())))

    assert all(one.bounds[1] <= other.bounds[0] for one, other in pairwise(every))


@given(st.text("()[]a; ,", max_size=60))
def test_brackets_are_pairs_and_parts_lie_in_them(text: str) -> None:
    """Nested and unbalanced ones included."""
    for start, end in brackets(text, 0, len(text)):
        assert text[start] + text[end - 1] in ("()", "[]")
        for low, high in (*parts(text, (start, end)), *segments(text, (start, end))):
            assert start <= low < high <= end


def calls(work: Callable[[], Any]) -> int:
    """How many functions of the product some work calls."""
    count = 0

    def profile(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count
        count += event == "call" and "sayso" in frame.f_code.co_filename

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


CITED = "(Harbour Times, May 3, 2020)"
MANY: dict[str, Callable[[int], str]] = {
    "sentences of one paragraph": lambda n: f"It fell {CITED}. " * n,
    "places in one sentence": lambda n: f"It fell {CITED} and " * n + "stood.",
    "brackets in a row": lambda n: "It fell " + f"{CITED} " * n + ".",
    "marks of one note": lambda n: "It fell.[1] " * n + "\n\n[1] Reuters, 3 May 2020.",
    "notes": lambda n: (
        "".join(f"It fell.[{i}] " for i in range(1, n))
        + "\n\n"
        + "\n".join(f"[{i}] Reuters, 3 May 2020." for i in range(1, n))
    ),
    "datelines": lambda n: "LUND (AP) — It fell at noon, and stood.\n\n" * n,
    "open brackets": lambda n: "It fell " + "(" * n + ".",
    "nested brackets": lambda n: "It fell " + "(" * n + ")" * n + ".",
    "works": lambda n: "It fell (Berg 2015a). " * n + "\n\nReferences\n\nBerg, A. (2015). Cranes.",
}


@pytest.mark.parametrize("many", MANY.values(), ids=MANY.keys())
def test_work_grows_with_the_number_of_citations(many: Callable[[int], str]) -> None:
    """Twice as many take about twice the work, counted in calls and not by the clock."""
    spent = []
    for number in (200, 400, 800):
        document = read(many(number))
        notes = Notes(document).with_gift("parse", ENGINE.parse(document))
        names = Names(Scene(notes, pack()))
        spent.append(calls(lambda names=names: Reports(names, (), find_citations(names))))

    assert spent[2] <= 2.3 * spent[1] + 200
    assert spent[1] <= 2.3 * spent[0] + 200
