"""Fingerprints: what a change of pack or engine makes worth doing again."""

from sayso.run.plan import PLAN, fingerprints


def changed(**other: str) -> set[str]:
    before = fingerprints(PLAN, pack="p1", engine="e1")
    after = fingerprints(PLAN, **{"pack": "p1", "engine": "e1", **other})
    return {name for name in before if before[name] != after[name]}


def test_nothing_changed_nothing_to_do() -> None:
    """Equal tools give equal fingerprints."""
    assert changed() == set()


def test_a_new_pack_leaves_the_parse_alone() -> None:
    """Steps that use no pack, nor anything found with one, need not run again."""
    assert changed(pack="p2") == {"mentions", "entities", "attributions", "events", "ties"}


def test_a_new_engine_changes_everything_that_reads_grammar() -> None:
    """All that rests on the parse is done again."""
    assert {"sentences", "mentions", "events"} <= changed(engine="e2")
