"""Hypotheses weighed: the arithmetic of the literature, the laws it keeps, and what hangs on what."""

import dataclasses
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.analysis.citations import Citation
from sayso.analysis.grades import Grades
from sayso.analysis.weighing.cells import Cells, about, chosen, judged
from sayso.analysis.weighing.hypotheses import proposed
from sayso.analysis.weighing.marks import of_directions, together
from sayso.analysis.weighing.matrix import leaders, rows, scores, weighed
from sayso.analysis.weighing.pieces import Judged, Piece, Telling, pieces
from sayso.analysis.weighing.proposals import Guide
from sayso.analysis.weighing.theses import Hypothesis, Options, Sheet, Thesis, ready
from sayso.analysis.weighing.weigh import Weighing, weigh
from sayso.analysis.weighing.weights import weights
from sayso.packs.frames import Bearing
from sayso.records.accounts import Participant
from sayso.records.errors import UsageError
from sayso.records.spans import Span
from sayso.records.statements import MARKS
from tests.factory import Builder

# The matrix of Heuer's example "Will Iraq retaliate for the bombing of its intelligence
# headquarters?" (Psychology of Intelligence Analysis, 1999, chapter 8), row by row: the hypotheses
# are no retaliation, some minor terrorist actions, a major attack.
HEUER = {
    "E1": "C C C",
    "E2": "C C I",
    "E3": "C C I",
    "E4": "I C C",
    "E5": "I C C",
    "E6": "I C C",
}


def piece(id: str, *origins: str, kind: str = "event", known: str | None = None) -> Piece:
    span = Span("d-1", 0, len(id), id)
    tellings = tuple(Telling(origin, Citation(span), 1.0) for origin in origins or ("nobody",))
    matter = Judged("e-1", None, None, "none", True)
    return Piece(id, kind, id, "", known, matter, (id,), tellings)


def theses(*names: str) -> tuple[Thesis, ...]:
    empty: frozenset[str] = frozenset()
    return tuple(Thesis(Hypothesis(name, f"says {name}"), empty, empty, empty) for name in names)


def matrix(marks: dict[str, str], names: list[str], made: list[Piece] | None = None):
    """Rows with cells as an analyst set them."""
    found = made or [piece(id) for id in marks]
    known = theses(*names)
    judgements = [
        judged(about(one.id, thesis.hypothesis), mark, by="ada", at="2024", reason=None)
        for one in found
        for thesis, mark in zip(known, marks[one.id].split(), strict=True)
    ]
    return rows(found, known, Cells(judgements), Guide(), {})


def test_heuers_example_comes_out_as_in_his_book() -> None:
    """The minuses are 3, 0 and 2: minor actions first, then a major attack, then none.

    The same order is given for it in the United States Army's TC 2-33.4, Intelligence Analysis
    (2009), paragraph 2-55. Of the first piece Heuer says that it has no diagnostic value.
    """
    found = matrix(HEUER, ["H1", "H2", "H3"])
    ranking = scores(found, ["H1", "H2", "H3"])

    assert [(s.hypothesis, s.against, s.rank) for s in ranking] == [
        ("H2", 0, 1), ("H3", 2, 2), ("H1", 3, 3),
    ]  # fmt: skip
    assert {row.piece.id: row.diagnosticity for row in found} == {
        "E1": 0, "E2": 2, "E3": 2, "E4": 2, "E5": 2, "E6": 2,
    }  # fmt: skip
    assert found[-1].piece.id == "E1"


def test_what_speaks_for_a_hypothesis_does_not_rank_it() -> None:
    """Much in favour of one, and one piece against it: the other leads."""
    found = matrix({"a": "CC N", "b": "CC N", "c": "I N"}, ["H1", "H2"])

    assert leaders(scores(found, ["H1", "H2"])) == ("H2",)


MATRICES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4),
    st.lists(st.sampled_from(MARKS), min_size=3, max_size=3).map(" ".join),
    min_size=1,
    max_size=8,
)


@settings(deadline=None)
@given(MATRICES, st.randoms(use_true_random=False))
def test_neither_the_order_of_pieces_nor_of_hypotheses_matters(
    marks: dict[str, str], chance: random.Random
) -> None:
    """Shuffled, every hypothesis has the same against it."""
    names = ["H1", "H2", "H3"]
    ids, places = list(marks), [0, 1, 2]
    chance.shuffle(ids)
    chance.shuffle(places)
    turned = {id: " ".join(marks[id].split()[place] for place in places) for id in ids}
    plain = scores(matrix(marks, names), names)
    other = scores(matrix(turned, [names[place] for place in places]), names)

    assert {s.hypothesis: dataclasses.astuple(s) for s in plain} == {
        s.hypothesis: dataclasses.astuple(s) for s in other
    }


