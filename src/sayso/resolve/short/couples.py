"""Husband and wife, or brother and sister, who have one surname in a report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.packs.pack import Pack, made_once
from sayso.records.marks import Mention
from sayso.resolve.keys import OTHER, mention_key

# How far before a name its title may begin.
_REACH = 20
# And how far from a name stands whose sister she is.
_KIN_REACH = 60
Keys = Sequence[tuple[Mention, str | None]]


def couples(keyed: Keys, text: str, pack: Pack) -> list[tuple[Mention, str | None]]:
    """The mentions with keys that tell "Lord Velm" from "Lady Velm", where both are told of.

    The lady is the woman of that surname whom the report names in full, if there is one only;
    else she is somebody of her own, and who is told of without a title is the other. Where no
    lord is told of but others of that surname are, she is parted from who has no title.
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
    for key in sorted(ladies):
        hers = {id(mention) for mention in ladies[key]}
        family = {
            k: m.name.lower().split() for m, k in keyed
            if k and m.type == "Person" and " " in m.name
            and m.name.lower().split()[-1] == key.partition(":")[2]
        }  # fmt: skip
        whole = {k for k, words in family.items() if is_woman([given_name(words, pack)], pack)}
        if key not in lords and not (len(whole) == 1 < len(family)):
            continue
        first = ladies[key][0]
        own = whole.pop() if len(whole) == 1 else f"{mention_key(first)}{OTHER}{first.span.start}"
        found = [(m, own if id(m) in hers else k) for m, k in found]
    return found


def given_name(words: Sequence[str], pack: Pack) -> str:
    """The word of a name, in small letters, that tells a man from a woman: the first; in names of
    Vietnam the middle one."""
    middled = len(words) > 2 and words[0] in pack.list("vietnamese_surnames")
    return words[1] if middled else words[0]


def is_woman(given: Iterable[str], pack: Pack) -> bool | None:
    """What given names tell of whose they are; null where they tell nothing, or both."""
    female, male = (
        not pack.list(f"{sex}_names").isdisjoint(given)
        or not pack.list(f"{sex}_middles").isdisjoint(given)
        for sex in ("female", "male")
    )
    return None if female == male else female


def relatives(named: Mapping[str, Sequence[Mention]], text: str, pack: Pack) -> frozenset[str]:
    """The keys of those who are introduced as somebody's relative: "Ann Lee, the colonel's sister",
    "his brother Jan Lee".

    A surname that stood alone before is that of the other.
    """
    before, behind = _introduced(pack)
    found = set()
    for key, group in named.items():
        span = group[0].span
        told = key.startswith("Person:") and " " in group[0].name
        if told and (
            behind.match(text, span.end, span.end + _KIN_REACH)
            or before.search(text[max(0, span.start - _KIN_REACH) : span.start])
        ):
            found.add(key)
    return frozenset(found)


@made_once
def _introduced(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind the name of somebody's relative."""
    kin = pack.list("kin") & (pack.list("female_titles") | pack.list("male_titles"))
    one = rf"(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(map(re.escape, kin))) or '(?!)'})"
    whose = r"(?:(?i:his|her|their)|(?:the\s)?(?:[\w-]+\s)?[\w-]+['’]s)\s"
    behind = rf",\s(?:{whose}{one}\b|(?:the|an?)\s{one}\sof\b)"
    return re.compile(rf"\b{whose}{one},?\s$"), re.compile(behind)


def word_before(text: str, start: int) -> str:
    """The word before a place, without its stop and in small letters: "mr", "lady"."""
    words = text[max(0, start - _REACH) : start].split()
    return words[-1].lower().rstrip(".") if words else ""
