"""PROV-O as JSON-LD: what each record was drawn from, on whose word, and who decided what when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.analysis.view import CaseView
from sayso.analysis.wording.firm import firm, how_firmly
from sayso.analysis.wording.sentences import event_title, tie_title
from sayso.publish.linked.jsonld import MADE_BY, known, listed, urn
from sayso.publish.tables.making import Register
from sayso.records.case import Claim, Event, Judgement, Tie
from sayso.records.statements import Attribution

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_READ = urn("read")
Node = dict[str, Any]


def prov_pieces(view: CaseView) -> Iterator[str]:
    """A graph: reports, what was read in them, their sources, and the judgements of analysts."""
    return listed({"@context": CONTEXT}, "@graph", _nodes(view))


def _nodes(view: CaseView) -> Iterator[Node]:
    register = Register(view)
    yield {"@id": urn("software"), "@type": ["prov:Agent", "prov:SoftwareAgent"],
           "rdfs:label": MADE_BY}  # fmt: skip
    yield {"@id": _READ, "@type": "prov:Activity", "rdfs:label": "reading the reports",
           "prov:wasAssociatedWith": _at(urn("software"))}  # fmt: skip
    yield from _reports(view)
    yield from _sources(view)
    yield from map(_attribution, view.attributions())
    for event in view.events():
        yield from _told(view, event, event_title(event, register.names))
    for tie in view.ties():
        yield from _told(view, tie, tie_title(tie, register.names))
    yield from map(_claim, view.claims())
    yield from _judgements(view)


def _reports(view: CaseView) -> Iterator[Node]:
    for row in view.document_rows():
        makers = [urn("voice", name) for name in (row.author, row.publisher) if name]
        yield known(
            **{
                "@id": urn(row.id),
                "@type": "prov:Entity",
                "rdfs:label": row.title or row.path,
                "dct:date": row.published,
                "dct:language": row.language,
                "dct:identifier": f"sha256:{row.sha256}",
                "prov:wasAttributedTo": [_at(name) for name in dict.fromkeys(makers)],
            }
        )


def _sources(view: CaseView) -> Iterator[Node]:
    """Everybody on whose word something stands, each once."""
    names: dict[str, str] = {}
    for row in view.document_rows():
        names.update({urn("voice", name): name for name in (row.author, row.publisher) if name})
    for found in view.attributions():
        names.update({urn(id): name for id, name in _chain(found)})
    for name, label in sorted(names.items()):
        yield {"@id": name, "@type": "prov:Agent", "rdfs:label": label}


def _chain(found: Attribution) -> Iterator[tuple[str, str]]:
    for link in found.chain:
        yield (link.entity or _nameless(found, link.name)), link.name


def _nameless(found: Attribution, name: str) -> str:
    # "Two officials" of one passage are not those of another.
    return f"{found.id}-{name}"


def _attribution(found: Attribution) -> Node:
    """What somebody is told to have said: quoted from a report, on the word of all in the chain."""
    return known(
        **{
            "@id": urn(found.id),
            "@type": "prov:Entity",
            "prov:value": found.content.quote,
            "prov:wasQuotedFrom": _at(urn(found.content.document)),
            "prov:wasDerivedFrom": _at(urn(found.content.document)),
            "prov:wasAttributedTo": [_at(urn(id)) for id, _ in _chain(found)],
            "prov:wasGeneratedBy": _at(_READ),
            "dct:date": found.published,
        }
    )


def _told(view: CaseView, about: Event | Tie, title: str) -> Iterator[Node]:
    """An event or tie, and each telling of it with how firmly: quoted from a report, drawn from
    attributions."""
    parts = [f"{about.id}-account-{number}" for number in range(len(about.accounts))]
    yield {
        "@id": urn(about.id),
        "@type": "prov:Entity",
        "rdfs:label": firm(view, about).marked(title),
        "prov:wasDerivedFrom": [_at(urn(part)) for part in parts],
        "prov:wasGeneratedBy": _at(_READ),
    }
    for part, account in zip(parts, about.accounts, strict=True):
        yield known(
            **{
                "@id": urn(part),
                "@type": "prov:Entity",
                "prov:value": account.span.quote,
                "dct:type": account.factuality,
                "dct:description": how_firmly(view.attribution, account),
                "prov:wasQuotedFrom": _at(urn(account.span.document)),
                "prov:wasDerivedFrom": [
                    _at(urn(one)) for one in (account.span.document, *account.attributions)
                ],
                "prov:wasGeneratedBy": _at(_READ),
            }
        )


def _claim(claim: Claim) -> Node:
    return known(
        **{
            "@id": urn(claim.id),
            "@type": "prov:Entity",
            "prov:value": claim.span.quote,
            "prov:wasQuotedFrom": _at(urn(claim.span.document)),
            "prov:wasDerivedFrom": [
                _at(urn(one)) for one in (claim.span.document, *claim.attributions)
            ],
            "prov:wasGeneratedBy": _at(_READ),
        }
    )


def _judgements(view: CaseView) -> Iterator[Node]:
    found = list(view.judgements())
    for name in sorted({judgement.by for judgement in found}):
        yield {"@id": urn("analyst", name), "@type": ["prov:Agent", "prov:Person"],
               "rdfs:label": name}  # fmt: skip
    for judgement in found:
        yield from _judgement(view, judgement)


def _judgement(view: CaseView, found: Judgement) -> Iterator[Node]:
    """A decision: an activity of its analyst that used what it is about, and what it laid down."""
    deed, analyst = urn(found.id, "deciding"), urn("analyst", found.by)
    used = [_at(urn(part)) for part in found.about if _is_record(view, part)]
    yield known(
        **{
            "@id": deed,
            "@type": "prov:Activity",
            "rdfs:label": f"{found.decision} {found.value or '(taken back)'}",
            "prov:startedAtTime": _moment(found.at),
            "prov:endedAtTime": _moment(found.at),
            "prov:wasAssociatedWith": _at(analyst),
            "prov:used": used,
        }
    )
    yield known(
        **{
            "@id": urn(found.id),
            "@type": "prov:Entity",
            "rdfs:label": f"{found.decision}: {', '.join(found.about)}",
            "dct:description": found.reason,
            "prov:wasGeneratedBy": _at(deed),
            "prov:wasAttributedTo": _at(analyst),
            "prov:wasInvalidatedBy": _at(urn(found.revoked_by, "deciding"))
            if found.revoked_by
            else None,
        }
    )


def _is_record(view: CaseView, id: str) -> bool:
    return any(one is not None for one in (view.event(id), view.tie(id), view.attribution(id)))


def _at(name: str) -> Node:
    return {"@id": name}


def _moment(text: str) -> Node | None:
    """A time as PROV has it; what an imported case has as a mere day begins with the day."""
    if len(text) == len("2020-01-01"):
        text += "T00:00:00Z"
    return {"@value": text, "@type": "xsd:dateTime"}