@settings(deadline=None)
@given(MATRICES, st.integers(1, 5))
def test_how_often_one_origin_tells_a_piece_changes_nothing(
    marks: dict[str, str], times: int
) -> None:
    """A piece told five times by one origin weighs what it weighs told once."""
    names = ["H1", "H2", "H3"]
    once = [piece(id, "Post", kind="judgement") for id in marks]
    often = [piece(id, *["Post"] * times, kind="judgement") for id in marks]
    found = [
        scores(weighed(matrix(marks, names, made), weights(made, Options(), Grades())), names)
        for made in (once, often)
    ]

    assert found[0] == found[1]


@settings(deadline=None)
@given(MATRICES)
def test_a_piece_that_speaks_alike_of_all_leaves_the_order(marks: dict[str, str]) -> None:
    """What has no diagnostic value moves every hypothesis by the same."""
    names = ["H1", "H2", "H3"]
    before = scores(matrix(marks, names), names)
    after = scores(matrix({**marks, "zz": "I I I"}, names), names)

    assert [s.hypothesis for s in before] == [s.hypothesis for s in after]
    assert all(
        b.against == pytest.approx(a.against - 1) for b, a in zip(before, after, strict=True)
    )


@pytest.mark.parametrize(
    ("judged", "wanted", "firm", "mark"),
    [
        ("decline", "decline", True, "CC"), ("decline", "decline", False, "C"),
        ("increase", "decline", True, "II"), ("increase", "decline", False, "I"),
        ("persist", "decline", True, "I"), ("change", "decline", True, "N"),
        ("none", "none", True, "N"),
    ],
)  # fmt: skip
def test_directions_give_marks(judged: str, wanted: str, firm: bool, mark: str) -> None:
    """The same way speaks for, the opposite against, a tension less, another emphasis not."""
    assert of_directions(judged, wanted, firm=firm) == mark


def test_a_hypothesis_of_two_parts_falls_with_either() -> None:
    """What contradicts one part contradicts the whole; else the better part counts."""
    assert together(["CC", "I"]) == "I"
    assert together(["CC", "N"]) == "CC"
    assert together([]) == "N"


def test_options_weigh_as_declared() -> None:
    """Judgements of one origin share one; grades, hedges and age take their part."""
    made = [
        piece("a", "Post", kind="judgement", known="2020-01-01"),
        piece("b", "Post", kind="judgement", known="2020-12-31"),
        piece("c", "Wire", known="2020-12-31"),
    ]
    graded = Grades([judged_grade("Post", "C"), judged_grade("c", "2")])

    assert weights(made, Options(), graded) == {"a": 0.5, "b": 0.5, "c": 1.0}
    assert weights(made, Options("each"), graded) == {"a": 1, "b": 1, "c": 1}
    assert weights(made, Options("none"), graded) == {"a": 0, "b": 0, "c": 1}
    assert weights(made, Options("each", grades=True), graded) == {"a": 0.6, "b": 0.6, "c": 0.8}
    faded = weights(made, Options("each", half_life=365), graded)
    assert faded == {"a": pytest.approx(0.5), "b": 1, "c": 1}


def judged_grade(name: str, value: str):
    from sayso.records.case import Judgement

    return Judgement(f"j-{name}", "ada", "2024", (name, name), "grade", value, None)


NORTH = """The league has lost its hold on the whole of the upper valley since the old warden died.
Its power over the tolls declined all through the spring and into the summer.
The league perhaps keeps the ferry."""
SOUTH = """The league keeps its hold on the valley and on everything that moves in it.
The league sent forty riders to the bridge in May.
Raiders attacked the league at the ford in June."""
BEARINGS = {
    "sends": Bearing("MOBILIZE", "actor", "to send takes means", decline="I", persist="C"),
    "is attacked": Bearing("ASSAULT", "target", "an attack costs", decline="C", increase="I"),
    "gives in": Bearing("CONCEDE", "actor", "to concede is to give up", decline="C", increase="I"),
}
SHEET = Sheet(
    "What became of the league?",
    (
        Hypothesis("H1", "It declines.", of=("the league",), goes=("decline",)),
        Hypothesis("H2", "It goes on.", of=("the league",), goes=("persist",)),
        Hypothesis(
            "H3", "It grows.", of=("the league",), goes=("increase",), needs=("a new toll",)
        ),
    ),
)
GUIDE = Guide(BEARINGS)


