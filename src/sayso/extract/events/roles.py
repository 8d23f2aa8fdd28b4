"""Who takes part in an event and where it is, from the arguments of its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.cast import Cast, Member
from sayso.extract.events.triggers import Trigger
from sayso.extract.grammar import Slot, noun_slots, preposition_slots, verb_slots
from sayso.packs.pack import Pack
from sayso.records.accounts import Participant

# What a slot means where the frame does not say.
_VERB_ROLES = {"subject": "actor", "by": "actor", "object": "target", "with": "partner"}
_NOUN_ROLES = {
    "subject": "actor", "by": "actor", "possessive": "actor", "compound": "actor",
    "of": "target", "on": "target", "against": "target", "with": "partner", "between": "partner",
}  # fmt: skip
_WHERE = frozenset(
    {"in", "at", "near", "to", "into", "inside", "outside", "around", "across", "along", "over",
     "through", "throughout", "within", "toward", "towards", "onto", "off", "on"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scenery:
    """Who took part, as what, and where: entities by role in text order, and places."""

    members: tuple[tuple[str, Member], ...]
    places: tuple[str, ...]

    @property
    def participants(self) -> tuple[Participant, ...]:
        """The participants, each once; the first role an entity is found in counts."""
        roles: dict[str, str] = {}
        for role, member in self.members:
            roles.setdefault(member.entity.id, role)
        return tuple(Participant(role, entity) for entity, role in roles.items())

    def has(self, role: str) -> bool:
        """Whether somebody fills a role."""
        return bool(self.places) if role == "place" else any(r == role for r, _ in self.members)

    @property
    def named(self) -> bool:
        """Whether anybody who took part has a name."""
        return any(member.named for _, member in self.members)


def scenery_of(trigger: Trigger, cast: Cast, pack: Pack) -> Scenery:
    """The participants and places of a trigger."""
    verbal = trigger.carrier is None and trigger.verb is not None
    table = {**(_VERB_ROLES if verbal else _NOUN_ROLES), **dict(trigger.frame.roles)}
    members: list[tuple[str, Member]] = []
    places: dict[str, None] = {}
    for slot, head in _slots(trigger):
        role = table.get(slot)
        if (role is None or role == "place") and (slot in _WHERE or role == "place"):
            places.update((p.id, None) for p in cast.places_at(trigger.sentence, head))
        if role is None or role == "nothing":
            continue
        for member in _fitting(cast.named_by(trigger.sentence, head), slot, role):
            if role == "place" and member.entity.type != "Place":
                members.append(("partner", member))
            elif role != "place":
                members.append((role, member))
                if slot in _WHERE and _is_spot(member, pack):
                    places[member.entity.id] = None
    return Scenery(tuple(members), tuple(places))


def _slots(trigger: Trigger) -> Iterator[Slot]:
    if trigger.carrier is None and trigger.verb is not None:
        yield from verb_slots(trigger.sentence, trigger.token)
        for word in trigger.words:
            if word != trigger.token:
                yield from preposition_slots(trigger.sentence, word)
    else:
        yield from noun_slots(trigger.sentence, trigger.token, trigger.carrier)


def _fitting(members: tuple[Member, ...], slot: str, role: str) -> Iterator[Member]:
    for member in members:
        kind = member.entity.type
        if kind == "Office" and role not in ("office", "actor", "target", "partner"):
            continue
        if kind == "Outlet" and role != "target":
            continue
        # What stands before a noun says whose it is only where it names a body or a state.
        if slot == "compound" and kind == "Place" and member.mention.form != "adjective":
            if member.entity.known is None:
                continue
        yield member


def _is_spot(member: Member, pack: Pack) -> bool:
    return member.entity.type == "Place" and member.entity.name not in pack.countries
