"""The page of commands is what the commands say."""

from pathlib import Path

from sayso.cli.main import COMMANDS, sayso
from tests.docs.cli_page import page

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_page_of_commands_is_up_to_date() -> None:
    """Nothing undocumented ships; run `make docs` when this fails."""
    assert PAGE.read_text("utf-8") == page()


def test_every_command_shows_an_example() -> None:
    """Help without an example is half a help."""
    for name in COMMANDS:
        command = sayso.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        every = [command, *getattr(command, "commands", {}).values()]
        assert all("Example: sayso" in (c.epilog or "") for c in every), name