def valley() -> Builder:
    """Two reports that read one year in opposite ways, an event each way."""
    made = Builder()
    league = made.add("Organization", "the league")
    north = made.report("north", NORTH, publisher="North Post", published="2020-07-01")
    south = made.report("south", SOUTH, publisher="South Post", published="2020-08-01")
    made.claim(north, NORTH.splitlines()[0], league, "decline")
    made.claim(north, NORTH.splitlines()[1], league, "decline", aspect="economic")
    made.claim(
        north, NORTH.splitlines()[2], league, "persist", aspect="military", strength="possible"
    )
    made.claim(south, SOUTH.splitlines()[0], league, "persist")
    sent = made.told(south, SOUTH.splitlines()[1], participants=(Participant("actor", league),))
    made.event("MOBILIZE/deploy", sent, earliest="2020-05-01", latest="2020-05-31")
    hit = made.told(south, SOUTH.splitlines()[2], participants=(Participant("target", league),))
    made.event("ASSAULT", hit, earliest="2020-06-01", latest="2020-06-30")
    return made


def against(found: Weighing) -> dict[str, float]:
    return {score.hypothesis: score.against for score in found.ranking}


def test_a_case_is_weighed_with_its_quotes() -> None:
    """Every row stands on words, every cell says why, and the sums are those of the cells."""
    found = weigh(valley().view(), SHEET, GUIDE)
    by_hand = {
        name: sum(
            row.weight * max(0, {"I": 1, "II": 2}.get(row.mark(name) or "", 0))
            for row in found.rows
        )
        for name in ("H1", "H2", "H3")
    }

    assert against(found) == {name: pytest.approx(value) for name, value in by_hand.items()}
    assert all(row.piece.tellings[0].citation.span.quote for row in found.rows)
    assert all(cell.why and cell.by is None for row in found.rows for cell in row.cells)
    # One report's three judgements weigh one together, the other's only one weighs one.
    shares = sorted(row.weight for row in found.rows if row.piece.kind == "judgement")
    assert shares == [pytest.approx(1 / 3)] * 3 + [1]


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 4), st.sampled_from(["North Post", "Copy Post"]))
def test_copies_of_a_report_change_nothing(count: int, publisher: str) -> None:
    """Printed again by the same house or by another, its judgements are still one origin's."""
    made = valley()
    plain = weigh(made.view(), SHEET, GUIDE)
    league = next(iter(made.parts.entities))
    for number in range(count):
        copy = made.report(
            f"copy-{number}", NORTH, publisher=f"{publisher} {number}", published="2020-09-01"
        )
        made.claim(copy, NORTH.splitlines()[0], league, "decline")
        made.claim(copy, NORTH.splitlines()[1], league, "decline", aspect="economic")
    again = weigh(made.view(), SHEET, GUIDE)

    assert against(again) == against(plain)
    assert len(again.rows) == len(plain.rows)


def test_each_report_origin_and_authors_judgements_are_left_out_in_turn() -> None:
    """Without the second report only the first one's reading is left, and it leads."""
    found = weigh(valley().view(), SHEET, GUIDE)
    trials = {(trial.kind, trial.name): trial for trial in found.trials}

    assert {kind for kind, _ in trials} == {"report", "origin", "judgements", "kind"}
    assert trials["report", "South Post"].leaders == ("H1",)
    assert trials["report", "South Post"].turned is (found.leaders != ("H1",))
    assert trials["judgements", "South Post"].lost == 1
    assert trials["kind", "all events"].lost == 2


def test_the_ranking_over_time_knows_only_what_was_known() -> None:
    """By the end of June the two events stand, the judgements come with their reports."""
    found = weigh(valley().view(), SHEET, GUIDE)

    assert [(m.until, m.pieces) for m in found.moments] == [("2020-Q2", 2), ("2020-Q3", 6)]


def test_what_each_would_need_draws_it_level() -> None:
    """The pieces named are enough: without them the hypothesis is level, with one less it is not."""
    found = weigh(valley().view(), SHEET, GUIDE)
    last = found.needs[-1]
    assert last.pieces

    def gap(gone: tuple[str, ...]) -> float:
        left = [row for row in found.rows if row.piece.id not in gone]
        now = {s.hypothesis: s.against for s in scores(left, ["H1", "H2", "H3"])}
        return now[last.hypothesis] - now[last.leader]

    assert gap(last.pieces) <= 1e-9 < gap(last.pieces[:-1])
    assert {need.hypothesis: need.told for need in found.needs}["H3"] == ("a new toll",)


def test_what_is_not_told_is_named_as_such() -> None:
    """A kind of event that would speak for one and against another, of which there is none."""
    found = weigh(valley().view(), SHEET, GUIDE)

    assert {(a.hypothesis, a.bearing) for a in found.absences} == {("H1", "gives in")}


