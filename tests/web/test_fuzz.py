"""Whatever is asked, the answer is an answer: no address, field or body brings a fault of ours."""

from urllib.parse import quote, urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.web.gate import form_seal
from sayso.web.table import DEEDS, PAGES
from tests.web.driver import HOST, TOKEN, Bench

FIELDS = (
    "q", "at", "off", "from", "to", "who", "type", "lanes", "page", "on", "pivot", "undated",
    "show", "state", "role", "order", "a", "b", "name", "judge", "id", "about", "decision",
    "value", "reason", "seen", "report", "kind", "title", "keep", "up", "down", "had", "back",
    "words-timeline",
)  # fmt: skip
EDGES = (
    "", "0", "-1", "2021", "2021-02-30", "9999-12-31", "-9999-01-01", "0000", "2021/..", "../2021",
    "0-1", "1-999999999", "{2021", "[", "e-1", "ev-1", "%", "'\"<>", "*", '"', "\u202e", "\0",
    "NEAR(", "same", "accept", "correct", "person", "timeline", "timeline,nope", "٣", "2021-٠٣",
    "1e9", "99999999999999999999", "A", "1", "// x", "..",
)  # fmt: skip
words = st.one_of(st.sampled_from(EDGES), st.text(max_size=30))
fields = st.dictionaries(st.sampled_from(FIELDS), words, max_size=5)
quick = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def encoded(form: dict[str, str]) -> str:
    return urlencode({k: v.encode("utf-8", "replace") for k, v in form.items()})


@quick
@given(st.sampled_from([address for address, _ in PAGES] + ["/briefing/paper"]), words, fields)
def test_no_page_breaks(bench: Bench, address: str, id: str, query: dict[str, str]) -> None:
    """Pages answer, or say that something is missing."""
    at = address.replace("{id}", quote(id.encode("utf-8", "replace"), safe="") or "x")

    assert bench.get(f"{at}?{encoded(query)}").status in (200, 303, 403, 404)


@quick
@given(st.sampled_from([name for name, _ in DEEDS]), fields)
def test_no_form_breaks(bench: Bench, deed: str, form: dict[str, str]) -> None:
    """Forms are taken or refused."""
    assert bench.post(
        f"/do/{deed}", **{k: v.encode("utf-8", "replace") for k, v in form.items()}
    ).status in (303, 404, 409)


@quick
@given(
    st.sampled_from(["GET", "POST", "HEAD", "PUT"]), st.text(max_size=20), st.binary(max_size=60)
)
def test_no_request_breaks(bench: Bench, method: str, path: str, body: bytes) -> None:
    """Neither do addresses and bodies that no browser sends."""
    headers = {"cookie": bench.cookie, "origin": f"http://{HOST}"}
    sealed = f"seal={form_seal(TOKEN)}&".encode() + body
    address = "/" + quote(path.encode("utf-8", "replace"))
    for to in (address, "/do/see"):
        assert bench.ask(method, to, headers=headers, body=sealed).status in (
            200,
            303,
            403,
            404,
            405,
        )
