"""A YAML file as a tree that knows its lines.

Every scalar is a word: packs hold words, and ``no``, ``on`` or ``1e3`` must stay what they are.
Fields that want numbers turn words into numbers themselves (see shapes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sayso.packs.reading.faults import Fault

# libyaml's parser where PyYAML was built with it: ten times faster than the one in Python.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = frozenset({"", "~", "null"})
# Packs are flat; libyaml follows nesting until the stack ends, and takes the process with it.
_DEEPEST = 100
_OPENERS = re.compile(rb"[\[\]{}]|(?:[-?:][ \t]+){%d}" % _DEEPEST)
_STEPS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


class Page:
    """One file of a pack, its tree (None where empty or broken), and the faults found in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.data = path.read_bytes()
        self.root: Node | None = self._compose()

    def _compose(self) -> Node | None:
        if _too_deep(self.data):
            self._add(0, 0, "lists or keys are nested too deep", "an entry has two or three levels")
            return None
        try:
            root: Node | None = yaml.compose(self.data.decode("utf-8"), Loader=_LOADER)
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            self._add(line, 1, "not UTF-8", "save the file as UTF-8")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            self._add(*place, f"not YAML: {error.problem or error.context}", _SYNTAX)
        except yaml.YAMLError as error:
            self._add(0, 0, f"not YAML: {error}", _SYNTAX)
        else:
            return root
        return None

    def fault(self, node: Node | None, message: str, hint: str = "") -> None:
        """Note that something is wrong at a node, or with the whole file."""
        if node is None:
            self._add(0, 0, message, hint)
        else:
            self._add(node.start_mark.line + 1, node.start_mark.column + 1, message, hint)

    def _add(self, line: int, column: int, message: str, hint: str) -> None:
        lines = self.data.decode("utf-8", "replace").splitlines()
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        name = f"{self.path.parent.name}/{self.path.name}"
        self.faults.append(Fault(name, line, column, message, hint, text))

    def pairs(self, node: Node) -> Iterator[tuple[str, Node, Node]]:
        """Key, key's node and value's node of a mapping; anything else is a fault."""
        if not isinstance(node, MappingNode):
            self.fault(node, f"keys and values are wanted here, not {_kind(node)}")
            return
        seen: dict[str, int] = {}
        for key, value in node.value:
            word = self.word(key)
            if word is None:
                continue
            if word in seen:
                self.fault(key, f"'{word}' is here twice", f"it is also on line {seen[word]}")
            seen[word] = key.start_mark.line + 1
            yield word, key, value

    def items(self, node: Node) -> list[Node]:
        """The items of a list; a single word counts as a list of one, nothing as an empty one."""
        if isinstance(node, SequenceNode):
            return list(node.value)
        if is_nothing(node):
            return []
        if isinstance(node, ScalarNode):
            return [node]
        self.fault(node, f"a list is wanted here, not {_kind(node)}")
        return []

    def word(self, node: Node) -> str | None:
        """The word of a scalar; anything else, and nothing at all, is a fault."""
        if isinstance(node, ScalarNode) and not is_nothing(node):
            return str(node.value)
        self.fault(node, f"a word is wanted here, not {_kind(node)}")
        return None


_SYNTAX = "mind indentation, and put quotes around words with ': ', '#', brackets or braces"


def is_nothing(node: Node) -> bool:
    """Whether nothing is written here (empty, ``~`` or ``null``, without quotes)."""
    return isinstance(node, ScalarNode) and not node.style and node.value in _NOTHING


def _too_deep(data: bytes) -> bool:
    steps = (_STEPS.get(match[0], _DEEPEST) for match in _OPENERS.finditer(data))
    return max(accumulate(steps), default=0) >= _DEEPEST


def _kind(node: Node) -> str:
    if is_nothing(node):
        return "nothing"
    if isinstance(node, MappingNode):
        return "keys and values"
    return "a list" if isinstance(node, SequenceNode) else "a word"
