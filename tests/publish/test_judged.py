"""The briefing's table of judgements and its list of what a reader cannot follow up, in its words."""

from __future__ import annotations

from sayso.publish.compose import compose
from sayso.publish.html import html
from sayso.publish.markdown import markdown
from tests.factory import Builder

NORTH = "The board has lost all authority. The pier fell, said a man. One. Two. Three."
SOUTH = "The board has gained much authority. The dockers left the pier."


def case():
    """Two authors who part on the board; one leans on an outlet and a man without a name."""
    made = Builder()
    board = made.add("Organization", "Harbour Board")
    dockers = made.add("Organization", "Dockers' Guild")
    made.add("Outlet", "Tide News")
    padding = "x " * 400
    north = made.report("north", f"{padding}\n{NORTH}", author="Ada Vell", language="en")
    south = made.report("south", f"{padding}\n{SOUTH}", author="Bror Lund", language="en")
    front = {"front": "Velm", "position": "conclusion"}
    made.claim(north, "The board has lost all authority", board, "decline", **front)
    made.claim(south, "The board has gained much authority", board, "increase", **front)
    made.claim(south, "The dockers left the pier", dockers, "decline", **front)
    for words in ("One", "Two", "Three"):
        made.said(north, words, "Tide News")
    fell = made.said(north, "The pier fell", "a man")
    made.event("ASSAULT", made.told(north, "The pier fell", fell))
    return made.view()


def test_the_table_tells_who_says_up_who_says_down_and_who_is_silent() -> None:
    """By front, each voice with its words; what one voice alone judges shows the other silent."""
    page = markdown(compose(case(), chosen=("judgements",)))
    rows = [line for line in page.splitlines() if line.startswith("|")]
    board = next(row for row in rows if "Harbour Board" in row)
    guild = next(row for row in rows if "Dockers" in row and "Harbour Board" not in row)

    assert "**Velm**" in page
    assert "**Ada Vell: declines**: “The board has lost all authority”" in board
    assert "**Bror Lund: grows**: “The board has gained much authority”" in board
    assert "Part: contradiction" in board
    assert "Only one judges (silent: Ada Vell)" in guild


def test_what_cannot_be_followed_up_is_listed_by_kind() -> None:
    """A nameless origin, a judgement with nothing beside it, an outlet of one side: each told with
    its words, in both forms of the page."""
    briefing = compose(case(), chosen=("gaps",))
    page = markdown(briefing)
    nameless, bare, one_sided = (
        page.partition(f"### {title}")[2].partition("###")[0]
        for title in (
            "Events on one nameless origin",
            "Main judgements with nothing beside them",
            "Outlets that one report alone cites",
        )
    )

    assert "one origin, and nobody with a name vouches for it" in nameless
    assert "The dockers left the pier" in bare
    assert "The board has lost all authority" not in bare
    assert "Tide News: cited 3 times, by Ada Vell alone" in one_sided
    assert "Where the sourcing is thin" in html(briefing)
