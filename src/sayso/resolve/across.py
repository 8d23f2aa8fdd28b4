"""Who is who across documents: profiles that name the same become one entity.

An analyst's word comes first, then names that packs or reports say are one, then names that sound
alike, each in the order of its score; what was decided to be different is never joined. (The
order and the kept-apart pairs are those of constrained agglomerative clustering; Wagstaff 2001.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from sayso.records.spans import Span
from sayso.resolve.blocking import kind_of, pairs_of
from sayso.resolve.clusters import Clusters
from sayso.resolve.context.telling import (
    JOIN,
    NOTHING_TOLD,
    PART,
    TOLD_APART,
    Telling,
)
from sayso.resolve.decisions import SAME, Anchor, Decision
from sayso.resolve.names.fullest import DOUBTFUL, ENOUGH, KNOWN_PLACE, Fullest, length_of
from sayso.resolve.names.lexicon import NO_LEXICON, OWN, Lexicon
from sayso.resolve.names.match import Match, compare_names
from sayso.resolve.names.parts import plain, read_name
from sayso.resolve.profiles import NAMESAKES, Profile, lands_of
from sayso.resolve.short.ends import lone_ends, lone_pieces, lone_titled
from sayso.resolve.short.firms import (
    lone_cores,
    lone_firsts,
    lone_fronts,
    lone_halves,
    lone_towns,
    lone_within,
)
from sayso.resolve.short.lone import (
    Lone,
    is_acronym,
    lone_acronyms,
    lone_families,
    lone_given,
    lone_heads,
    lone_initials,
    lone_kinds,
    lone_letters,
    lone_numbers,
    lone_surnames,
    lone_tails,
)

# What a description is called is compared more strictly: each word of it counts.
DESCRIBED = 0.95
ACROSS_KINDS = 0.95
DECIDED, TOLD, ALIKE, SHORT = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Edge:
    """Two profiles (by place) that are one, or may be: by which rule, how surely, and why."""

    a: int
    b: int
    rank: int
    score: float
    rule: str
    names: tuple[str, str]
    reasons: tuple[str, ...] = ()
    # Words that speak for two.
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """Who is who: the groups, the edges that made them, those that may be, and those held back
    (with the id of the decision that holds each)."""

    clusters: Clusters
    joined: tuple[Edge, ...] = ()
    doubtful: tuple[Edge, ...] = ()
    held: tuple[tuple[Edge, str], ...] = ()
    waiting: tuple[str, ...] = field(default=())


def resolve(
    profiles: Sequence[Profile],
    lexicon: Lexicon = NO_LEXICON,
    decisions: Sequence[Decision] = (),
    loose: frozenset[int] = frozenset(),
    telling: Telling = NOTHING_TOLD,
    edges: Sequence[Edge] | None = None,
) -> Resolution:
    """Groups of profiles (by their place in the sequence) that name one entity.

    ``loose`` are places and bodies of one word that may as well be somebody's surname, and people
    of one word who may as well be a firm;
    ``telling`` is what reports tell of people beside their names; ``edges`` are those of
    ``edges_of``, if they are at hand. The result does not depend on the order of profiles or
    decisions, only on which there are.
    """
    clusters = Clusters(len(profiles))
    decided, waiting = _decide(profiles, decisions, clusters)
    _part_namesakes(profiles, clusters)
    fullest = Fullest(profiles, lexicon)
    joined, held = _join(decided, clusters, fullest)
    telling = telling.after(clusters)
    sure, doubtful, parted = _judged(
        profiles, edges_of(profiles, lexicon) if edges is None else edges, telling
    )
    telling.part(clusters, parted)
    found = [_join(sure, clusters, fullest)]
    taken = {place for edge in found[0][0] for place in (edge.a, edge.b)}
    for find in _short_forms(lexicon, loose, taken, telling.strangers):
        short = [_short(profiles, lone) for lone in find(profiles, clusters)]
        found.append(_join(short, clusters, fullest))
        taken.update(place for edge in found[-1][0] for place in (edge.a, edge.b))
    for more, kept in found:
        joined, held = joined + more, held + kept
    told = set(parted)
    free = tuple(e for e in doubtful if _is_open(e, clusters, (e.a, e.b) in told))
    return Resolution(clusters, tuple(joined), free, tuple(held), waiting)


def _short_forms(
    lexicon: Lexicon, loose: frozenset[int], taken: Set[int], strangers: Set[tuple[int, int]]
) -> tuple[Callable[[Sequence[Profile], Clusters], Iterator[Lone]], ...]:
    """The rules for short names in order; ``taken`` are one with others by no analyst's word."""
    return (
        # First, so that "M. Lee" is no second Lee to whom "Lee" may go.
        partial(lone_letters, lexicon=lexicon),
        partial(lone_surnames, lexicon=lexicon, strangers=strangers),
        partial(lone_surnames, loose=loose, lexicon=lexicon, strangers=strangers),
        partial(lone_tails, lexicon=lexicon),
        partial(lone_families, loose=loose, lexicon=lexicon),
        partial(lone_fronts, loose=loose, lexicon=lexicon),
        lone_halves,
        partial(lone_firsts, lexicon=lexicon),
        partial(lone_cores, lexicon=lexicon),
        partial(lone_within, lexicon=lexicon),
        partial(lone_towns, loose=loose),
        partial(lone_given, lexicon=lexicon, taken=taken),
        partial(lone_heads, lexicon=lexicon),
        partial(lone_titled, loose=loose, lexicon=lexicon),
        lone_acronyms,
        partial(lone_numbers, lexicon=lexicon),
        lone_initials,
        lone_pieces,
        partial(lone_ends, lexicon=lexicon),
        partial(lone_kinds, lexicon=lexicon),
    )


