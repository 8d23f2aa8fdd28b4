"""Web Annotation, PROV-O and ClaimReview as their readers see them."""

import io
import json

import prov.model
import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from tests.publish.linked.graphs import OA, faults, graph, text

# Of rdflib's own making, in calls that pyshacl and its parsers make.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SCHEMA = rdflib.Namespace("https://schema.org/")
ANNOTATIONS = rdflib.Namespace(OA)


@pytest.mark.parametrize("form", ["annotations", "prov", "claimreview"])
def test_what_is_written_has_its_shape(view, form: str) -> None:
    """The shapes find no fault; and they do find one where something is taken away."""
    found = graph(view, form)
    assert len(found) > 20
    assert faults(found) == ""
    needed = {
        "annotations": ANNOTATIONS.exact,
        "prov": PROV.wasAssociatedWith,
        "claimreview": SCHEMA.claimReviewed,
    }
    found.remove((None, needed[form], None))
    assert faults(found)


def test_annotations_stand_at_their_words(view) -> None:
    """Quote, position, and the words before and behind are those of the report."""
    texts = {document.id: document.text for document in view.documents()}
    pointed = 0
    for item in json.loads(text(view, "annotations"))["items"]:
        if not isinstance(item["target"], dict):
            continue
        quote, place = item["target"]["selector"]
        whole = texts[item["target"]["source"].removeprefix("urn:sayso:")]
        start, end = place["start"], place["end"]
        assert whole[start:end] == quote["exact"]
        assert whole[:start].endswith(quote.get("prefix", ""))
        assert whole[end:].startswith(quote.get("suffix", ""))
        pointed += 1
    tellings = sum(len(one.accounts) for one in (*view.events(), *view.ties()))
    assert pointed >= tellings + len(list(view.mentions())) + len(list(view.attributions()))


def test_every_annotation_has_a_name_of_its_own(view) -> None:
    """No two annotations share an id."""
    ids = [item["id"] for item in json.loads(text(view, "annotations"))["items"]]
    assert len(ids) == len(set(ids))


def test_decisions_have_their_analysts(view) -> None:
    """Each judgement is an annotation by its analyst, and an activity of the analyst."""
    made = [i for i in json.loads(text(view, "annotations"))["items"] if "creator" in i]
    assert [(i["creator"]["name"], i["created"]) for i in made] == [
        (j.by, j.at) for j in view.judgements()
    ]
    found = graph(view, "prov")
    people = {
        str(found.value(one, rdflib.RDFS.label)) for one in found.subjects(RDF.type, PROV.Person)
    }
    assert people == {j.by for j in view.judgements()}
    taken_back = [j for j in view.judgements() if j.revoked_by]
    assert len(list(found.subject_objects(PROV.wasInvalidatedBy))) == len(taken_back) > 0


def test_rdflib_reads_provenance_itself(view) -> None:
    """The context is inside, so that any reader takes the file as it is."""
    found = rdflib.Graph().parse(data=text(view, "prov"), format="json-ld")
    assert set(found) == set(graph(view, "prov"))


def test_the_parser_of_prov_reads_it(view) -> None:
    """The prov package makes a document of it, with all the derivations."""
    found = rdflib.Graph().parse(data=text(view, "prov"), format="json-ld")
    stream = io.StringIO(found.serialize(format="turtle"))
    document = prov.model.ProvDocument.deserialize(stream, format="rdf", rdf_format="turtle")
    told = {str(record.get_type()) for record in document.get_records()}
    assert {"prov:Entity", "prov:Agent", "prov:Activity", "prov:Derivation"} <= told
    derived = len(list(found.triples((None, PROV.wasDerivedFrom, None))))
    records = [r for r in document.get_records() if str(r.get_type()) == "prov:Derivation"]
    assert len(records) == derived > 40


def test_a_draft_says_what_the_check_says(view) -> None:
    """One draft a check; only what holds or fails is on the scale; nobody signs it."""
    drafts = json.loads(text(view, "claimreview"))["@graph"]
    for draft, check in zip(drafts, view.checks(), strict=True):
        sentence, text_of = draft["claimReviewed"], view.document(check.span.document).text
        assert check.span.quote in sentence
        assert sentence in " ".join(text_of.split())
        assert sentence[-1] in '.!?”"' or sentence in text_of.split("\n")
        assert draft["itemReviewed"]["text"] == check.span.quote
    values = [d["reviewRating"].get("ratingValue") for d in drafts]
    assert values == [{"holds": 5, "fails": 1}.get(c.verdict) for c in view.checks()]
    assert all(not {"author", "url", "datePublished"} & set(draft) for draft in drafts)
    evidence = [len(d.get("citation", [])) for d in drafts]
    assert evidence == [
        sum(len(view.event(id).accounts) for id in check.evidence) for check in view.checks()
    ]
