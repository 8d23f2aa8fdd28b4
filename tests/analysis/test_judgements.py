"""Judgements side by side: who parts, who agrees, who is silent; and the analyst's word on it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.conflicts.ground import Ground
from sayso.analysis.conflicts.judgements import judgement_conflicts
from sayso.analysis.judging.rulings import Rulings, about, judged, ruling_words
from sayso.analysis.judging.settling import UNDECIDED, YES, reversal, settled, standing
from sayso.analysis.ledger.comparing import clash, leaning
from sayso.analysis.ledger.gaps import Gap, gaps
from sayso.analysis.ledger.listing import Filter, comparison, listed_claims, report_named
from sayso.analysis.ledger.rows import ledger
from sayso.analysis.ledger.wholes import wholes_of
from sayso.analysis.wording.stems import stems
from sayso.packs.lexicon import Country
from sayso.records.case import Claim, Conflict
from tests.factory import Builder

NORTH = """The league lost its hold on the valley.
Its power has declined.
The league still collects the tolls."""
SOUTH = """The league keeps its hold on the valley.
Its power goes on growing.
The toll is paid."""
DIRECTIONS = ("increase", "decline", "persist", "change", "none")


def case() -> tuple[Builder, str]:
    """Two reports that judge one league."""
    made = Builder()
    league = made.add("Organization", "the league")
    north = made.report("north", NORTH, publisher="North Post")
    south = made.report("south", SOUTH, publisher="South Post")
    made.claim(north, "The league lost its hold on the valley", league, "decline")
    made.claim(north, "Its power has declined", league, "decline")
    made.claim(north, "The league still collects the tolls", league, "persist", aspect="economic")
    made.claim(south, "The league keeps its hold on the valley", league, "persist")
    return made, league


def conflicts(made: Builder, turns: tuple[str, ...] = ()) -> list[Conflict]:
    view = made.view()
    names = {entity.id: entity.name for entity in view.entities()}
    voices = {row.id: row.publisher or "" for row in view.document_rows()}
    return list(judgement_conflicts(view.claims(), Ground(voices=voices, names=names), turns))


def test_two_voices_part_once_for_a_thing() -> None:
    """All passages of a direction make one side, with who holds it and how far they part."""
    made, _ = case()
    (found,) = conflicts(made)

    assert (found.scope, found.field, found.severity) == ("across", "assessment", "tension")
    assert [(side.holders, len(side.spans)) for side in found.sides] == [
        (("North Post",), 2), (("South Post",), 1),
    ]  # fmt: skip
    assert "tension" in found.reason


def test_other_fronts_and_aspects_do_not_meet() -> None:
    """A decline in trade is none of power, and one in the hills none in the valley."""
    made = Builder()
    league = made.add("Organization", "the league")
    north, south = made.report("north", NORTH), made.report("south", SOUTH)
    made.claim(north, "Its power has declined", league, "decline", aspect="economic")
    made.claim(south, "Its power goes on growing", league, "increase", aspect="command")

    assert conflicts(made) == []


def test_many_things_are_said_of_one_body() -> None:
    """A side holds what the other side answers: of its tolls and of its books nobody else speaks,
    and what will be is no answer to what is."""
    made = Builder()
    league = made.add("Organization", "the league")
    north = made.report("north", "The league's fleet is failing at sea.\nIts books are a mess.")
    south = made.report("south", "The league's fleet keeps growing in port.\nIt will rule trade.")
    made.claim(north, "The league's fleet is failing at sea", league, "decline", aspect=None)
    made.claim(north, "Its books are a mess", league, "decline", aspect=None)
    assert conflicts(made) == []

    made.claim(south, "It will rule trade", league, "increase", aspect=None, mode="prediction")
    assert conflicts(made) == []

    made.claim(south, "The league's fleet keeps growing in port", league, "increase", aspect=None)
    (found,) = conflicts(made)
    assert [span.quote for side in found.sides for span in side.spans] == [
        "The league's fleet is failing at sea",
        "The league's fleet keeps growing in port",
    ]


def test_each_tells_of_what_the_other_judges() -> None:
    """A proposal is vague, and he will triumph: of one man, and of two things; his fleet sinks,
    and his fleet is better than ever."""
    made = Builder()
    orr = made.add("Person", "Ada Orr")
    north = made.report("north", "Orr's new proposal for ports is vague.\nOrr's fleet is failing.")
    south = made.report("south", "Orr is a success in every port.\nOrr's old fleet is better now.")
    made.claim(
        north, "Orr's new proposal for ports is vague", orr, "decline", topic="Orr's new proposal"
    )
    made.claim(south, "Orr is a success in every port", orr, "increase", topic="Orr")
    assert conflicts(made) == []

    made.claim(north, "Orr's fleet is failing", orr, "decline", topic="Orr's fleet")
    made.claim(south, "Orr's old fleet is better now", orr, "increase", topic="Orr's old fleet")
    assert len(conflicts(made)) == 1


def test_an_author_who_weighs_does_not_contradict_himself() -> None:
    """Within a report the same word of movement must be said and denied."""
    made = Builder()
    league = made.add("Organization", "the league")
    text = "The reform weakened the markets of the valley.\nIt faces trouble but goes on.\n"
    text += "The reform has not weakened the markets of the valley."
    report = made.report("r", text)
    made.claim(report, "The reform weakened the markets of the valley", league, "decline")
    made.claim(report, "It faces trouble but goes on", league, "persist")
    made.claim(report, "The reform has not weakened the markets of the valley", league, "persist")

    assert conflicts(made) == []
    (found,) = conflicts(made, tuple(stems(["weakened"])))
    assert found.scope == "within"
    assert {side.value for side in found.sides} == {"the league declines", "the league goes on"}


def test_a_leader_is_judged_with_the_body_he_leads() -> None:
    """Who fails at the head of a force fails the force."""
    made = Builder()
    force, chief = made.add("Organization", "the force"), made.add("Person", "Orr")
    north, south = made.report("north", NORTH), made.report("south", SOUTH)
    made.claim(north, "Its power has declined", chief, "decline")
    made.claim(south, "Its power goes on growing", force, "increase")
    made.tie_of("commands", chief, force, made.told(north, "The league"))
    view = made.view()
    names = {entity.id: entity.name for entity in view.entities()}

    wholes = wholes_of(view.entities(), view.ties(), {})
    (found,) = judgement_conflicts(view.claims(), Ground(names=names), wholes=wholes)
    assert found.severity == "contradiction"


def test_a_body_is_its_states_where_a_name_says_so() -> None:
    """ "Norlandic Coast Guard" tells whose the Coast Guard is; a Guard of nobody is nobody's."""
    made = Builder()
    state = made.add("Place", "Norland")
    guard = made.add("Organization", "Coast Guard", "Norlandic Coast Guard")
    made.add("Organization", "Hill Guard")
    known = made.view().entities()

    assert wholes_of(known, [], {"Norland": Country(("Norlandic",))}) == {guard: {state}}