def _is_open(edge: Edge, clusters: Clusters, parted: bool) -> bool:
    """Whether two are for an analyst: nobody decided, or only what reports tell parts them."""
    if clusters.find(edge.a) == clusters.find(edge.b):
        return False
    holder = clusters.between(edge.a, edge.b)
    return holder is None or (parted and holder.startswith(TOLD_APART))


def _judged(
    profiles: Sequence[Profile], edges: Iterable[Edge], telling: Telling
) -> tuple[list[Edge], list[Edge], list[tuple[int, int]]]:
    """Edges that join, those in doubt, and pairs that reports tell apart (in doubt as well)."""
    sure: list[Edge] = []
    doubtful: list[Edge] = []
    parted: list[tuple[int, int]] = []
    towns = {plain(profile.name) for profile in profiles if profile.type == "Place"}
    several = {name: lands for name, lands in lands_of(profiles).items() if len(lands) > 1}
    for edge in edges:
        a, b = profiles[edge.a], profiles[edge.b]
        enough = 0.0 if edge.rank > ALIKE else _enough(a, b)
        if edge.rank == ALIKE and _town_of_a_paper(a, b, towns):
            continue
        lands = _other_lands(a, b, several)
        if lands and edge.rank < DECIDED:
            doubtful.append(replace(edge, reasons=(*edge.reasons, lands)))
            parted += [(edge.a, edge.b)] if a.land and b.land else []
            continue
        # Of two whom a text tells apart, which one is meant elsewhere is for an analyst to say.
        if NAMESAKES in a.apart or NAMESAKES in b.apart:
            doubtful.append(edge)
        elif {a.kind, b.kind} != {"Person"} or a.known or b.known:
            (sure if edge.score >= enough else doubtful).append(edge)
        else:
            verdict, weighed = telling.judge(edge.a, edge.b, edge.score, enough)
            if verdict != JOIN or edge.score < enough:
                edge = replace(edge, reasons=(*edge.reasons, *weighed.reasons), spans=weighed.spans)
            if verdict != JOIN and weighed.against:
                edge = replace(edge, score=max(0.0, edge.score + weighed.points))
            (sure if verdict == JOIN else doubtful).append(edge)
            parted += [(edge.a, edge.b)] if verdict == PART else []
    return sure, doubtful, parted


def _other_lands(a: Profile, b: Profile, several: Mapping[str, frozenset[str]]) -> str:
    """Why two bodies that every state has may be of two states; empty where nothing says so."""
    if a.land == b.land or not several:
        return ""
    if a.land and b.land:
        return f"in reports on {a.land} and on {b.land}"
    same = plain(a.name) == plain(b.name) and plain(a.name) in several
    return f"in reports on {' and on '.join(sorted(several[plain(a.name)]))}" if same else ""


