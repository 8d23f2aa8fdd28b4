"""The command `sayso`: a table of commands, each loaded when it is called."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from sayso import __version__
from sayso.records.errors import SaysoError
from sayso.run.garbage import look_seldom

# Commands under the headings of the list: where each lives, and its line there.
GROUPS = {
    "Begin": {
        "read": ("sayso.cli.read:read", "Read reports into a case; again: only what has changed."),
        "brief": (
            "sayso.cli.brief:brief",
            "Write a briefing in which every sentence has a footnote.",
        ),
        "open": (
            "sayso.cli.workbench.open:open_",
            "Read, question and correct a case in the browser.",
        ),
    },
    "Ask": {
        "search": ("sayso.cli.find:search", "Find words in the reports."),
        "show": ("sayso.cli.find:show", "Anything by its id, with its words in their context."),
        "timeline": ("sayso.cli.ask:timeline", "What happened, in order of time."),
        "events": (
            "sayso.cli.ask:events",
            "Events, by who, where, what kind, when, on whose word.",
        ),
        "itinerary": ("sayso.cli.record.itinerary:itinerary", "Where a person was, and with whom."),
        "who": ("sayso.cli.ask:who", "Names, offices, events and words of one person or body."),
        "ties": ("sayso.cli.record.ties:ties", "Lasting ties of a person or body, on a date."),
        "held": ("sayso.cli.record.ties:held", "Who held an office, and when."),
        "network": (
            "sayso.cli.workbench.network:network",
            "Who is tied to whom, and what changed when.",
        ),
        "ledger": (
            "sayso.cli.workbench.ledger:ledger",
            "Events and judgements by front, aspect and quarter.",
        ),
        "says": ("sayso.cli.sources:says", "All that one source said, and through whom it came."),
        "sources": ("sayso.cli.sources:sources", "On whose word the case rests."),
        "failures": ("sayso.cli.find:failures", "What could not be read, and what to do about it."),
    },
    "Weigh": {
        "claims": ("sayso.cli.judging.claims:claims", "What authors and sources judge."),
        "compare": ("sayso.cli.judging.claims:compare", "Two reports' judgements side by side."),
        "conflicts": (
            "sayso.cli.judging.accounts:conflicts",
            "Where tellings cannot all be right, or go apart.",
        ),
        "agreements": (
            "sayso.cli.judging.accounts:agreements",
            "Where reports say the same of one thing.",
        ),
        "check": (
            "sayso.cli.judging.checks:check",
            "Statements that can be held against the case.",
        ),
        "weigh": ("sayso.cli.weighing.weigh:weigh", "Rival hypotheses against the evidence."),
        "lint": ("sayso.cli.weighing.lint:lint", "Hold a written report against its case."),
    },
    "Decide": {
        "merges": ("sayso.cli.naming:merges", "Names that may be of one, most valuable first."),
        "same": ("sayso.cli.naming:same", "Decide that two are one."),
        "different": ("sayso.cli.naming:different", "Decide that two are not one."),
        "judge": ("sayso.cli.judging.judge:judge", "Accept, reject, play down or explain."),
        "grade": ("sayso.cli.sources:grade", "Grade a source or a piece, or list the grades."),
        "undo": ("sayso.cli.naming:undo", "Take back a decision, the last or the one with an id."),
        "log": ("sayso.cli.naming:log", "Every decision of an analyst."),
        "decisions": ("sayso.cli.naming:decisions", "Decisions to a file, and from one."),
    },
    "Take along": {
        "export": (
            "sayso.cli.lines:export",
            "Write the case for other programs: tables, graphs, linked data.",
        ),
        "import": (
            "sayso.cli.lines:import_",
            "Make a case from case lines, or take home what was reviewed.",
        ),
        "copy": (
            "sayso.cli.newsroom.copy:copy",
            "Copy a case whole, from or to a file or a database.",
        ),
    },
    "Work together": {
        "serve": (
            "sayso.cli.newsroom.serve:serve",
            "The workbench for several people, with accounts.",
        ),
        "users": ("sayso.cli.newsroom.users:users", "Who may sign in, and with which role."),
        "audit": ("sayso.cli.newsroom.users:audit", "Who did what and when; never edited."),
    },
    "Words and times": {
        "pack": ("sayso.cli.pack:pack", "List, show and check packs of domain knowledge."),
        "when": ("sayso.cli.when:when", "What a time expression means, and why."),
    },
}
COMMANDS = {name: entry for group in GROUPS.values() for name, entry in group.items()}
DONE, NOTHING_DONE, DONE_WITH_FAILURES = 0, 1, 2


class LateGroup(click.Group):
    """A group whose commands are imported only when one is asked for: --help stays quick."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, or null."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands under their headings, from the table alone."""
        wide = max(map(len, COMMANDS))
        for heading, group in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(wide), line) for name, (_, line) in group.items()])

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with advice for a misspelt name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            advice = f" Did you mean '{near[0]}'?" if near else " 'sayso --help' lists them."
            context.fail(f"There is no command '{args[0]}'.{advice}")
        return super().resolve_command(context, args)


@click.group(
    cls=LateGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: sayso read reports/ && sayso brief -o briefing.html",
)
@click.version_option(__version__, message="sayso %(version)s")
def sayso() -> None:
    """Read reports and keep an account of who says what happened, when, where, on whose word."""


def main() -> None:
    """Run the command line; errors of the user's making end in one clear message."""
    look_seldom()
    try:
        code: Any = sayso(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else DONE)
    except click.ClickException as error:
        error.show()
        sys.exit(NOTHING_DONE)
    except click.exceptions.Abort:
        click.echo("sayso: interrupted; what was done is kept, the same command goes on", err=True)
        sys.exit(NOTHING_DONE)
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough.
        sys.stderr.close()
        sys.exit(DONE)
