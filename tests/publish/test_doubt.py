"""How firmly something is told goes out with it: every certainty with every kind of source, in
every form. Only what the author or somebody named tells without reserve is stated plainly."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import docx
import icalendar
import networkx as nx
import pytest
from click.testing import CliRunner

from sayso.analysis.network.around import network_of
from sayso.analysis.network.asking import Question
from sayso.analysis.record.itinerary import itinerary
from sayso.analysis.timeline import timeline
from sayso.analysis.wording.firm import firm
from sayso.cli.main import sayso
from sayso.publish.compose import compose
from sayso.publish.forms.forms import FORMS
from sayso.publish.graph.formats import gexf, graphml
from sayso.publish.paper.docx.document import docx as word
from sayso.records.accounts import FACTUALITY
from sayso.records.case import Check
from sayso.records.statements import Hedge
from sayso.store.case import open_case
from tests.affair import put
from tests.factory import Builder, takes
from tests.web.driver import Bench

SOURCES = ("author", "named", "nameless", "nobody", "rumour", "likely", "denying")
# Who stands by what is told: nobody does by hearsay, and a likelihood is a reserve.
FIRM_SOURCES = frozenset({"author", "named", "nameless"})
CALLED = dict(zip(SOURCES, ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"), strict=True))
FAMILY = dict(zip(FACTUALITY, ("Lind", "Moen", "Holt", "Falk"), strict=True))
MARKS = ("told as hearsay", "told with", "denied", "denies it", "left open", "said not to", "%")


def combinations() -> Iterator[tuple[str, str]]:
    return product(FACTUALITY, SOURCES)


def text_of() -> str:
    lines = []
    for n, (factuality, source) in enumerate(combinations(), start=1):
        one = f"{CALLED[source]} {FAMILY[factuality]}"
        lines += [f"{one} visited Orl {n}.", f"{one} backs the Harbour Guild {n}."]
        lines += [f"Somebody spoke of {n}.", f"It is said {n}."]
    return "\n".join(lines)


@dataclass
class Told:
    """The ids of an event and of a tie by how they are told, and the case they are in."""

    events: dict[tuple[str, str], str]
    ties: dict[tuple[str, str], str]
    path: Path = Path()


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    built, told = Builder(), Told({}, {})
    outlet, guild = built.add("Outlet", "The Gazette"), built.add("Organization", "Harbour Guild")
    orl = built.add("Place", "Orl")
    report = built.report("port", text_of(), published="2021-05-01", publisher="The Gazette")
    assert outlet
    for n, (factuality, source) in enumerate(combinations(), start=1):
        one = built.add("Person", f"{CALLED[source]} {FAMILY[factuality]}")
        name = built.parts.entities[one].name
        words = (f"{name} visited Orl {n}.", f"{name} backs the Harbour Guild {n}.")
        facts = {"participants": takes("actor", one), "places": (orl,)}
        day = f"2021-04-{n:02d}"
        denied = factuality == "denied"
        visit = built.told(
            report, words[0], *said(built, report, words[0], source, n), firmly=factuality,
            earliest=day, latest=day, **facts,
        )  # fmt: skip
        backing = built.told(
            report, words[1], *said(built, report, words[1], source, n), firmly=factuality,
            participants=(),
        )  # fmt: skip
        told.events[factuality, source] = built.event(
            "CONSULT/visit", visit, realis="negated" if denied else "actual"
        )
        told.ties[factuality, source] = built.tie_of(
            "backs", one, guild, backing, polarity="negative" if denied else "positive"
        )
        evidence = (told.events[factuality, source],)
        span = built.quote(report, f"Somebody spoke of {n}.")
        built.parts.checks.append(Check(f"k-{n}", span, "x", "x", "holds", evidence, "So."))
    path = put(built.view(), tmp_path_factory.mktemp("doubt") / "doubt.sayso")
    told.path = path
    with open_case(path) as opened:
        yield opened.view(), told


def said(built, report, words: str, source: str, n: int) -> tuple[str, ...]:
    """The attribution that stands around some words, none for the author's own."""
    if source == "author":
        return ()
    cue, span = (
        built.quote(report, f"It is said {n}."),
        built.quote(report, f"Somebody spoke of {n}."),
    )
    chain = ("The Gazette",) if source == "named" else ()
    id = built.said(report, words, *chain)
    more = {
        "named": {"source": span},
        "nameless": {"source": span},
        "nobody": {},
        "rumour": {"source": span, "stance": "unsure"},
        "likely": {"source": span, "hedges": (Hedge("likely", 0.55, 0.8),)},
        "denying": {"source": span, "stance": "denies"},
    }[source]
    built.parts.attributions[id] = replace(built.parts.attributions[id], cue=cue, **more)
    return (id,)


