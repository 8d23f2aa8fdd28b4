"""A small made-up case, written by hand: two reports, three people, a visit told twice."""

from sayso.records.accounts import Participant
from sayso.records.case import (
    Account,
    Agreement,
    Check,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    EntityMention,
    Event,
    Judgement,
    Measure,
    Merge,
    Side,
    Tie,
)
from sayso.records.documents import Block, Cleaned, Document, Failure
from sayso.records.marks import Quantity, Time
from sayso.records.statements import Attribution, Hedge, Link, Trait

FIRST = (
    "Harbour talks\n\nMayor Ana Ruíz visited Porto on 3 May 2021, the Gazette said. "
    "About 40 dockers came.\n\nThe strike is losing force."
)
SECOND = "Ruíz reached Porto on 4 May 2021. The port is run by Tomé Lda, said “Hedda” Ibsen."


def report(id: str, path: str, text: str, **more) -> Document:
    """A document with a block for each paragraph."""
    blocks, start = [], 0
    for place, part in enumerate(text.split("\n\n")):
        kind = "heading" if place == 0 and "\n\n" in text else "paragraph"
        blocks.append(Block(kind, start, start + len(part)))
        start += len(part) + 2
    clean = Cleaned(text.replace("“", '"').replace("”", '"'), ((0, 0),))
    return Document(id, path, id[-1] * 64, "txt", text, tuple(blocks), clean, **more)


ONE = report(
    "d-1", "one.txt", FIRST, title="Harbour talks", publisher="Institute A", published="2021-05-05"
)
TWO = report("d-2", "sub/two.md", SECOND, language="en", author="B. Writer")


def cite(document: Document, words: str):
    """The span of the first occurrence of some words."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


VISIT = Event(
    "ev-1", "CONSULT", "visit", "actual", "2021-05-03", "2021-05-04", "2021-05-03/2021-05-04",
    (Participant("actor", "e-1"),), ("e-2",), (Measure(40, 40, "dockers", "about"),), None, None,
    (
        Account(
            cite(ONE, "visited"), ("a-1",), "reported", "2021-05-03", "2021-05-03",
            (Participant("actor", "e-1"),), ("e-2",), (Measure(40, 40, "dockers", "about"),), None,
        ),
        Account(cite(TWO, "reached"), (), "asserted", "2021-05-04", "2021-05-04"),
    ),
)  # fmt: skip
STRIKE = Event(
    "ev-2", "PROTEST", None, "actual", None, None, None, (), (), (), "wages", "ev-1",
    (Account(cite(ONE, "strike"), (), "asserted"),),
)  # fmt: skip
LATER = Event(
    "ev-3", "CONSULT", "meet", "planned", "2022-01-01", None, "2022/..",
    (Participant("actor", "e-3"),), (), (), None, None,
    (Account(cite(TWO, "said"), ("a-2",), "hedged", "2022-01-01", None),),
)  # fmt: skip
TIE = Tie(
    "t-1", "controls", "e-4", "e-2", None, None, "2020", "2021-06", "positive",
    (Account(cite(TWO, "run by"), ("a-2",), "reported"),),
)  # fmt: skip
LINKS = (
    Entity("e-1", "Person", "Ana Ruíz", ("Ruíz", "the mayor")),
    Entity("e-2", "Place", "Porto", ()),
    Entity("e-3", "Person", "Hedda Ibsen", ()),
    Entity("e-4", "Organization", "Tomé Lda", ()),
    Entity("e-5", "Outlet", "Gazette", ("the Gazette",)),
    EntityMention("e-1", cite(ONE, "Ana Ruíz"), "name"),
    EntityMention("e-2", cite(ONE, "Porto"), "name"),
    EntityMention("e-1", cite(TWO, "Ruíz"), "short"),
    Merge("m-1", "joined", "e-1", "e-1", ("Ruíz", "Ana Ruíz"), "the only one", 0.9, ("one",),
          (cite(TWO, "Ruíz"), cite(ONE, "Ana Ruíz")), 1),
    Time(cite(ONE, "3 May 2021"), "2021-05-03", "2021-05-03", "2021-05-03", None, "day"),
    Quantity(cite(ONE, "About 40 dockers"), 40.0, 40.0, "dockers", "about"),
    Attribution(
        "a-1", cite(ONE, "the Gazette"), "e-5", cite(ONE, "said"), cite(ONE, "visited Porto"),
        (Link("Gazette", "e-5"), Link("a docker")), "2021-05-04", (Hedge("likely", 0.55, 0.8),),
        "affirms",
    ),
    Attribution(
        "a-2", cite(TWO, "“Hedda” Ibsen"), "e-3", cite(TWO, "said"), cite(TWO, "The port is run"),
        (Link("Hedda Ibsen", "e-3"),), None, (), "affirms",
    ),
    Trait("tr-1", "e-5", "kind", "daily", cite(ONE, "the Gazette"), None, ("a-1",)),
    Trait("tr-2", "e-5", "country", "Norland", None, "its masthead"),
    VISIT, STRIKE, LATER, TIE,
    Claim("c-1", cite(ONE, "The strike is losing force"), "author", None, None, None, "decline",
          "plain"),
    Corroboration("ev-1", None, 2, 2, ((0,), (1,))),
    Corroboration(None, "t-1", 1, 1, ((0,),)),
    Conflict(
        "x-1", "across", ("ev-1",), "time",
        (
            Side("2021-05-03", (cite(ONE, "3 May 2021"),), ("e-5",)),
            Side("2021-05-04", (cite(TWO, "4 May 2021"),), ("author",)),
        ),
        "days differ",
    ),
    Agreement(
        "ag-1", ("ev-1",), "occurrence",
        (
            Side("the strike", (cite(ONE, "3 May 2021"),), ("author",)),
            Side("the strike", (cite(TWO, "4 May 2021"),), ("author",)),
        ),
        "Both say the same of the strike.",
    ),
    Check("k-1", cite(ONE, "About 40"), "40", None, "undecided", ("ev-1",), "no other count"),
)  # fmt: skip
JUDGEMENT = Judgement("j-1", "ada", "2024-01-02", ("e-1", "e-3"), "different", None, "two people")
FAILURE = Failure("torn.pdf", "read", "the file is truncated", "get it again")


def fill(writer) -> None:
    """Write the whole sample."""
    from sayso.records.documents import FileRow

    for document in (ONE, TWO):
        writer.put_document(document, document.text.encode())
        writer.put_file(FileRow(document.path, document.sha256, 9, 1_700, "o", document.id))
    writer.put_failure(FAILURE)
    writer.put_judgement(JUDGEMENT)
    writer.replace_links(LINKS)
