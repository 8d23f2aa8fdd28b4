"""The case for other programs, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import case_option, case_view, json_option
from sayso.cli.terminal.tables import one_line, show_json, show_table
from sayso.publish.forms.files import export as export_case
from sayso.publish.forms.forms import FORMS
from sayso.publish.reviewed.review import FORMS as REVIEWED
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.view import View
    from sayso.store.where import Where

# Of those who are nobody in a case so many are named.
_STRANGERS = 5


@click.command(epilog="Example: sayso export --to lines -o case.jsonl")
@click.option(
    "--to",
    "form",
    type=click.Choice(list(FORMS)),
    default="lines",
    show_default=True,
    help="The form; --forms says what each is.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Where to write: a file, or for forms of several files a folder. Without it, standard "
    "output.",
)
@click.option("--forms", is_flag=True, help="List the forms there are.")
@case_option
@json_option
def export(case_path: Where, form: str, output: Path | None, forms: bool, as_json: bool) -> None:
    """Write the whole case in a form that other programs read; two runs, the same bytes.

    What each form carries, and what it cannot, stands in docs/exchange.md.
    """
    if forms:
        _list_forms(as_json=as_json)
        return
    with case_view(case_path) as view:
        if output is None:
            _to_terminal(view, form)
        else:
            export_case(view, form, output)
    if output is not None:
        click.echo(f"{output}", err=True)


def _list_forms(*, as_json: bool) -> None:
    if as_json:
        show_json(
            {name: {"what": form.what, "folder": form.folder} for name, form in FORMS.items()}
        )
        return
    show_table(
        ("Form", "What it is", "Written as"),
        [(name, form.what, "folder" if form.folder else "file") for name, form in FORMS.items()],
        empty="There are no forms.",
        grows="What it is",
    )


def _to_terminal(view: View, name: str) -> None:
    if FORMS[name].folder:
        raise UsageError(f"{name} is several files", hint="name a folder to write them to with -o")
    for piece in FORMS[name].pieces(view):
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()


@click.command("import", epilog="Example: sayso import actors.csv --as actors")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--as",
    "form",
    type=click.Choice(["lines", *REVIEWED]),
    default="lines",
    show_default=True,
    help="Case lines make a case; the others are what was reviewed elsewhere.",
)
@click.option("--by", metavar="NAME", help="Who reviewed it. Default: the name of this login.")
@case_option
def import_(case_path: Where, file: Path, form: str, by: str | None) -> None:
    """Make a case from case lines, or take into one what was reviewed elsewhere.

    Reviewed entities (ftm), a list of known actors (CSV) and annotations on words of the reports
    become judgements of the case. Each is listed by 'sayso log' and taken back by 'sayso undo ID'.
    What does not fit the case is passed over and told; the exit code is then 2, or 1 where
    nothing fitted.
    """
    if form == "lines":
        _import_lines(case_path, file)
    else:
        _import_reviewed(case_path, file, form, by or login())


def _import_reviewed(case_path: Where, file: Path, form: str, by: str) -> None:
    from sayso.analysis.wording.names import plural
    from sayso.publish.reviewed.review import Desk, review
    from sayso.run.deciding import accept, now
    from sayso.store.case import open_case

    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("the file is not written in UTF-8", where=str(file)) from error
    with open_case(case_path) as case:
        found = review(form, Desk(case.view(), by, now()), text)
        accept(case, found.made)
    for passed in found.passed:
        click.echo(one_line(f"passed over: {passed.where}: {passed.why}"), err=True)
    told = f"{plural(len(found.made), 'judgement')} added, {found.known} known already"
    if found.strangers:
        told += f"; {plural(len(found.strangers), 'entry', 'entries')} of nobody in this case"
        some = ", ".join(found.strangers[:_STRANGERS])
        told += f": {one_line(some)}{' …' if len(found.strangers) > _STRANGERS else ''}"
    click.echo(told)
    if found.passed:
        click.get_current_context().exit(2 if found.made or found.known else 1)


def _import_lines(case_path: Where, file: Path) -> None:
    from sayso.publish.lines import import_lines
    from sayso.store.case import discard, is_taken, open_case

    if is_taken(case_path):
        raise UsageError(
            f"there is a case already at {case_path}", hint="name another with --case FILE"
        )
    try:
        with (
            file.open(encoding="utf-8") as stream,
            open_case(case_path, create=True) as case,
            case.writer() as writer,
        ):
            import_lines(stream, writer)
    except BaseException:
        # Half a case would stand in the way of the next try.
        discard(case_path)
        raise
    click.echo(f"{case_path}", err=True)
