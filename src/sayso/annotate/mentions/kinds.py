"""What a name is the name of: the evidence of all its uses, decided over the document."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.annotate.mentions.beside import TOLD
from sayso.annotate.mentions.draft import FAIR, LIGHT, STRONG, THING, Draft
from sayso.annotate.mentions.evidence import evidence
from sayso.annotate.mentions.lookup import Lookup
from sayso.engines.protocols import TYPES, Typer
from sayso.records.parse import Sentence

# What stands between two names of one beside the phrase that says so, and how much may.
LOOSE, LONGEST = frozenset({",", "(", '"', "\u201c", "'", "\u2018", "the"}), 8
# Up to what weight of all that speaks for a name the typer is asked, in how many of its uses, and
# what its word weighs.
DOUBTFUL, ASKED, LEARNED = 2.1, 5, 2.0
# From what share on a name is heard to be a thing's, and how much less that counts: a body left
# out is lost, a ship kept is only called by the wrong name.
SURE_THING, LESS = 0.7, 0.8
# What stands before the last words of an office: "Chief of Staff", "Minister for Trade".
_LEADING = frozenset({"of", "for"})
Votes = dict[str, dict[str, list[float]]]
Sums = dict[str, dict[str, float]]


def decide(
    drafts: Iterable[Draft],
    look: Lookup,
    sentences: Sequence[Sentence] = (),
    typer: Typer | None = None,
) -> dict[str, str]:
    """The type of each name of a document, by its folded form; undecided names are left out.

    ``sentences`` are those of the document, to see what a name is called in the next one;
    ``typer`` is heard of names that nothing strong speaks for.
    """
    open_ones = [draft for draft in drafts if draft.type is None]
    sums = weigh(open_ones, look)
    if typer is not None:
        _hear(typer, sums, open_ones)
    _nobody_with_digits(sums)
    _share_firms(sums, open_ones, look)
    _share_surnames(sums)
    _not_told(sums)
    _share_fronts(sums, look)
    _share_things(sums)
    _share_lands(sums, open_ones, look)
    _share_states(sums, look)
    _share_lists(sums, open_ones)
    _share_papers(sums, look)
    _share_again(sums, open_ones, look, sentences)
    _share_aliases(sums, open_ones, look)
    return {name: _best(count) for name, count in sums.items() if count}


def weigh(drafts: Iterable[Draft], look: Lookup) -> Sums:
    """What speaks for each type of each name of a document, by its folded form."""
    votes: Votes = {}
    uses: Counter[str] = Counter()
    for draft in drafts:
        name = fold(draft.name)
        uses[name] += 1
        # A name nothing speaks for stays in the count: it may be the surname of somebody.
        kinds = votes.setdefault(name, defaultdict(list))
        for kind, weight in (*draft.evidence, *evidence(draft, look)):
            kinds[kind].append(weight)
    return {name: _sums(kinds, uses[name]) for name, kinds in votes.items()}


def _sums(kinds: dict[str, list[float]], uses: int) -> dict[str, float]:
    """Strong evidence counts once; what the engine guesses again and again is averaged."""
    return {
        kind: max([w for w in weights if w >= STRONG], default=0.0)
        + sum(w for w in weights if w < STRONG) / uses
        for kind, weights in kinds.items()
    }


def _hear(typer: Typer, sums: Sums, drafts: Iterable[Draft]) -> None:
    """Let the typer speak of the names that nothing strong speaks for."""
    told: dict[str, list[tuple[float, ...]]] = {
        name: [] for name, count in sums.items() if max(count.values(), default=0.0) <= DOUBTFUL
    }
    uses: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        name = fold(draft.name)
        if name in told and (sums[name] or _looks_named(draft)):
            uses[name].append(draft)
    doubtful: dict[int, list[Draft]] = defaultdict(list)
    for of_one in uses.values():
        for draft in _spread(of_one):
            doubtful[id(draft.sentence)].append(draft)
    for some in doubtful.values():
        words = [token.text for token in some[0].sentence.tokens]
        rows = typer.types(words, [(draft.first, draft.last + 1) for draft in some])
        for draft, row in zip(some, rows, strict=True):
            told[fold(draft.name)].append(row)
    for name, found in told.items():
        for kind, share in _likely(found) if found else ():
            sums[name][kind] = sums[name].get(kind, 0.0) + LEARNED * share


def _spread(uses: list[Draft]) -> list[Draft]:
    """As many uses of a name as are asked about, from all over the document: those at its head may
    be of one kind ("the spatial jurisdiction of Qaani")."""
    count = min(ASKED, len(uses))
    return [uses[place * len(uses) // count] for place in range(count)]


def _looks_named(draft: Draft) -> bool:
    """Whether words that nothing speaks for may be a name: the typer takes all that it is asked
    for one, "Dear" and the Staff of a chief of staff too."""
    before = draft.sentence[draft.first - 1] if draft.first else None
    inside = before is not None and before.pos != "PUNCT" and before.text.lower() not in _LEADING
    kept = all(t.pos == "PROPN" and t.text != t.text.upper() for t in draft.tokens)
    return kept and inside and not any(token.entity for token in draft.tokens)


def _likely(rows: Sequence[Sequence[float]]) -> Iterable[tuple[str, float]]:
    """The shares of the types in all uses of a name; a thing's only where it is likelier than all
    else."""
    for kind, column in zip(TYPES, zip(*rows, strict=True), strict=True):
        share = sum(map(math.exp, column)) / len(rows)
        if kind != THING:
            yield kind, share
        elif share > SURE_THING:
            yield kind, share * LESS


def _best(count: dict[str, float]) -> str:
    return max(sorted(count), key=lambda kind: count[kind])


def fold(name: str) -> str:
    """A name for comparing within a document: no case, no marks, no article."""
    kept = "".join(c for c in name.lower() if c.isalnum() or c.isspace() or c == "-")
    return kept.replace("-", " ").removeprefix("the ").strip()


def _nobody_with_digits(sums: Sums) -> None:
    for name, count in sums.items():
        if any(letter.isdigit() for letter in name):
            count.pop("Person", None)


def _share_surnames(sums: Sums) -> None:
    """A one-word name follows the persons whose longer names have it."""
    known = {
        word
        for name, count in sums.items()
        if " " in name and count and _best(count) == "Person"
        for word in name.split()
    }
    for name, count in sums.items():
        last = name.removeprefix("al ").removeprefix("el ")
        if " " not in last and last in known:
            count["Person"] = count.get("Person", 0.0) + FAIR


def _not_told(sums: Sums) -> None:
    """Who goes by the last word of a name elsewhere is somebody, and no outlet that was told; nor
    a place, where only a guess says so and the last word alone is told to be somebody's."""
    for name, count in sums.items():
        alone = sums.get(name.rpartition(" ")[2]) if " " in name else None
        if alone is None:
            continue
        told = count.get("Outlet", 0.0) <= TOLD and _best_or_none(count) == "Outlet"
        guessed = max(count.values(), default=0.0) < FAIR and _is_somebody(alone)
        if guessed or (told and _best_or_none(alone) in (None, "Person")):
            count["Person"] = count.get("Person", 0.0) + FAIR


