"""The plan and its steps keep the contract that every step must keep."""

import pickle

import pytest

from sayso.engines.fake import FakeTagger
from sayso.packs.load import builtin, load
from sayso.records.documents import Block, Cleaned, Document
from sayso.records.errors import PlanError
from sayso.records.notes import Notes
from sayso.run.plan import PLAN, Step, check, take, take_all, work_of

TEXT = "Mayor Ana Ruiz met the harbour union in Porto on 3 May 2021, the Gazette reported."


@pytest.fixture(scope="module")
def tools(engine):
    return {
        "engine": engine,
        "pack": load([builtin("general"), builtin("conflict")]),
        "tagger": FakeTagger(),
    }


def document(text: str) -> Document:
    blocks = (Block("paragraph", 0, len(text)),) if text else ()
    return Document("d-1", "a.txt", "0" * 64, "txt", text, blocks, Cleaned(text, ((0, 0),)))


def notes_before(step: Step, tools, text: str) -> Notes:
    return take_all(Notes(document(text)), tools, before=step.name)


def test_the_plan_holds_together() -> None:
    """Each step finds what it needs among earlier gifts."""
    check(PLAN)


def test_a_plan_in_the_wrong_order_is_refused() -> None:
    """Nothing starts when a step would find nothing to work on."""
    with pytest.raises(PlanError, match="needs"):
        check(reversed(PLAN))


@pytest.mark.parametrize("step", PLAN, ids=lambda step: step.name)
def test_a_step_can_travel_to_a_worker(step: Step) -> None:
    """The step and its function survive pickling."""
    assert pickle.loads(pickle.dumps(step)) == step
    assert pickle.loads(pickle.dumps(work_of(step))) is work_of(step)


@pytest.mark.parametrize("step", PLAN, ids=lambda step: step.name)
def test_a_step_is_deterministic_and_changes_nothing(step: Step, tools) -> None:
    """The same notes give the same findings, and stay as they were."""
    notes = notes_before(step, tools, TEXT)
    before = pickle.dumps(notes)
    first, second = (take(step, notes, tools) for _ in range(2))

    assert first == second
    assert pickle.loads(before) == notes
    assert pickle.loads(pickle.dumps(first)) == first


@pytest.mark.parametrize("step", PLAN, ids=lambda step: step.name)
def test_nothing_in_nothing_out(step: Step, tools) -> None:
    """An empty document has no findings and raises no error."""
    found = take(step, notes_before(step, tools, ""), tools)

    assert not found or not any(found)


@pytest.mark.parametrize("step", PLAN, ids=lambda step: step.name)
def test_needs_and_gifts_are_fields_of_notes(step: Step) -> None:
    """A step speaks of nothing but the document and the findings in its notes."""
    fields = set(Notes.__dataclass_fields__)

    assert {*step.needs, step.gives} <= fields
