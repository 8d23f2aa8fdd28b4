"""The main journeys in a real browser, by keyboard and by mouse; no error, no foreign request."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.run.local import Serial
from sayso.run.reading import read_sources
from sayso.run.tools import tools
from sayso.store.case import open_case
from tests.web.conftest import ROOT

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: browser tests are skipped"),
]
VIEWS = (
    "/", "/search?q=Selwyn", "/timeline", "/timeline?lanes=person", "/who", "/network",
    "/network?pivot=2021-03-05", "/ledger", "/conflicts", "/agreements", "/review", "/sources", "/compare",
    "/weigh", "/briefing",
)  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """One browser for all tests of the module."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, served: str) -> Iterator[object]:
    """The workbench, open; whatever goes wrong in the browser fails the test."""
    yield from opened(chromium, served)


def opened(chromium, address: str, **options) -> Iterator[object]:
    context = chromium.new_context(
        base_url=address.split("/?")[0], viewport={"width": 1280, "height": 800}, **options
    )
    page, faults = context.new_page(), []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: faults.append(r.url) if "://127.0.0.1:" not in r.url else None)
    page.set_default_timeout(20_000)
    page.goto(address)
    yield page
    context.close()
    assert faults == []


def press(page, *keys: str) -> None:
    """Keys, each once the page is ready for it."""
    for key in keys:
        page.wait_for_load_state()
        page.keyboard.press(key)


def read_again(path: Path) -> None:
    """Read the case's reports anew, with another one beside them."""
    more = path.with_name("more.txt")
    more.write_text("The mayor of Lund opened a school on 3 May 2019.", "utf-8")
    with open_case(path) as case:
        read_sources(case, [str(ROOT / "examples" / "harbour"), str(more)], tools(), Serial())


def decisions(path: Path) -> list[tuple[str, bool]]:
    with open_case(path) as case:
        return [(j.decision, j.revoked_by is None) for j in case.view().judgements()]


def test_a_person_is_found_and_a_footnote_followed_by_keyboard_alone(page) -> None:
    """From Home: search, a passage, its words in the report, marked; then back to a view."""
    press(page, "/")
    page.keyboard.type("Selwyn")
    press(page, "Enter")
    page.wait_for_url("**/search?q=Selwyn")
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/who/**")
    press(page, "j")
    press(page, "g", "t")
    page.wait_for_url("**/timeline")
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/event/**")
    page.locator("a", has_text="Show in the report").first.focus()
    press(page, "Enter")
    page.wait_for_url("**/report/**")

    assert page.locator("article mark").first.is_visible()


def test_the_queues_are_worked_by_keyboard_alone(page, path: Path) -> None:
    """No to a conflict, yes to the others, undo; two names made one, undo: all land in the case."""
    press(page, "g", "c")
    page.wait_for_url("**/conflicts")
    press(page, "n")
    page.get_by_text("Undo the last: reject").wait_for()
    press(page, "y")
    page.get_by_text("Undo the last: accept").wait_for()
    press(page, "y")
    page.get_by_text("Nothing is open here").wait_for()
    press(page, "z")
    page.locator(".card").wait_for()
    press(page, "e")
    page.keyboard.type("both at once")
    press(page, "Enter")
    page.get_by_text("Nothing is open here").wait_for()
    press(page, "g", "r")
    page.wait_for_url("**/review")
    names = page.locator(".card .side").all_inner_texts()
    press(page, "y")
    page.wait_for_url("**/review?state=open**")
    page.locator(".undo button").wait_for()
    changed = page.locator(".card .side").all_inner_texts()
    press(page, "z")
    page.get_by_text("Undo the last: correct").wait_for()

    assert changed != names
    assert decisions(path) == [
        ("reject", True), ("accept", True), ("accept", False), ("accept", True), ("correct", True),
        ("same", False), ("same", True),
    ]  # fmt: skip


def test_what_is_said_of_a_conflict_outlasts_a_new_reading(page, path: Path) -> None:
    """Rejected, played down and accepted, each with a reason; the reports are read again with one
    more among them, and the page tells the same."""
    for button, words in (
        ("No conflict", "Rejected by"), ("Only a tension", "Played down to a tension by"),
        ("A conflict", "Accepted by"),
    ):  # fmt: skip
        page.goto("/conflicts?state=open")
        if page.locator(".card").count() == 0:
            page.goto("/conflicts?state=settled")
            page.locator("tbody a").first.click()
        if page.get_by_role("button", name=button).count() == 0:
            # What is a tension cannot be played down to one: another conflict of the queue.
            page.locator(".queue tr:not(.current) a").first.click()
        address = page.locator(".queue tr.current a").get_attribute("href")
        page.get_by_label("Why").fill("the clock of the port")
        page.get_by_role("button", name=button).click()
        page.goto(address)
        told = page.locator(".judged").inner_text()
        read_again(path)
        page.goto(address)
        after = page.locator(".judged").inner_text()

        assert words in told
        assert "the clock of the port" in told
        assert after == told