def _is_somebody(count: dict[str, float]) -> bool:
    return _best_or_none(count) == "Person" and count["Person"] >= LIGHT


def _best_or_none(count: dict[str, float]) -> str | None:
    return _best(count) if count else None


def _share_fronts(sums: Sums, look: Lookup) -> None:
    """ "Telmar" follows "Telmar Lines": a body's name cut short that is told to be nothing else.

    Towns give their names to bodies: what may be a place follows a firm only ("Velm Ltd",
    "Velm Resources").
    """
    taken = look.nouns["portfolios"] | {word.lower() for word in look.demonyms}
    trades = look.nouns["organization_endings"] - look.nouns["organization_nouns"]
    trades |= look.nouns["legal_forms"]
    bodies, firms = set(), set()
    for name, count in sums.items():
        words = name.split()
        if len(words) > 1 and count and _best(count) == "Organization":
            bodies |= {words[0], words[-1]} - taken
            firms |= {words[0]} - taken if words[-1] in trades else set()
    for name, count in sums.items():
        followed = firms if count.get("Place", 0.0) >= LIGHT else bodies
        if name in followed and max(count.values(), default=0.0) < FAIR:
            count["Organization"] = count.get("Organization", 0.0) + LIGHT


def _share_things(sums: Sums) -> None:
    """ "The Star" is a ship where "the Velm Star" is one."""
    lasts = {
        name.split()[-1] for name, count in sums.items()
        if " " in name and count and _best(count) == THING
    }  # fmt: skip
    for name in lasts & sums.keys():
        if max(sums[name].values(), default=0.0) < FAIR:
            sums[name][THING] = STRONG


