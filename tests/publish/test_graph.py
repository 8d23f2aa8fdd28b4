"""A network for other programs: read back equal, and within the rules of its format."""

import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from sayso.analysis.ledger.quarters import Cell, Line, OverTime
from sayso.analysis.network.bonds import Network
from sayso.publish.graph.formats import gexf, graph_of, graphml
from sayso.publish.graph.picture import svg
from sayso.publish.graph.quarters import ROWS
from sayso.publish.graph.quarters import svg as ledger_svg
from sayso.records.spans import Span
from tests.analysis.test_measures import bond, network

SPACE = "{http://www.gexf.net/1.2draft}"
SCHEMA = Path(__file__).with_name("gexf.xsd")
TYPES = {"integer", "long", "double", "float", "boolean", "string", "liststring", "anyURI"}


@pytest.fixture
def whole() -> Network:
    """A dated tie, an open one, an old one, two links of one event, and a name that is markup."""
    quote = Span("d-1", 0, 9, 'a <b> "c"')
    bonds = [
        replace(bond(1, "a", "b", 0, 1), since=("2019-03-01", None), until=(None, "2020-01-03"), quotes=(quote,)),
        replace(bond(2, "a", "c", 2), since=("-0044-03-15", None)),
        replace(bond(3, "b", "c", 0), id="ev-1", kind="event", mutual=True, fronts=("Norland",)),
        replace(bond(4, "a", "c", 0), id="ev-1", kind="event", mutual=True, sign=-1),
        replace(bond(5, "c", "a", 0), text="bell\x07 & <script>", state="undated"),
    ]  # fmt: skip
    return network(bonds)


def plain(graph) -> tuple[dict, dict]:
    """Nodes and edges with what is told of them, but for what the readers add."""
    nodes = {n: dict(data) for n, data in graph.nodes(data=True)}
    edges = {
        key: (u, v, {k: x for k, x in data.items() if k not in ("id", "networkx_key")})
        for u, v, key, data in graph.edges(keys=True, data=True)
    }
    return nodes, edges


def test_gexf_reads_back_equal_with_its_times(whole: Network) -> None:
    """Nodes, edges, times, weights and words are those that were written."""
    again = nx.read_gexf(io.BytesIO(gexf(whole)), version="1.2draft")
    first, second = plain(graph_of(whole)), plain(again)

    assert second[0] == first[0]
    assert second[1] == first[1]
    assert first[1]["t-1"][2]["start"] == "2019-03-01"
    assert first[1]["t-1"][2]["end"] == "2020-01-03"
    assert "start" not in first[1]["t-2"][2]
    assert set(first[1]) == {"t-1", "t-2", "ev-1", "ev-1.2", "t-5"}


def test_graphml_reads_back_equal(whole: Network) -> None:
    """The same of GraphML, where an open day is empty."""
    again = nx.read_graphml(io.BytesIO(graphml(whole)), force_multigraph=True)
    expected = plain(graph_of(whole))
    for _, _, data in expected[1].values():
        data.setdefault("start", "")
        data.setdefault("end", "")

    assert plain(again) == expected


def test_gexf_keeps_the_rules_of_its_schema(whole: Network) -> None:
    """Ids are unique, ends and attributes are declared, types known, times of the kind named."""
    written = gexf(whole)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(written))
    [graph] = ET.fromstring(written).iter(f"{SPACE}graph")
    nodes = [n.attrib["id"] for n in graph.iter(f"{SPACE}node")]
    edges = list(graph.iter(f"{SPACE}edge"))
    declared = {a.attrib["id"]: a.attrib["type"] for a in graph.iter(f"{SPACE}attribute")}

    assert (graph.attrib["mode"], graph.attrib["timeformat"]) == ("dynamic", "date")
    assert len(set(nodes)) == len(nodes)
    assert len({e.attrib["id"] for e in edges}) == len(edges) == 5
    assert {end for e in edges for end in (e.attrib["source"], e.attrib["target"])} <= set(nodes)
    assert {v.attrib["for"] for v in graph.iter(f"{SPACE}attvalue")} <= set(declared)
    assert set(declared.values()) <= TYPES
    for edge in edges:
        start, end = edge.attrib.get("start"), edge.attrib.get("end")
        assert start is None or end is None or start <= end
        assert edge.attrib.get("type", "directed") == "directed"


@pytest.mark.parametrize("fault", ['<graph name="x"', '<graph mode="x"', '<graph start="May"'])
def test_the_schema_refuses_what_the_format_does_not_know(whole: Network, fault: str) -> None:
    """It is no net that lets all through: one attribute too many, or of another kind, is seen."""
    spoilt = gexf(whole).replace(b' mode="dynamic"', b"").replace(b"<graph", fault.encode())

    assert not etree.XMLSchema(etree.parse(SCHEMA)).validate(etree.fromstring(spoilt))


def test_gexf_is_the_same_on_every_day(whole: Network) -> None:
    """The day of writing is not in it."""
    assert b"lastmodifieddate" not in gexf(whole)
    assert b"<creator>sayso " in gexf(whole)


def test_the_picture_is_one_file_and_nothing_in_it_runs(whole: Network) -> None:
    """Well-formed, each side with its title, names as text."""
    text = svg(whole, {"before": "Before <x>", "after": "After"})
    root = ET.fromstring(text)

    assert "<script" not in text
    assert [t.text for t in root.iter() if t.attrib.get("class") == "head"][:2] == [
        "Before <x>",
        "After",
    ]
    assert svg(network([]), {"at": "At any time"}).startswith("<svg")


def test_the_ledger_is_drawn_with_names_as_text_and_the_busiest_rows() -> None:
    """A front that is markup stays text; of many rows those with most are drawn."""
    cells = (Cell(("ev-1",), ("cl-1",), (("decline", 2),)), Cell())
    busy = Line("<script>", "political", "", (cells[0], cells[0]))
    rows = [Line(f"front {n}", "military", "", (cells[0], Cell())) for n in range(ROWS + 9)]
    root = ET.fromstring(ledger_svg(OverTime(("2020-Q1", ""), (*rows, busy), (busy,))))
    words = ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("text")]

    assert "<script> · political" in words
    assert "▼2" in words
    assert sum(word.startswith("front ") for word in words) == ROWS - 1
    assert "What pressed" in words


def test_the_ledgers_legend_fits_and_its_rows_say_what_is_not_told() -> None:
    """However few quarters there are, every sign is explained inside the picture."""
    line = Line(None, None, "", (Cell(("ev-1",), ("cl-1",), (("none", 1),)),))
    root = ET.fromstring(ledger_svg(OverTime(("",), (line,), ())))
    texts = [e for e in root.iter() if e.tag.endswith("text")]
    words = ["".join(e.itertext()) for e in texts]
    wide = int(root.attrib["width"])

    assert "no front · no aspect" in words
    assert "○" in words
    assert "○ judged: no direction" in words
    # A letter of this picture is seldom wider than seven pixels.
    assert all(
        int(e.attrib["x"]) + 7 * len(w) <= wide
        for e, w in zip(texts, words, strict=True)
        if w.endswith(("events", "direction"))
    )