def test_help_opens_and_closes(page) -> None:
    """A question mark shows the keys, Esc puts them away; letters in a field are letters."""
    press(page, "?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    press(page, "/")
    page.keyboard.type("jk?")
    assert page.locator("#q").input_value() == "jk?"


def test_the_passage_stands_beside_the_finding(page) -> None:
    """Moving down the list changes the passage next to it."""
    beside = page.locator("#beside mark").first
    beside.wait_for()
    first = page.locator("#beside").inner_text()
    for _ in range(3):
        page.keyboard.press("j")
    page.wait_for_function("t => document.getElementById('beside').innerText !== t", arg=first)

    assert page.locator("#beside mark").count() >= 1


def test_words_are_selected_and_added_by_mouse(page, path: Path) -> None:
    """Dragging over words of the report fills the form; the case has them afterwards."""
    page.locator(".cards a[href^='/report/']").first.click()
    page.wait_for_url("**/report/**")
    # Not on a name, which is a link.
    paragraph = page.locator("p.block.paragraph").first
    plain = paragraph.locator("span[data-at]:not(:has(a))").first
    plain.click(click_count=3, position={"x": 3, "y": 6})
    page.locator("[data-chosen]").wait_for()
    chosen = page.locator("[data-chosen]").inner_text()
    page.locator("#add select").select_option("Note")
    page.locator("#add button", has_text="Add").click()
    page.wait_for_url("**at=**")
    with open_case(path) as case:
        [made] = case.view().judgements()

    assert made.about[2].split()[:3] == chosen.split()[:3]
    assert page.locator("article .own").count() > 0


def test_layers_go_into_the_address_and_come_back(page) -> None:
    """Switched off, reloaded, still off."""
    page.locator(".cards a[href^='/report/']").first.click()
    page.wait_for_url("**/report/**")
    page.locator("[data-layer=event]").uncheck()
    page.reload()

    assert not page.locator("[data-layer=event]").is_checked()
    assert page.locator("#reader").get_attribute("data-off") == "event"


def test_days_are_chosen_on_the_chart_by_mouse(page) -> None:
    """Dragging over the chart narrows chart and table alike, and Back brings all again."""
    page.goto("/timeline")
    before = page.locator("table.events tbody tr").count()
    box = page.locator(".lanes").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.35, box["y"] + 70, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=**")
    inside = page.locator("table.events tbody tr").count()
    page.go_back()

    assert re.search(r"from=\d{4}-\d\d-\d\d", page.url) is None
    assert inside < before


@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_names_on_the_chart_touch_nothing(page, width: int) -> None:
    """Each name stands clear of all other names and marks of its lane, whatever the width."""
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for lanes in ("type", "person", "place", "source"):
        page.goto(f"/timeline?lanes={lanes}")
        found[lanes] = page.evaluate(
            """() => [...document.querySelectorAll('.lane')].flatMap(lane => {
              const box = e => e.getBoundingClientRect();
              const names = [...lane.querySelectorAll('.called')];
              const rest = [...lane.querySelectorAll('.m:not(.report), .lane-name'), ...names];
              return names.map(one => rest.filter(other => other !== one
                && box(one).left < box(other).right && box(other).left < box(one).right
                && box(one).top + 3 < box(other).bottom && box(other).top + 3 < box(one).bottom)
                .map(other => `${one.textContent} / ${other.textContent}`));
            })"""
        )
    assert sum(map(len, found.values())) > 20
    assert [touch for touches in found.values() for touch in touches if touch] == []


def test_two_names_are_made_one_and_parted_on_who(page, path: Path) -> None:
    """On a dossier, by keyboard alone: joined with another, parted again, and both taken back."""
    page.goto("/who?type=Person")
    one, other = page.locator("tbody th a").all_inner_texts()[:2]
    page.locator("tbody th a", has_text=one).first.focus()
    press(page, "Enter")
    page.wait_for_url("**/who/**")
    page.locator("summary", has_text="Join with another").focus()
    press(page, "Enter")
    page.locator("input[name=b][required]").focus()
    page.keyboard.type(other)
    press(page, "Enter")
    page.locator(".names th", has_text=other).first.wait_for()
    page.locator(f"button[aria-label^='Part {other} ']").focus()
    press(page, "Enter")
    page.locator(".judged", has_text="Different").wait_for()
    assert page.locator(".names th", has_text=other).count() == 0
    page.locator(".judged", has_text="Different").locator("button").focus()
    press(page, "Enter")
    page.locator(".judged", has_text="Different").wait_for(state="detached")

    assert [kind for kind, _ in decisions(path)] == ["same", "different", "different"]


def test_before_and_after_stand_in_the_same_places(page) -> None:
    """Both pictures hold each actor at one place, and a line leads to its row in the table."""
    page.goto("/network?pivot=2021-03-05")
    spots = page.evaluate(
        "[...document.querySelectorAll('.graph')].map(g => [...g.querySelectorAll('.actor rect')]"
        ".map(r => [r.getAttribute('x'), r.getAttribute('y')].join()).join(' '))"
    )
    assert len(spots) == 2
    assert spots[0] == spots[1]


def test_the_briefing_is_printed(page) -> None:
    """The paper is a page of its own that prints to more than a page's worth of bytes."""
    page.goto("/briefing/paper")

    assert page.pdf()[:5] == b"%PDF-"
    assert page.locator("sup a").count() > 10


def test_nothing_of_a_hostile_report_runs_or_hides(page) -> None:
    """Its title stands there as words; the page still has its own title, style and header."""
    page.locator("a", has_text="PWNED").first.click()
    page.wait_for_url("**/report/**")

    assert page.title() != "PWNED"
    assert page.locator("header.top").is_visible()
    assert page.locator("article script, article style, article svg, article iframe").count() == 0
    assert page.locator("article", has_text="{{ 7 * 7 }}").count() == 1


def test_every_address_restores_its_view(page) -> None:
    """Open each view twice by its address alone: the same page.

    Its words, whether they are drawn yet or stand too far down to be.
    """
    for view in VIEWS:
        page.goto(view)
        first = page.locator("main").text_content()
        page.goto("about:blank")
        page.goto(view)
        assert page.locator("main").text_content() == first


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view_is_accessible(chromium, served: str, path: Path, theme: str) -> None:
    """axe finds nothing, by any of its rules, on any view or kind of record."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")

    def violations(page) -> list[tuple[str, str]]:
        found = axe.Axe().run(page).response["violations"]
        return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]

    with open_case(path) as case:
        view = case.view()
        about = (id for found in view.conflicts() for id in found.about)
        conflict = next(id for id in about if view.event(id))
        person = next(view.entities(type="Person")).id
        report = next(r.id for r in view.document_rows() if r.path.endswith("hostile.md"))
    found = {}
    for page in opened(chromium, served, color_scheme=theme):
        for address in (*VIEWS, f"/event/{conflict}", f"/who/{person}", f"/report/{report}"):
            page.goto(address)
            found[address] = violations(page)
        # The net would catch it: a heading in the colour of the paper.
        page.evaluate("document.querySelector('h1').setAttribute('class', 'badge')")
        page.evaluate("document.querySelector('h1').style.color = 'rgb(128, 128, 128)'")
        page.evaluate("document.querySelector('h1').style.background = 'rgb(120, 120, 120)'")
        assert [id for id, _ in violations(page)] == ["color-contrast"]

    assert {address: faults for address, faults in found.items() if faults} == {}


@pytest.mark.slow
def test_a_folder_is_read_while_one_looks(chromium, tmp_path: Path) -> None:
    """`sayso open FOLDER` answers at once, tells how far it is, and then shows what came in."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Mayor Ana Ruiz met Tomas Reyl in Porto on 3 May 2021.", "utf-8")
    command = [str(Path(sys.executable).with_name("sayso")), "open", str(folder), "--no-browser"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as running:
        address = next(line.strip() for line in running.stdout if "http://" in line)
        try:
            for page in opened(chromium, address):
                assert page.locator("h2", has_text="Nothing here yet").count() in (0, 1)
                page.locator("#progress a").wait_for(timeout=60_000)
                page.locator("#progress a").click()
                page.locator("a", has_text="a.txt").first.wait_for()
        finally:
            running.terminate()
