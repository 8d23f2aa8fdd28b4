"""Every route of the application, asked in every role: nobody sees or does more than allowed."""

from pathlib import Path

import pytest
from starlette.routing import Mount

from sayso.store.people.register import ROLES
from sayso.web.accounts.pages import newsroom
from sayso.web.accounts.permissions import ANYONE, NEEDS, may
from tests.web.accounts.conftest import ORIGIN, Hall


def routes() -> list[tuple[str, str]]:
    """Method and path of everything that answers, from the application itself."""
    app = newsroom(Path("nowhere.sayso"), ORIGIN).app
    found = []
    for route in app.routes:
        if isinstance(route, Mount):
            found.append(("GET", route.path))
        else:
            found += [(m, route.path) for m in sorted(route.methods) if m != "HEAD"]
    return found


def test_every_route_says_whom_it_is_for() -> None:
    """A new page or form is open to nobody until its permission is written down."""
    assert {path for _, path in routes()} == set(NEEDS)
    assert set(NEEDS.values()) <= {ANYONE, *ROLES}
    assert [path for path, needs in NEEDS.items() if needs == ANYONE] == ["/enter", "/static"]
    assert all(needs != "reader" for path, needs in NEEDS.items() if path.startswith("/do/"))


@pytest.fixture(scope="module")
def signed(tmp_path_factory) -> tuple[Hall, dict[str, str]]:
    """One workbench, and a token of each role."""
    from tests.web.accounts.conftest import people

    hall = Hall(people(tmp_path_factory.mktemp("roles") / "case.sayso"))
    return hall, {role: hall.token(f"the {role}") for role in ROLES}


@pytest.mark.parametrize("role", ["", *ROLES])
@pytest.mark.parametrize(("method", "path"), routes())
def test_nobody_does_more_than_the_role_allows(signed, method: str, path: str, role: str) -> None:
    """Asked with nothing but a token: what is not allowed is refused before anything is done."""
    hall, tokens = signed
    token = tokens.get(role, "")
    if path == "/leave" and role:
        token = hall.token(f"the {role}")
    address = {"/static": "/static/sayso.js"}.get(path, path.replace("{id}", "e-1"))
    answer = hall.get(address, token) if method == "GET" else hall.post(address, token)
    allowed = may(role, NEEDS[path])

    if path == "/enter":
        assert answer.status == (200 if method == "GET" else 403)
        assert 'name="password"' in answer.text
    elif allowed:
        # 400: let in, and told that a parameter is missing.
        assert answer.status in (200, 303, 400, 404, 409), answer.words
        assert "Not allowed" not in answer.text
        assert not answer.headers.get("location", "").startswith("/enter?")
    elif role or method == "POST":
        assert answer.status == 403
        assert "Ana" not in answer.text
    else:
        assert (answer.status, answer.headers["location"][:7]) == (303, "/enter?")
        assert answer.body == b""


@pytest.mark.parametrize("role", ["", *ROLES])
@pytest.mark.parametrize("path", ["/nowhere", "//", "/do/nothing", "/openapi.json", "/users"])
def test_what_is_not_there_is_no_way_in(signed, path: str, role: str) -> None:
    """Unknown addresses tell a stranger nothing, and a user that there is no page."""
    hall, tokens = signed
    answer = hall.get(path, tokens.get(role, ""))
    assert answer.status == (404 if role else 303)


def test_a_route_without_permission_is_closed(tmp_path, monkeypatch) -> None:
    """Even to an admin: whoever adds a page must say whom it is for."""
    from tests.web.accounts.conftest import people

    hall = Hall(people(tmp_path / "case.sayso"))
    token = hall.token("the admin")
    assert hall.get("/timeline", token).status == 200
    monkeypatch.delitem(NEEDS, "/timeline")
    assert hall.get("/timeline", token).status == 403
