"""Who is who inside one document: every mention joins one local entity, or none where unclear."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from sayso.packs.pack import Pack
from sayso.records.ids import content_id
from sayso.records.marks import EARLY, NAMESAKE, Joining, LocalEntity, Mention
from sayso.records.notes import Notes
from sayso.resolve.context.told import facts_of
from sayso.resolve.keys import OTHER, meant, mention_key
from sayso.resolve.names.letters import script_of
from sayso.resolve.names.lexicon import Lexicon, lexicon_of
from sayso.resolve.persons import attach_short_names, told_early
from sayso.resolve.pronouns import antecedents, titled
from sayso.resolve.short.bodies import owned_names
from sayso.resolve.short.couples import relatives
from sayso.resolve.short.forms import attach_short_forms
from sayso.resolve.short.joins import Joins
from sayso.resolve.short.namesakes import tell_apart
from sayso.resolve.short.nouns import of_pairs
from sayso.resolve.short.offices import TITLED, held_key, holders, titled_again

Keys = dict[str, str]
CYRILLIC = re.compile("[\u0400-\u052f]")


def find_entities(notes: Notes, pack: Pack) -> tuple[LocalEntity, ...]:
    """The people, bodies, outlets, places, groups and offices of a document, by first mention.

    Mentions with one key are one entity; then spellings and short forms of persons, acronyms and
    generic tails are joined; pronouns come last and join only where one person fits.
    """
    text = notes.document.text
    held = holders(notes.mentions, text)
    keyed = tell_apart([(m, held_key(m, mention_key(m), held)) for m in notes.mentions], text, pack)
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention, key in keyed:
        if key is not None:
            named[key].append(mention)
    early = told_early(named, [b.start for b in notes.document.blocks if b.kind == "paragraph"])
    joins = _joins(notes, named, early, pack)
    canonical = {key: _last(key, joins) for key in joins}
    clusters: dict[str, list[Mention]] = defaultdict(list)
    told = [(mention, canonical.get(key, key)) for mention, key in keyed if key is not None]
    again = titled_again(notes, told)
    titled_so: list[tuple[str, str, str]] = []
    for mention, key in told:
        whose, name = again.get((mention.span.start, mention.span.end), (key, ""))
        clusters[whose].append(mention)
        if name:
            titled_so.append((mention.name, whose, name))
    for mention, key in of_pairs(notes, clusters):
        clusters[key].append(mention)
    for mention, key in antecedents(notes, clusters, pack):
        clusters[key].append(mention)
    reasons = _joinings(named, canonical, joins)
    for key in {lone for lone, _ in early} - canonical.keys():
        name = named[key][0].name
        reasons[key].append(Joining(name, name, EARLY))
    for title, whose, name in titled_so:
        reasons[whose].append(Joining(title, name, TITLED, 0.85))
    lexicon = lexicon_of(pack)
    found = (
        _entity(notes, key, group, tuple(reasons[key]), lexicon) for key, group in clusters.items()
    )
    return tuple(
        replace(entity, facts=facts_of(notes, entity.mentions, pack))
        if entity.type == "Person" and not entity.known
        else entity
        for entity in found
    )


def _joins(
    notes: Notes, named: dict[str, list[Mention]], early: frozenset[tuple[str, str]], pack: Pack
) -> Joins:
    """From a key to the key that it belongs to, and why."""
    kin = relatives(named, notes.document.text, pack)
    sexes = titled(notes, named, pack)
    joined = attach_short_names(named, lexicon_of(pack), sexes, kin, early)
    told = attach_short_forms(notes, named, pack)
    # What the text says in so many words outweighs the likeness of names.
    return joined | {k: j for k, j in told.items() if _last(j.to, joined) != k}


def _last(key: str, joined: Joins) -> str:
    seen = {key}
    while key in joined and joined[key].to not in seen:
        key = joined[key].to
        seen.add(key)
    return key


def _joinings(
    named: dict[str, list[Mention]], canonical: Keys, joins: Joins
) -> dict[str, list[Joining]]:
    """For each entity's key, why other names are its own."""
    found: dict[str, list[Joining]] = defaultdict(list)
    for key, join in joins.items():
        one, other = named[key][0].name, named[join.to][0].name
        if canonical[key] != key and one != other:
            found[canonical[key]].append(Joining(one, other, join.rule, join.score))
    for key, group in named.items():
        if OTHER in key:
            name = group[0].name
            found[key].append(Joining(name, name, NAMESAKE))
    return found


def _entity(
    notes: Notes,
    key: str,
    mentions: list[Mention],
    joinings: tuple[Joining, ...],
    lexicon: Lexicon,
) -> LocalEntity:
    mentions = sorted(mentions, key=lambda m: (m.span.start, m.span.end))
    own = [m for m in mentions if m.form != "pronoun" and m.stands_for is None] or mentions
    # Letters alone are taken for a body's, whoever goes by them ("AMLO").
    spelt = [m for m in own if m.form != "acronym"] or own
    # "The judge" may be anybody; whose name it is told of with is a person.
    spelt = [m for m in spelt if m.form not in ("description", "office")] or spelt
    kind = Counter(m.type for m in spelt).most_common(1)[0][0]
    known = next((name for m in (*own, *mentions) if (name := meant(m))), None)
    name = known or _best_name(own)
    # What somebody is called only by the way is no name, where there is one.
    said = [m for m in own if m.form not in ("pronoun", "description")] or own
    forms = dict.fromkeys(m.name for m in said if m.form != "pronoun")
    if kind == "Organization" and not known:
        forms.update(dict.fromkeys(owned_names(notes, own, lexicon)))
    return LocalEntity(
        id=content_id("e", notes.document.id, key),
        type=kind,
        name=name,
        aliases=tuple(form for form in forms if form != name),
        mentions=tuple(mentions),
        known=known,
        joinings=joinings,
    )


def _best_name(mentions: list[Mention]) -> str:
    """The fullest name used: most words, then the most used, then the first."""
    uses = Counter(m.name for m in mentions if m.form in ("name", "short", "office", "acronym"))
    if not uses:
        return mentions[0].name
    order = {name: -place for place, name in enumerate(uses)}
    return max(uses, key=lambda name: (*fullness(name), uses[name], order[name]))


def fullness(name: str) -> tuple[bool, int, int]:
    """How much a name tells a reader: in letters that all can read, of many words, of few
    initials."""
    words = name.split()
    initials = sum(len(word.rstrip(".")) < 2 for word in words)
    return script_of(name) == "latin" and not CYRILLIC.search(name), len(words), -initials