def _share_lands(sums: Sums, drafts: Iterable[Draft], look: Lookup) -> None:
    """ "Hexi" is a place where "Hexi province" is told of."""
    for draft in drafts:
        last = draft.tokens[-1].text
        if len(draft.words) > 1 and last.islower() and last in look.nouns["place_descriptions"]:
            bare = sums.get(fold(" ".join(draft.words[:-1])))
            if bare is not None:
                bare["Place"] = bare.get("Place", 0.0) + FAIR


def _share_states(sums: Sums, look: Lookup) -> None:
    """ "Velm" is a place where "the Velm government" and "the Velm assembly" are told of."""
    bodies = look.nouns["state_bodies"]
    places = {name.partition(" ")[0] for name in sums if name.partition(" ")[2] in bodies}
    places -= {word.lower() for word in look.demonyms}
    for name in places & sums.keys():
        if max(sums[name].values(), default=0.0) < FAIR:
            sums[name]["Place"] = sums[name].get("Place", 0.0) + FAIR


def _share_papers(sums: Sums, look: Lookup) -> None:
    """ "Oxbury" is a place where the "Oxbury Mercury" is printed, unless more than a guess tells
    otherwise."""
    for name, count in list(sums.items()):
        first, _, last = name.partition(" ")
        bare = sums.get(first) if last in look.nouns["outlet_nouns"] else None
        paper = bare is not None and _best_or_none(count) == "Outlet"
        if bare is not None and paper and max(bare.values(), default=0.0) < FAIR:
            bare["Place"] = bare.get("Place", 0.0) + LIGHT


def _share_firms(sums: Sums, drafts: Iterable[Draft], look: Lookup) -> None:
    """ "A.P. Moller-Maersk" is a firm where "Maersk A/S" is one."""
    forms = look.nouns["legal_forms"]
    firms = {
        name.split()[0]
        for name, count in sums.items()
        if " " in name and count.get("Organization", 0.0) > STRONG
        and (name.split()[-1] in forms or "".join(name.split()[1:]) in forms)
    }  # fmt: skip
    for name in sums:
        longer = [firm for firm in sums if firm.startswith(f"{name} ") and _is_legal(firm, look)]
        if " " in name and longer:
            # "Old Velm Leaf", and "Old Velm", of "Old Velm Leaf Inc."
            sums[name].pop("Person", None)
            sums[name]["Organization"] = sums[name].get("Organization", 0.0) + STRONG
    for name in {draft.name for draft in drafts if "-" in draft.name}:
        folded = fold(name)
        if " " in folded and folded.split()[-1] in firms:
            sums[folded]["Organization"] = sums[folded].get("Organization", 0.0) + STRONG


def _is_legal(name: str, look: Lookup) -> bool:
    return name.rpartition(" ")[2] in look.nouns["legal_forms"]


