"""A network for other programs: GraphML, and GEXF with times, as networkx writes them."""

from __future__ import annotations

import io
from collections import Counter

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from sayso import __version__
from sayso.analysis.network.bonds import Network
from sayso.records.dates import Interval


def graphml(whole: Network) -> bytes:
    """The network as GraphML (UTF-8); days are text, empty where open."""
    graph = graph_of(whole)
    for _, _, data in graph.edges(data=True):
        data.setdefault("start", "")
        data.setdefault("end", "")
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out)
    return out.getvalue()


def gexf(whole: Network) -> bytes:
    """The network as GEXF 1.2 with times, which Gephi shows on its timeline.

    ``start`` and ``end`` are the first day a bond can have begun and the last on which it can
    have held; one that is open has none. Days before the year 1 are left out of them.
    """
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(graph_of(whole))
    # The schema knows no name of a graph, and the day of writing would make two runs differ.
    for graph in writer.xml.iter("graph"):
        del graph.attrib["name"]
    for meta in writer.xml.iter("meta"):
        del meta.attrib["lastmodifieddate"]
    for creator in writer.xml.iter("creator"):
        creator.text = f"sayso {__version__}"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def graph_of(whole: Network) -> nx.MultiDiGraph[str]:
    """Each bond as an edge of its own, each end a node, with what is told of them."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(mode="dynamic")
    for actor in whole.actors:
        graph.add_node(actor.id, label=clean(actor.name), kind=actor.type, mentions=actor.mentions)
    used: Counter[str] = Counter()
    for bond in whole.bonds:
        # An event links several pairs; an edge needs an id of its own.
        used[bond.id] += 1
        key = bond.id if used[bond.id] == 1 else f"{bond.id}.{used[bond.id]}"
        graph.add_edge(
            bond.left,
            bond.right,
            key=key,
            label=clean(bond.text),
            record=bond.id,
            found=bond.kind,
            kind=bond.type,
            mutual=bond.mutual,
            sign=bond.sign,
            denied=bond.negative,
            plain=not (bond.reserve or bond.negative),
            reserve=bond.reserve,
            state=bond.state,
            weight=float(len(bond.origins) or 1),
            origins=clean("; ".join(whole.origins[n] for n in bond.origins)),
            fronts=clean("; ".join(bond.fronts)),
            quote=clean(bond.quotes[0].quote if bond.quotes else ""),
            **_times(bond.days),
        )
    return graph


def _times(days: Interval) -> dict[str, str]:
    named = zip(("start", "end"), days, strict=True)
    return {name: day for name, day in named if day is not None and not day.startswith("-")}


def clean(text: str) -> str:
    """Text that XML can hold: control characters are no part of it."""
    return "".join(c if c in "\t\n" or (c.isprintable() or c.isspace()) else " " for c in text)
