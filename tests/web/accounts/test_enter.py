"""Signing in and out: what is told, what is kept, and what is counted."""

import sqlite3
import threading

import pytest

from sayso.records.errors import UsageError
from sayso.store.case import open_case
from sayso.store.people.register import User
from sayso.web.accounts.limits import WINDOW, Limiter
from sayso.web.accounts.passwords import fits, hashed
from tests.web.accounts.conftest import ORIGIN, PASSWORD, Hall, people


def test_a_user_signs_in_works_and_signs_out(hall: Hall) -> None:
    """Back to the page one wanted, with the name on top; afterwards the token is worth nothing."""
    wanted = hall.get("/timeline?lanes=place")
    assert wanted.headers["location"] == "/enter?back=%2Ftimeline%3Flanes%3Dplace"
    answer = hall.enter("the analyst", back="/timeline?lanes=place")
    assert answer.headers["location"] == "/timeline?lanes=place"
    token = hall.token("the analyst")
    page = hall.get("/", token)
    assert "the analyst" in page.words
    assert 'href="/audit"' not in page.text
    assert hall.post("/leave", token).headers["location"] == "/enter"
    assert hall.get("/", token).status == 303


def test_the_cookie_is_kept_from_scripts_and_from_plain_http(small: Hall) -> None:
    """With TLS it is bound to the host."""
    plain = small.enter("the reader").headers["set-cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=lax" in plain
    assert "Secure" not in plain
    tls = Hall(small.where, "https://sayso.example")
    sealed = tls.enter("the reader").headers["set-cookie"]
    assert sealed.startswith("__Host-sayso=")
    assert "Secure" in sealed
    assert tls.get("/enter").headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("name", "password"),
    [("the reader", "wrong"), ("nobody", PASSWORD), ("", ""), ("the reader", ""), ("THE READER", PASSWORD),
     ("'; DROP TABLE user; --", PASSWORD), ("the reader", "x" * 5000), ("\ud800\0", "\0")],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_one_way(small: Hall, name: str, password: str) -> None:
    """Nobody learns whether a name is known."""
    answer = small.post("/enter", name=name.encode("utf-8", "replace").decode(), password=password)
    assert answer.status == 403
    assert "do not fit" in answer.words
    assert "set-cookie" not in answer.headers


def test_who_tries_too_often_must_wait(small: Hall) -> None:
    """Five times for one name; the right password does not help until the time is over."""
    for _ in range(5):
        assert small.enter("the reader", "wrong").status == 403
    answer = small.enter("the reader")
    assert answer.status == 429
    assert int(answer.headers["retry-after"]) == WINDOW
    assert small.enter("the analyst").status == 303
    small.clock.now += WINDOW
    assert small.enter("the reader").status == 303


def test_one_address_cannot_try_many_names_nor_shut_out_others() -> None:
    """Each limit by itself."""
    limiter = Limiter(lambda: 0.0)
    for n in range(20):
        limiter.failed(f"user {n}", "9.9.9.9")
    assert limiter.wait("another", "9.9.9.9")
    assert not limiter.wait("another", "8.8.8.8")
    for n in range(49):
        limiter.failed("ada", f"1.1.1.{n}")
    assert not limiter.wait("Ada", "7.7.7.7")
    limiter.failed("ADA", "1.1.1.99")
    assert limiter.wait("Ada", "7.7.7.7")


def test_a_form_from_another_page_or_host_is_refused(small: Hall) -> None:
    """Signing in included; so is a token without its origin."""
    token = small.token("the admin")
    for origin in ("null", "http://evil.example", ORIGIN.replace("http", "https")):
        for path in ("/enter", "/leave", "/do/see"):
            assert small.post(path, token, {"origin": origin}).status == 403
    assert small.get("/", token, host="evil.example").status == 403
    assert small.get("/", token).status == 200


def test_a_form_with_the_seal_of_another_session_changes_nothing(small: Hall) -> None:
    """Each session has its own; none is no seal either."""
    one, other = small.token("the analyst"), small.token("the analyst")
    from sayso.web.gate import form_seal

    assert small.post("/do/see", one, seal=form_seal(other)).status == 404
    assert small.post("/do/see", one, seal="").status == 404
    assert small.post("/do/see", one).status == 303


def test_another_role_or_password_holds_at_once(hall: Hall) -> None:
    """A role from the next request on; a password ends all sessions; so does removal."""
    reader, analyst = hall.token("the reader"), hall.token("the analyst")
    assert hall.post("/do/see", reader).status == 403
    with open_case(hall.where) as case, case.register() as register:
        register.set_role("the reader", "analyst", by="root", at="2024-02-01")
        register.set_password("the analyst", hashed("another long one"), by="root", at="2024-02-01")
    assert hall.post("/do/see", reader).status == 303
    assert hall.get("/", analyst).status == 303
    with open_case(hall.where) as case, case.register() as register:
        register.remove("the reader", by="root", at="2024-02-02")
    assert hall.get("/", reader).status == 303
    assert hall.enter("the reader").status == 403


def test_a_session_ends_after_a_day(small: Hall, monkeypatch) -> None:
    """Twelve hours later the password is asked for again."""
    monkeypatch.setattr("sayso.web.accounts.desk.now", lambda: "2024-05-01T08:00:00.000000Z")
    token = small.token("the reader")
    monkeypatch.setattr("sayso.web.accounts.desk.now", lambda: "2024-05-01T19:59:59.000000Z")
    assert small.get("/", token).status == 200
    monkeypatch.setattr("sayso.web.accounts.desk.now", lambda: "2024-05-01T20:00:00.000000Z")
    assert small.get("/", token).status == 303


def test_a_copy_of_the_case_opens_no_session(small: Hall) -> None:
    """The case holds hashes of tokens and passwords, never the things themselves."""
    token = small.token("the admin")
    raw = sqlite3.connect(small.where)
    everything = "\n".join(raw.iterdump())
    raw.close()
    assert token not in everything
    assert PASSWORD not in everything
    assert "$argon2id$" in everything


def test_decisions_are_made_in_the_name_of_who_is_signed_in(hall: Hall) -> None:
    """Whatever the form says of it; and the audit log tells the rest to admins."""
    analyst, admin = hall.token("the analyst"), hall.token("the admin")
    form = {"about": "ev-1", "decision": "reject", "by": "somebody else", "reason": "'; --"}
    assert hall.post("/do/settle", analyst, **form).status == 303
    with open_case(hall.where) as case:
        assert [j.by for j in case.view().judgements()][-1] == "the analyst"
        log = [(e.by, e.deed) for e in case.people().audit()]
    assert ("the analyst", "decide") in log
    assert ("the admin", "sign in") in log
    page = hall.get("/audit", admin)
    assert "reject" in page.words
    assert "ev-1" in page.words


def test_pages_are_kept_apart_by_who_asks(hall: Hall) -> None:
    """A page kept for one is never shown to another."""
    tokens = {role: hall.token(f"the {role}") for role in ("reader", "analyst", "admin")}
    for _ in range(2):
        for role, token in tokens.items():
            page = hall.get("/timeline", token).text
            assert f"the {role}" in page
            assert [other for other in tokens if f"the {other}" in page] == [role]


def test_two_who_decide_the_same_thing_hear_of_each_other(hall: Hall) -> None:
    """One of two at the same moment is written; the other is told who was first."""
    tokens = [hall.token("the analyst"), hall.token("the admin")]
    answers = []

    def settle(token: str, decision: str) -> None:
        form = {"about": "x-1", "decision": decision, "seen": ""}
        answers.append(hall.post("/do/settle", token, **form))

    threads = [
        threading.Thread(target=settle, args=given)
        for given in zip(tokens, ("accept", "reject"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status for answer in answers) == [303, 409]
    late = next(answer for answer in answers if answer.status == 409)
    assert "decided this at" in late.words
    with open_case(hall.where) as case:
        live = [j for j in case.view().judgements(live_only=True) if j.id != "j-1"]
    assert len(live) == 1


def test_users_have_names_roles_and_one_admin_at_least(small: Hall) -> None:
    """What would lock everybody out is refused."""
    with open_case(small.where) as case, case.register() as register:
        for user in (User("", "reader", ""), User("a\nb", "reader", ""), User("x" * 81, "reader", ""),
                     User("ada", "boss", ""), User("the reader", "reader", "")):  # fmt: skip
            with pytest.raises(UsageError):
                register.add(user, "h", by="root")
        with pytest.raises(UsageError, match="last admin"):
            register.remove("the admin", by="root", at="")
        with pytest.raises(UsageError, match="last admin"):
            register.set_role("the admin", "reader", by="root", at="")
        with pytest.raises(UsageError, match="no user"):
            register.remove("nobody", by="root", at="")


def test_passwords_are_long_and_compared_safely() -> None:
    """Short ones are refused; nonsense in place of a hash fits nothing."""
    with pytest.raises(UsageError, match="12"):
        hashed("short")
    kept = hashed("quite a long password")
    assert fits(kept, "quite a long password")
    assert not fits(kept, "quite a long passworD")
    assert not fits(None, "nobody has this password")
    assert not fits("no hash", "quite a long password")


def test_a_server_that_stops_is_told_on_the_page(tmp_path, monkeypatch) -> None:
    """No trace of ours, no case, and the way on."""
    hall = Hall(people(tmp_path / "case.sayso"))
    token = hall.token("the reader")
    (tmp_path / "case.sayso").rename(tmp_path / "gone")
    answer = hall.get("/", token)
    assert answer.status == 503
    assert "no case here" in answer.words
