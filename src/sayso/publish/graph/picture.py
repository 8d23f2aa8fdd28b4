"""A network as a picture (SVG) that stands alone: boxes with names, lines by how they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape as escaped

from sayso.analysis.network.bonds import SIDES, Bond, Network, largest
from sayso.analysis.network.places import Point, box, label, places
from sayso.publish.graph.formats import clean

# So many actors are drawn: a larger picture is a hairball.
DRAWN = 40
_WIDE, _HEAD = 1120.0, 30
_RANK = ("ends", "begins", "lasts", "undated")
STYLE = """
text{font:13px/1 system-ui,sans-serif;fill:#1d1f22;text-anchor:middle}
.head{font-weight:600;text-anchor:start}
rect{fill:#fff;stroke:#8a8f98}
line{stroke:#5b6470}
.begins{stroke:#1a7f37;stroke-width:2.5}
.ends{stroke:#b3261e;stroke-width:2.5}
.undated{stroke-dasharray:4 4}
.against{stroke:#b3261e;stroke-dasharray:1 5;stroke-linecap:round;stroke-width:3}
.dim{opacity:.3}
.ground{fill:#fff;stroke:none}
@media (prefers-color-scheme:dark){text{fill:#e8e6e3}rect{fill:#24272c;stroke:#767c86}
line{stroke:#9aa3af}.begins{stroke:#5fc77a}.ends,.against{stroke:#ff8a80}.ground{fill:#17191c}}
"""
_WORDS = {
    "begins": "told only of the time after",
    "ends": "told only of the time before",
    "lasts": "told for that time",
    "undated": "no date told",
}


def svg(whole: Network, titles: dict[str, str]) -> str:
    """A picture for each side in ``titles`` (of SIDES), one below the other, with its title.

    The actors with most ties are drawn, each in the same place in every picture.
    """
    shown = largest(whole, DRAWN)
    spots, height = places(shown, _WIDE)
    each = height + _HEAD + 16
    body = [
        line
        for place, (side, title) in enumerate(titles.items())
        for line in (
            f'<g transform="translate(0 {place * each:.0f})">',
            f'<text class="head" x="4" y="18">{escape(title)}</text>',
            f'<g transform="translate(0 {_HEAD})">',
            *_side(shown, spots, SIDES[side]),
            "</g></g>",
        )
    ]
    tall = each * len(titles) + 24
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE:.0f} {tall:.0f}" '
            f'role="img" aria-label="{escape("; ".join(titles.values()))}">',
            f"<style>{STYLE}</style>",
            '<rect class="ground" width="100%" height="100%"/>',
            *body,
            *_legend(shown, tall - 10),
            "</svg>\n",
        ]
    )


def escape(text: str) -> str:
    """Text that may stand in an SVG file."""
    return escaped(clean(text))


def _side(shown: Network, spots: dict[str, Point], states: tuple[str, ...]) -> Iterator[str]:
    pairs: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for bond in shown.bonds:
        if bond.state in states and not bond.negative:
            pairs[bond.key].append(bond)
    for (left, right), bonds in sorted(pairs.items()):
        first = min(bonds, key=lambda b: (_RANK.index(b.state), b.id))
        kind = "against" if all(b.sign < 0 for b in bonds) else first.state
        (x1, y1), (x2, y2) = spots[left], spots[right]
        told = escape("\n".join(f"{b.text} ({b.when})" for b in bonds[:6]))
        yield (
            f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}">'
            f"<title>{told}</title></line>"
        )
    tied = {end for pair in pairs for end in pair}
    for actor in shown.actors:
        x, y = spots[actor.id]
        wide, round_ = box(actor.name), 13 if actor.type == "Person" else 3
        name = label(actor.name)
        yield (
            f'<g class="actor{"" if actor.id in tied else " dim"}">'
            f'<rect x="{x - wide / 2:.1f}" y="{y - 13:.1f}" width="{wide:.1f}" height="26" '
            f'rx="{round_}"/><text x="{x:.1f}" y="{y + 4.5:.1f}">{escape(name)}</text>'
            f"<title>{escape(actor.name)} ({actor.type})</title></g>"
        )


def _legend(shown: Network, y: float) -> Iterator[str]:
    states = [state for state in _WORDS if any(b.state == state for b in shown.bonds)]
    keys = [(state, _WORDS[state]) for state in states]
    if any(b.sign < 0 for b in shown.bonds):
        keys.append(("against", "against each other"))
    for place, (kind, words) in enumerate(keys):
        x = 8 + place * 220
        yield f'<line class="{kind}" x1="{x}" y1="{y - 4:.0f}" x2="{x + 28}" y2="{y - 4:.0f}"/>'
        yield f'<text class="head" x="{x + 34}" y="{y:.0f}">{words}</text>'
