"""Fingerprints: what a change of pack or engine makes worth doing again."""

from types import SimpleNamespace

from sayso.run.plan import PLAN, fingerprints

HASHES = {"pack": "p1", "engine": "e1", "tagger": "t1"}


def prints(hashes: dict[str, str | None]) -> dict[str, str]:
    """The fingerprints with tools of these hashes, or without them."""
    tools = {name: hash and SimpleNamespace(hash=hash) for name, hash in hashes.items()}
    return fingerprints(PLAN, tools)


def changed(**other: str | None) -> set[str]:
    before, after = prints(HASHES), prints({**HASHES, **other})
    return {name for name in before if before[name] != after[name]}


def test_nothing_changed_nothing_to_do() -> None:
    """Equal tools give equal fingerprints."""
    assert changed() == set()


def test_a_new_pack_leaves_the_parse_alone() -> None:
    """Steps that use no pack, nor anything found with one, need not run again."""
    assert changed(pack="p2") == {step.name for step in PLAN} - {"sentences"}


def test_a_new_engine_changes_everything_that_reads_grammar() -> None:
    """All that rests on the parse is done again."""
    assert {"sentences", "mentions", "events"} <= changed(engine="e2")


def test_a_tagger_that_is_lost_is_noticed() -> None:
    """Attributions by rules alone are read again when the tagger is there, and the other way."""
    assert "attributions" in changed(tagger=None)
    assert "mentions" not in changed(tagger=None)
