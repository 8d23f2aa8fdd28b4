"""A page before it is printed, and its printing; nothing that a report says becomes markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sayso.analysis.naming.likeness import likeness, surely
from sayso.analysis.wording.names import capital, clipped, plural
from sayso.web import files, links

# Embeddings, overrides and isolates of the Unicode bidirectional algorithm.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# The views in the order of the navigation, and the key that follows "g".
VIEWS = (
    ("/", "Home", "h"),
    ("/timeline", "Timeline", "t"),
    ("/who", "Who", "w"),
    ("/network", "Network", "n"),
    ("/ledger", "Ledger", "l"),
    ("/conflicts", "Conflicts", "c"),
    ("/review", "Review", "r"),
    ("/sources", "Sources", "s"),
    ("/compare", "Compare", "p"),
    ("/weigh", "Weigh", "a"),
    ("/briefing", "Briefing", "b"),
)

# What one of each type of entity is called.
KIND = {
    "Person": "Person",
    "Organization": "Organisation",
    "Group": "Group",
    "Outlet": "Outlet",
    "Place": "Place",
    "Office": "Office",
}


@dataclass(frozen=True, slots=True)
class Page:
    """The template of a page, its title, and what the template asks for.

    ``here`` is the address in the page's navigation that it belongs to; ``query`` is what was
    typed into the search. A page that is ``alive`` may change while the case does not.
    """

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    here: str = ""
    query: str = ""
    alive: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks: ``seal`` goes into every form; ``role`` is empty where there are no accounts."""

    by: str = ""
    seal: str = ""
    role: str = ""


NOBODY = Visit()


def html(page: Page, *, case: str, visit: Visit = NOBODY, back: str = "/") -> str:
    """The page as HTML for who asks; ``back`` is its own address."""
    template = _environment().get_template(page.template)
    return template.render(
        page=page, case=case, seal=visit.seal, visit=visit, back=back, views=VIEWS, **page.values
    )


def templates() -> list[str]:
    """The names of all templates."""
    return _environment().list_templates()


def prepare(name: str) -> None:
    """Translate a template, so that nobody's first page waits for that."""
    _environment().get_template(name)


def guarded(text: str) -> Markup:
    """A report's words with each mark that turns their direction shown, and without effect.

    Such a mark can make a sentence read as it was not written. Walled off alone it turns nothing,
    and stays in the text, so that places in it still count.
    """
    return Markup(_TURNS.sub(_shown, str(escape(text))))


def _shown(match: re.Match[str]) -> str:
    return f'<bdi class="turn" data-sign="U+{ord(match[0]):04X}">{match[0]}</bdi>'


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["links"] = links
    environment.globals["style"] = files.style()
    environment.globals["static"] = files.address
    environment.filters["guarded"] = guarded
    environment.filters["kind"] = lambda type: KIND.get(type, type)
    environment.filters["plural"] = plural
    environment.filters["likeness"] = likeness
    environment.filters["surely"] = surely
    environment.filters["capital"] = capital
    environment.filters["clipped"] = clipped
    return environment