def is_firm(how: tuple[str, str]) -> bool:
    return how[0] in ("asserted", "reported") and how[1] in FIRM_SOURCES


def text(view, form: str) -> str:
    return b"".join(FORMS[form].pieces(view)).decode()


def doubtful(words: str) -> bool:
    return any(mark in words for mark in MARKS)


def in_stix(view) -> set[str]:
    objects = json.loads(text(view, "stix"))["objects"]
    notes = [one for one in objects if one["type"] == "note"]
    return {
        note["external_references"][0]["external_id"]
        for note in notes
        if not doubtful(note["abstract"]) and not doubtful(note["content"].split("(")[-1])
    }


def in_calendar(view) -> set[str]:
    entries = icalendar.Calendar.from_ical(text(view, "ics")).walk("VEVENT")
    sure = [one for one in entries if one["STATUS"] == "CONFIRMED"]
    assert all(
        doubtful(one["SUMMARY"]) == doubtful(one["DESCRIPTION"]) == (one not in sure)
        for one in entries
    )
    return {str(one["UID"]).removesuffix("@sayso") for one in sure}


def in_sheet(view) -> set[str]:
    by_day = {event.earliest: event.id for event in view.events()}
    rows = csv.DictReader(io.StringIO(text(view, "timelinejs"), newline=""))
    return {
        by_day[f"{row['Year']}-{int(row['Month']):02d}-{int(row['Day']):02d}"]
        for row in rows
        if not doubtful(row["Headline"]) and not doubtful(row["Text"])
    }


def in_annotations(view) -> set[str]:
    found = [
        one for one in json.loads(text(view, "annotations"))["items"] if ":account:" in one["id"]
    ]
    assert found
    return {
        one["body"][0]["source"].removeprefix("urn:sayso:")
        for one in found
        if not doubtful(one["body"][1]["value"])
    }


def in_prov(view) -> set[str]:
    nodes = {one["@id"]: one for one in json.loads(text(view, "prov"))["@graph"]}
    told = {id: one for id, one in nodes.items() if f"{id}-account-0" in nodes}
    return {
        id.removeprefix("urn:sayso:")
        for id, one in told.items()
        if not doubtful(one["rdfs:label"])
        and not doubtful(nodes[f"{id}-account-0"]["dct:description"])
    }


def in_graph(view) -> set[str]:
    whole = network_of(view, Question())
    graphs = (
        nx.read_gexf(io.BytesIO(gexf(whole)), version="1.2draft"),
        nx.read_graphml(io.BytesIO(graphml(whole))),
    )
    found = [
        {data["record"] for _, _, data in graph.edges(data=True) if data["plain"]}
        for graph in graphs
    ]
    shown = {
        data["record"] for _, _, data in graphs[0].edges(data=True)
        if not doubtful(data["label"]) and not data["denied"]
    }  # fmt: skip
    assert found[0] == found[1] == shown
    return found[0]


def in_reviews(view) -> set[str]:
    reviews = json.loads(text(view, "claimreview"))["@graph"]
    evidence = {f"urn:sayso:{one.id}": one.evidence[0] for one in view.checks()}
    return {
        evidence[one["@id"]]
        for one in reviews
        if not any(doubtful(cited["description"]) for cited in one["citation"])
    }


def in_letter(view) -> set[str]:
    events = {event.earliest: event.id for event in view.events()}
    days = {f"{int(day[-2:])} April 2021": id for day, id in events.items() if day}
    opened = docx.Document(io.BytesIO(word(compose(view))))
    cells = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    rows = [row for row in cells if row[0].split("\n")[0] in days and "visited" in row[1]]
    assert len(rows) == len(days)
    return {days[row[0].split("\n")[0]] for row in rows if not doubtful(row[1])}


def in_listing(view) -> set[str]:
    return {one.event for one in timeline(view, view.events()) if not doubtful(one.text)}


def in_whole_listing(view) -> set[str]:
    return {one.event for one in timeline(view) if not doubtful(one.text)}


def in_stops(view) -> set[str]:
    people = [one for one in view.entities() if one.type == "Person"]
    stops = [stop for one in people for stop in itinerary(view, one)]
    return {stop.visit.event for stop in stops if not doubtful(stop.visit.text)}


