"""Who is let in, from where, and what every answer forbids the browser."""

import pytest

from sayso.web.gate import form_seal
from sayso.web.links import local
from tests.web.driver import HOST, TOKEN, Bench


def test_the_token_opens_once_and_leaves_the_address(bench: Bench) -> None:
    """The token is taken out of the address and kept in a cookie that scripts cannot read."""
    answer = bench.ask("GET", f"/timeline?lanes=place&token={TOKEN}", headers={})

    assert answer.status == 303
    assert answer.headers["location"] == "/timeline?lanes=place"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "headers", [{}, {"cookie": "sayso-4321=wrong"}, {"cookie": f"sayso-1={TOKEN}"}]
)
def test_without_the_token_nothing_is_told(bench: Bench, headers: dict[str, str]) -> None:
    """Pages, style and progress alike are closed."""
    for address in ("/", "/static/sayso.js", "/progress", "/search?q=port", "/?token=wrong"):
        answer = bench.ask("GET", address, headers=headers)
        assert answer.status == 403
        assert "Selwyn" not in answer.text


@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
def test_a_program_may_read_by_a_header(bench: Bench, scheme: str) -> None:
    """No cookie is given for it, and it changes nothing: forms come from pages alone."""
    headers = {"authorization": f"{scheme} {TOKEN}"}
    answer = bench.ask("GET", "/api/case", headers=headers)
    assert answer.status == 200
    assert "set-cookie" not in answer.headers
    posted = bench.ask(
        "POST", "/do/accept", headers={**headers, "origin": f"http://{HOST}"}, body=b""
    )
    assert posted.status == 403
    assert "token" in posted.text


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN])
def test_a_header_without_the_token_opens_nothing(bench: Bench, given: str) -> None:
    assert bench.ask("GET", "/api/case", headers={"authorization": given}).status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1:1", "localhost.evil.example", "", "[::1]:4321"]
)
def test_another_host_name_is_refused(bench: Bench, host: str) -> None:
    """A name that somebody else pointed at this machine does not open the case."""
    assert bench.get("/", host=host).status == 403


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "https://127.0.0.1:4321", "http://localhost:4321"],
)
def test_a_form_from_another_page_is_refused(bench: Bench, origin: str | None) -> None:
    """Even with cookie and seal, what changes the case must come from this very address."""
    headers = {"cookie": bench.cookie} | ({"origin": origin} if origin else {})
    body = f"seal={form_seal(TOKEN)}".encode()

    assert bench.ask("POST", "/do/see", headers=headers, body=body).status == 403


def test_a_form_without_the_seal_changes_nothing(bench: Bench) -> None:
    """The seal of another run does not fit."""
    assert bench.post("/do/see", seal="0" * 64).status == 404
    assert bench.post("/do/see").status == 303


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_other_methods_are_refused(bench: Bench, method: str) -> None:
    """The workbench is read with GET and written with POST."""
    assert bench.ask(method, "/", headers={"cookie": bench.cookie}).status == 405


def test_every_answer_forbids_scripts_and_hosts_of_others(bench: Bench) -> None:
    """The policy names no other host and allows nothing inline."""
    for address in ("/", "/static/sayso.js", "/nowhere", "/progress"):
        policy = bench.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
    assert "script-src" not in bench.get("/briefing/paper").headers["content-security-policy"]


@pytest.mark.parametrize(
    "text", ["//evil.example", "/\\evil.example", "https://evil.example", "", "x", "/a\r\nb", "/ b"]
)
def test_the_way_back_never_leaves(text: str) -> None:
    """A form cannot send anybody elsewhere."""
    assert local(text) == "/"


def test_a_long_form_is_refused(bench: Bench) -> None:
    """Nobody fills the memory."""
    headers = {"cookie": bench.cookie, "origin": f"http://{HOST}"}
    assert bench.ask("POST", "/do/see", headers=headers, body=b"x" * 100_000).status == 404
