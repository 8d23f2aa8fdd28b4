"""A page before it is printed, and its printing; nothing that a report says becomes markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.analysis.wording.names import capital, plural
from sayso.records.ids import digest
from sayso.web import links

# The views in the order of the navigation, and the key that follows "g".
VIEWS = (
    ("/", "Home", "h"),
    ("/timeline", "Timeline", "t"),
    ("/who", "Who", "w"),
    ("/network", "Network", "n"),
    ("/conflicts", "Conflicts", "c"),
    ("/review", "Review", "r"),
    ("/sources", "Sources", "s"),
    ("/compare", "Compare", "p"),
    ("/briefing", "Briefing", "b"),
)


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


def html(page: Page, *, case: str, seal: str = "", back: str = "/") -> str:
    """The page as HTML; ``seal`` goes into its forms, ``back`` is its own address."""
    template = _environment().get_template(page.template)
    return template.render(page=page, case=case, seal=seal, back=back, views=VIEWS, **page.values)


@cache
def _static(name: str) -> str:
    """The address of a file of ours; another content has another address."""
    content = Path(__file__).with_name("static").joinpath(name).read_bytes()
    return f"/static/{name}?v={digest(content)[:12]}"


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
    environment.globals["static"] = _static
    environment.filters["plural"] = plural
    environment.filters["capital"] = capital
    return environment
