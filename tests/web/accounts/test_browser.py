"""Signing in as people do it: in Chromium, with the keyboard, in light and dark."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store.people.register import ROLES
from sayso.web.accounts.pages import newsroom
from sayso.web.serve import listen, server
from tests.web.accounts.conftest import PASSWORD, people

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: browser tests are skipped"),
]


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[str]:
    """Where the workbench is really served."""
    with listen(0) as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}"
        running = server(newsroom(people(tmp_path / "case.sayso"), address))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        yield address
        running.should_exit = True
        thread.join(10)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_role_signs_in_by_keyboard(origin: str, scheme: str) -> None:
    """axe finds nothing on the way; a reader is shown no form that would be refused."""
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is missing"
    ).Axe()
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for role in ROLES:
            page = browser.new_context(color_scheme=scheme).new_page()
            faults: list[str] = []
            page.on("console", lambda told, faults=faults: faults.append(told.text))
            page.goto(f"{origin}/conflicts")
            assert axe.run(page).response["violations"] == []
            page.keyboard.type(f"the {role}")
            page.keyboard.press("Tab")
            page.keyboard.type(PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url(f"{origin}/conflicts")
            assert axe.run(page).response["violations"] == []
            forms = page.locator("form[action^='/do/']")
            assert forms.count() > 0
            assert forms.first.is_visible() == (role != "reader")
            page.goto(f"{origin}/audit")
            assert ("Audit log" in page.title()) == (role == "admin")
            assert axe.run(page).response["violations"] == []
            if role == "admin":
                page.get_by_text("Sign out").click()
                page.wait_for_url(f"{origin}/enter")
            assert [fault for fault in faults if "403" not in fault] == []
        browser.close()
