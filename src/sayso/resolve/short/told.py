"""Names that the text itself says are of one: "also known as", or one in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.resolve.names.parts import initials, plain
from sayso.resolve.short.joins import Join, Named

BESIDE = "what it is called, beside what it is"
# How far behind a name its other name may begin, in characters.
REACH = 70
QUOTED = re.compile('["\u201c\u00ab]')
CALLED = re.compile(
    r"(?:an?|the) (?:[a-z-]+ ){1,3}?(?=(?:also |better )?known as |nicknamed |alias )"
)
INSERTED = (", called ", " (called ")
KNOWN_SO = re.compile(r" (?:is|was) (?:\w+ )?(?:known|called|nicknamed)\b")
# A comma behind a name, and what no list goes on with.
AGAIN = re.compile(r", (?!and |or |[A-Z])[a-z]+|[.;]")
NAMED = ("Person", "Organization", "Outlet", "Group", "Place")


def told(notes: Notes, named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """ "Harbour Workers' Union (HWU)", "Jan Novak, also known as Orel": the text says so."""
    text = notes.document.text
    titled = {f"{title}{of}" for title in pack.list("noble_titles") for of in ("", " of")}
    phrases = sorted(pack.list("alias_phrases") | titled, key=lambda phrase: (-len(phrase), phrase))
    places = sorted((m.span.end, m.span.start, key) for key, group in named.items() for m in group)
    starts = {m.span.start: (key, m) for key, group in named.items() for m in group}
    kinds = {key: group[0].type for key, group in named.items()}
    yield from _nicknames(named)
    for end, _, key in places:
        if kinds[key] not in NAMED:
            continue
        opening = _opening(text, end, phrases)
        other = starts.get(opening) if opening is not None else None
        if other is None or other[0] == key:
            continue
        if text[end:opening].strip() == ", as" and not _known_so(text, other[1]):
            continue
        if text[end:].startswith(INSERTED) and not _is_closed(text, other[1]):
            continue
        rule = _rule(text, end, named[key][0], other[1])
        if rule is None and _only_so_called(text, end, named[key][0], other[1]):
            yield other[0], Join(key, BESIDE, 0.95)
        elif rule is None and _foreign(text, end, named[key][0], other[1], len(named[other[0]])):
            yield other[0], Join(key, "letters in brackets behind the name", 0.9)
        elif rule is not None:
            yield other[0], Join(key, rule)


def _nicknames(named: Named) -> Iterator[tuple[str, Join]]:
    """What somebody is called in quotation marks inside the name: Jan "Orel" Novak."""
    people = [(m.span, key) for key, group in named.items() for m in group if m.type == "Person"]
    whole = [(span, key) for span, key in people if QUOTED.search(span.quote)]
    for inner, key in people if whole else ():
        for outer, owner in whole:
            if outer.start < inner.start and inner.end < outer.end and owner != key:
                yield key, Join(owner, "a nickname inside the name")


def _opening(text: str, end: int, phrases: list[str]) -> int | None:
    """Where the other name of the name that ends here would begin."""
    behind = text[end : end + REACH]
    rest = behind.lstrip(" ,(\u2013-")
    if rest.startswith("as ") and text[end : end + 1] == ",":
        # "Orel, as Jan Novak is known": what follows the name is looked at later.
        return end + len(behind) - len(rest) + len("as ")
    if (called := CALLED.match(rest)) is not None:
        # "Orel, a blogger known as Jan Novak"
        rest = rest[called.end() :]
    if behind.startswith(INSERTED):
        # "Aldemar, called the Builder": without the comma somebody calls somebody.
        rest = rest.removeprefix("called ")
        found = rest.lstrip(" \"\u201c\u2018'").removeprefix("the ")
        return end + len(behind) - len(found)
    for phrase in phrases:
        if rest.lower().startswith(phrase + " "):
            found = rest[len(phrase) :].lstrip(" \"\u201c\u2018'").removeprefix("the ")
            return end + len(behind) - len(found)
    if behind.startswith(", ") and behind[2:3].isupper():
        return end + 2
    if behind.startswith(" ("):
        inner = behind[2:].lstrip("\"\u201c\u2018'")
        return end + len(behind) - len(inner)
    return None


def _is_closed(text: str, name: Mention) -> bool:
    """ "Aldemar, called the Builder," but not 'Ann Lee, called Velm "a locust"'."""
    return text[name.span.end : name.span.end + 1] in (",", ".", ";", ")", "")


def _known_so(text: str, name: Mention) -> bool:
    """Whether "is known" or the like stands behind the name that "as" leads to."""
    behind = text[name.span.end : name.span.end + REACH]
    return KNOWN_SO.match(behind) is not None


def _rule(text: str, end: int, first: Mention, second: Mention) -> str | None:
    bracket = text[end : end + 2] == " ("
    if not bracket and text[end : end + 2] == ", " and second.span.start == end + 2:
        return None
    if not bracket:
        same = first.type == second.type or (first.form == "acronym" and second.type == "Person")
        return "the text says so" if same else None
    closed = text[second.span.end : second.span.end + 2].lstrip("\"\u201d\u2019'")[:1] == ")"
    if not closed:
        return None
    if second.form == "acronym":
        return "the letters stand for the name" if _abbreviates(second.name, first.name) else None
    # "Kassem Rahimi (Tehran)" tells where, not who; an office or a party is no name of a person.
    same = first.type == second.type and first.type in ("Person", "Organization", "Group")
    return "in brackets behind the name" if same and not (first.known and second.known) else None


def _only_so_called(text: str, end: int, first: Mention, second: Mention) -> bool:
    """ "The Swiss competition authority, Weko, said": a body by what it is, its name in commas."""
    kind = first.name.rpartition(" ")[2]
    bodies = first.type == second.type and first.type in ("Organization", "Outlet")
    named = second.form in ("name", "acronym") and second.name.rpartition(" ")[2][:1].isupper()
    behind = text[second.span.end : second.span.end + REACH]
    closed = AGAIN.match(behind) is not None and second.span.start == end + 2
    # "The firm, DAG, left": whose letters these are, a name may tell better.
    letters = first.form == "description" and second.form == "acronym"
    known = first.known and second.known
    return bodies and kind.islower() and named and closed and not (letters or known)


def _foreign(text: str, end: int, first: Mention, letters: Mention, uses: int) -> bool:
    """Whether an acronym of another language stands for a name: "Liberation Army (ELN)"."""
    behind = text[letters.span.end : letters.span.end + 2]
    # At the end of a sentence brackets cite; used again, the letters are a name.
    closed = behind[:1] == ")" and (behind[1:] != "." or uses > 1)
    unknown = letters.form == "acronym" and not letters.known and letters.type == "Organization"
    return text[end : end + 2] == " (" and closed and unknown and first.type == "Organization"


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
