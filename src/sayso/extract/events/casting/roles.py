"""Who takes part in an event and where it is, from the arguments of its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.extract.cast import Cast, Member
from sayso.extract.events.casting.beside import is_worded, with_those_beside
from sayso.extract.events.casting.blame import Blame
from sayso.extract.events.casting.fillers import Things, fillers_of
from sayso.extract.events.casting.placing import (
    COMPASS,
    LOCATED,
    SPOT,
    WHERE,
    Argument,
    is_home,
    is_spot,
    says_where,
    told_where,
    towards,
    towns_at,
)
from sayso.extract.events.casting.seats import lands_of_seats, seats_of
from sayso.extract.events.casting.setting import setting_of
from sayso.extract.events.casting.slots import VERB_ROLES, is_clipped_passive, slots_of
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import (
    Slot,
    clause_of,
    conjuncts,
    is_infinitive,
    subject_of,
)
from sayso.packs.pack import Pack
from sayso.records.accounts import Filler, Participant
from sayso.records.parse import Sentence, Token

# An argument: its slot, its role if it has one, its head.
Part = tuple[str, str | None, Token]
# What a slot means where the frame does not say.
_NOUN_ROLES = {
    "subject": "actor", "by": "actor", "possessive": "actor", "compound": "actor",
    "of": "target", "on": "target", "against": "target", "with": "partner", "between": "partner",
}  # fmt: skip
# Doings that are about somebody even where their object is a thing: a ban, a promise, a curfew.
_ABOUT = frozenset(
    {
        "AGREE",
        "REQUEST",
        "REJECT",
        "THREATEN",
        "ACCUSE",
        "CONCEDE",
        "SANCTION",
        "COERCE",
        "SUPPORT",
        "PROTEST",
    }
)
_BODIES = frozenset({"Organization", "Group", "Place"})
_BESIDE = frozenset({"advcl", "relcl", "parataxis"})
# Where it stands what is asked, refused, agreed to, protested against.
_MATTERS = ("dobj", "nsubjpass", "ccomp", "xcomp", "prep", "advcl")


@dataclass(frozen=True, slots=True)
class Scenery:
    """Who took part, as what, and where: entities by role in text order, and places.

    ``filled`` are the roles that some words fill, be they about an entity or not, and ``fillers``
    those words.
    """

    members: tuple[tuple[str, Member], ...]
    places: tuple[str, ...]
    filled: frozenset[str] = frozenset()
    fillers: tuple[Filler, ...] = ()

    @property
    def participants(self) -> tuple[Participant, ...]:
        """The participants, each once; the first role an entity is found in counts."""
        roles: dict[str, str] = {}
        for role, member in self.members:
            roles.setdefault(member.entity.id, role)
        return tuple(Participant(role, entity) for entity, role in roles.items())

    def has(self, role: str) -> bool:
        """Whether something fills a role."""
        return bool(self.places) if role == "place" else role in self.filled

    @property
    def named(self) -> bool:
        """Whether anybody who took part has a name."""
        return any(member.named for _, member in self.members)


@dataclass(frozen=True, slots=True)
class Casting:
    """What participants are looked up in."""

    cast: Cast
    pack: Pack
    things: Things
    blame: Blame

    @classmethod
    def of(cls, cast: Cast, pack: Pack) -> Casting:
        """The look-ups of a document's cast and a pack."""
        return cls(cast, pack, Things(pack), Blame(pack))


def scenery_of(trigger: Trigger, casting: Casting) -> Scenery:
    """The participants and places of a trigger, and the words that fill its roles."""
    cast = casting.cast
    members: list[tuple[str, Member]] = []
    places: dict[str, None] = {}
    towns: set[str] = set()
    filled = set()
    slots = [one for one in _cast_slots(trigger, casting) if one[2].text.lower() not in COMPASS]
    places.update((place.id, None) for place in towards(trigger, cast))
    for slot, role, head in slots:
        if role is not None and slot != "compound":
            filled.add(role)
        if slot == "compound" and trigger.frame.type in LOCATED:
            towns |= {place.id for place in towns_at(trigger.sentence, head, cast, casting.pack)}
        argument = Argument(slot, role, head)
        places.update((p.id, None) for p in told_where(trigger, argument, cast, casting.pack))
        if role is None or role == "nothing":
            continue
        own = cast.at(trigger.sentence, head)
        for member in _fitting(_named(trigger, head, cast), slot, role, own):
            if role == "target" and is_home(trigger, head, member, own):
                places[member.entity.id] = None
                continue
            members += _cast_as(role, member, trigger.frame.type)
            if role != "place" and slot in WHERE and is_spot(member, casting.pack):
                places[member.entity.id] = None
    if trigger.frame.type in _ABOUT and not any(role == "target" for role, _ in members):
        members += _concerned(trigger, casting, {member.entity.id for _, member in members})
    members += seats_of(trigger, members, cast)
    # "The Beirut bombing killed two" was not done by Beirut.
    members = [one for one in _once(members) if one[1].entity.id not in towns]
    places.update(dict.fromkeys(sorted(towns)))
    found = tuple(places) or setting_of(trigger, slots, members, cast, casting.pack)
    found = found or lands_of_seats(trigger, members, cast)
    filled |= {role for role, _ in members}
    worded = [one for one in slots if one[0] != "compound"]
    words = fillers_of(trigger, worded, cast, casting.things)
    return Scenery(tuple(members), found, frozenset(filled), words)


