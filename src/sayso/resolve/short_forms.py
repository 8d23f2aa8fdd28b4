"""Bodies and outlets under short forms, and names that the text itself says are of one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.resolve.names.parts import initials, plain

# How far behind a name its other name may begin, in characters.
REACH = 40
# How many mentions one looks back for a nation.
NEAR = 30
# Words of an office that do not tell which it is, and ranks that make another of it.
_LOOSE = frozenset({"of", "the", "for", "to", "former", "new", "late", "acting", "interim", "s"})
_RANKS = frozenset({"deputy", "vice", "assistant"})
NAMED = ("Person", "Organization", "Outlet", "Group", "Place")


class Join(NamedTuple):
    """To which key a key belongs, by which rule, and how surely."""

    to: str
    rule: str
    score: float = 1.0


Joins = dict[str, Join]
Named = dict[str, list[Mention]]


def attach_short_forms(notes: Notes, named: Named, pack: Pack) -> Joins:
    """Which keys join which other key of the document, because the text or the letters say so."""
    joined: Joins = dict(_told(notes, named, pack))
    rules = (_by_initials(named), _by_tail(named, pack), _by_nation(notes, named, pack))
    for rule in (*rules, _by_office(named, pack)):
        for key, join in rule:
            if key not in joined and (join.to not in joined or joined[join.to].to != key):
                joined[key] = join
    return joined


def _told(notes: Notes, named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """ "Harbour Workers' Union (HWU)", "Jan Novak, also known as Orel": the text says so."""
    text = notes.document.text
    phrases = sorted(pack.list("alias_phrases"), key=lambda phrase: (-len(phrase), phrase))
    places = sorted((m.span.end, m.span.start, key) for key, group in named.items() for m in group)
    starts = {m.span.start: (key, m) for key, group in named.items() for m in group}
    kinds = {key: group[0].type for key, group in named.items()}
    for end, _, key in places:
        if kinds[key] not in NAMED:
            continue
        opening = _opening(text, end, phrases)
        other = starts.get(opening) if opening is not None else None
        if other is None or other[0] == key:
            continue
        rule = _rule(text, end, named[key][0], other[1], key, other[0])
        if rule is not None:
            yield other[0], Join(key, rule)


def _opening(text: str, end: int, phrases: list[str]) -> int | None:
    """Where the other name of the name that ends here would begin."""
    behind = text[end : end + REACH]
    rest = behind.lstrip(" ,(\u2013-")
    for phrase in phrases:
        if rest.lower().startswith(phrase + " "):
            found = rest[len(phrase) :].lstrip(" \"\u201c\u2018'")
            return end + len(behind) - len(found)
    if behind.startswith(" ("):
        inner = behind[2:].lstrip("\"\u201c\u2018'")
        return end + len(behind) - len(inner)
    return None


def _rule(text: str, end: int, first: Mention, second: Mention, one: str, other: str) -> str | None:
    bracket = text[end : end + 2] == " ("
    if not bracket:
        return "the text says so" if first.type == second.type else None
    closed = text[second.span.end : second.span.end + 2].lstrip("\"\u201d\u2019'")[:1] == ")"
    if not closed:
        return None
    if second.form == "acronym":
        return "the letters stand for the name" if _abbreviates(second.name, first.name) else None
    # "Kassem Rahimi (Tehran)" tells where, not who; an office or a party is no name of a person.
    same = first.type == second.type and first.type in ("Person", "Organization", "Group")
    return "in brackets behind the name" if same and not (first.known and second.known) else None


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of the acronym come in this order from the starts of the words."""
    letters = [c for c in acronym.lower() if c.isalnum()]
    starts = initials(name)
    return bool(letters) and (
        "".join(letters) == starts or (letters[0] == starts[:1] and _in_order(letters, plain(name)))
    )


def _in_order(letters: list[str], text: str) -> bool:
    place = -1
    for letter in letters:
        place = text.find(letter, place + 1)
        if place < 0:
            return False
    return True


