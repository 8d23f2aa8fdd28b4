"""What the names of several reports come to, where these take one for different things."""

from dataclasses import replace

import pytest

from sayso.packs.load import builtin, load
from sayso.records.documents import Document
from sayso.records.marks import EARLY, Joining, LocalEntity, Mention
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.run.who.people import people_of

PACK = load([builtin("general")])


def notes(path: str, text: str, *names: str, kind: str = "Person") -> Notes:
    """A report with names in it, each somebody of its own."""
    found = []
    for name in names:
        start = text.index(name)
        span = Span(path, start, start + len(name), name)
        mentions = (Mention(span, kind, "name", name),)
        found.append(LocalEntity(f"e-{path}-{name}", kind, name, (), mentions))
    return Notes(Document(path, path, "0" * 64, "txt", text)).with_gift("entities", tuple(found))


@pytest.mark.parametrize(("short", "full"), [("Al-Zurfi", "Adnan al-Zurfi"), ("Orr", "Ann Orr")])
def test_a_surname_that_one_report_guesses_to_be_a_body_is_somebodys(short: str, full: str) -> None:
    """With an article in it too, which makes no two words of it."""
    reports = [
        notes("a.txt", f"{full} was named by the president.", full),
        notes("b.txt", f"At noon {short} withdrew.", short, kind="Organization"),
    ]
    found = people_of(reports, PACK)
    whole, part = (found.of(r.entities[0], r.document.path) for r in reports)

    assert (whole.id, whole.type) == (part.id, "Person")


SISTER = "Tavrel's troops fired. Asma Tavrel, the colonel's sister, had paid them."


@pytest.mark.parametrize("others", [(), ("c.txt",)])
def test_a_surname_is_not_that_of_a_relative_whom_its_report_tells_apart(
    others: tuple[str, ...],
) -> None:
    """It is the other's, if the case has one other only."""
    reports = [
        notes("a.txt", "Colonel Desire Tavrel took the mine.", "Desire Tavrel"),
        notes("b.txt", SISTER, "Tavrel", "Asma Tavrel"),
        *(notes(path, "Rosa Tavrel sings.", "Rosa Tavrel") for path in others),
    ]
    found = people_of(reports, PACK)
    colonel = found.of(reports[0].entities[0], "a.txt").id
    alone, sister = (found.of(local, "b.txt").id for local in reports[1].entities)

    assert alone != sister
    assert (alone == colonel) == (not others)


LATER = "The court held Todorov. A week went by. Kiril Todorov gave himself up."


@pytest.mark.parametrize("others", [(), ("a.txt",)])
def test_a_surname_told_before_its_bearer_is_his_if_the_case_has_one_only(
    others: tuple[str, ...],
) -> None:
    """With a goalkeeper of the name in another report it is left open which of the two it is."""
    report = notes("b.txt", LATER, "Todorov", "Kiril Todorov")
    alone, bearer = report.entities
    early = replace(alone, joinings=(Joining("Todorov", "Todorov", EARLY),))
    report = report.with_gift("entities", (early, bearer))
    keepers = [notes(path, "Ivica Todorov keeps goal.", "Ivica Todorov") for path in others]
    found = people_of([report, *keepers], PACK)
    ids = [found.of(local, "b.txt").id for local in (early, bearer)]
    ids += [found.of(r.entities[0], r.document.path).id for r in keepers]

    assert (ids[0] == ids[1]) == (not others)
    assert len(set(ids)) == 1 + 2 * len(others)