def _once(members: list[tuple[str, Member]]) -> Iterator[tuple[str, Member]]:
    """The members without groups that are but those of another: "the Russian forces" of Russia.

    Who has a part in it as the one would else have it twice, and be told of beside itself.
    """
    for role, member in members:
        words = member.mention.span
        inside = (
            words.covers(other.mention.span)
            for part, other in members
            if part == role and other.entity.id != member.entity.id and other.named
        )
        if member.entity.type != "Group" or not any(inside):
            yield role, member


def _cast_slots(trigger: Trigger, casting: Casting) -> Iterator[Part]:
    """The arguments of a trigger with the roles that its frame gives them.

    Those of the noun that is its subject are cast by the frame of the noun, unless that is
    somebody: "reinforcements arrived". Where it tells of no doer, it is what did it.
    """
    deed, table = trigger.deed, _table(trigger)
    slots = _with_blamed(list(slots_of(trigger)), casting.blame.doers(trigger))
    slots = with_those_beside(trigger, slots, casting.pack)
    slots = [one for one in slots if not is_worded(trigger, *one, casting.cast)]
    if is_clipped_passive(trigger, table):
        slots = [("object" if slot == "subject" else slot, head) for slot, head in slots]
    if trigger.verb is not None and table.get("object") == "target":
        # "Defeated Orr at Velm": with somebody else hit, that is where.
        hit = any(slot == "object" and head not in trigger.words for slot, head in slots)
        table = {k: role for k, role in table.items() if not (hit and k == "at")}
    if deed is not None and _is_somebody(deed, casting):
        deed = None
    of_deed = list(_cast_slots(deed, casting)) if deed is not None else []
    done = any(role == "actor" for _, role, _ in of_deed)
    for slot, head in slots:
        if deed is None or head != deed.token or not done:
            # "The ambush of a patrol on the coast road": a road is where.
            runs = slot == "on" and head.lemma.lower() in casting.pack.list("roads")
            yield slot, None if runs and trigger.verb is None else table.get(slot), head
    yield from of_deed


def _is_somebody(deed: Trigger, casting: Casting) -> bool:
    named = casting.cast.at(deed.sentence, deed.token)
    return bool(named) or casting.things.kind_of(deed.token) is not None


def role_of(trigger: Trigger, slot: str) -> str | None:
    """The role that a trigger's frame gives a slot; null where it gives none."""
    return _table(trigger).get(slot)


def _table(trigger: Trigger) -> dict[str, str]:
    verbal = trigger.carrier is None and trigger.verb is not None
    return {**(VERB_ROLES if verbal else _NOUN_ROLES), **dict(trigger.frame.roles)}


def _with_blamed(slots: list[Slot], blamed: list[Token]) -> list[Slot]:
    """The arguments, with whoever is said to have done it in place of any other doer."""
    if not blamed:
        return slots
    kept = [one for one in slots if one[0] not in ("subject", "by")]
    return [*kept, *(("by", head) for head in blamed)]


_SOMEBODY = frozenset({"he", "she", "him", "her"})


def _named(trigger: Trigger, head: Token, cast: Cast) -> tuple[Member, ...]:
    """Who a phrase names; "it" in "the bank said it closed" is whoever speaks.

    So is "her" in "on her visit to Oslo, Lund said": whoever the clause behind it is of.
    """
    sentence, verb = trigger.sentence, trigger.verb
    found = cast.named_by(sentence, head)
    if not found and head.tag == "PRP$":
        return _behind(sentence, head, cast)
    if verb is None or head.tag != "PRP" or verb.dep != "ccomp":
        return found
    speaker = subject_of(sentence, sentence.head(verb))
    told = cast.named_by(sentence, speaker) if speaker is not None else ()
    # "The ministry denied that it had struck": the ministry, not whoever was told of before.
    bodies = all(m.entity.type in _BODIES and not cast.is_somebody(m) for m in told)
    if not found:
        # "Police said he had been shot": he is somebody, and not the police.
        other = bodies or _is_of_other_sex(speaker, head)
        return () if other and head.text.lower() in _SOMEBODY else told
    return told if told and bodies and head.text.lower() == "it" else found


def _is_of_other_sex(speaker: Token | None, pronoun: Token) -> bool:
    """ "A spokesman said she would resign": she is not the spokesman."""
    noun = speaker.lemma.lower() if speaker is not None else ""
    woman = noun.endswith("woman")
    man = noun.endswith("man") and not woman
    return man if pronoun.text.lower() in ("she", "her") else woman


