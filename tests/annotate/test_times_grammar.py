"""The notation of time rules and the words it runs over."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from sayso.annotate.times import read_times
from sayso.annotate.times.expressions import Expression, Fields
from sayso.annotate.times.grammar import GRAMMAR
from sayso.annotate.times.grammar.notation import NEVER_FIRST, Grammar, Hit, Rule, expand
from sayso.annotate.times.grammar.tokens import tokenise


def build(hit: Hit) -> tuple[Expression, ...]:
    """Any hit, as an expression."""
    return (Expression(hit.first, hit.last, "test", Fields("day")),)


def kinds(text: str) -> list[str]:
    """The kinds of a text's words."""
    return [token.kind for token in tokenise(text).items if token.kind != "BREAK"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 July 1999", ["N12", "MONTH", "YEAR"]),
        ("2,000 men", ["NUM", "OTHER"]),
        ("nineteen ninety-six", ["YEARW"]),
        ("twenty-five days", ["CARD", "UNITS"]),
        ("he may march", ["OTHER", "MODAL", "OTHER"]),
        ("May March", ["MAYBE", "MAYBE"]),
        ("at 7:15 p.m.", ["at", "CLOCK", "pm"]),
        ("the 1990s", ["the", "DECADE"]),
        ("480 B.C.", ["NUM", "bc"]),
    ],
)
def test_words_have_the_kind_that_rules_ask_for(text: str, expected: list[str]) -> None:
    """Case, shape and size tell what a word can be in a date."""
    assert kinds(text) == expected


def test_tokens_quote_their_text() -> None:
    """Every word stands where it says."""
    text = "On 4 July, two-thirds of 1,500 left at 7:15 p.m.\n\nThe end."
    assert all(text[token.start : token.end] == token.text for token in tokenise(text).items)


def test_a_rule_cannot_name_an_unknown_word() -> None:
    """A misspelt kind in a pattern is an error, not a rule that never fits."""
    with pytest.raises(KeyError, match="Mnoth"):
        expand("DAY Mnoth")


def test_the_longest_fit_wins() -> None:
    """Of two rules at one place, the one that takes in more words is used."""
    grammar = Grammar([Rule("short", "MONTH", build), Rule("long", "MONTH YEAR", build)])
    assert [one.last for one in grammar.read(tokenise("June 2018"))] == [2]


def test_a_rule_that_builds_nothing_leaves_room_for_others() -> None:
    """A pattern may fit words that turn out to mean something else."""
    refuse = Rule("refuse", "MONTH YEAR", lambda hit: ())
    grammar = Grammar([refuse, Rule("month", "MONTH", build)])
    assert [one.last for one in grammar.read(tokenise("June 2018"))] == [1]


def test_no_expression_crosses_a_break() -> None:
    """A blank line, or an offset given as a break, parts a month from a year."""
    grammar = Grammar([Rule("month", "MONTH YEAR", build)])
    assert grammar.read(tokenise("June\n\n2018")) == []
    assert grammar.read(tokenise("June 2018", breaks=[5])) == []


def firsts(pattern: Any) -> tuple[set[str], bool]:
    """The letters that a parsed pattern can begin with, and whether it can be empty."""
    found: set[str] = set()
    for name, what in ((str(op), what) for op, what in pattern):
        if name in ("ASSERT", "ASSERT_NOT", "AT"):
            continue
        letters, empty = _firsts(name, what)
        found |= letters
        if not empty:
            return found, False
    return found, True


def _firsts(name: str, what: Any) -> tuple[set[str], bool]:
    if name == "LITERAL":
        return {chr(what)}, False
    if name == "IN":
        assert all(str(op) == "LITERAL" for op, _ in what)
        return {chr(letter) for _, letter in what}, False
    if name == "BRANCH":
        branches = [firsts(branch) for branch in what[1]]
        return set().union(*(one for one, _ in branches)), any(empty for _, empty in branches)
    assert name in ("SUBPATTERN", "MAX_REPEAT"), name
    letters, empty = firsts(what[3] if name == "SUBPATTERN" else what[2])
    return letters, empty or (name == "MAX_REPEAT" and what[0] == 0)


def test_what_is_passed_over_begins_no_rule() -> None:
    """A rule that began with such a word would never be tried."""
    parser = importlib.import_module("re._parser")
    passed_over = {chr(letter) for letter in map(ord, expand(NEVER_FIRST)) if letter >= 0xE000}
    assert passed_over
    for rule in GRAMMAR.rules:
        letters, empty = firsts(parser.parse(expand(rule.pattern)))
        assert not empty, rule.name
        assert not letters & passed_over, rule.name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Data cut-off: 12 March, 1600 local time", ["2024-03-12T16:00"]),
        ("The attack began at 1900 hours on 4 March.", ["2024-03-04T19:00", "2024-03-04"]),
        ("Data as of 12 March 1600 GMT", ["2024-03-12T16:00"]),
        ("They met at 5:30 on Monday.", ["2024-03-18T05:30", "2024-03-18"]),
        ("The fleet sailed on 4 May 1600.", ["1600-05-04"]),
    ],
)
def test_four_figures_are_an_hour_where_a_clock_is_named(text: str, found: list[str]) -> None:
    assert [reading.value for reading in read_times(text, "2024-03-20")] == found
