"""Bodies and outlets under short forms inside one report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.resolve.keys import meant
from sayso.resolve.names.lexicon import OWN, Lexicon, lexicon_of
from sayso.resolve.names.parts import ORDINAL, initials, plain
from sayso.resolve.short.beside import called_beside
from sayso.resolve.short.joins import Join, Named

# How many mentions one looks back for a nation.
NEAR = 30


def by_initials(named: Named) -> Iterator[tuple[str, Join]]:
    """An acronym joins the one name of the document that has these initials."""
    long = {key: group[0] for key, group in named.items() if len(group[0].name.split()) > 1}
    for key, group in named.items():
        if group[0].form == "acronym" and len(group[0].name) > 1 and not group[0].known:
            letters = "".join(c for c in group[0].name.lower() if c.isalnum())
            fits = [
                other
                for other, mention in long.items()
                if mention.type in ("Organization", "Outlet", "Place")
                and initials(mention.name) == letters
            ]
            if len(fits) == 1:
                yield key, Join(fits[0], "the only name with these initials", 0.9)


def by_tail(named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
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


def by_nation(notes: Notes, named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
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
    told = sorted((m.span.start, plain(meant(m) or m.name)) for m in notes.mentions)
    for key, group in named.items():
        full = owners.get(plain(group[0].name).removeprefix("the "), [])
        if key.startswith("Organization:") and len(full) == 1 and not group[0].known:
            land = nations[full[0].partition(":")[2].partition(" ")[0]]
            near = all(_told_last(told, m, nations) == land for m in group)
            # "Estigarribia's army" is his, whichever nation was told of last.
            others = any(_owner(notes, m) - nations.keys() for m in group)
            if full[0] != key and near and not others:
                yield key, Join(full[0], "the only one of this kind in the report", 0.85)


def _owner(notes: Notes, mention: Mention) -> frozenset[str]:
    """Who stands before a mention with "'s"."""
    text, start = notes.document.text, mention.span.start
    owning = text[max(0, start - 3) : start].endswith(("'s ", "\u2019s "))
    found = (plain(m.name) for m in notes.mentions if owning and m.span.end == start - 3)
    return frozenset(found)


def _told_last(
    told: list[tuple[int, str]], mention: Mention, nations: dict[str, str]
) -> str | None:
    """The nation named last before a mention."""
    end = bisect_left(told, (mention.span.start, ""))
    found = (nations.get(name) for _, name in reversed(told[max(0, end - NEAR) : end]))
    return next((land for land in found if land), None)


def by_part(named: Named, pack: Pack, text: str) -> Iterator[tuple[str, Join]]:
    """ "Telmar" joins "Telmar Lines", "the Commission" the commission named last before it.

    The short form is the front or the end of the full name, a word of its own or what kind of
    body it is; each of its mentions must have the same body before it, or none but one can be
    meant. A headline may have it before the report tells the whole name.
    """
    headline = text.find("\n")
    # "Radio Velm" is called by its place, which is not the station.
    named_for = pack.list("media_nouns") | pack.list("outlet_openings")
    lexicon = lexicon_of(pack)
    openings = pack.list("body_openings") - lexicon.makers
    organs = tuple(f" {noun}" for noun in sorted(pack.list("belonging_nouns")))
    full = {key: plain(group[0].name).split() for key, group in named.items() if _is_body(key)}
    placed = sorted((m.span.start, key) for key in full for m in named[key])
    called = frozenset().union(*called_beside(named, text).values())
    towns = frozenset(key.partition(":")[2] for key in named if key.startswith("Place:"))
    for key, words in full.items():
        group = named[key]
        if group[0].form == "description" and words[-1] in called:
            # "The bank" may be "Velm, a bank", whose name has no such part.
            continue
        if len(words) > 2 or group[0].known or group[0].form == "acronym":
            continue
        longer = {
            other
            for other, theirs in full.items()
            if other != key
            and len(theirs) > len(words)
            and (_is_part(words, theirs, lexicon) or _is_core(words, theirs, towns, openings))
            and not (theirs[0] in named_for and words[0] != theirs[0])
            # "The Telmar board" is a part of Telmar.
            and not (words == theirs[:-1] and named[other][0].name.endswith(organs))
            # Papers are called by their towns.
            and not (other[:6] == "Outlet" != key[:6] and words == theirs[: len(words)])
        }
        longer = _sole_owner(words, longer, full, lexicon)
        nearest: set[str | None] = {
            _last_before(placed, m.span.start, longer) for m in group if m.span.end > headline
        } or {*longer}
        if len(longer) == 1 and full[min(longer)][: len(words)] == words:
            # "Velm closed the yard. Velm Lines has two more": told short before it is told whole.
            nearest = {*longer}
        if len(nearest) == 1 and (owner := nearest.pop()) is not None:
            yield key, Join(owner, "a part of the name told before", 0.85)


def _sole_owner(
    short: list[str], longer: set[str], full: dict[str, list[str]], lexicon: Lexicon
) -> set[str]:
    """The bodies a short form may mean; where none only adds its kind, the only one that begins
    with it: "Velm" of "Velm Bulk", unless it is a body inside or around it."""
    if longer or any(lexicon.weights.get(word, OWN) < OWN for word in short):
        return longer
    found = {
        key
        for key, words in full.items()
        if len(words) > len(short) and words[: len(short)] == short
    }
    makers = any(word in lexicon.makers for key in found for word in full[key])
    return found if len(found) == 1 and not makers else set()


def _is_body(key: str) -> bool:
    return key.startswith(("Organization:", "Outlet:"))


def _is_part(short: list[str], full: list[str], lexicon: Lexicon) -> bool:
    own = all(lexicon.weights.get(word, OWN) >= OWN for word in short)
    rest = full[len(short) :] if full[: len(short)] == short else full[: -len(short)]
    if own:
        # What stands beside a word of its own must only tell its kind: "Telmar Lines".
        loose = all(
            (lexicon.weights.get(w, OWN) < OWN and w not in lexicon.makers) or ORDINAL.match(w)
            for w in rest
        )
        return loose and full in ([*short, *rest], [*rest, *short])
    return full[-len(short) :] == short or full[: len(short) + 1] == [*short, "of"]


def _is_core(
    short: list[str], full: list[str], towns: frozenset[str], openings: frozenset[str]
) -> bool:
    """Whether a word stands in a name behind what opens the names of bodies, alone or before a town
    of the report: "Orel" of "FK Orel" and of "FK Orel Velm"."""
    if len(short) != 1 or full[1:2] != short or full[0] not in openings:
        return False
    return len(full) == 2 or (len(full) == 3 and full[2] in towns)


def _last_before(placed: list[tuple[int, str]], start: int, keys: set[str]) -> str | None:
    end = bisect_left(placed, (start, ""))
    return next((key for _, key in reversed(placed[:end]) if key in keys), None)


def owned_names(notes: Notes, mentions: Sequence[Mention], lexicon: Lexicon) -> list[str]:
    """A body's name with the state that owns it, as the text has both: "Peru's Trade Ministry".

    Only for names that many states' bodies have; none where the text tells of several owners.
    """
    name = mentions[0].name
    if any(lexicon.weights.get(word, OWN) >= OWN for word in plain(name).split() if word != "of"):
        return []
    text = notes.document.text
    starts = [m.span.start for m in notes.mentions]
    found: dict[str, str] = {}
    for mention in mentions:
        before = bisect_left(starts, mention.span.start) - 1
        owner = notes.mentions[before] if before >= 0 else None
        between = text[owner.span.end : mention.span.start] if owner is not None else ""
        state = meant(owner) if owner is not None and owner.type == "Place" else None
        if owner is not None and state and between in ("'s ", "\u2019s "):
            found.setdefault(state, text[owner.span.start : mention.span.end])
    return list(found.values()) if len(found) == 1 else []
