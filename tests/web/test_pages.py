"""Every view answers: from its address alone, empty and full, with a table beside each picture."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.records.case import Claim
from sayso.store.case import open_case
from sayso.web.ask import Memory
from sayso.web.table import PAGES
from tests.web.driver import Bench

VIEWS = [address for address, _ in PAGES if "{" not in address]


def ids(path, kind: str) -> list[str]:
    with open_case(path) as case:
        return [record.id for record in case.view().records(kind)]


@pytest.mark.parametrize("address", VIEWS)
def test_every_view_answers_for_a_case_and_for_none(bench: Bench, empty, address: str) -> None:
    """An empty case has a text in the place of each view, not a hole."""
    full, none = bench.get(address), Bench(empty).get(address)

    assert (full.status, none.status) == (200, 200)
    assert "<h1" in full.text
    assert "<h1" in none.text
    assert len(none.words) > 200


def test_every_record_has_its_page(bench: Bench, path) -> None:
    """Reports, events and entities each open by their id."""
    for kind, address in (("document", "/report/"), ("event", "/event/"), ("entity", "/who/")):
        for id in ids(path, kind):
            assert bench.get(address + id).status == 200


@pytest.mark.parametrize(
    "address", ["/event/ev-0", "/who/e-0", "/report/d-0", "/passage/d-0", "/no", "/do/see"]
)
def test_what_is_not_there_is_told_with_advice(bench: Bench, address: str) -> None:
    """A missing page is a page too."""
    answer = bench.get(address)

    assert answer.status == 404
    assert "Not found" in answer.words


def test_home_tells_what_failed_and_what_to_do(bench: Bench) -> None:
    """A file that cannot be read stands there with advice."""
    words = bench.get("/").words

    assert "broken.pdf" in words
    assert "Most worth a look" in words


def test_what_is_new_is_told_once_something_was_seen(bench: Bench, path) -> None:
    """Nothing is new to who never looked; what comes later is."""
    assert "came in since" not in bench.get("/").words
    bench.post("/do/see")
    with open_case(path) as case, case.writer() as writer:
        writer.set_meta("seen", '["d-of-another-time"]')

    assert "reports came in since you last looked" in bench.get("/").words
    assert ">new<" in bench.get("/?show=new").text


def test_search_shows_hits_in_context(bench: Bench) -> None:
    """Passages come with the words marked and the way to them; names come first."""
    answer = bench.get("/search?q=Selwyn")

    assert "<mark>Selwyn</mark>" in answer.text
    assert re.search(r'href="/report/[^"]+\?at=\d+-\d+#p\d+"', answer.text)
    assert "/who/" in answer.text


def test_the_reader_holds_the_report_word_for_word(bench: Bench, path) -> None:
    """Cut at every mark, the pieces together are the text of the report."""
    with open_case(path) as case:
        for document in case.view().documents():
            page = bench.get(f"/report/{document.id}").text
            article = page.split('<article class="reader"')[1].split("</article>")[0]
            article = re.sub(r'<ul class="margin".*?</ul>', "", article, flags=re.DOTALL)
            shown = re.sub(r"<[^>]+>", " ", article.split(">", 1)[1])
            import html

            assert "".join(html.unescape(shown).split()) == "".join(document.text.split())


def test_the_layers_that_are_off_are_in_the_address(bench: Bench, path) -> None:
    """An address restores which marks were shown."""
    [id, *_] = ids(path, "document")

    assert 'data-off="event tie"' in bench.get(f"/report/{id}?off=event,tie,nonsense").text


def test_the_timeline_draws_what_the_table_lists(bench: Bench) -> None:
    """Each mark of the chart is an event of the table, and a filter holds for both."""
    page = bench.get("/timeline?from=2021&to=2022&lanes=person").text
    drawn = set(re.findall(r'data-e="([^"]+)"', page))
    listed = set(re.findall(r'href="/event/([^"]+)"', page))

    assert drawn
    assert drawn <= listed


def test_a_date_that_is_none_is_told(bench: Bench) -> None:
    """The filter says what is wrong instead of showing nothing."""
    assert "is not a date" in bench.get("/timeline?from=soon").words
    assert "is not a date" in bench.get("/network?pivot=soon").words


def test_an_event_stands_account_by_account(bench: Bench, path) -> None:
    """The conflict is marked in its row, and both sides are quoted."""
    with open_case(path) as case:
        of_events = (c for c in case.view().conflicts() if c.about[0].startswith("ev-"))
        conflict = next(of_events)
        spans = [span.quote for side in conflict.sides for span in side.spans]
    page = bench.get(f"/event/{conflict.about[0]}")

    assert 'class="conflict"' in page.text
    assert all(" ".join(quote.split())[:60] in page.words for quote in spans)


def test_the_network_draws_only_what_the_table_lists(bench: Bench) -> None:
    """Each line of a picture leads to a row of the table."""
    page = bench.get("/network?pivot=2021-03-05").text
    drawn = set(re.findall(r'<a href="#(t-[^"]+)"', page))

    assert drawn
    assert drawn <= set(re.findall(r'<tr data-stop id="(t-[^"]+)"', page))
    assert "Before" in page


def test_the_network_tells_what_changed_in_the_reports_words(bench: Bench) -> None:
    """Around a day: gone and new with quotes, and how much hangs on whom; on a day: the same."""
    turned = bench.get("/network?pivot=2021-03-05")
    here = bench.get("/network?at=2021-03")

    assert "Ties gone, new and changed" in turned.words
    assert "cannot be told" in turned.words
    assert "How much hangs on each" in here.words
    assert "By mentions" in here.words


def test_the_ledger_opens_at_its_words_and_has_a_picture(bench: Bench) -> None:
    """A line a front and aspect, a picture of its own, and a word where nothing fits."""
    page = bench.get("/ledger")
    picture = bench.get("/ledger/picture")

    assert re.search(r"20\d\d-Q\d", page.words)
    assert "data-beside=" in page.text
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert picture.text.startswith("<svg")
    assert "Nothing is told of a front" in bench.get("/ledger?front=<b>zz").words


def test_the_briefing_on_paper_follows_the_layout(bench: Bench) -> None:
    """Sections left out are left out; the analyst's sentence without a footnote says so."""
    had = re.search(r'name="had" value="([^"]+)"', bench.get("/briefing").text)[1]
    saved = bench.post(
        "/do/layout",
        title="On the port",
        had=had,
        order="timeline,highlights",
        keep="timeline",
        **{"words-timeline": "This is mine alone."},
    )
    paper = bench.get("/briefing/paper").words

    assert saved.status == 303
    assert "[no footnote] This is mine alone." in paper
    assert "On the port" in paper
    assert "What stands out" not in paper
    assert "No footnote: This is mine alone." in bench.get("/briefing").words


