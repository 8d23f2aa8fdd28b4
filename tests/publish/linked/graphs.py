"""Linked data read by others: pyld expands it, rdflib holds it, pyshacl checks its shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyshacl
import rdflib
from pyld import jsonld

from sayso.publish.forms.forms import FORMS

SHAPES = Path(__file__).with_name("shapes.ttl")
OA, XSD = "http://www.w3.org/ns/oa#", "http://www.w3.org/2001/XMLSchema#"
# The terms of the contexts that the tests need, written from the published vocabularies: nothing
# is fetched.
ANNO: dict[str, Any] = {
    "oa": OA,
    "as": "https://www.w3.org/ns/activitystreams#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": XSD,
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "Software": "as:Application",
    "name": "foaf:name",
    "Person": "foaf:Person",
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector",
            "TextPositionSelector", "identifying", "classifying", "describing", "assessing",
            "linking", "moderating",
        )
    },
}  # fmt: skip
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNO,
    "https://schema.org": {"@vocab": "https://schema.org/"},
}


def text(view: Any, form: str) -> str:
    """What is written in a form, the same twice."""
    once = b"".join(FORMS[form].pieces(view))
    assert once == b"".join(FORMS[form].pieces(view))
    return once.decode()


def graph(view: Any, form: str) -> rdflib.Graph:
    """What is written in a form, as a graph."""

    def load(address: str, _: Any) -> dict[str, Any]:
        context = {"@context": CONTEXTS[address]}
        return {"contextUrl": None, "documentUrl": address, "document": context}

    quads = jsonld.to_rdf(
        json.loads(text(view, form)),
        {"documentLoader": load, "format": "application/n-quads"},
    )
    return rdflib.Graph().parse(data=quads, format="nquads")


def faults(found: rdflib.Graph) -> str:
    """What in a graph is against the shapes; empty where nothing is."""
    fits, _, words = pyshacl.validate(found, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    return "" if fits else words
