"""Answers that a case keeps about itself, changed by somebody else: an answer or a clear no."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.records.errors import SaysoError
from sayso.run.whole.overviews import OVERVIEWS, keep_overviews
from sayso.store.case import open_case
from tests.affair import affair, put
from tests.cli.test_commands import run

QUESTIONS = (
    ("who", "Marrow"), ("who", "Maro"), ("held", "minister"), ("sources",), ("network",),
    ("network", "--who", "Ilka Marrow"), ("network", "--who", "Ilka Marrow", "--at", "2021"),
    ("says", "Ada Pell"), ("itinerary", "Marrow"), ("timeline",), ("brief", "-o", "{}"),
)  # fmt: skip
ID = re.compile(r"^[a-z]{1,2}-[0-9a-f]{4,}$")


def halved(value: Any) -> Any:
    """Lists and long texts of half the length."""
    if isinstance(value, dict):
        return {name: halved(part) for name, part in value.items()}
    if isinstance(value, list):
        return [halved(part) for part in value[: len(value) // 2]]
    return value[: len(value) // 2] if isinstance(value, str) and len(value) > 20 else value


def strange(value: Any) -> Any:
    """Every id that of nobody."""
    if isinstance(value, dict):
        return {name: strange(part) for name, part in value.items()}
    if isinstance(value, list):
        return [strange(part) for part in value]
    return "e-00ff00ff00ff00ff" if isinstance(value, str) and ID.match(value) else value


def huge(value: Any) -> Any:
    """Every number larger than there are things."""
    if isinstance(value, dict):
        return {name: huge(part) for name, part in value.items()}
    if isinstance(value, list):
        return [huge(part) for part in value]
    return 10**12 if isinstance(value, int) and not isinstance(value, bool) else value


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with its overviews."""
    path = put(affair(), tmp_path_factory.mktemp("kept") / "port.sayso")
    with open_case(path) as case, case.writer() as writer, writer.transaction():
        keep_overviews(writer)
    return path


@pytest.mark.parametrize("change", [halved, strange, huge], ids=lambda one: one.__name__)
@pytest.mark.parametrize("kind", [one.kind for one in OVERVIEWS])
def test_a_changed_overview_is_refused_or_harmless(
    kept: Path, tmp_path: Path, kind: str, change: Callable[[Any], Any]
) -> None:
    """Never an error of the program: whoever asks is told that the case is damaged, with a hint."""
    path = tmp_path / "port.sayso"
    shutil.copy(kept, path)
    with sqlite3.connect(path) as raw:
        found = raw.execute("SELECT number, body FROM overview WHERE kind = ?", (kind,)).fetchall()
        assert found
        for number, body in found:
            raw.execute(
                "UPDATE overview SET body = ? WHERE kind = ? AND number = ?",
                (json.dumps(change(json.loads(body))), kind, number),
            )
    raw.close()
    for question in QUESTIONS:
        words = [word.format(tmp_path / "page.md") for word in question]
        told = run(*words, "--case", str(path))
        fault = told.exception
        assert fault is None or (isinstance(fault, SaysoError) and fault.hint), (words, fault)