EVENTS: dict[str, Callable[..., set[str]]] = {
    "stix": in_stix, "ics": in_calendar, "timelinejs": in_sheet, "annotations": in_annotations,
    "prov": in_prov, "claimreview": in_reviews, "docx": in_letter, "listing": in_listing,
    "whole listing": in_whole_listing, "itinerary": in_stops,
}  # fmt: skip


@pytest.mark.parametrize("form", EVENTS)
def test_only_what_somebody_stands_by_goes_out_plainly(case, form: str) -> None:
    """Of 28 ways of telling six are plain: asserted and reported, by the author or one who is
    named or described. Hearsay is none of them."""
    view, told = case
    plain = {id for how, id in told.events.items() if is_firm(how)}

    assert len(plain) == 6
    assert EVENTS[form](view) & set(told.events.values()) == plain


@pytest.mark.parametrize("form", ["stix", "annotations", "prov", "gexf"])
def test_ties_too(case, form: str) -> None:
    """Ties go out as events do; edges of a graph say it as a value of their own."""
    view, told = case
    found = in_graph(view) if form == "gexf" else EVENTS[form](view)

    assert found & set(told.ties.values()) == {id for how, id in told.ties.items() if is_firm(how)}


@pytest.mark.parametrize(
    ("how", "marks"), [(("reported", "nobody"), True), (("reported", "named"), False)]
)
def test_what_is_listed_says_it(case, how: tuple[str, str], marks: bool) -> None:
    """The terminal and the workbench list everything, and mark what nobody stands by."""
    view, told = case
    person = view.entity(view.event(told.events[how]).participants[0].entity)
    bench = Bench(told.path)
    for words in (("events", "--who"), ("who",), ("ties",), ("itinerary",)):
        shown = CliRunner().invoke(sayso, [*words, person.name, "--case", str(told.path)])
        assert shown.exit_code == 0, shown.output
        assert ("[told as hearsay]" in shown.output) == marks, words
    for page in (f"/who/{person.id}", f"/event/{told.events[how]}"):
        assert ("[told as hearsay]" in bench.get(page).text) == marks, page


def test_a_page_of_many_events_says_it(case) -> None:
    """The table under the timeline, and the marks beside a report."""
    view, told = case
    bench = Bench(told.path)
    [report] = view.document_rows()
    # Asserted and reported on nobody's word: of the event and, beside the words, of the tie.
    assert bench.get("/timeline").text.count("[told as hearsay]</a>") == 2
    assert "[told as hearsay]" in bench.get(f"/report/{report.id}").text


def test_relationships_are_plain_ties(case) -> None:
    """STIX has no doubt about a relationship, so only what is plain becomes one."""
    view, told = case
    firm_ties = sum(map(is_firm, told.ties))
    objects = json.loads(text(view, "stix"))["objects"]
    assert sum(one["type"] == "relationship" for one in objects) == firm_ties


@pytest.mark.parametrize("name", ["events", "ties", "accounts"])
def test_tables_have_a_column_for_it(case, name: str, tmp_path) -> None:
    """``plain`` is true where it may be stated, and the words say how firmly it is told else."""
    view, told = case
    FORMS["csv"].fill(view, tmp_path)
    with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    how = {id: how for ids in (told.events, told.ties) for how, id in ids.items()}
    assert len(rows) == len(how) // (1 if name == "accounts" else 2)
    for row in rows:
        firmly = is_firm(how[row.get("id") or row["about"]])
        if name == "accounts" and how[row["about"]][0] == "denied":
            firmly = False
        assert row["plain"] == ("true" if firmly else "false"), how[row.get("id") or row["about"]]
        if name == "events":
            assert doubtful(row["text"]) == (not firmly)


def test_what_is_held_back_says_why(case) -> None:
    """The reserve of the firmest telling, in words; none where it may be stated."""
    view, told = case
    reserves = {how: firm(view, view.event(id)).reserve for how, id in told.events.items()}

    assert {how for how, words in reserves.items() if not words} == set(filter(is_firm, reserves))
    assert reserves["reported", "nobody"] == "told as hearsay"
    assert reserves["reported", "rumour"] == "told on a source's word; left open"
    assert reserves["hedged", "author"] == "told with reserve"


def test_entities_of_followthemoney_are_plain(case) -> None:
    """An event or a link stands for what may be stated, and a note for all else."""
    pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed: make exchange installs it"
    )
    view, told = case
    found = [json.loads(line) for line in text(view, "ftm").splitlines()]
    stated = {one["id"] for one in found if one["schema"] not in ("Note", "Mention")}
    for ids in (told.events, told.ties):
        assert stated & set(ids.values()) == {id for how, id in ids.items() if is_firm(how)}
