"""Going through each view with the Tab key: where it leads, in which order, and whether one sees
where one is."""

from __future__ import annotations

import pytest

from tests.web.test_browser import CHROMIUM, VIEWS, chromium, page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: browser tests are skipped"),
]
# Fixtures that are used by their names.
__all__ = ["chromium", "page"]
STEPS = 40
# How often the page is looked at again until it has come to rest.
FRAMES = 60
# What stands where the keys lead: its name as a reader of screens says it, its ring and its place.
WHERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const label = one.labels && one.labels.length ? one.labels[0].textContent : "";
  const title = one.querySelector ? one.querySelector("title") : null;
  return {
    html: one.outerHTML.slice(0, 120),
    name: (one.getAttribute("aria-label") || label || one.textContent ||
           (title && title.textContent) || one.placeholder || one.title || "").trim(),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    size: Math.min(box.width, box.height),
    inside: box.bottom > 0 && box.top < innerHeight,
    order: one.tabIndex,
  };
}"""


def _reached(page) -> dict | None:
    """Where the keys lead, once the page has stopped moving to it: that takes some frames."""
    found = page.evaluate(WHERE)
    for _ in range(FRAMES):
        if found is None or found["inside"]:
            break
        page.wait_for_timeout(50)
        found = page.evaluate(WHERE)
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_the_keys_lead_through_a_view(page, view: str) -> None:
    """The page can be skipped to first; then every target has a name and a ring, is on the screen,
    and comes in the order in which it is written."""
    page.goto(view)
    met = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        found = _reached(page)
        if found is None:
            break
        met.append(found)

    assert met[0]["name"] == "Skip to the page"
    assert len(met) > 12
    for one in met:
        assert one["name"] and one["ring"] and one["size"] > 1, one
        assert one["order"] == 0, one
        assert one["inside"], one


def test_the_page_is_skipped_to(page) -> None:
    """Enter on the first target, and the next is inside the page, behind all of the menu."""
    page.goto("/conflicts")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => !!document.activeElement.closest('main')")


def test_a_missing_ring_would_be_seen(page) -> None:
    """What the other test would catch, it does catch."""
    page.goto("/review")
    page.keyboard.press("Tab")
    assert page.evaluate(WHERE)["ring"]
    page.evaluate("() => { document.activeElement.style.outline = 'none'; }")

    assert not page.evaluate(WHERE)["ring"]


# What is laid out late, as long as two screens, above where the keys have just led.
LATE = """() => document.addEventListener("focusin", () => {
  document.documentElement.style.overflowAnchor = "none";
  const late = document.createElement("div");
  late.style.height = "200vh";
  document.querySelector("main").prepend(late);
}, { once: true })"""


def test_what_is_laid_out_late_does_not_push_the_keys_off_the_screen(page) -> None:
    """The view moves after the focus, and where one is stays in sight."""
    page.goto("/conflicts")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.evaluate(LATE)
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.querySelector('main').firstChild.style.height") == "200vh"
    assert _reached(page)["inside"]


def test_a_passage_that_comes_late_does_not_move_the_page(page) -> None:
    """What is shown beside a line is brought into sight in its own box, however late it comes."""
    held = []
    page.goto("/search?q=Selwyn")
    page.locator(".beside mark").wait_for()
    page.route("**/passage/**", lambda route: held.append(route))
    page.evaluate("() => { document.querySelector('main').style.paddingTop = '100vh'; }")
    page.locator("main [data-beside]").last.focus()
    page.wait_for_function("() => scrollY > 0")
    shown = page.locator(".beside").inner_text()
    page.wait_for_timeout(200)
    before = page.evaluate("() => scrollY")
    held[-1].continue_()
    page.wait_for_function("old => document.querySelector('.beside').innerText !== old", arg=shown)
    page.wait_for_timeout(200)

    assert page.evaluate("() => scrollY") == before
    assert page.evaluate(WHERE)["inside"]