def test_a_layout_from_an_old_page_overwrites_nothing(bench: Bench) -> None:
    """The second of two tabs is told, and the words of the first stay."""
    had = re.search(r'name="had" value="([^"]+)"', bench.get("/briefing").text)[1]
    bench.post("/do/layout", title="First", had=had, order="timeline", keep="timeline")
    late = bench.post("/do/layout", title="Second", had=had, order="timeline", keep="timeline")

    assert late.status == 409
    assert 'value="First"' in bench.get("/briefing").text


def test_a_page_is_not_kept_when_the_case_changes(bench: Bench, path) -> None:
    """What is shown is always the case as it is."""
    before = bench.get("/review").words
    assert bench.get("/review").words == before
    with open_case(path) as case:
        event = next(case.view().events()).id
    bench.post("/do/grade", about=event, value="2")

    assert "grade 2" in bench.get("/review").words


def test_two_reports_judgements_stand_side_by_side(bench: Bench, path) -> None:
    """Rows by front and aspect; the row on which they part is marked, with both quotes."""
    with open_case(path) as case:
        one, other, *_ = [d for d in case.view().documents() if len(d.text) > 400]
        spans = [one.span(100, 160), other.span(100, 160), other.span(200, 260)]
        told = (
            ("mars", "economic", "increase"),
            ("mars", "economic", "decline"),
            ("mars", None, "none"),
        )
        subject = min(entity.id for entity in case.view().entities())
        claims = [
            Claim(f"cl-{n}", span, "author", subject, aspect, front, direction, "plain")
            for n, (span, (front, aspect, direction)) in enumerate(zip(spans, told, strict=True))
        ]
        with case.writer() as writer:
            writer.add_links(claims)
    page = bench.get(f"/compare?a={one.id}&b={other.id}")
    rows = re.findall(r"<tr data-stop.*?</tr>", page.text, re.DOTALL)
    rows = [row for row in rows if "Mars" in row]
    [torn] = [row for row in rows if "opposed" in row]

    assert len(rows) == 2
    assert "part: contradiction" in torn
    assert all(f"at={span.start}-{span.end}" in torn for span in spans[:2])
    assert bench.get(f"/compare?a={other.id}&b={one.id}").status == 200
    assert bench.get(f"/report/{one.id}").status == 200, "both ask for the claims that are kept"


