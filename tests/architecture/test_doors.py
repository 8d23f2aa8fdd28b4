"""Walls that import-linter cannot see."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
FILES = sorted(SOURCE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_private_modules_stay_in_their_room(path: Path) -> None:
    """A module whose name starts with an underscore is seen only inside its own room."""
    parts = path.relative_to(SOURCE).parts
    room = parts[1] if len(parts) > 2 else ""
    strangers = [
        name
        for name in imports(path)
        if name.startswith("sayso.")
        and name.split(".")[1] != room
        and any(part.startswith("_") for part in name.split(".")[2:] if part != "__version__")
    ]

    assert strangers == []


def test_the_repository_is_silent_about_its_workshop() -> None:
    """No tracked text names a package index or a path of the machine it was made on."""
    root = SOURCE.parent
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org", "/wo" + "rk/", "/fa" + "rm/"]
    texts = [*root.glob("*.md"), *root.glob("*.lock"), *root.glob("docs/**/*.md")]
    texts += [*root.glob("*.toml"), root / "Makefile", *FILES, *root.glob("tests/**/*.py")]
    guilty = [
        str(path.relative_to(root))
        for path in texts
        if any(host in path.read_text("utf-8") for host in hosts)
    ]

    assert guilty == []
