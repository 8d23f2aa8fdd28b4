"""The briefing as a page: whole, alone, linked, and deaf to what reports try to say to a browser."""

import re
from base64 import b64decode
from html.parser import HTMLParser

import pytest

from sayso.publish.compose import compose
from sayso.publish.html import html
from tests.factory import Builder
from tests.harbour import harbour


class Page(HTMLParser):
    """Tags, attributes and ids of a page."""

    VOID = frozenset(("meta", "link", "br", "img", "hr", "input"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                (self.pictures if tag == "img" else self.links).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def text() -> str:
    return html(compose(harbour(), title="The <port> affair"))


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_the_page_is_well_formed(page: Page) -> None:
    """Whatever is opened is closed, in order."""
    assert page.open == []
    assert page.tags.count("main") == page.tags.count("h1") == 1


def test_the_page_needs_nothing_from_outside(text: str, page: Page) -> None:
    """No script, no request, pictures within the page, and a policy that forbids the rest."""
    assert not {"script", "link", "iframe", "object", "form"} & set(page.tags)
    assert page.pictures
    for picture in page.pictures:
        kind, _, data = picture.partition(",")
        assert kind == "data:image/svg+xml;base64"
        assert not re.search(rb"<script|<foreignObject|href=|url\(|\son\w+=", b64decode(data))
    assert all(link.startswith("#") for link in page.links)
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert not {name for name in page.attributes if name.startswith("on")}
    assert not re.search(r"url\(|@import", text)


def test_every_link_leads_somewhere_and_every_id_is_its_own(page: Page) -> None:
    """Footnotes, their words in the report, and the way back."""
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    notes = {id[3:] for id in page.ids if id.startswith("fn-")}
    assert notes == {id[2:] for id in page.ids if re.fullmatch(r"w-\d+", id)}
    assert notes == {id.split("-")[1] for id in page.ids if id.startswith("ref-")}


@pytest.mark.parametrize("hostile", ["<script>", "<img src=x", "<b>bold</b>", "<port>"])
def test_markup_in_a_report_is_shown_not_obeyed(text: str, hostile: str) -> None:
    """It arrives as words."""
    assert hostile not in text
    assert hostile.replace("<", "&lt;").replace(">", "&gt;") in text


def test_passages_run_in_the_direction_of_their_script(text: str) -> None:
    """Each quote finds its own direction, and names its language where it is known."""
    quotes = re.findall(r"<blockquote[^>]*>", text)

    assert quotes
    assert all('dir="auto"' in quote for quote in quotes)
    assert any('lang="ar"' in quote for quote in quotes)


def test_tables_are_readable_by_ear(text: str, page: Page) -> None:
    """Captions, column heads and row heads, landmarks, and a way past the contents."""
    assert page.tags.count("caption") == page.tags.count("table") == page.tags.count("thead")
    assert {"scope", "aria-labelledby", "data-label"} <= page.attributes
    assert {"header", "nav", "main"} <= set(page.tags)
    assert 'class="skip" href="#main"' in text


def test_the_same_case_gives_the_same_bytes(text: str) -> None:
    """No clock, no chance."""
    assert html(compose(harbour(), title="The <port> affair")) == text


def test_a_page_of_an_empty_case_is_still_a_page() -> None:
    """Empty states have words."""
    empty = html(compose(Builder().view()))

    assert Page(empty).open == []
    assert "There is no footnote" in empty
