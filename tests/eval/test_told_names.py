"""Names that a text tells the type of, from which the reader of names learns."""

from train.told import _told

from sayso.engines.protocols import TYPES


def named(text: str) -> dict[str, str]:
    return {
        " ".join(words[first:last]): TYPES[kind]
        for words, names in _told(text)
        for first, last, kind in names
    }


def test_what_is_told_once_holds_for_every_use() -> None:
    """And a name that only a guess speaks for teaches nothing."""
    text = (
        "Colonel Tervana left the town of Kolm. Tervana was seen by nobody there."
        " Later they praised Ostrava Bright."
    )

    assert named(text) == {"Tervana": "Person", "Kolm": "Place"}
    assert len(_told(text)) == 2
