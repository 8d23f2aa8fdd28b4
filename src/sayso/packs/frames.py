"""How events and ties are told: frames from trigger words to roles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to tell of one kind of event (the key is the frame's name).

    ``verbs`` and ``nouns`` are trigger lemmas ("carry out" with its particle). ``roles`` maps a
    grammatical slot (subject, object, passive, of, by, with, to, ...) to a participant role.
    """

    type: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
