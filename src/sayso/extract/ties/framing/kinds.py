"""Bodies called by their kind alone in a compound: "a pro-government militia"."""

from __future__ import annotations

from sayso.extract.cast import Cast, Member
from sayso.records.parse import Sentence, Token

_BODIES = frozenset({"Organization", "Group"})


def called_by_kind(sentence: Sentence, whole: Token, kind: Token, cast: Cast) -> tuple[Member, ...]:
    """The one body of the report whose name ends with the word of a compound.

    "The Orlish pro-opposition paper" goes back to "the Orlish opposition"; without a land beside
    it, to the only opposition of the report, and to none where there are two.
    """
    if kind.pos == "PROPN" or kind.text[:1].isupper():
        return ()
    near = {
        member.mention.span.quote.casefold()
        for word in sentence.children(whole, "amod", "compound")
        for member in cast.at(sentence, word)
        if member.entity.type == "Place"
    }
    fits: dict[int, dict[str, Member]] = {}
    for member in cast.members:
        *before, last = member.mention.name.casefold().split()
        named = member.entity.type in _BODIES and member.named and bool(before)
        if named and last == kind.text.casefold() and (not near or near & set(before)):
            fits.setdefault(len(before), {}).setdefault(member.entity.id, member)
    # "The Orlish opposition" rather than "the Orlish armed opposition".
    plainest = fits[min(fits)] if fits else {}
    return tuple(plainest.values()) if len(plainest) == 1 else ()
