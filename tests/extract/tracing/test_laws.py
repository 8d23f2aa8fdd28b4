"""Laws of chains: no circles, spans that quote, one sweep for ten thousand sayings."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.names import same
from sayso.extract.attributions.step import find_attributions
from sayso.extract.attributions.tracing.nesting import containers
from sayso.extract.attributions.tracing.nodes import Node, once
from sayso.packs.cues import Cue
from sayso.records.statements import Link
from tests.effort import steps
from tests.extract.telling import notes_of, pack

_PIECES = st.sampled_from(
    [
        "Reuters", "Anna Berg", "the report", "the website", "The Evening Post", "one of them",
        "she", "he", "it", "they", "two guards", "who", "said", "added", "told", "told Reuters",
        "reported that", "believed that", "citing", "quoting Reuters", "based on two guards",
        "according to", "as saying that", "in an interview with", "was quoted by", "“We will go”",
        "‘No,’", "and", "while", "the pier sank", ".", ".", ",", ";", "\n", "(Reuters, May 3, 2020)",
    ]
)  # fmt: skip


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(pieces=[",", "Reuters", ",", "said"])
@example(pieces=["quoting Reuters", "who", "told", "‘No,’", "the report", *["told Reuters"] * 2])
@given(pieces=st.lists(_PIECES, max_size=18))
def test_whatever_the_text_a_chain_names_each_source_once(engine, pieces) -> None:
    """Links quote the text, and a chain with an entity for its source ends in it."""
    notes = notes_of(engine, " ".join(pieces))

    for attribution in find_attributions(notes, pack()):
        links = attribution.chain
        assert not any(same(a, b) for i, a in enumerate(links) for b in links[i + 1 :])
        for link in links:
            assert link.name
            if link.span is not None:
                link.span.check(notes.document.text)
        if attribution.source and links:
            assert attribution.source_entity == links[-1].entity


def _saying(cue: int, content: tuple[int, int]) -> Saying:
    return Saying(None, (cue, cue + 1), content, 0, 0, Cue())


_SAYINGS = st.lists(
    st.builds(
        lambda cue, start, length: _saying(cue, (start, start + length)),
        st.integers(0, 40), st.integers(0, 40), st.integers(1, 20),
    ),
    max_size=12,
)  # fmt: skip


@given(_SAYINGS)
def test_a_container_holds_the_cue_and_none_is_smaller(sayings) -> None:
    """The sweep finds what a search over all pairs finds."""
    for inner, outer in containers(sayings).items():
        assert inner.cue is not None
        start, end = inner.cue
        assert outer.content[0] <= start
        assert end <= outer.content[1]
        assert outer.cue != inner.cue


def test_ten_thousand_sayings_nest_in_one_sweep() -> None:
    """Ten times the sayings take about ten times the work, not a hundred times."""

    def nested(number: int) -> list[Saying]:
        sayings = [_saying(10 * i, (10 * i + 2, 10 * i + 9)) for i in range(number)]
        return sayings + [_saying(10 * i + 4, (10 * i + 6, 10 * i + 8)) for i in range(number)]

    few, many = nested(1_000), nested(10_000)

    assert len(containers(many)) == 10_000
    assert steps(lambda: containers(many)) < 15 * steps(lambda: containers(few))


@given(st.lists(st.sampled_from("abcd"), max_size=10))
def test_once_keeps_the_last_place_of_each_source(names) -> None:
    """A source that quotes itself gives one link, and the last link stays the last."""
    kept = [node.link.name for node in once(tuple(Node(Link(name)) for name in names))]

    assert len(kept) == len(set(kept)) == len(set(names))
    assert kept[-1:] == names[-1:]