def _share_lists(sums: Sums, drafts: Iterable[Draft]) -> None:
    """ "in Adra and Kolm": what the first of a list surely is, the others may be too."""
    owners = {(id(d.sentence), i): fold(d.name) for d in drafts for i in range(d.first, d.last + 1)}
    shares: set[tuple[str, str]] = set()
    for draft in drafts:
        if draft.head.dep == "conj" and _listed(draft):
            first = owners.get((id(draft.sentence), draft.head.head))
            count = sums[first] if first is not None else {}
            if count and max(count.values()) >= FAIR:
                shares.add((fold(draft.name), _best(count)))
    for name, kind in shares:
        sums[name][kind] = sums[name].get(kind, 0.0) + LIGHT


def _share_again(
    sums: Sums, drafts: Iterable[Draft], look: Lookup, sentences: Sequence[Sentence]
) -> None:
    """ "Telmar paid him. The Danish company denied it": the only name of one word that the sentence
    before has, and that nothing tells to be somebody's, is the firm. "Velm Orel denied it. Its
    coach left": so is the only name of any words."""
    here: dict[int, set[str]] = defaultdict(set)
    for draft in drafts:
        here[id(draft.sentence)].add(fold(draft.name))
    for sentence, after in pairwise(sentences):
        names = here[id(sentence)]
        if len(names) == 1 and _opens_with_office(after, look):
            count = sums[min(names)]
            if _best_or_none(count) == "Person" and max(count.values()) < STRONG:
                count["Organization"] = count.get("Organization", 0.0) + STRONG / 2
        if not names or not _opens_with_firm(after, look):
            continue
        bodies = any(_best_or_none(sums[name]) == "Organization" for name in names)
        may_be = {name for name in names if " " not in name and _is_open(sums[name])}
        if len(may_be) == 1 and not bodies:
            count = sums[may_be.pop()]
            count["Organization"] = count.get("Organization", 0.0) + FAIR


def _is_open(count: dict[str, float]) -> bool:
    return max(count.values(), default=0.0) < FAIR and _best_or_none(count) != "Outlet"


def _opens_with_office(sentence: Sentence, look: Lookup) -> bool:
    """Whether a sentence begins with somebody whom only a body has: "Its chairman", "Its coach"."""
    nouns = look.nouns["club_offices"] | look.nouns["firm_offices"]
    return sentence[0].text == "Its" and len(sentence) > 1 and sentence[1].text in nouns


def _opens_with_firm(sentence: Sentence, look: Lookup) -> bool:
    """Whether a sentence begins with "The company" or "The Danish group"."""
    if sentence[0].text != "The" or len(sentence) < 3:
        return False
    at = 2 if sentence[1].text in look.demonyms or sentence[1].pos == "ADJ" else 1
    return sentence[at].tag == "NN" and sentence[at].text in look.nouns["firm_nouns"]


def _listed(draft: Draft) -> bool:
    """Whether an "and" or "or" stands in a list, before or behind: "In Kano, Ann Lee" is none."""
    head, sentence = draft.head, draft.sentence
    near = (head, sentence.head(head))
    more = any(True for _ in sentence.children(head, "conj"))
    return more or any(True for token in near for _ in sentence.children(token, "cc"))


def _share_aliases(sums: Sums, drafts: list[Draft], look: Lookup) -> None:
    """ "Jan Novak, known as Orel": another name is of what the first is."""
    ends = {(id(draft.sentence), draft.last): fold(draft.name) for draft in drafts}
    for draft in drafts:
        words: list[str] = []
        place = draft.first - 1
        while place >= 0 and (id(draft.sentence), place) not in ends and len(words) < LONGEST:
            words.insert(0, draft.sentence[place].text.lower())
            place -= 1
        owner = ends.get((id(draft.sentence), place))
        told = " ".join(word for word in words if word not in LOOSE)
        count = sums.get(owner or "")
        behind = draft.sentence.tokens[draft.last + 1 : draft.last + 2]
        closed = not behind or behind[0].text in (",", ".", ";", ")")
        inserted = closed and words[:2] in ([",", "called"], ["(", "called"])
        if count and ((inserted and told == "called") or told in look.nouns["alias_phrases"]):
            name, kind = fold(draft.name), _best(count)
            sums[name][kind] = sums[name].get(kind, 0.0) + STRONG
