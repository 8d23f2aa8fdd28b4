"""Every view on a wide screen, on a phone and on paper: nothing reaches out, is cut, or lies on
other words; in an empty case, in one with endless names, and in a usual one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.run.local import Serial
from sayso.run.reading import read_sources
from sayso.run.tools import tools
from sayso.store.case import open_case
from sayso.web.app import application
from sayso.web.serve import address, listen
from tests.web.conftest import running
from tests.web.test_browser import CHROMIUM, VIEWS, playwright

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: browser tests are skipped"),
]
FAULTS = Path(__file__).with_name("layout.js").read_text("utf-8")
SCREENS = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark"},
    "paper": {"viewport": {"width": 700, "height": 900}},
}
ENDLESS = f"""{"Commander-in-Chief of the Joint Emergency Headquarters " * 4}Omar Haddad met Lina Farouk in Velm on 3 May 2021.

Donau{"dampfschiffahrts" * 7}gesellschaft said that Omar Haddad left Velm on 5 May 2021, according to the Super{"x" * 160} Gazette.

Omar Haddad met the former first deputy assistant under-secretary for the reconstruction of the northern and western littoral provinces, Lina Farouk, in Velm on 6 May 2021, Reuters reported.
"""
ARABIC = f"""---
title: {"زيارة إلى الميناء القديم في المدينة الساحلية الكبيرة " * 4}
author: {"سامي الحداد " * 8}
published: 2021-05-07
---

التقى عمر حداد لينا فاروق في المدينة يوم 4 مايو 2021.

Omar Haddad (عمر حداد) met Lina Farouk in Velm on 4 May 2021, {"الجزيرة " * 20} reported.
"""


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of names without end, in both directions."""
    folder = tmp_path_factory.mktemp("endless")
    (folder / f"{'long-name-' * 20}.txt").write_text(ENDLESS, "utf-8")
    (folder / "arabic.md").write_text(ARABIC, "utf-8")
    path = folder / f"{'a-case-' * 20}.sayso"
    with open_case(path, create=True) as case:
        read_sources(case, [str(folder)], tools(), Serial())
    return path


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("which", ["usual", "endless", "empty"])
def test_words_have_room(which: str, screen: str, path: Path, endless: Path, empty: Path) -> None:
    """Each view, and a page of each kind of record."""
    where = {"usual": path, "endless": endless, "empty": empty}[which]
    found = {}
    with looking(where, screen) as page:
        for view in (*VIEWS, *records(where)):
            page.goto(view)
            found[view] = page.evaluate(FAULTS)
        net_holds(page)
    assert {view: faults for view, faults in found.items() if faults} == {}


def net_holds(page) -> None:
    """What the other test would catch, it does catch."""
    for style, fault in (
        ("width: 3000px; max-width: none", "scrolls sideways"),
        ("position: relative; left: -300px", "reaches out"),
        ("width: 2em; overflow: hidden; white-space: nowrap", "cut"),
        ("margin: 0 0 -2.2rem; line-height: 1.5", "lies on another"),
    ):
        page.goto("/review")
        page.evaluate(
            """style => { const head = document.querySelector('main h1'), below = head.nextElementSibling;
              head.textContent = 'Some words of a heading'; below.textContent = 'Other words below it';
              head.style = style; below.style = 'margin: 0'; }""",
            style,
        )
        faults = page.evaluate(FAULTS)
        assert any(one.startswith(fault) for one in faults), (style, faults)


@contextmanager
def looking(path: Path, screen: str) -> Iterator[object]:
    """The case in a browser of this kind."""
    with listen(0) as door, running(application(path, "secret"), door):
        base = address(door, "secret")
        with playwright.sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            context = browser.new_context(base_url=base.split("/?")[0], **SCREENS[screen])
            page = context.new_page()
            page.set_default_timeout(60_000)
            page.emulate_media(media="print" if screen == "paper" else "screen")
            page.goto(base)
            yield page
            browser.close()


def records(path: Path) -> list[str]:
    """The pages of the most named, of an event that is told often, and of every report."""
    with open_case(path) as case:
        view = case.view()
        named = sorted(view.entities(), key=lambda e: -sum(view.named_in(e.id).values()))[:2]
        told = sorted(view.events(), key=lambda e: -len(e.accounts))[:1]
        reports = [row.id for row in view.document_rows()]
    return [
        *(f"/who/{one.id}" for one in named), *(f"/event/{one.id}" for one in told),
        *(f"/report/{id}" for id in reports[:4]),
    ]  # fmt: skip
