"""Nothing that a report says becomes markup, style or script; nothing it says hides the rest."""

import re
import time
from html.parser import HTMLParser

import pytest

from sayso.records.documents import Block, Cleaned, Document
from sayso.store.case import open_case
from sayso.web.files import style
from sayso.web.table import PAGES
from tests.web.driver import Bench

ALLOWED_SCRIPTS = {"/static/sayso.js"}
ALLOWED_PICTURES = {"/ledger/picture"}
FOREIGN = {
    "iframe", "object", "embed", "base", "image", "foreignobject", "math", "animate", "set", "use",
    "template", "video", "audio", "portal", "frame", "plaintext", "xmp", "noscript",
}  # fmt: skip


class Strict(HTMLParser):
    """Collects what no page of ours may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._style = 0

    def handle_endtag(self, tag: str) -> None:
        """Leave a style."""
        self._style -= tag == "style"

    def handle_data(self, data: str) -> None:
        """A style is ours, or it is a fault."""
        if self._style and data != style():
            self.found.append("style")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note scripts that are not ours, handlers, styles and addresses elsewhere."""
        given = dict(attrs)
        if tag == "img" and (given.get("src") or "").split("?")[0] not in ALLOWED_PICTURES:
            self.found.append(tag)
        if tag in FOREIGN:
            self.found.append(tag)
        if tag == "meta" and not set(given) <= {"charset", "name", "content"}:
            self.found.append(tag)
        self._style += tag == "style"
        if tag == "script" and (given.get("src") or "").split("?v=")[0] not in ALLOWED_SCRIPTS:
            self.found.append("script")
        for name, value in given.items():
            if name.startswith("on") or name == "style":
                self.found.append(name)
            if name in ("href", "src", "action", "formaction") and not (value or "").startswith(
                ("/", "#")
            ):
                self.found.append(f"{name}={value}")


def faults(page: str) -> list[str]:
    strict = Strict()
    strict.feed(page)
    return strict.found


def test_the_net_would_catch_it() -> None:
    """The tests below mean something."""
    assert faults("<a href='javascript:x' onclick=x style=y><script>z</script><img src=/x>") == [
        "href=javascript:x", "onclick", "style", "script", "img",
    ]  # fmt: skip
    assert faults("<meta http-equiv=refresh content=0><math></math><style>a{}</style>") == [
        "meta", "math", "style",
    ]  # fmt: skip


def test_a_picture_holds_nothing_that_runs_or_leads_elsewhere(bench: Bench) -> None:
    """No script, handler, link or foreign address, whatever a report is called."""
    picture = bench.get("/ledger/picture?by=author").text

    assert picture.startswith("<svg")
    assert not re.search(r"<script|<img|<foreignObject|href|url\(|\son\w+=", picture)


def test_no_page_holds_anything_of_a_report_but_text(bench: Bench, path) -> None:
    """Every view and every record's page, over a case with a hostile report."""
    with open_case(path) as case:
        view = case.view()
        records = [f"/report/{row.id}" for row in view.document_rows()]
        records += [f"/event/{e.id}" for e in view.events()]
        records += [f"/who/{e.id}" for e in view.entities()]
    views = [address for address, _ in PAGES if "{" not in address]
    searched = [
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/timeline?who=%22%3E%3Cimg%20src=x%3E",
    ]
    for address in [*views, *records, *searched]:
        assert faults(bench.get(address).text) == [], address


def test_words_that_run_the_other_way_stay_in_their_place(bench: Bench, path) -> None:
    """Every block and quote finds its own direction and is closed off from its neighbours."""
    with open_case(path) as case:
        arabic = next(row for row in case.view().document_rows() if row.path.endswith("arabic.md"))
    page = bench.get(f"/report/{arabic.id}").text

    assert 'dir="auto"' in page
    assert "<bdi>" in page
    assert "unicode-bidi: plaintext" in style()


def test_marks_that_turn_words_round_are_shown_and_turn_nothing(bench: Bench, path) -> None:
    """Each stands walled off where it was written; none is loose in the text."""
    with open_case(path) as case:
        rows = case.view().document_rows()
        hostile = next(row.id for row in rows if row.path.endswith("hostile.md"))
    page = bench.get(f"/report/{hostile}").text
    loose = re.sub(r'<bdi class="turn" data-sign="U\+[0-9A-F]{4}">.</bdi>', "", page)

    assert 'data-sign="U+202E"' in page
    assert "\u202e" in page
    assert not re.search("[\u202a-\u202e]", loose)


@pytest.mark.slow
def test_a_paragraph_of_five_megabytes_is_shown(empty) -> None:
    """One endless paragraph with thousands of marks takes seconds, not minutes."""
    text = "Ana Ruiz met Tomas Reyl in Porto on 3 May 2021. " * 105_000
    report = Document(
        "d-long", "long.txt", "0" * 64, "txt", text, (Block("paragraph", 0, len(text)),),
        Cleaned(text, ((0, 0),)),
    )  # fmt: skip
    from sayso.records.case import Entity, EntityMention

    marks = [EntityMention("e-1", report.span(s, s + 8), "name") for s in range(0, len(text), 240)]
    with open_case(empty) as case, case.writer() as writer:
        writer.put_document(report, b"x")
        writer.add_links([Entity("e-1", "Person", "Ana Ruiz", ()), *marks])
    started = time.perf_counter()
    answer = Bench(empty).get("/report/d-long")

    assert answer.status == 200
    assert answer.text.count("/who/e-1") >= len(marks)
    assert time.perf_counter() - started < 20