def _town_of_a_paper(a: Profile, b: Profile, towns: Set[str]) -> bool:
    """Whether one is a town that a report took for a body, and the other a paper called by it."""
    one, other = (a, b) if " " not in a.name else (b, a)
    town = one.type == "Organization" and not one.known and plain(one.name) in towns
    return town and other.type == "Outlet" and " " in other.name


def _enough(a: Profile, b: Profile) -> float:
    if "Group" in (a.type, b.type):
        return DESCRIBED
    return ENOUGH[a.kind] if a.kind == b.kind else ACROSS_KINDS


def _join(
    edges: Iterable[Edge], clusters: Clusters, fullest: Fullest
) -> tuple[list[Edge], list[tuple[Edge, str]]]:
    joined, held = [], []
    for edge in sorted(edges, key=lambda e: (-e.rank, -e.score, e.a, e.b, e.rule)):
        holder = clusters.between(edge.a, edge.b)
        if holder is not None:
            # What a text sets apart is no decision that an analyst would look for.
            told = holder.startswith((NAMESAKES, TOLD_APART))
            held += [(edge, holder)] if not told else []
            continue
        one, other = clusters.find(edge.a), clusters.find(edge.b)
        if one != other and (edge.rank != ALIKE or not fullest.part(one, other)):
            clusters.join(one, other)
            fullest.learn(clusters.find(one), one, other, edge.rank == DECIDED)
            joined.append(edge)
    return joined, held


def _decide(
    profiles: Sequence[Profile], decisions: Sequence[Decision], clusters: Clusters
) -> tuple[list[Edge], tuple[str, ...]]:
    """Edges for what is the same; what is different is kept apart. Also decisions that wait."""
    bearers: dict[str, list[int]] = defaultdict(list)
    wanted = {plain(x.name) for d in decisions for x in (d.a, d.b)}
    for place, profile in enumerate(profiles) if wanted else ():
        for name in {plain(name) for name in profile.names} & wanted:
            bearers[name].append(place)
    edges, waiting = [], []
    for decision in decisions:
        left, right = (_meant(profiles, bearers, x) for x in (decision.a, decision.b))
        if not left or not right:
            waiting.append(decision.id)
        elif decision.kind == SAME:
            names = (decision.a.name, decision.b.name)
            first = left[0]
            edges += [
                Edge(first, other, DECIDED, 1.0, "decision", names, (decision.id,))
                for other in (*left[1:], *right)
                if other != first
            ]
        else:
            both = set(left) & set(right)
            clusters.keep_apart(decision.id, set(left) - both, set(right) - both)
    return edges, tuple(waiting)


def _part_namesakes(profiles: Sequence[Profile], clusters: Clusters) -> None:
    """Whoever a text tells from another of the name joins nobody of it without a decision."""
    for place, profile in enumerate(profiles):
        if NAMESAKES in profile.apart:
            names = {plain(name) for name in profile.names}
            others = [
                other
                for other, one in enumerate(profiles)
                if other != place and names & {plain(name) for name in one.names}
            ]
            clusters.keep_apart(f"{NAMESAKES}{place}", [place], others)


def _meant(profiles: Sequence[Profile], bearers: dict[str, list[int]], anchor: Anchor) -> list[int]:
    places = bearers.get(plain(anchor.name), [])
    if anchor.path:
        places = [place for place in places if profiles[place].apart == anchor.path]
    of_type = [place for place in places if profiles[place].type == anchor.type]
    named = of_type or places
    main = [p for p in named if plain(profiles[p].name) == plain(anchor.name)]
    return main or named


def edges_of(
    profiles: Sequence[Profile], lexicon: Lexicon, beside: Iterable[tuple[int, int]] = ()
) -> Iterator[Edge]:
    """Pairs of profiles that are one by their names, or may be.

    ``beside`` are pairs to compare that share more than a name may show; one may come twice.
    """
    for one, other in chain(pairs_of(profiles, lexicon), beside):
        edge = compare_profiles(profiles[one], profiles[other], lexicon)
        if edge[0].score >= _least(profiles[one], profiles[other]):
            match, names = edge
            rule = _rule(match, names)
            rank = TOLD if match.score >= 1.0 else ALIKE
            yield Edge(one, other, rank, match.score, rule, names, match.reasons)


