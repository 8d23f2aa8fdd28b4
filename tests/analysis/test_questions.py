"""Timeline, who, sources and highlights of a whole made-up case."""

import pytest

from sayso.analysis.citations import conflict_citations
from sayso.analysis.highlights import KINDS, highlights
from sayso.analysis.people import dossier, presences, who
from sayso.analysis.sources import sources
from sayso.analysis.timeline import timeline
from tests.factory import Builder, Case
from tests.harbour import harbour


@pytest.fixture
def case() -> Case:
    return harbour()


def test_the_timeline_runs_in_order_and_ends_with_the_undated(case: Case) -> None:
    """Earliest first; what has no date comes last."""
    entries = timeline(case)

    dated = [entry.earliest for entry in entries if entry.earliest]
    assert dated == sorted(dated)
    assert entries[-1].when == "date not given"
    assert len(entries) == len(list(case.events()))


def test_an_entry_counts_accounts_and_origins(case: Case) -> None:
    """The raid is told three times and denied once."""
    raid = next(entry for entry in timeline(case) if entry.mode == "raid")

    assert (raid.text, raid.when) == (
        "Police raided Norland Shipping (about 40 boxes)",
        "8 March 2021",
    )
    assert (raid.accounts, raid.origins, raid.factuality) == (4, 3, "asserted")


def test_a_timeline_of_chosen_events_holds_only_those(case: Case) -> None:
    """Filters belong to the view; the timeline takes what it is given."""
    chosen = [event for event in case.events() if event.type == "APPOINT"]

    assert {entry.event for entry in timeline(case, chosen)} == {event.id for event in chosen}


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("Ilka Marrow", "name"),
        ("Marrow", "alias"),
        ("ilka MARROW", "folded"),
        ("Ilk", "start"),
    ],
)
def test_a_name_is_found_however_it_is_typed(case: Case, name: str, match: str) -> None:
    """Exact names beat aliases, aliases beat sloppy typing."""
    assert [(c.entity.name, c.match) for c in who(case, name)] == [("Ilka Marrow", match)]


def test_a_name_nobody_has_finds_nobody(case: Case) -> None:
    """Neither do empty words; a part of a name does."""
    assert who(case, "Zebra") == who(case, " ") == []
    assert [c.match for c in who(case, "shipping")] == ["part"]


def test_a_dossier_gathers_offices_events_and_words(case: Case) -> None:
    """What somebody does, says, and what is said of them."""
    reyl = dossier(case, who(case, "Tomas Reyl")[0].entity)

    assert [tie.type for tie in reyl.ties] == ["holds_office", "deputy_of"]
    assert {entry.mode for entry in reyl.events} == {"meet", None}
    assert [a.content.quote for a in reyl.statements] == ["Reyl had warned the ministry in January"]
    assert [a.chain[-1].name for a in reyl.said_of] == ["Coast Wire"]
    assert reyl.documents == ("d-gazette", "d-review")


def test_the_first_mention_is_one_in_full(case: Case) -> None:
    """A short form or another script comes first only where the full name is missing."""
    found = presences(case)
    names = {entity.id: entity.name for entity in case.entities()}

    assert all(found[id].first.span.quote == names[id] for id in found)


def test_a_source_is_an_outlet_wherever_it_is_one_once(case: Case) -> None:
    """Who passes on others' words is not a speaker elsewhere."""
    roles = {source.name: source.role for source in sources(case)}

    assert roles["Coast Wire"] == "outlet"
    assert roles["Tomas Reyl"] == roles["Ada Pell"] == "speaker"
    assert roles["Velm Gazette"] == "report"
    assert len(roles) == len(sources(case))


def test_a_source_is_one_whether_or_not_its_name_was_resolved() -> None:
    """A bare name is the entity of that name, so counts are not split."""
    case = Builder()
    report = case.report("one", "It rained. It snowed.", publisher="Paper")
    case.said(report, "It rained", "Ann Lee")
    case.add("Person", "Ann Lee")
    case.said(report, "It snowed", "Ann Lee", published="2020")

    assert [(s.name, s.role, s.attributions) for s in sources(case.view())] == [
        ("Ann Lee", "speaker", 2),
        ("Paper", "report", 0),
    ]


def test_a_source_shows_what_rests_on_it_alone(case: Case) -> None:
    """An event told by others too rests on nobody alone."""
    events = {event.id: event for event in case.events()}
    for source in sources(case):
        assert all(len(events[id].accounts) == 1 for id in source.alone)
    wire = next(source for source in sources(case) if source.name == "Coast Wire")
    assert (wire.attributions, wire.first, wire.last) == (3, "2021-03-05", "2021-03-05")
    assert len(wire.alone) == 2


def test_highlights_are_ten_with_conflicts_first_and_words_to_cite(case: Case) -> None:
    """Each is a sentence with an id and the words it stands on."""
    found = highlights(case)

    assert len(found) == 10
    assert [KINDS.index(one.kind) for one in found] == sorted(KINDS.index(o.kind) for o in found)
    assert all(one.citations and one.text.endswith(".") for one in found)
    assert found == highlights(harbour())


def test_one_event_does_not_fill_the_highlights(case: Case) -> None:
    """The second conflict of an event waits for the first of every other."""
    first, second = (one.text for one in highlights(case)[:2])

    assert "raided" in first
    assert "visited" in second


def test_an_empty_case_has_no_highlights() -> None:
    """Nothing read, nothing to say."""
    empty = Builder().view()

    assert highlights(empty) == timeline(empty) == sources(empty) == []


def test_sides_of_a_conflict_are_cited_with_their_chains(case: Case) -> None:
    """A quote in a conflict keeps the attribution of the account it is from."""
    for conflict in case.conflicts():
        cited = conflict_citations(case, conflict)
        quotes = [[c.span for c in side] for side in cited]
        assert quotes == [list(side.spans) for side in conflict.sides]
    assert any(c.attributions for side in cited for c in side)


def test_a_chain_that_ends_in_a_mere_pronoun_is_no_highlight() -> None:
    """Whom the report leaves unnamed is nobody to show first."""
    built = Builder()
    report = built.report("a.txt", "The old mill burned down on Friday. The dam held on all night.")
    built.said(report, "The old mill burned down on Friday.", "Wire", "two guards", "He")
    kept = built.said(report, "The dam held on all night.", "Wire", "two guards", "a miller")

    assert [one.about for one in highlights(built.view()) if one.kind == "chain"] == [kept]
