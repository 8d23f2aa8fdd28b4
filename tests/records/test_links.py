"""Links of chains in case lines, of this version and of earlier ones."""

from sayso.records import codec
from sayso.records.spans import Span
from sayso.records.statements import Link


def test_a_link_keeps_its_words() -> None:
    """What goes into a line comes out of it."""
    link = Link("Gazette", "e-5", Span("d-1", 4, 11, "Gazette"))

    assert codec.record(Link, codec.plain(link)) == link


def test_a_line_from_before_links_had_words_can_still_be_read() -> None:
    """Older cases open; what they do not tell stays unknown."""
    assert codec.record(Link, {"name": "Gazette", "entity": None}) == Link("Gazette")
