"""Who is told to be at the head of one body or thing: "is led by", "its chief is"."""

from __future__ import annotations

from sayso.analysis.statements.deeds.fitting import Pair, Spread, named
from sayso.analysis.statements.relations import Relation
from sayso.analysis.statements.senses import Senses
from sayso.analysis.statements.slots.deed import Phrase, Told


def other_leader(one: Pair, other: Pair, spread: Spread, senses: Senses) -> Relation | None:
    """Two people at the head of one thing at one time; null where the things are two."""
    (a, f), (b, g) = one, other
    first, second = leader_of(f, senses), leader_of(g, senses)
    if first is None or second is None or f.denied or g.denied:
        return None
    who, whose = first
    rival, others = second
    if not who.proper or not rival.proper or who.names & rival.names:
        return None
    common = whose & others
    # Where one does not tell of what: "their leader was Sharp".
    led = bool(common) or not (whose and others)
    if not led or (not common and not all(map(spread.theme, whose | others))):
        return None
    return Relation(False, "participants", "contradiction", (named(a, who), named(b, rival)))


def leader_of(deed: Told, senses: Senses) -> tuple[Phrase, frozenset[str]] | None:
    """Who leads by a deed, and the names and words of what is led."""
    if deed.word in senses.leading:
        who, thing = deed.doer, deed.thing
        # "America must lead it" tells of no body; "runs the best campaign of anyone in the field"
        # is of a campaign.
        led = thing.proper | ({thing.head} if thing.head else set()) if thing else None
        return (who, frozenset(led)) if who and led else None
    subject, told = deed.phrase("subject"), deed.phrase("complement")
    if deed.word != "be" or subject is None or told is None:
        return None
    for noun, who in ((subject, told), (told, subject)):
        if noun.head in senses.leaders and who.proper and not noun.proper & who.proper:
            return who, noun.features - senses.leaders - who.proper
    return None
