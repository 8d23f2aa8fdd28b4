"""Near copies, other words for the same text, and reports that cite each other."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.corroboration import corroborate, origins
from sayso.analysis.origins.circles import circles
from sayso.analysis.origins.copies import Copies
from sayso.analysis.origins.likeness import alike, content
from sayso.analysis.origins.sketches import near_copies, resemblance, shingles
from sayso.records.case import Account, Event
from tests.factory import Builder

WORDS = [f"word{n}" for n in range(400)]
PASSAGE = st.lists(st.sampled_from(WORDS), min_size=10, max_size=30).map(" ".join)
WIRE = "The old bridge over the river Lom gave way on Monday evening after three days of rain."
EDITED = "The old bridge over the Lom gave way on Monday evening after three days of heavy rain."
OWN = "A ferryman heard the stones go into the water and ran to ring the bell of the chapel."


def test_edited_copies_are_found_and_others_are_not() -> None:
    """A word more or less makes no other passage; other words do."""
    assert near_copies([WIRE, OWN, EDITED]) == [(0, 2)]
    assert near_copies(["too short to tell", "too short to tell"]) == []


@given(st.lists(PASSAGE, max_size=12), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order(passages: list[str], chance: random.Random) -> None:
    """Whatever comes first, the same passages go together."""
    order = list(range(len(passages)))
    chance.shuffle(order)
    groups = {frozenset(passages[i] for i in group) for group in near_copies(passages)}
    again = near_copies([passages[i] for i in order])

    assert {frozenset(passages[order[i]] for i in group) for group in again} == groups


@given(PASSAGE, PASSAGE)
def test_to_resemble_is_mutual(one: str, other: str) -> None:
    """As much as one resembles the other, the other resembles it; each wholly itself."""
    first, second = shingles(one), shingles(other)

    assert resemblance(first, second) == resemblance(second, first)
    assert resemblance(first, first) == 1
    assert alike(content(one), content(other)) == alike(content(other), content(one))


@pytest.mark.parametrize("copied", [False, True])
def test_what_is_compared_grows_with_what_is_there(copied: bool) -> None:
    """Twice the passages, about twice the comparisons, also where all are copies of one."""
    chance = random.Random(3)

    def work(size: int) -> int:
        texts = [
            f"{WIRE} {number % 7 if copied else ' '.join(chance.choices(WORDS, k=20))}"
            for number in range(size)
        ]
        texts = texts if copied else [text.removeprefix(WIRE) for text in texts]
        counted = 0

        def count(frame: object, event: str, arg: object) -> None:
            nonlocal counted
            counted += event == "call"

        import sys

        sys.setprofile(count)
        near_copies(texts)
        sys.setprofile(None)
        return counted

    assert work(800) < 2.6 * work(400)


def event_of(*tellings: tuple[str, str, tuple[str, ...]]) -> tuple[Builder, list[Account]]:
    """Accounts of one event: who prints it, in which words, citing whom."""
    made = Builder()
    accounts = []
    for number, (paper, words, chain) in enumerate(tellings):
        report = made.report(f"r{number}", words, publisher=paper)
        said = [made.said(report, words, *chain)] if chain else []
        accounts.append(made.told(report, words, *said))
    return made, accounts


def counted(made: Builder, accounts: list[Account]) -> list[tuple[tuple[int, ...], str]]:
    speakers = {row.id: (row.publisher or "",) for row in made.view().document_rows()}
    copies = Copies(made.view().documents())
    found = origins(accounts, made.parts.attributions, speakers, copies)
    return [(one.accounts, one.reason) for one in found]


def test_a_copied_report_adds_accounts_but_no_origin() -> None:
    """Reprints join the origin that they repeat, with the reason."""
    made, accounts = event_of(("A", WIRE, ()), ("B", OWN, ()))
    assert [group for group, _ in counted(made, accounts)] == [(0,), (1,)]

    made, accounts = event_of(("A", WIRE, ()), ("B", OWN, ()), *[("C", EDITED, ())] * 20)
    (first, why), second = counted(made, accounts)
    assert first == (0, *range(2, 22))
    assert "nearly the same passage" in why
    assert second == ((1,), "")


def test_a_text_translated_back_is_one_origin() -> None:
    """Most of its longer words are the same, in another order."""
    back = "On Monday evening, after three days of rain, the old bridge over the river gave way."
    made, accounts = event_of(("A", WIRE, ()), ("B", back, ()), ("C", OWN, ()))

    assert [group for group, _ in counted(made, accounts)] == [(0, 1), (2,)]


def test_reports_that_cite_each_other_are_a_circle() -> None:
    """A cites B, B cites A: one origin, and named as circular."""
    made, accounts = event_of(("Tide", WIRE, ("Post",)), ("Post", OWN, ("Tide",)))
    ((group, why),) = counted(made, accounts)

    assert group == (0, 1)
    assert "reports that cite each other (post, tide)" in why


def test_a_report_that_cites_itself_is_no_circle_of_others() -> None:
    """Its own word stays one origin beside another."""
    made, accounts = event_of(("Tide", WIRE, ("Tide",)), ("Post", OWN, ()))

    assert [group for group, _ in counted(made, accounts)] == [(0,), (1,)]


def test_circles_go_through_several_hands() -> None:
    """Each can be reached from each other; who only cites stands outside."""
    cites = {
        "a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"a"}), "d": frozenset({"a"}),
    }  # fmt: skip
    assert circles(cites) == [("a", "b", "c")]
    assert circles({}) == []


def test_reasons_are_kept_with_the_groups() -> None:
    """A corroboration tells for each group why its accounts go together."""
    made, accounts = event_of(("A", WIRE, ()), ("B", EDITED, ()), ("C", OWN, ()))
    event = made.parts.events[made.event("ASSAULT", *accounts)]
    assert isinstance(event, Event)
    found = corroborate(event, {}, {}, Copies(made.view().documents()))

    assert (found.accounts, found.origins) == (3, 2)
    assert len(found.reasons) == len(found.groups)
    assert found.reasons[0] and not found.reasons[1]


def test_five_thousand_copies_are_counted_in_a_moment() -> None:
    """A report copied very often is one origin, and each copy meets few others."""
    texts = [f"{WIRE} Reprint number {number}." for number in range(5000)]

    assert near_copies(texts) == [tuple(range(5000))]


def test_thousands_of_like_accounts_are_compared_once() -> None:
    """What copies tell is compared as one telling; the one that differs is still found."""
    made = Builder()
    report = made.report("r", f"{WIRE}\n{OWN}")
    alike = [
        made.told(report, WIRE, earliest="2020-05-03", latest="2020-05-03") for _ in range(5000)
    ]
    other = made.told(report, OWN, earliest="2020-06-03", latest="2020-06-03")
    made.event("ASSAULT", *alike, other)

    (found,) = [one for one in made.view().conflicts() if one.field == "time"]
    assert [len(side.spans) for side in found.sides] == [1, 1]