def _behind(sentence: Sentence, pronoun: Token, cast: Cast) -> tuple[Member, ...]:
    """Whoever is the subject of the clause that a possessive stands in front of."""
    personal = pronoun.text.lower() in ("his", "her")
    subject = subject_of(sentence, clause_of(sentence, pronoun))
    if subject is None or subject.i < pronoun.i:
        return ()
    named = cast.named_by(sentence, subject)
    people = all(member.entity.type in ("Person", "Office") for member in named)
    return named if personal == people else ()


def single_sceneries(trigger: Trigger, scenery: Scenery, cast: Cast) -> Iterator[Scenery]:
    """The scenery of each event where the frame sees one for every filler of a role."""
    each = trigger.frame.each
    groups = dict.fromkeys(_place_groups(trigger, cast)) if "place" in each else {}
    if len(groups) > 1:
        yield from (replace(scenery, places=group) for group in groups)
        return
    for role in each:
        fillers = [m for m in scenery.members if m[0] == role and m[1].entity.type == "Person"]
        others = tuple(m for m in scenery.members if m not in fillers)
        if len({member.entity.id for _, member in fillers}) > 1:
            yield from (replace(scenery, members=(*others, one)) for one in fillers)
            return
    yield scenery


def _place_groups(trigger: Trigger, cast: Cast) -> Iterator[tuple[str, ...]]:
    """The places of each of the phrases joined by "and" that say where."""
    for slot, head in slots_of(trigger):
        if dict(trigger.frame.roles).get(slot) == "place":
            for one in conjuncts(trigger.sentence, head):
                found = dict.fromkeys(p.id for p in cast.places_below(trigger.sentence, one))
                if found:
                    yield tuple(found)


def _cast_as(role: str, member: Member, doing: str) -> Iterator[tuple[str, Member]]:
    """An entity in a role, or in the one that its type allows.

    Whom somebody travels to they meet; whom they march on, it is against.
    """
    kind = member.entity.type
    if role == "place":
        # "Ran aground near Punta Sal": where, whatever that is taken for.
        if kind != "Place" and doing != "ASSAULT":
            yield ("target" if doing == "PROTEST" else "partner"), member
    elif role == "office" and kind != "Office":
        if kind in ("Organization", "Place"):
            yield "organization", member
    else:
        yield role, member


def _concerned(trigger: Trigger, casting: Casting, known: set[str]) -> Iterator[tuple[str, Member]]:
    """The first who is named in what is asked, refused, agreed to, eased or cut off.

    A coast or a province is none: "agreed to build a railway to the Baltic coast".
    """
    sentence, cast = trigger.sentence, casting.cast
    roots = [
        child
        for child in sentence.children(trigger.verb or trigger.token, *_MATTERS)
        if (child.dep != "advcl" or is_infinitive(sentence, child))
        and not says_where(trigger, child, cast)
        and child.text.lower() != "according"
        and not (trigger.carrier is not None and child.dep == "dobj" and child != trigger.token)
    ]
    for word in _inside(sentence, roots):
        fresh = [
            member
            for member in _called(sentence, word, cast)
            if member.named
            and member.entity.id not in known
            and member.entity.type != "Outlet"
            and not cast.is_of_people(sentence, word)
            and not cast.is_another_than(sentence.head(word), member)
            and not (is_spot(member, casting.pack) and _is_ground(sentence, word, cast))
        ]
        if fresh:
            yield from (("target", member) for member in fresh)
            return


def _is_ground(sentence: Sentence, word: Token, cast: Cast) -> bool:
    """Whether a place is called by what it is: "the Baltic coast", "Orl province"."""
    head = sentence.head(word) if word.dep in ("compound", "amod") else word
    return cast.is_spot(head)


def _called(sentence: Sentence, word: Token, cast: Cast) -> tuple[Member, ...]:
    """Who a word names; an office gives way to whoever holds it."""
    own = cast.at(sentence, word)[:1]
    held = own and own[0].entity.type == "Office"
    return cast.named_by(sentence, word, depth=0) if held else own


def _inside(sentence: Sentence, roots: Iterable[Token]) -> Iterator[Token]:
    """Some words and those below them in text order, without places and clauses beside them."""
    todo = list(roots)
    found = {token.i for token in todo}
    while todo:
        below = sentence.children(todo.pop())
        below = tuple(t for t in below if t.dep not in _BESIDE and t.text.lower() not in SPOT)
        found.update(t.i for t in below)
        todo += below
    return (sentence[i] for i in sorted(found))


def _fitting(
    members: tuple[Member, ...], slot: str, role: str, own: tuple[Member, ...]
) -> Iterator[Member]:
    for member in members:
        kind = member.entity.type
        if kind == "Office" and role not in ("office", "actor", "target", "partner"):
            continue
        # An outlet named in passing is a source; only as the object itself does it take part.
        if kind == "Outlet" and (role != "target" or member not in own):
            continue
        # What stands before a noun says whose it is only where it names a body or a state.
        spot = kind == "Place" and member.mention.form != "adjective" and not member.entity.known
        if not (slot == "compound" and spot):
            yield member