@given(st.sampled_from(DIRECTIONS), st.sampled_from(DIRECTIONS))
def test_to_part_is_mutual(one: str, other: str) -> None:
    """If one parts from another, the other parts from it as far; nobody parts from his like."""
    assert clash(one, other) == clash(other, one)
    assert clash(one, one) is None


@given(st.permutations(range(4)))
def test_the_order_of_claims_does_not_matter(order: list[int]) -> None:
    """Conflicts and the ledger come out the same whatever comes first."""
    made, _ = case()
    claims = list(made.view().claims())
    ground = Ground()
    shuffled = [claims[place] for place in order]

    assert list(judgement_conflicts(shuffled, ground)) == list(judgement_conflicts(claims, ground))
    assert ledger(shuffled, {}, {}) == ledger(claims, {}, {})


def test_an_unrelated_report_changes_no_conflict() -> None:
    """What is judged of others leaves a conflict as it was, id and all."""
    made, _ = case()
    before = conflicts(made)
    other = made.report("east", "The bank has lost its customers.")
    made.claim(other, "The bank has lost its customers", made.add("Organization", "the bank"),
               "decline")  # fmt: skip

    assert conflicts(made) == before


def test_a_copied_report_adds_voices_to_a_side_and_no_conflict() -> None:
    """Five hundred reprints of one report are one side of one conflict, and it takes no time."""
    made, league = case()
    for number in range(500):
        copy = made.report(f"copy{number}", NORTH, publisher=f"Copy {number}")
        made.claim(copy, "Its power has declined", league, "decline")

    (found,) = conflicts(made)
    assert [len(side.spans) for side in found.sides] == [502, 1]


def test_the_ledger_says_who_agrees_and_who_is_silent() -> None:
    """A row a thing; on the tolls the south says nothing."""
    made, league = case()
    view = made.view()
    rows = {
        row.aspect: row
        for row in ledger(view.claims(), {league: "the league"}, {"d-south": "South Post"})
    }

    assert (rows["political"].verdict, rows["political"].severity) == ("part", "tension")
    assert rows["economic"].verdict == "alone"
    assert rows["economic"].silent == ("South Post",)


def test_a_voice_leans_where_most_of_its_passages_go() -> None:
    """Firm passages count twice; two that balance are mixed, none is none."""
    made, league = case()
    one, two, three, _ = made.view().claims()
    hedged = made.claim(made.view().document("d-north") or made.report("x", NORTH),
                        "Its power", league, "persist", strength="possible")  # fmt: skip

    assert leaning([one, two, three]) == "decline"
    assert leaning([one, three]) == "mixed"
    assert leaning([one, hedged]) == "decline"
    assert leaning([]) == "none"


def test_two_reports_are_compared_by_name() -> None:
    """Path, file name or title name a report; rows that part come first."""
    made, _ = case()
    view = made.view()

    assert report_named(view, "north.txt") == "d-north"
    rows = comparison(view, "d-north", "d-south")
    assert [row.verdict for row in rows] == ["part", "alone"]


