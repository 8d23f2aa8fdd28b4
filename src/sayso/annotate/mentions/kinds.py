"""What a name is the name of: evidence from the words around it, decided over the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.annotate.mentions.draft import Draft
from sayso.annotate.mentions.lookup import Lookup
from sayso.records.parse import Token

ENGINE_TYPES = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
}
PLACE_PREPOSITIONS = frozenset({"in", "near", "at", "from", "into", "through", "across", "outside"})
# "the website X", "the militia X", "the town X".
DESCRIBED_BY = (
    ("outlet_descriptions", "Outlet"),
    ("organization_nouns", "Organization"),
    ("place_descriptions", "Place"),
)
KNOWN, STRONG, FAIR, WEAK = 20.0, 6.0, 2.0, 0.7


Votes = dict[str, dict[str, list[float]]]


def decide(drafts: Iterable[Draft], look: Lookup) -> dict[str, str]:
    """The type of each name of a document, by its folded form; undecided names are left out."""
    votes: Votes = defaultdict(lambda: defaultdict(list))
    uses: Counter[str] = Counter()
    for draft in drafts:
        if draft.type is None:
            name = fold(draft.name)
            uses[name] += 1
            for kind, weight in (*draft.evidence, *_evidence(draft, look)):
                votes[name][kind].append(weight)
    sums = {name: _sums(kinds, uses[name]) for name, kinds in votes.items()}
    _share_surnames(sums)
    return {name: _best(count) for name, count in sums.items() if count}


def _sums(kinds: dict[str, list[float]], uses: int) -> dict[str, float]:
    """Strong evidence counts once; what the engine guesses again and again is averaged."""
    return {
        kind: max([w for w in weights if w >= STRONG], default=0.0)
        + sum(w for w in weights if w < STRONG) / uses
        for kind, weights in kinds.items()
    }


def _best(count: dict[str, float]) -> str:
    return max(sorted(count), key=lambda kind: count[kind])


def fold(name: str) -> str:
    """A name for comparing within a document: no case, no marks, no article."""
    kept = "".join(c for c in name.lower() if c.isalnum() or c.isspace() or c == "-")
    return kept.replace("-", " ").removeprefix("the ").strip()


def _share_surnames(sums: dict[str, dict[str, float]]) -> None:
    """A one-word name follows the persons whose longer names end in it."""
    surnames = {
        name.rsplit(" ", 1)[1]
        for name, count in sums.items()
        if " " in name and count and _best(count) == "Person"
    }
    for name, count in sums.items():
        last = name.removeprefix("al ").removeprefix("el ")
        if " " not in last and last in surnames:
            count["Person"] = count.get("Person", 0.0) + FAIR


def _evidence(draft: Draft, look: Lookup) -> Iterable[tuple[str, float]]:
    known = look.phrases.get(draft.words)
    if known is not None:
        draft.known = known.name
        yield known.type, KNOWN
    yield from _from_last_word(draft, look)
    yield from _from_neighbours(draft, look)
    yield from _from_engine(draft)


def _from_last_word(draft: Draft, look: Lookup) -> Iterable[tuple[str, float]]:
    last, nouns = draft.words[-1].lower(), look.nouns
    several = len(draft.words) > 1
    if several and last in nouns["outlet_nouns"]:
        yield "Outlet", STRONG + 1
    elif several and last in nouns["organization_nouns"]:
        yield "Organization", STRONG
    elif several and last in nouns["place_nouns"]:
        yield "Place", STRONG
    if several and draft.words[0].lower() in nouns["organization_nouns"]:
        yield "Organization", STRONG
    if several and draft.words[0].lower() in nouns["place_nouns"]:
        yield "Place", FAIR
    if any(word in look.particles for word in draft.words[1:-1]):
        yield "Person", FAIR * 0.6
    if len(draft.words) == 1 and draft.name.isupper() and len(draft.name) > 1:
        yield "Organization", FAIR


def _from_neighbours(draft: Draft, look: Lookup) -> Iterable[tuple[str, float]]:
    before = draft.before
    if before is None:
        return
    if before.text == "," and draft.first > 1:
        if _is_office(draft.sentence[draft.first - 2], look):
            yield "Person", FAIR
    elif before.text == "(":
        if _dated(draft):
            yield "Outlet", STRONG + 2
    else:
        yield from _from_word_before(draft, before, look)


def _from_word_before(draft: Draft, before: Token, look: Lookup) -> Iterable[tuple[str, float]]:
    word, nouns = before.text.lower(), look.nouns
    if _is_office(before, look) or (word,) in look.titles:
        yield "Person", STRONG
    elif before.text.islower():
        for name, kind in DESCRIBED_BY:
            if word in nouns[name]:
                yield kind, STRONG
                return
        if word == "of" and draft.first > 1:
            if draft.sentence[draft.first - 2].text.lower() in nouns["place_descriptions"]:
                yield "Place", STRONG
        elif word in PLACE_PREPOSITIONS:
            yield "Place", FAIR if word in ("in", "near") else WEAK


def _is_office(token: Token, look: Lookup) -> bool:
    return (token.text.lower(),) in look.offices


def _dated(draft: Draft) -> bool:
    """A name in parentheses with a date behind it cites an outlet."""
    after = draft.after
    if after is None or after.text not in (",", ";"):
        return False
    rest = draft.sentence.tokens[draft.last + 2 : draft.last + 12]
    return any(token.entity == "DATE" or token.text.isdigit() for token in rest)


def _from_engine(draft: Draft) -> Iterable[tuple[str, float]]:
    labels = Counter(ENGINE_TYPES[t.entity] for t in draft.tokens if t.entity in ENGINE_TYPES)
    if labels:
        kind, count = labels.most_common(1)[0]
        yield kind, count / len(draft.tokens)
    verb = draft.sentence.head(draft.head)
    if draft.head.dep == "nsubj" and verb.pos == "VERB" and len(draft.words) in (2, 3):
        yield "Person", WEAK / 2