def same_name(a: int, b: int, name: str) -> Edge:
    """The edge between two profiles (by place) that have one name."""
    return Edge(a, b, TOLD, 1.0, "the same name", (name, name), (f"both named {name}",))


def _least(a: Profile, b: Profile) -> float:
    # Offices and groups that are only nearly the same are as a rule not the same; of places that
    # a pack knows none is another under a name a little like it.
    if {a.type, b.type} & {"Office", "Group"}:
        return ENOUGH["Office"]
    known = a.type == "Place" and bool(a.known or b.known)
    return KNOWN_PLACE if known else DOUBTFUL


def _rule(match: Match, names: tuple[str, str]) -> str:
    same = plain(names[0]) == plain(names[1])
    told = "the same name" if same else "the same name in another spelling"
    return told if match.score >= 1.0 else "names alike"


def compare_profiles(
    a: Profile, b: Profile, lexicon: Lexicon = NO_LEXICON
) -> tuple[Match, tuple[str, str]]:
    """How likely two profiles are one entity, why, and by which of their names."""
    mains = (a.name, b.name)
    if a.kind != b.kind:
        return _across_kinds(a, b), mains
    if a.known and b.known:
        same = plain(a.known) == plain(b.known)
        return Match(1.0 if same else 0.0, (f"known as {a.known} and {b.known}",)), mains
    return _best(a, b, lexicon)


def _across_kinds(a: Profile, b: Profile) -> Match:
    """One report may take for a body what another knows as a person: a whole name decides."""
    shared = {plain(name) for name in a.names} & {plain(name) for name in b.names}
    whole = [name for name in shared if " " in name]
    if not whole or a.known or b.known or "Office" in (a.kind, b.kind):
        return Match(0.0, ("of different kinds",))
    return Match(0.95, (f"both named {min(whole)}",))


def _best(a: Profile, b: Profile, lexicon: Lexicon) -> tuple[Match, tuple[str, str]]:
    kind = kind_of(a)
    if kind == "org" and _other_nations(a, b, lexicon):
        return Match(0.0, ("of different nations",)), (a.name, b.name)
    found = (Match(0.0, ("no names to compare",)), (a.name, b.name))
    for left in a.names:
        for right in b.names:
            if kind == "person" and min(length_of(left), length_of(right)) < 2:
                continue
            whole = kind == "org" and not (_own(left, lexicon) and _own(right, lexicon))
            if whole or not (a.is_called(left) and b.is_called(right)):
                match = Match(1.0 if plain(left) == plain(right) else 0.0, ("both so called",))
            else:
                match = _match(left, right, kind, lexicon)
            if match.score > found[0].score:
                found = (match, (left, right))
    return found


def _other_nations(a: Profile, b: Profile, lexicon: Lexicon) -> bool:
    """Whether two bodies with names that many have are told to be of different states."""
    if any(_own(name, lexicon) for name in (a.name, b.name)):
        return False
    one, other = (
        {part.text for name in p.names for part in read_name(name, "org", lexicon)} for p in (a, b)
    )
    one, other = one & lexicon.nations, other & lexicon.nations
    return bool(one and other) and one.isdisjoint(other)


def _own(name: str, lexicon: Lexicon) -> bool:
    """Whether a name of a body has a word of its own, or three that many have."""
    parts_ = read_name(name, "org", lexicon)
    return len(parts_) > 2 or any(lexicon.weights.get(p.text, OWN) >= OWN for p in parts_)


def _match(left: str, right: str, kind: str, lexicon: Lexicon) -> Match:
    # A place in capitals is one from a dateline.
    letters = kind != "place" and (is_acronym(left) or is_acronym(right))
    if plain(left) == plain(right) and not letters:
        return Match(1.0, (f"both named {left}",))
    if letters:
        # The letters of an acronym have no sounds to compare.
        return Match(0.7 if plain(left) == plain(right) else 0.0, ("one acronym",))
    return compare_names(left, right, kind, lexicon)


def _short(profiles: Sequence[Profile], lone: Lone) -> Edge:
    names = (profiles[lone.place].name, lone.name)
    return Edge(lone.place, lone.owner, SHORT, lone.score, lone.rule, names)
