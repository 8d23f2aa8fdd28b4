"""The documentation says what the code has, and the same word for the same thing."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from sayso.cli.main import COMMANDS
from sayso.packs.load import EXAMPLES, SECTIONS, WORDS
from sayso.packs.words import LISTS
from sayso.records import case
from sayso.records.accounts import EVENT_TYPES, ROLES, TIE_TYPES
from sayso.records.documents import Failure
from sayso.records.marks import ENTITY_TYPES
from sayso.records.statements import Attribution, Trait
from sayso.run.plan import PLAN
from sayso.store.schema import metadata
from tests.docs.pages import ROOT

# The kinds of a case's lines, and so of its tables.
KINDS = (
    "document", "failure", "entity", "mention", "time", "quantity", "attribution", "trait", "event",
    "tie", "claim", "corroboration", "conflict", "check", "judgement",
)  # fmt: skip


def text(name: str) -> str:
    """A page of the documentation."""
    return (ROOT / "docs" / name).read_text("utf-8")


def rows(name: str, head: str) -> list[list[str]]:
    """The table below this heading row, cell by cell."""
    _, _, below = text(name).partition(f"{head}\n")
    lines = below.split("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def entries() -> set[str]:
    """The words of the glossary."""
    return set(re.findall(r"\*\*(\w+)\*\*(?=[:,])", text("glossary.md")))


def test_the_glossary_has_every_kind_of_record() -> None:
    """What a case holds is explained."""
    assert set(KINDS) <= entries()


def test_the_glossary_has_every_table_of_a_case() -> None:
    """Tables are named by words of the glossary."""
    assert sorted(set(metadata.tables) - entries()) == []


def test_the_glossary_has_every_command_and_no_other() -> None:
    """Commands are verbs and nouns of the glossary."""
    _, _, below = text("glossary.md").partition("## Commands\n")
    told = re.findall(r"\*\*(\w+)\*\*(?=[:,])", below.split("\n## ")[0])
    assert sorted(told) == sorted(COMMANDS)


def test_the_glossary_has_every_type_of_event() -> None:
    """The types are listed in the order of the code."""
    assert tuple(row[0] for row in rows("glossary.md", "| type | what happens |")) == EVENT_TYPES


def test_the_steps_are_told_in_their_order() -> None:
    """The table of steps is the plan."""
    told = rows("how-it-works.md", "| step | needs | gives | uses |")
    assert [tuple(row) for row in told] == [
        (step.name, ", ".join(step.needs), step.gives, ", ".join(step.uses)) for step in PLAN
    ]


def test_every_section_of_a_pack_is_described_with_its_fields() -> None:
    """The files of a pack and the fields of their entries stand in the guide to packs."""
    told = {row[0]: row[2] for row in rows("packs.md", "| file | an entry is | its fields |")}
    sections = {*SECTIONS, WORDS, EXAMPLES, "pack"}
    assert set(told) == {f"`{name}.yaml`" for name in sections}
    for name, shape in SECTIONS.items():
        for field in dataclasses.fields(shape):
            assert f"`{field.name}`" in told[f"`{name}.yaml`"], f"{name}: {field.name}"


def test_every_word_list_is_described() -> None:
    """The table of lists is that of the code."""
    wanted = [f"| `{name}` | {line} |" for name, line in sorted(LISTS.items())]
    told = [line for line in text("packs.md").splitlines() if line in wanted]
    assert told == wanted, "write these rows:\n" + "\n".join(wanted)


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("entity", case.Entity), ("mention", case.EntityMention), ("event", case.Event),
        ("tie", case.Tie), ("claim", case.Claim), ("corroboration", case.Corroboration),
        ("conflict", case.Conflict), ("check", case.Check), ("judgement", case.Judgement),
        ("attribution", Attribution), ("trait", Trait), ("failure", Failure),
    ],
)  # fmt: skip
def test_case_lines_are_described_field_by_field(kind: str, shape: type[Any]) -> None:
    """The guide to the open format names every field of every kind."""
    told = {row[0]: row[1] for row in rows("case-lines.md", "| kind | fields |")}
    fields = [field.name for field in dataclasses.fields(shape)]
    assert [name for name in fields if f"`{name}`" not in told[f"`{kind}`"]] == []


def test_case_lines_list_the_vocabularies() -> None:
    """The words that roles, ties and entities are told with are all there, in order."""
    told = re.sub(r"\s+", " ", text("case-lines.md"))
    assert all(", ".join(words) in told for words in (ROLES, TIE_TYPES, ENTITY_TYPES))
