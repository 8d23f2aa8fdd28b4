"""Who may sign in to a case that is served, and what was done in it: users, audit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import case_option, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table

if TYPE_CHECKING:
    from sayso.store.where import Where

ROLES = ("reader", "analyst", "admin")
stdin_option = click.option(
    "--password-stdin", is_flag=True, help="Take the password from the first line of the input."
)


@click.group(epilog="Example: sayso users add ada --role admin --case postgresql://db/inquiry")
def users() -> None:
    """Who may sign in to a case that is served, and with which role.

    A reader sees everything but the audit log, an analyst also decides, an admin also sees the log.
    Who can write the case itself can use these commands: guard the file, or the database.
    """


@users.command("list", epilog="Example: sayso users list")
@case_option
@json_option
def list_users(case_path: Where, as_json: bool) -> None:
    """All users with their roles."""
    from sayso.store.case import open_case

    with open_case(case_path) as case:
        found = list(case.people().users())
    if as_json:
        show_json(found)
        return
    show_table(
        ("Name", "Role", "Since"),
        [(one_line(user.name), user.role, user.since) for user in found],
        empty="There are no users yet: sayso users add NAME --role admin",
        grows="Name",
    )


@users.command("add", epilog="Example: sayso users add ada --role analyst")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What the user may do.")
@stdin_option
@case_option
def add(case_path: Where, name: str, role: str, password_stdin: bool) -> None:
    """Add a user; the password is asked for."""
    from sayso.run.deciding import now
    from sayso.store.case import open_case
    from sayso.store.people.register import User
    from sayso.web.accounts.passwords import hashed

    with open_case(case_path) as case:
        kept = hashed(_password(password_stdin))
        with case.register() as register:
            register.add(User(name, role, now()), kept, by=login())
    click.echo(f"{one_line(name)} may sign in as {role}")


@users.command("remove", epilog="Example: sayso users remove ada")
@click.argument("name")
@case_option
def remove(case_path: Where, name: str) -> None:
    """Remove a user and sign the user out; the user's decisions stay, with the name."""
    from sayso.run.deciding import now
    from sayso.store.case import open_case

    with open_case(case_path) as case, case.register() as register:
        register.remove(name, by=login(), at=now())
    click.echo(f"{one_line(name)} may no longer sign in")


@users.command("role", epilog="Example: sayso users role ada admin")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@case_option
def set_role(case_path: Where, name: str, role: str) -> None:
    """Give a user another role, from the next page on."""
    from sayso.run.deciding import now
    from sayso.store.case import open_case

    with open_case(case_path) as case, case.register() as register:
        register.set_role(name, role, by=login(), at=now())
    click.echo(f"{one_line(name)} is {role}")


@users.command("password", epilog="Example: sayso users password ada")
@click.argument("name")
@stdin_option
@case_option
def set_password(case_path: Where, name: str, password_stdin: bool) -> None:
    """Give a user another password, and sign the user out everywhere."""
    from sayso.run.deciding import now
    from sayso.store.case import open_case
    from sayso.web.accounts.passwords import hashed

    with open_case(case_path) as case:
        case.people().user(name)
        kept = hashed(_password(password_stdin))
        with case.register() as register:
            register.set_password(name, kept, by=login(), at=now())
    click.echo(f"{one_line(name)} has a new password")


@click.command(epilog="Example: sayso audit --json")
@case_option
@json_option
def audit(case_path: Where, as_json: bool) -> None:
    """Who decided, signed in or changed users, and when; the case refuses to change a line."""
    from sayso.store.case import open_case

    with open_case(case_path) as case:
        found = list(case.people().audit())
    if as_json:
        show_json(found)
        return
    show_table(
        ("No", "At", "By", "What", "About"),
        [(str(e.number), e.at, one_line(e.by), e.deed, one_line(e.about)) for e in found],
        empty="Nothing was done yet.",
        grows="About",
    )


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    told = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return str(told)
