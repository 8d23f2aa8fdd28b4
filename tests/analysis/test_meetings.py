"""Which reports are held side by side: those on one thing, few for each, whatever the case's size."""

from __future__ import annotations

from dataclasses import replace

from sayso.analysis.statements.gathering.meeting import near, neighbours, originals, outline_of
from sayso.analysis.statements.statement import Statement
from sayso.records.spans import Span


def said(words: str, who: str = "") -> Statement:
    """A statement with these words and names; of nothing else."""
    none: frozenset[str] = frozenset()
    span = Span("d", 0, len(words), words)
    names = frozenset(who.split())
    return Statement(span, (0, len(words)), "d", names, none, none, 0, False, False, False, False)


def test_of_five_thousand_copies_one_is_compared() -> None:
    """However often a report is copied, it speaks once."""
    told = [said(f"clause {n}", "e-tarn e-vell") for n in range(20)]
    reports = [(f"d-{n}", outline_of(told)) for n in range(5000)]
    assert [id for id, _ in originals(reports)] == ["d-0"]


def test_a_copy_with_another_head_is_a_copy() -> None:
    """Most of its clauses are those of a report before."""
    told = [said(f"clause {n}", "e-tarn") for n in range(20)]
    changed = [said("another head", "e-tarn"), *told[5:]]
    other = [said(f"own clause {n}", "e-tarn") for n in range(20)]
    found = originals(
        (id, outline_of(one)) for id, one in zip("abc", (told, changed, other), strict=True)
    )
    assert [id for id, _ in found] == ["a", "c"]


def test_reports_meet_by_the_names_they_share() -> None:
    """Two names in common, or one that both tell of most; a name at the end of both is too little."""
    themes = {
        "a": ("tarn", "vell", "hask", "mayor"),
        "b": ("hask", "vell", "x", "y"),
        "c": ("q", "r", "s", "mayor"),
        "d": ("tarn", "z"),
    }
    assert set(neighbours(themes)) == {("a", "b"), ("a", "d")}


def test_an_unrelated_report_changes_no_meeting() -> None:
    """Who meets whom depends on the names of those two."""
    themes = {"a": ("tarn", "vell"), "b": ("tarn", "vell", "hask"), "c": ("vell", "tarn")}
    met = set(neighbours(themes))
    assert set(neighbours({**themes, "z": ("bees", "hives")})) == met
    assert met


def test_meetings_grow_with_the_reports_and_not_with_their_square() -> None:
    """Four thousand reports that all tell of one body, and of things of their own in fifties."""
    themes = {f"d-{n:05}": ("body", f"ship-{n // 50}", f"port-{n // 50}") for n in range(4000)}
    met = list(neighbours(themes))
    assert len(met) <= 12 * len(themes)
    assert all(int(one[2:]) // 50 == int(other[2:]) // 50 for one, other in met)


def test_reports_that_have_only_a_common_name_still_meet_some() -> None:
    """Where one name is all there is, each is compared with a few."""
    themes = {f"d-{n:05}": ("body",) for n in range(500)}
    met = list(neighbours(themes))
    assert {id for pair in met for id in pair} == set(themes)
    assert len(met) <= 12 * len(themes)


def test_removing_a_copy_restores_what_is_compared() -> None:
    """With and without a copy behind it, the same reports are left."""
    one = [said(f"clause {n}", "e-tarn e-vell") for n in range(9)]
    other = [replace(said(f"line {n}"), who=frozenset({"e-tarn", "e-vell"})) for n in range(9)]
    one, other = outline_of(one), outline_of(other)
    with_copy = dict(originals([("a", one), ("b", other), ("c", one)]))
    assert with_copy == dict(originals([("a", one), ("b", other)]))


def test_reports_that_share_a_name_and_a_day_meet() -> None:
    """One name that neither is mainly on is not enough, and a day without a name is none."""
    one = ("a", "b", "c", "kol", "@2012-03-05")
    other = ("x", "y", "z", "kol", "@2012-03-05")

    assert list(neighbours({"1": one, "2": other})) == [("1", "2")]
    assert list(neighbours({"1": one, "2": other[:4]})) == []
    days = ("@2012-03-05", "@2012-03-06")
    assert list(neighbours({"1": ("a", *days), "2": ("x", *days)})) == []
    assert near(one, other)
    assert not near(one, other[:4])
