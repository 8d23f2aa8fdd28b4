"""Husband and wife, or brother and sister, whom a report calls by one surname and a title each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.resolve.keys import OTHER, mention_key

# How far before a name its title may begin.
_REACH = 20
Keys = Sequence[tuple[Mention, str | None]]


def couples(keyed: Keys, text: str, pack: Pack) -> list[tuple[Mention, str | None]]:
    """The mentions with keys that tell "Lord Velm" from "Lady Velm", where both are told of.

    The lady is the woman of that surname whom the report names in full, if there is one only;
    else she is somebody of her own, and who is told of without a title is the other.
    """
    ladies: dict[str, list[Mention]] = defaultdict(list)
    lords: set[str] = set()
    for mention, key in keyed:
        if key is None or OTHER in key or mention.type != "Person" or " " in mention.name:
            continue
        word = word_before(text, mention.span.start)
        if word in pack.list("female_titles"):
            ladies[key].append(mention)
        elif word in pack.list("male_titles"):
            lords.add(key)
    found = list(keyed)
    for key in lords & ladies.keys():
        hers = {id(mention) for mention in ladies[key]}
        name = key.partition(":")[2]
        whole = {
            k for m, k in keyed
            if k and m.type == "Person" and m.name.lower().split()[-1:] == [name] and " " in m.name
            and m.name.split()[0].lower() in pack.list("female_names")
        }  # fmt: skip
        first = ladies[key][0]
        own = whole.pop() if len(whole) == 1 else f"{mention_key(first)}{OTHER}{first.span.start}"
        found = [(m, own if id(m) in hers else k) for m, k in found]
    return found


def word_before(text: str, start: int) -> str:
    """The word before a place, without its stop and in small letters: "mr", "lady"."""
    words = text[max(0, start - _REACH) : start].split()
    return words[-1].lower().rstrip(".") if words else ""