def test_pages_that_are_too_large_are_not_kept() -> None:
    """A page of many megabytes is made anew; one of a few bytes is made once."""
    memory = Memory(Path("nowhere.sayso"))
    made = []

    def page(text: str):
        def make() -> str:
            made.append(text[0])
            return text

        return make

    for _ in range(2):
        memory.page((1,), "/small", page("s"))
        memory.page((1,), "/large", page("l" * 2_000_000))
    memory.page((2,), "/small", page("s"))

    assert made == ["s", "l", "l", "s"]


def test_hypotheses_stand_with_their_evidence(bench: Bench) -> None:
    """The picture has a table, every row quotes, and a row opens at its own address."""
    text = bench.get("/weigh").text

    assert text.count("<rect") == len(re.findall(r'<th scope="row" dir="auto"><b>H\d', text))
    rows = re.findall(r'<tr data-stop id="([\w-]+)"', text)
    assert rows
    assert text.count('class="quotes"') == len(rows)
    assert f'id="{rows[-1]}"' in bench.get(f"/weigh?row={rows[-1]}").text


def test_hypotheses_that_no_longer_fit_are_told_and_break_nothing(bench: Bench, path) -> None:
    """Where a name is no longer in the case, the page and the briefing say so."""
    with open_case(path) as case, case.writer() as writer:
        kept = json.loads(case.view().meta("weighing") or "")
        kept["sheet"]["hypotheses"][0]["of"] = ["Nobody of that name"]
        writer.set_meta("weighing", json.dumps(kept))

    assert "cannot be weighed now" in bench.get("/weigh").words
    assert "cannot be weighed now" in bench.get("/briefing/paper").words


def test_hundreds_of_accounts_come_in_pages(bench: Bench, path) -> None:
    """Sixty at a time; what all agree on is judged over all of them."""
    with open_case(path) as case, case.writer() as writer:
        found = next(one for one in case.view().events() if len(one.accounts) > 1)
        first = replace(found.accounts[0], factuality="reported")
        odd = replace(first, factuality="denied")
        writer.add_links([replace(found, id="ev-many", accounts=(*[first] * 130, odd))])
    one, last, wrong = (bench.get(f"/event/ev-many{q}") for q in ("", "?page=3", "?page=99"))

    assert one.text.count('<figure class="telling"') == 60
    assert "131 accounts" in one.words
    assert "Accounts 1 to 60 of 131" in one.words
    assert "Accounts 121 to 131 of 131" in last.words
    assert 'id="account-131"' in last.text
    assert 'href="/event/ev-many?page=2"' in one.text
    assert "?page=4" not in last.text
    assert 'id="account-131"' in wrong.text
    # That one of them denies it stands on the last page, and the first knows of it.
    assert one.text.count("told apart") == last.text.count("told apart") == 1