def test_an_analyst_sets_a_cell_and_a_new_wording_leaves_it_behind() -> None:
    """A mark belongs to a statement; when that is worded anew, the mark is listed and not used."""
    made = valley()
    view = made.view()
    first = weigh(view, SHEET, GUIDE).rows[0].piece.id
    matter = chosen(pieces(view), SHEET.hypotheses, first[:9], "h1")
    made.parts.judgements.append(judged(matter, "ii", by="ada", at="2024", reason="read anew"))
    found = weigh(made.view(), SHEET, GUIDE)
    [cell] = [c for row in found.rows for c in row.cells if c.by]
    other = dataclasses.replace(SHEET.hypotheses[0], says="It withers.")
    reworded = dataclasses.replace(SHEET, hypotheses=(other, *SHEET.hypotheses[1:]))
    after = weigh(made.view(), reworded, GUIDE)

    assert (cell.mark, cell.by, cell.why, cell.proposed) == ("II", "ada", "read anew", "I")
    assert (found.set, len(found.lost)) == (1, 0)
    assert (after.set, len(after.lost)) == (0, 1)


def test_fronts_and_aspects_confine_a_hypothesis() -> None:
    """What is judged of another front is silent; what is judged of everywhere speaks less."""
    made = Builder()
    league = made.add("Organization", "the league")
    text = "The league fell back in the north.\nThe league fell back in the south.\nIt fell back."
    report = made.report("one", text)
    for line, front in zip(text.splitlines(), ("Northmark", "Southmark", None), strict=True):
        made.claim(report, line, league, "decline", front=front)
    north = Hypothesis("H1", "Down in the north.", of=("the league",), goes=("decline",),
                       fronts=("northmark",))  # fmt: skip
    sheet = Sheet("?", (north, SHEET.hypotheses[2]))
    found = weigh(made.view(), sheet, Guide())

    marks = {row.piece.text.split(" (")[-1]: row.mark("H1") for row in found.rows}
    assert sorted(mark or "" for mark in marks.values()) == ["C", "CC", "N"]


def test_to_be_set_on_something_is_not_to_be_able() -> None:
    """A judgement of will contradicts no loss of power."""
    made = Builder()
    league = made.add("Organization", "the league")
    report = made.report("one", "The league is striving to keep the valley.")
    made.claim(report, "The league is striving to keep the valley", league, "persist")
    plain = weigh(made.view(), SHEET, Guide())
    of_will = weigh(made.view(), SHEET, Guide(wills=frozenset({"strive", "effort"})))

    assert [row.mark("H1") for row in plain.rows] == ["I"]
    assert [(row.mark("H1"), row.mark("H2")) for row in of_will.rows] == [("N", "C")]


def test_hypotheses_are_proposed_from_what_authors_judge() -> None:
    """One for each way that somebody says it goes, with whoever holds it and in which words."""
    made = proposed(valley().view())
    sheet, grounds = made.sheet, made.grounds

    assert {one.goes for one in sheet.hypotheses} == {("decline",), ("persist",)}
    assert all(one.of == ("the league",) for one in sheet.hypotheses)
    declining = next(one.name for one in sheet.hypotheses if one.goes == ("decline",))
    assert grounds[declining].holders == ("North Post",)
    with pytest.raises(UsageError):
        proposed(Builder().view())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"hypotheses": SHEET.hypotheses[:1]}, "1 hypotheses"),
        ({"hypotheses": (SHEET.hypotheses[0], SHEET.hypotheses[0])}, "share"),
        ({"options": Options("twice")}, "not allowed"),
        ({"options": Options(half_life=0)}, "half life"),
        ({"since": "spring"}, "not a date"),
        ({"hypotheses": (dataclasses.replace(SHEET.hypotheses[0], of=("nobody",)),
                         SHEET.hypotheses[1])}, "nobody in the case"),
        ({"hypotheses": (dataclasses.replace(SHEET.hypotheses[0], likelihood="quite sure"),
                         SHEET.hypotheses[1])}, "not allowed"),
        ({"hypotheses": (dataclasses.replace(SHEET.hypotheses[0], confidence="likely"),
                         SHEET.hypotheses[1])}, "not allowed"),
    ],
)  # fmt: skip
def test_a_sheet_that_does_not_fit_is_refused_with_advice(change, said: str) -> None:
    """Too few, two alike, unknown words, names that nobody has, likelihood taken for confidence."""
    with pytest.raises(UsageError, match=said):
        ready(valley().view(), dataclasses.replace(SHEET, **change), ["likely"])