def _by_initials(named: Named) -> Iterator[tuple[str, Join]]:
    """An acronym joins the one name of the document that has these initials."""
    long = {key: group[0] for key, group in named.items() if len(group[0].name.split()) > 1}
    for key, group in named.items():
        if group[0].form == "acronym" and len(group[0].name) > 1 and not group[0].known:
            letters = group[0].name.lower().replace(".", "")
            fits = [
                other
                for other, mention in long.items()
                if mention.type in ("Organization", "Outlet", "Place")
                and initials(mention.name) == letters
            ]
            if len(fits) == 1:
                yield key, Join(fits[0], "the only name with these initials", 0.9)


def _by_tail(named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """ "Tasnim news agency" joins "Tasnim"; "Quds Force militia" joins "Quds Force"."""
    endings = pack.list("generic_tails") | pack.list("legal_forms") | pack.list("outlet_nouns")
    # "press agency", "news agency": both words are generic.
    generic = {word for ending in endings for word in ending.split()}
    for key in named:
        kind, _, name = key.partition(":")
        words = name.split()
        if kind not in ("Organization", "Outlet") or len(words) < 2:
            continue
        while len(words) > 1 and words[-1] in generic:
            words = words[:-1]
            target = f"{kind}:{' '.join(words)}"
            if target in named and target != key:
                yield key, Join(target, "the same but for a word that tells its kind", 0.95)
                break


def _by_nation(notes: Notes, named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """ "Parliament" and "the police" join "Iraqi parliament", "Iraqi police".

    Only where no other nation's is told of, and the nation named last before each is that one.
    """
    nations = {
        plain(word): plain(land)
        for land, c in pack.countries.items()
        for word in (land, *c.demonyms)
    }
    owners: dict[str, list[str]] = {}
    for key in named:
        kind, _, name = key.partition(":")
        first, _, rest = name.partition(" ")
        if kind == "Organization" and rest and first in nations:
            owners.setdefault(rest, []).append(key)
    told = sorted((m.span.start, plain(m.stands_for or m.known or m.name)) for m in notes.mentions)
    for key, group in named.items():
        full = owners.get(plain(group[0].name).removeprefix("the "), [])
        if key.startswith("Organization:") and len(full) == 1 and not group[0].known:
            land = nations[full[0].partition(":")[2].partition(" ")[0]]
            if full[0] != key and all(_told_last(told, m, nations) == land for m in group):
                yield key, Join(full[0], "the only one of this kind in the report", 0.85)


def _told_last(
    told: list[tuple[int, str]], mention: Mention, nations: dict[str, str]
) -> str | None:
    """The nation named last before a mention."""
    end = bisect_left(told, (mention.span.start, ""))
    found = (nations.get(name) for _, name in reversed(told[max(0, end - NEAR) : end]))
    return next((land for land in found if land), None)


def _by_office(named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """ "Iraqi prime minister" joins "Prime Minister of Iraq", "the prime minister" joins both.

    The first where the words are the same but for order and form, the second where only one
    office of the document goes by the words and more, and none of these is a rank below it.
    """
    nations = {word: plain(land) for land, c in pack.countries.items()
               for word in (plain(form) for form in (land, *c.demonyms))}  # fmt: skip
    words = {key: _office_words(group[0].name, nations) for key, group in named.items()
             if key.startswith("Office:")}  # fmt: skip
    first: dict[frozenset[str], str] = {}
    for key, own in words.items():
        same = first.setdefault(own, key)
        if same != key:
            yield key, Join(same, "the same office in other words", 0.95)
    for own, key in first.items():
        fuller = [other for other in first if own < other and not (other - own) & _RANKS]
        if len(own) > 1 and len(fuller) == 1:
            yield key, Join(first[fuller[0]], "the only office so called in the report", 0.85)


def _office_words(name: str, nations: dict[str, str]) -> frozenset[str]:
    words = (plain(word).removesuffix(" s") for word in name.replace("’", "'").split())
    return frozenset(nations.get(word, word) for word in words if word not in _LOOSE)
