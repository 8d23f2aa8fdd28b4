"""Bodies and outlets under short forms: acronyms, and names with or without a generic tail."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.resolve.names.parts import initials, plain


def attach_short_forms(notes: Notes, named: dict[str, list[Mention]], pack: Pack) -> dict[str, str]:
    """Which keys of bodies and outlets join which other key of the document."""
    joined = dict(_in_brackets(notes, named))
    joined |= {k: v for k, v in _by_initials(named) if k not in joined}
    joined |= {k: v for k, v in _by_tail(named, pack) if k not in joined and joined.get(v) != k}
    return joined


def _in_brackets(notes: Notes, named: dict[str, list[Mention]]) -> Iterator[tuple[str, str]]:
    """ "Harbour Workers' Union (HWU)": the text itself says that the two are one."""
    text = notes.document.text
    ends = {m.span.end: (key, m) for key, group in named.items() for m in group}
    for key, group in named.items():
        for mention in group:
            opening = text.rfind("(", max(0, mention.span.start - 1), mention.span.start)
            closed = text[mention.span.end : mention.span.end + 1] == ")"
            if opening < 0 or not closed or mention.form != "acronym":
                continue
            before = ends.get(len(text[:opening].rstrip()))
            if before and before[0] != key and _abbreviates(mention.name, before[1].name):
                yield key, before[0]


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


def _by_initials(named: dict[str, list[Mention]]) -> Iterator[tuple[str, str]]:
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
                yield key, fits[0]


def _by_tail(named: dict[str, list[Mention]], pack: Pack) -> Iterator[tuple[str, str]]:
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
                yield key, target
                break
