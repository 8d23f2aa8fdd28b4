"""What the names of several reports come to, where these take one for different things."""

import pytest

from sayso.packs.load import builtin, load
from sayso.records.documents import Document
from sayso.records.marks import LocalEntity, Mention
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.run.who.people import people_of

PACK = load([builtin("general")])


def notes(path: str, text: str, name: str, kind: str) -> Notes:
    """A report with one name in it."""
    start = text.index(name)
    span = Span(path, start, start + len(name), name)
    local = LocalEntity(f"e-{path}", kind, name, (), (Mention(span, kind, "name", name),))
    return Notes(Document(path, path, "0" * 64, "txt", text)).with_gift("entities", (local,))


@pytest.mark.parametrize(("short", "full"), [("Al-Zurfi", "Adnan al-Zurfi"), ("Orr", "Ann Orr")])
def test_a_surname_that_one_report_guesses_to_be_a_body_is_somebodys(short: str, full: str) -> None:
    """With an article in it too, which makes no two words of it."""
    reports = [
        notes("a.txt", f"{full} was named by the president.", full, "Person"),
        notes("b.txt", f"At noon {short} withdrew.", short, "Organization"),
    ]
    found = people_of(reports, PACK)
    whole, part = (found.of(r.entities[0], r.document.path) for r in reports)

    assert (whole.id, whole.type) == (part.id, "Person")
