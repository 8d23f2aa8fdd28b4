"""The briefing as Markdown: readable, linked, and without markup from the reports."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.publish.compose import compose
from sayso.publish.markdown import escaped, markdown
from tests.harbour import harbour

TEXT = markdown(compose(harbour(), title="The *port* affair"))


def test_every_footnote_used_is_given_once() -> None:
    """Marks in the text and notes at the end are the same set."""
    given_notes = re.findall(r"^\[\^(\d+)\]: ", TEXT, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", TEXT))

    assert len(given_notes) == len(set(given_notes))
    assert set(given_notes) == used


def test_a_note_has_quote_chain_report_and_place() -> None:
    """Everything needed to find the words again."""
    note = TEXT.split("went through 3 hands")[1]
    number = re.search(r"\[\^(\d+)\]", note)
    assert number
    body = TEXT.split(f"\n[^{number[1]}]: ")[1].split("\n[^")[0]

    assert "**Reyl had warned the ministry in January**" in body
    assert "Coast Wire, 5 March 2021 ← two customs officers ← Tomas Reyl" in body
    assert "R2: Minister visits Port Velm as inquiry widens, Velm Gazette, 9 March 2021" in body
    assert "characters 268–307" in body


def test_a_report_cannot_write_markup() -> None:
    """No HTML, no link, no emphasis of its own comes out of the Markdown."""
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(TEXT)

    assert "<script" not in rendered
    assert "<img" not in rendered
    assert "href=" not in rendered
    assert "*against*" in rendered
    assert "<h1>The *port* affair</h1>" in rendered


def test_tables_keep_their_columns() -> None:
    """A bar in a report does not open a new cell."""
    rows = [line for line in TEXT.splitlines() if line.startswith("| 10 April 2021")]

    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [5]


def test_the_same_case_gives_the_same_text() -> None:
    """No clock, no chance."""
    assert markdown(compose(harbour(), title="The *port* affair")) == TEXT


@given(st.text(alphabet=st.sampled_from("ab1. -+=#*_`[](){}<>&|~^:!\\\"'/@$\n"), max_size=40))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    """A renderer shows the characters of the text and nothing else."""
    line = " ".join(text.split())
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(escaped(text))
    shown = re.sub(r"^<p>|</p>\n$", "", rendered)
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, letter)

    assert shown == line
