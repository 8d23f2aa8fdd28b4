"""The pictures of the workbench in docs/images, made anew from the example reports.

    python -m eval.shots

Needs Chromium and the developers' packages.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from eval.bench import ROOT, SAYSO
from eval.workbench import opened

IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Read the examples, open each view, and keep its picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        case = Path(scratch, "network.sayso")
        command = [str(SAYSO), "read", str(ROOT / "examples" / "network"), "--case", str(case)]
        subprocess.run(command, check=True)
        weighed = [
            str(SAYSO),
            "weigh",
            str(ROOT / "examples" / "hypotheses.yaml"),
            "--case",
            str(case),
        ]
        subprocess.run(weighed, check=True, stdout=subprocess.DEVNULL)
        with opened(case) as (address, _), sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(address)
            _reader(page)
            _keep(page, "conflicts.png", "/conflicts")
            _keep(page, "timeline.png", "/timeline?from=2020-01&to=2020-12&lanes=person")
            _keep(page, "weigh.png", "/weigh")
            _keep(page, "network.png", "/network?pivot=2020-01-03&undated=no")
            _keep(page, "ledger.png", "/ledger")
            browser.close()


def _reader(page: Any) -> None:
    report = page.locator("a[href^='/report/']", has_text="Six arrivals").first
    _keep(page, "reader.png", report.get_attribute("href"))


def _keep(page: Any, name: str, view: str) -> None:
    base = page.url.split("/", 3)[:3]
    page.goto("/".join(base) + view, wait_until="networkidle")
    page.screenshot(path=str(IMAGES / name))
    print(IMAGES.relative_to(ROOT) / name)


if __name__ == "__main__":
    main()
