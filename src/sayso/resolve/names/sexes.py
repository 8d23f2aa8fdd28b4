"""Family names that have one form for men and another for women: "Petrov", "Petrova"."""

from __future__ import annotations

# How a man's name ends and how that of his wife, sister or daughter does, in plain letters: of
# Slavic languages, and of Greek.
ENDINGS = (
    ("ski", "ska"), ("ski", "skaya"), ("ski", "skaia"), ("ski", "skaja"), ("sky", "ska"),
    ("sky", "skaya"), ("skiy", "skaya"), ("skij", "skaja"), ("skyi", "ska"), ("cki", "cka"),
    ("cky", "cka"), ("zki", "zka"), ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("yn", "yna"),
    ("os", "ou"),
)  # fmt: skip
# A woman's ending on the man's whole name: "Novak", "Novakova".
ADDED = "ova"
FEWEST = 3


def of_other_sex(one: str, other: str) -> bool:
    """Whether two family names in plain letters are the man's and the woman's form of one, so that
    they are two people's however alike they sound."""
    return _forms(one, other) or _forms(other, one)


def _forms(man: str, woman: str) -> bool:
    if len(man) >= FEWEST and woman == man + ADDED:
        return True
    return any(
        man.endswith(his) and woman.endswith(hers) and _stem(man, his) == _stem(woman, hers)
        for his, hers in ENDINGS
    )


def _stem(name: str, ending: str) -> str | None:
    stem = name.removesuffix(ending)
    return stem if len(stem) >= FEWEST - 1 else None
