"""Any record at all, grounded in the sample's two reports."""

import dataclasses
import typing

from hypothesis import strategies as st

from sayso.records.case import Corroboration
from sayso.records.parse import Parse, Sentence, Token
from sayso.records.spans import Span
from sayso.records.statements import Trait
from tests.store.sample import ONE, TWO

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw) -> Span:
    document = draw(st.sampled_from([ONE, TWO]))
    start = draw(st.integers(0, len(document.text) - 1))
    return document.span(start, draw(st.integers(start + 1, len(document.text))))


def of(hint: typing.Any) -> st.SearchStrategy:
    """Values of a type, as the annotations of records write types."""
    if hint is Span:
        return spans()
    if hint is Trait:
        # It stands on a report's words or on what a pack names, never on both.
        return st.one_of(*(st.builds(Trait, **traits(cited)) for cited in (True, False)))
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{name: of(hints[name]) for name in hints})
    inside = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and inside[1:] == (Ellipsis,):
        return st.lists(of(inside[0]), max_size=3).map(tuple)
    if typing.get_origin(hint) is tuple:
        return st.tuples(*(of(kind) for kind in inside))
    if inside:
        return st.one_of(*(of(kind) for kind in inside))
    plain = {str: TEXTS, int: st.integers(0, 99), float: FLOATS, bool: st.booleans()}
    return plain.get(hint, st.none())


def traits(cited: bool) -> dict[str, st.SearchStrategy]:
    """The fields of a trait that a report tells, or a pack."""
    fields = {name: of(hint) for name, hint in typing.get_type_hints(Trait).items()}
    return fields | {"span": spans() if cited else st.none(),
                     "known_from": st.none() if cited else TEXTS}  # fmt: skip


def several(kind: type) -> st.SearchStrategy:
    """Lists of records of a kind, no two with the same id."""
    found = of(kind)
    if kind is Corroboration:
        found = found.filter(lambda record: record.event or record.tie)
        return st.lists(found, max_size=4, unique_by=lambda record: record.event or record.tie)
    if "id" in kind.__dataclass_fields__:
        return st.lists(found, max_size=4, unique_by=lambda record: record.id)
    return st.lists(found, max_size=4)


@st.composite
def sentences(draw) -> Sentence:
    fields = st.builds(
        Token, st.just(0), st.integers(0, 99), st.integers(0, 99), *[TEXTS] * 5,
        st.integers(0, 9), TEXTS, st.booleans(),
    )  # fmt: skip
    tokens = draw(st.lists(fields, min_size=1, max_size=6))
    return Sentence(draw(st.integers(0, 9)), tuple(t._replace(i=i) for i, t in enumerate(tokens)))


PARSES = st.lists(sentences(), max_size=4).map(lambda found: Parse(tuple(found)))