def test_claims_are_filtered_by_words() -> None:
    """Subject, aspect and holder fit by part; main ones stand in a title or a conclusion."""
    made, _ = case()
    view = made.view()

    assert len(listed_claims(view, Filter(subject="League"))) == 4
    assert len(listed_claims(view, Filter(aspect="econ", holder="north"))) == 1
    assert listed_claims(view, Filter(main=True)) == []


def _ruled(found: Conflict, decision: str, value: str | None = None) -> Rulings:
    made = judged(found, decision, value, by="Ada", at="2024-01-01", reason="two valleys")
    return Rulings([made], known=[found.id])


def test_the_analysts_word_is_found_again() -> None:
    """By the conflict's id, and after more is read by what it is about; not on another one."""
    made, league = case()
    (before,) = conflicts(made)
    said = _ruled(before, "reject")
    assert said.of(before) is not None

    late = made.report("west", "Its power goes on.", publisher="West Post")
    made.claim(late, "Its power goes on", league, "persist")
    (after,) = conflicts(made)
    assert after.id != before.id
    assert said.of(after) is None, "the first conflict is still there, and the word is on it"
    word = Rulings([judged(before, "reject", None, by="Ada", at="x", reason=None)], [after.id])
    assert word.of(after) is not None
    assert ruling_words(word.of(after)) == "rejected (Ada)"  # type: ignore[arg-type]


def test_a_word_is_taken_back() -> None:
    """A correction to nothing holds no more, nor does one that was revoked."""
    made, _ = case()
    (found,) = conflicts(made)

    assert _ruled(found, "correct").of(found) is None
    assert _ruled(found, "correct", "emphasis").of(found) is not None
    assert about(found)[:2] == (found.id, "assessment")


def thin(**said: str) -> dict[str, Gap]:
    """The gaps of a report of which somebody says that the pier fell, and an outlet the rest."""
    made = Builder()
    harbour = made.add("Organization", "Harbour Board")
    made.add("Outlet", "Tide News")
    made.add("Person", "Ada Lund")
    text = f"The pier fell, said {said['witness']}.\nOne. Two. Three.\n" + "x " * 400
    text += f"\n{said.get('evidence', '')}The board has lost all authority."
    first = made.report("first", text, publisher="First")
    second = made.report("second", "Four. Five. Six.", publisher="Second")
    for words in ("One", "Two", "Three"):
        made.said(first, words, "Tide News")
    for words in ("Four", "Five", "Six") if "both" in said else ():
        made.said(second, words, "Tide News")
    word = made.said(first, "The pier fell", said["witness"])
    made.event("ASSAULT", made.told(first, "The pier fell", word))
    if "evidence" in said:
        made.event("ASSAULT", made.told(first, said["evidence"].strip(". ")))
    made.claim(first, "The board has lost all authority", harbour, "decline", position="conclusion")
    return {gap.kind: gap for gap in gaps(made.view())}


def test_an_event_on_one_nameless_origin_is_thin() -> None:
    """Where somebody with a name says so it is not."""
    assert "The pier fell" in thin(witness="a man")["anonymous"].citations[0].span.quote
    assert "anonymous" not in thin(witness="Ada Lund")


def test_a_main_judgement_alone_on_its_page_is_thin() -> None:
    """An event told near it is evidence."""
    found = thin(witness="a man")["unsupported"]

    assert found.citations[0].span.quote == "The board has lost all authority"
    assert "unsupported" not in thin(witness="a man", evidence="The crane burnt. ")


def test_an_outlet_that_one_side_alone_uses_is_told() -> None:
    """Where another report cites it, too, it is no outlet of one side."""
    assert "by First alone" in thin(witness="a man")["one-sided"].text
    assert "one-sided" not in thin(witness="a man", both="yes")


def test_every_claim_stands_in_at_most_one_side() -> None:
    """What a side cites is a claim's own words."""
    made, _ = case()
    claims: dict[str, Claim] = {claim.id: claim for claim in made.view().claims()}
    (found,) = conflicts(made)
    cited = [span for side in found.sides for span in side.spans]

    assert len(cited) == len(set(cited))
    assert {claims[id].span for id in found.about} == set(cited)


def test_a_word_is_the_same_from_the_workbench_and_the_command_line() -> None:
    """Either finds what the other wrote; what is left undecided rules nothing."""
    made, _ = case()
    (found,) = conflicts(made)
    typed = judged(found, "reject", None, by="Ada", at="a", reason=None)
    clicked = settled(about(found), "reject", YES, by="Ada", at="a", reason=None)
    open_ = settled(about(found), "accept", UNDECIDED, by="Ada", at="b", reason=None)
    undone = reversal(clicked, by="Ada", at="c")

    assert standing([typed])[found.id] == typed
    assert typed == clicked
    assert Rulings([open_], known=[found.id]).of(found) is None
    assert Rulings([undone], known=[found.id]).of(found) is None
