"""Every address of the workbench, and what makes its page or does its deed."""

from __future__ import annotations

from collections.abc import Callable

from sayso.web.ask import Ask
from sayso.web.deeds.deed import Deed
from sayso.web.deeds.desk import lay_out, see
from sayso.web.deeds.naming import name, undo
from sayso.web.deeds.settling import add, grade, settle
from sayso.web.deeds.weighing import cell
from sayso.web.page import Page
from sayso.web.pages.briefing import briefing
from sayso.web.pages.compare import compare
from sayso.web.pages.conflicts import agreements, conflicts
from sayso.web.pages.event import event
from sayso.web.pages.home import home
from sayso.web.pages.ledger import ledger
from sayso.web.pages.network import network
from sayso.web.pages.report import passage, report
from sayso.web.pages.review import review
from sayso.web.pages.search import search
from sayso.web.pages.sources import sources
from sayso.web.pages.timeline import timeline
from sayso.web.pages.weighing.weigh import weigh
from sayso.web.pages.who.dossier import dossier
from sayso.web.pages.who.people import people

PAGES: tuple[tuple[str, Callable[[Ask], Page]], ...] = (
    ("/", home),
    ("/search", search),
    ("/report/{id}", report),
    ("/passage/{id}", passage),
    ("/event/{id}", event),
    ("/timeline", timeline),
    ("/who", people),
    ("/who/{id}", dossier),
    ("/network", network),
    ("/ledger", ledger),
    ("/conflicts", conflicts),
    ("/agreements", agreements),
    ("/review", review),
    ("/sources", sources),
    ("/compare", compare),
    ("/weigh", weigh),
    ("/briefing", briefing),
)
# Each is a form that is sent to /do/NAME.
DEEDS: tuple[tuple[str, Deed], ...] = (
    ("name", name),
    ("undo", undo),
    ("settle", settle),
    ("add", add),
    ("grade", grade),
    ("see", see),
    ("layout", lay_out),
    ("cell", cell),
)
