"""Which role each address needs; one that is not named here is open to nobody."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.routing import BaseRoute, Match
from starlette.types import Scope

from sayso.store.people.register import ROLES

ANYONE = "anyone"
READER, ANALYST, ADMIN = ROLES

NEEDS = {
    "/": READER,
    "/search": READER,
    "/report/{id}": READER,
    "/passage/{id}": READER,
    "/event/{id}": READER,
    "/timeline": READER,
    "/who": READER,
    "/who/{id}": READER,
    "/network": READER,
    "/agreements": READER,
    "/conflicts": READER,
    "/review": READER,
    "/sources": READER,
    "/compare": READER,
    "/ledger": READER,
    "/ledger/picture": READER,
    "/weigh": READER,
    "/briefing": READER,
    "/briefing/paper": READER,
    "/progress": READER,
    "/api/case": READER,
    "/api/highlights": READER,
    "/api/documents": READER,
    "/api/documents/{id}": READER,
    "/api/entities": READER,
    "/api/entities/{id}": READER,
    "/api/who": READER,
    "/api/merges": READER,
    "/api/events": READER,
    "/api/events/{id}": READER,
    "/api/timeline": READER,
    "/api/ties": READER,
    "/api/ties/{id}": READER,
    "/api/standing": READER,
    "/api/held": READER,
    "/api/itinerary": READER,
    "/api/attributions": READER,
    "/api/attributions/{id}": READER,
    "/api/says": READER,
    "/api/sources": READER,
    "/api/claims": READER,
    "/api/compare": READER,
    "/api/claims/{id}": READER,
    "/api/conflicts": READER,
    "/api/conflicts/{id}": READER,
    "/api/checks": READER,
    "/api/judgements": READER,
    "/api/search": READER,
    "/api/failures": READER,
    "/api/network": READER,
    "/api/network/turning": READER,
    "/api/weighing": READER,
    "/api/briefing": READER,
    "/api/agreements": READER,
    "/api/agreements/{id}": READER,
    "/api/openapi.json": READER,
    "/api/{rest:path}": READER,
    "/do/name": ANALYST,
    "/do/undo": ANALYST,
    "/do/settle": ANALYST,
    "/do/add": ANALYST,
    "/do/grade": ANALYST,
    "/do/cell": ANALYST,
    "/do/see": ANALYST,
    "/do/layout": ANALYST,
    "/audit": ADMIN,
    "/enter": ANYONE,
    "/leave": READER,
    "/static": ANYONE,
}


def needed(routes: Iterable[BaseRoute], scope: Scope) -> str | None:
    """The role that a request needs; null where its address is open to nobody.

    Where there is no such address, a reader may hear so.
    """
    for route in routes:
        if route.matches(scope)[0] is not Match.NONE:
            return NEEDS.get(getattr(route, "path", ""))
    return READER


def may(role: str, needs: str) -> bool:
    """Whether a role is enough."""
    return needs == ANYONE or (role in ROLES and ROLES.index(role) >= ROLES.index(needs))
