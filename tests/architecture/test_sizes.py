"""The house keeps its rooms small. Raise a limit only by a decision record."""

import ast
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "sayso"
FILES = sorted(SOURCE.rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "common", "misc", "base", "manager", "core"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_file_fits_on_the_desk(path: Path) -> None:
    """Files have at most 400 lines, functions fewer than 60, names that say something."""
    text = path.read_text("utf-8")
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, FUNCTIONS)]
    long = [n.name for n in nodes if (n.end_lineno or n.lineno) - n.lineno >= 60]

    assert text.count("\n") <= 400
    assert not long
    assert path.stem not in VAGUE


def test_a_room_has_at_most_twelve_files() -> None:
    """A room that needs more is two rooms."""
    rooms = Counter(path.parent for path in FILES if path.name != "__init__.py")

    assert {str(room): n for room, n in rooms.items() if n > 12} == {}
