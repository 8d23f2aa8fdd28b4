"""The briefing in a real browser: what a report smuggles in does not run."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sayso.publish.compose import compose
from sayso.publish.html import html
from tests.harbour import harbour

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
]


def dom(page: Path, profile: Path) -> str:
    """The document as the browser has it after loading and running what it runs."""
    done = subprocess.run(
        [CHROMIUM, *QUIET, f"--user-data-dir={profile}", "--virtual-time-budget=2000",
         "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_browser_would_run_a_script_on_an_open_page(tmp_path: Path) -> None:
    """The test below means something: the same words do run where nothing stops them."""
    page = tmp_path / "open.html"
    page.write_text("<title>x</title><script>document.title='PWNED'</script>", "utf-8")

    assert "<title>PWNED</title>" in dom(page, tmp_path / "profile")


def test_nothing_in_a_report_runs_in_the_briefing(tmp_path: Path) -> None:
    """Scripts and handlers in the words of a report leave the page as it was."""
    page = tmp_path / "briefing.html"
    page.write_text(html(compose(harbour(), title="Port")), "utf-8")
    loaded = dom(page, tmp_path / "profile")

    assert "<title>Port</title>" in loaded
    assert "<script" not in loaded
    assert loaded.count("<img") == loaded.count(
        '<figure class="picture"><img src="data:image/svg+xml;base64,'
    )


def test_the_policy_stops_a_script_even_if_one_slipped_in(tmp_path: Path) -> None:
    """A second wall: the page forbids what escaping should have caught."""
    page = tmp_path / "briefing.html"
    broken = html(compose(harbour(), title="Port")).replace(
        "<header>",
        "<script>document.title='PWNED'</script><img src=x onerror=\"document.title='PWNED'\"><header>",
    )
    page.write_text(broken, "utf-8")

    assert "<title>Port</title>" in dom(page, tmp_path / "profile")
