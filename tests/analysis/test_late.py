"""Look-ups are asked one by one while they are few, and all at once from then on."""

from sayso.analysis.wording.late import _FEW, Late, LateRows


def test_few_ask_one_by_one_and_many_ask_once() -> None:
    """The answers are the same either way; what is not there is not there."""
    store = {f"e-{n}": n for n in range(2 * _FEW)}
    asked: list[str] = []

    def one(id: str) -> int | None:
        asked.append(id)
        return store.get(id)

    def everything() -> dict[str, int]:
        asked.append("all")
        return dict(store)

    late = Late(one, everything)
    assert [late[f"e-{n}"] for n in (3, 3, 5)] == [3, 3, 5]
    assert late.get("none", -1) == -1
    assert "none" not in late
    assert asked == ["e-3", "e-5", "none"]
    assert [late[id] for id in store] == list(store.values())
    assert asked.count("all") == 1
    assert len(asked) == _FEW + 1
    assert "none" not in late
    assert dict(late) == store


def test_what_is_known_to_be_wanted_is_asked_for_together() -> None:
    """What was fetched, and what is not there, is not asked for again."""
    asked: list[list[str]] = []

    def some(ids) -> dict[str, int]:
        asked.append(sorted(ids))
        return {id: len(id) for id in ids if id != "none"}

    late = Late(lambda id: asked.append([id]), dict[str, int], some)
    late.fetch(["a", "bb", "none"])
    late.fetch(["bb", "ccc"])
    assert (late["a"], late["ccc"], late.get("none")) == (1, 3, None)
    assert asked == [["a", "bb", "none"], ["ccc"]]


def test_rows_are_made_when_they_are_looked_at() -> None:
    """Only those; and the whole is like a list of them."""
    made: list[int] = []

    def make(keys) -> list[str]:
        made.extend(keys)
        return [str(key) for key in keys]

    rows = LateRows(range(1000), make)
    assert (len(rows), rows[:2], rows[999]) == (1000, ["0", "1"], "999")
    assert made == [0, 1, 999]
    assert rows == [str(n) for n in range(1000)]
    assert rows != ["0"]
