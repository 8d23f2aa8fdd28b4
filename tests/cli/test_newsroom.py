"""Users, the audit log, copies and the served workbench, as somebody meets them in a terminal."""

import http.client
import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import sayso
from sayso.cli.newsroom.serve import _is_local, _origin
from sayso.records.errors import UsageError
from sayso.store.case import open_case
from sayso.store.where import Where
from tests.store.sample import fill

PASSWORD = "four words of mine"


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(sayso, list(arguments), input=input)


@pytest.fixture
def place(where: Where) -> str:
    """The address or path of a small case, in either store."""
    with open_case(where, create=True) as case, case.writer() as writer:
        fill(writer)
    return getattr(where, "address", str(where))


def test_users_come_change_and_go(place: str) -> None:
    """Each change stands in the audit log; no password is ever shown."""
    added = run(
        "users", "add", "ada", "--role", "admin", "--case", place, input=f"{PASSWORD}\n" * 2
    )
    assert added.exit_code == 0, added.output
    stdin = ("--password-stdin", "--case", place)
    assert (
        run("users", "add", "ben", "--role", "reader", *stdin, input=f"{PASSWORD}\n").exit_code == 0
    )
    assert run("users", "role", "ben", "analyst", "--case", place).exit_code == 0
    assert run("users", "password", "ben", *stdin, input="another phrase of mine\n").exit_code == 0
    listed = json.loads(run("users", "list", "--case", place, "--json").stdout)
    assert [(user["name"], user["role"]) for user in listed] == [
        ("ada", "admin"),
        ("ben", "analyst"),
    ]
    assert run("users", "remove", "ben", "--case", place).exit_code == 0
    log = json.loads(run("audit", "--case", place, "--json").stdout)
    assert [entry["deed"] for entry in log] == [
        "decide", "add user", "add user", "set role", "set password", "remove user",
    ]  # fmt: skip
    everything = run("users", "list", "--case", place).output + run("audit", "--case", place).output
    assert "ada" in everything
    assert PASSWORD not in everything + added.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "ada", "--role", "reader"), "already"),
        (("add", "cid", "--role", "king"), "king"),
        (("remove", "nobody"), "no user"),
        (("remove", "ada"), "last admin"),
        (("role", "ada", "reader"), "last admin"),
        (("password", "nobody"), "no user"),
    ],
)
def test_what_cannot_be_is_refused_with_advice(tmp_path: Path, arguments, told: str) -> None:
    """Exit code 1 or 2, and nothing is changed."""
    place = str(tmp_path / "case.sayso")
    open_case(Path(place), create=True).close()
    run(
        "users",
        "add",
        "ada",
        "--role",
        "admin",
        "--password-stdin",
        "--case",
        place,
        input=PASSWORD,
    )
    more = ("--password-stdin",) if arguments[0] in ("add", "password") else ()
    done = run("users", *arguments, *more, "--case", place, input=f"{PASSWORD}\n")
    assert done.exit_code != 0
    assert told in done.output + str(done.exception)
    listed = json.loads(run("users", "list", "--case", place, "--json").stdout)
    assert [user["name"] for user in listed] == ["ada"]


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    """With a hint at what is easy to keep in mind."""
    place = str(tmp_path / "case.sayso")
    open_case(Path(place), create=True).close()
    done = run(
        "users", "add", "x", "--role", "admin", "--password-stdin", "--case", place, input="no\n"
    )
    assert isinstance(done.exception, UsageError)


def test_a_case_is_copied(tmp_path: Path, place: str) -> None:
    """Users and log come along; a second time there is something already."""
    copy = str(tmp_path / "copy.sayso")
    done = run("copy", place, copy)
    assert "2 reports, 3 events and 1 decision copied" in done.output
    log = [run("audit", "--case", p, "--json").stdout for p in (place, copy)]
    assert log[0] == log[1]
    assert isinstance(run("copy", place, copy).exception, UsageError)


def test_nothing_is_served_where_nobody_may_sign_in(tmp_path: Path) -> None:
    """The first user is added on the command line."""
    open_case(tmp_path / "case.sayso", create=True).close()
    done = run("serve", "--case", str(tmp_path / "case.sayso"))
    assert "users add" in str(done.exception)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://sayso.example", "https://sayso.example"),
        ("https://Sayso.example:443/", "https://sayso.example"),
        ("https://sayso.example:8443", "https://sayso.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost", "http://localhost"),
        ("http://sayso.example", None),
        ("ftp://sayso.example", None),
        ("sayso.example", None),
        ("https://sayso.example/deep", None),
        ("", None),
    ],
)
def test_the_address_of_a_workbench_has_tls_or_is_local(url: str, origin: str | None) -> None:
    """Passwords never cross a network in the clear."""
    if origin is None:
        with pytest.raises(UsageError) as caught:
            _origin(url)
        assert caught.value.hint
    else:
        assert _origin(url) == origin


def test_to_be_bound_elsewhere_it_must_have_tls() -> None:
    """Loopback addresses are this machine; all others are not."""
    assert [_is_local(a) for a in ("127.0.0.1", "::1", "0.0.0.0", "10.1.1.1", "example")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    done = run("serve", "--bind", "0.0.0.0", "--case", "nowhere")
    assert "in the clear" in str(done.exception)


def test_a_workbench_is_really_served(tmp_path: Path) -> None:
    """Over a socket: sign in, see a page with the cookie, and end by Ctrl-C."""
    place = tmp_path / "case.sayso"
    with open_case(place, create=True) as case, case.writer() as writer:
        fill(writer)
    run(
        "users",
        "add",
        "ada",
        "--role",
        "reader",
        "--password-stdin",
        "--case",
        str(place),
        input=PASSWORD,
    )
    command = ["serve", "--port", "0", "--case", str(place)]
    program = (
        "import sys; from sayso.cli.main import main; sys.argv = ['sayso', *sys.argv[1:]]; main()"
    )
    server = subprocess.Popen(
        [sys.executable, "-c", program, *command], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        lines = (server.stdout.readline() for _ in range(9))
        port = int(
            next(m[1] for line in lines if (m := re.search(r"http://127\.0\.0\.1:(\d+)", line)))
        )
        form = urlencode({"name": "ada", "password": PASSWORD, "back": "/who"})
        headers = {
            "origin": f"http://127.0.0.1:{port}", "content-type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        answer, _ = ask(port, "POST", "/enter", form, headers)
        assert (answer.status, answer.getheader("location")) == (303, "/who")
        cookie = answer.getheader("set-cookie").split(";")[0]
        answer, page = ask(port, "GET", "/who", None, {"cookie": cookie})
        assert answer.status == 200
        assert "Ana Ruíz" in page
        answer, page = ask(port, "GET", "/who", None, {})
        assert (answer.status, page) == (303, "")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(10)
        server.stdout.close()


def ask(port: int, method: str, path: str, body, headers) -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    page = answer.read().decode("utf-8")
    connection.close()
    return answer, page


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    """A server's driver and the hashing of passwords are extras."""
    program = (
        "import sys; sys.modules.update({'psycopg': None, 'argon2': None})\n"
        "from sayso.records.errors import SaysoError\n"
        "from sayso.store.case import open_case\n"
        "from sayso.web.accounts.passwords import hashed\n"
        "for act in (lambda: open_case('postgresql://h/c'), lambda: hashed('x' * 20)):\n"
        "    try: act()\n"
        "    except SaysoError as error: print(error.hint)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == [
        'pip install "sayso[postgres]"',
        'pip install "sayso[serve]"',
    ]
