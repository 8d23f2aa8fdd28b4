"""Look-ups are asked one by one while they are few, and all at once from then on."""

from sayso.analysis.wording.late import _FEW, Late


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
