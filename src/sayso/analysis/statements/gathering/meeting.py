"""Which reports of a case are held side by side: those that tell of the same names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from hashlib import blake2b
from typing import NamedTuple

from sayso.analysis.statements.statement import Statement

# A report is compared with so many of those that name the same most often.
_NEAREST = 12
# Names that tell what a report is about, and how many two reports on one thing have in common;
# one is enough where it is among the first of both.
_THEMES = 15
# Days that tell what a report is about; one brings two together only beside a name.
_DAYS = 5
_DAY = "@"
# Words that tell what a report is about; they bring no two together, and tell how near two are.
_WORDS = 15
_WORD = "~"
# So much of the words of the shorter, and no fewer than so many, are much the same words.
_ALIKE, _LEAST = 2 / 5, 3
_NAMED = 2
# Themes in common that make two reports be on one matter.
_MUCH = 4
# Fewer are enough where they are half of those that the shorter report has.
_FEW, _HALF = 3, 2
_COMMON = 2
# Of more reports than this, and more than one in so many, a theme is everywhere in the case.
_MANY, _EVERYWHERE = 12, 5
_MAIN = 3
# Of two reports of which so many clauses are the same word for word, one is a copy.
_COPIED = 0.6
# A name, or a clause, of more reports brings no two of them together by itself: else each would
# meet each, and the work would grow with the square of the reports.
_CROWD = 200


class Outline(NamedTuple):
    """What tells of a report whether it is a copy, and beside which others it is held: a number
    for each of its clauses, and the names that it tells of most, main first."""

    clauses: frozenset[int]
    themes: tuple[str, ...]


def outline_of(told: Sequence[Statement]) -> Outline:
    """The outline of a report with these statements, the same in whatever process it is made."""
    names = Counter(name for one in told for name in one.who)
    days = Counter(day for one in told for day in _days(one))
    words = Counter(f"{_WORD}{w}" for one in told for w in one.said if w[0] not in "@#")
    return Outline(
        frozenset(_number(one.span.quote) for one in told),
        (*_most(names, _THEMES), *_most(days, _DAYS), *_most(words, _WORDS)),
    )


def originals(
    reports: Iterable[tuple[str, Outline]],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The reports that copy none before them, each with the names it tells of most, main first."""
    where: dict[int, list[str]] = {}
    lengths: dict[str, int] = {}
    for id, (own, themes) in reports:
        if not own or _is_copied(own, where, lengths):
            continue
        lengths[id] = len(own)
        for clause in own:
            where.setdefault(clause, []).append(id)
        yield id, themes


def _number(words: str) -> int:
    # Python's own number of a string is another in each process.
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def _most(found: Counter[str], count: int) -> list[str]:
    return sorted(found, key=lambda one: (-found[one], one))[:count]


def _days(one: Statement) -> set[str]:
    """The days on which something is told to have happened, as themes."""
    return {f"{_DAY}{t.earliest}" for t in one.dated if t.earliest == t.latest}


def widespread(themes: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The themes that so many reports of a case have that they bring no two on one matter: in a
    year's news of an election, both candidates."""
    told = Counter(theme for own in themes.values() for theme in own)
    most = max(_MANY, len(themes) // _EVERYWHERE)
    return frozenset(theme for theme, reports in told.items() if reports > most)


def near(one: Sequence[str], other: Sequence[str], common: Set[str] = frozenset()) -> bool:
    """Whether two reports, by their themes, tell of one matter: they name much the same, or some
    of it on the same day, or some of it in much the same words.

    What is ``common`` to a large part of the case tells that no more than one name of it would.
    """
    shared = set(one) & set(other)
    known = [theme for theme in shared & common if theme[0] not in (_DAY, _WORD)]
    shared = (shared - common) | set(known[:1])
    names = _count_names(shared)
    days = sum(theme[0] == _DAY for theme in shared)
    words = len(shared) - names - days
    if names >= _MUCH or (names > 0 and days > 0):
        return True
    if names >= _FEW and _HALF * names >= min(map(_count_names, (one, other))):
        return True
    fewer = min(sum(theme[0] == _WORD for theme in own) for own in (one, other))
    return names >= _NAMED and words >= max(_LEAST, _ALIKE * fewer)


def _count_names(themes: Iterable[str]) -> int:
    return sum(theme[0] not in (_DAY, _WORD) for theme in themes)


def _is_copied(
    own: frozenset[int], where: Mapping[int, Sequence[str]], lengths: Mapping[str, int]
) -> bool:
    """Whether most clauses of a report, or of one before, stand in the other."""
    places = [where[clause] for clause in own if clause in where]
    shared = Counter(id for ids in places if len(ids) <= _CROWD for id in ids)
    return any(n > _COPIED * min(len(own), lengths[id]) for id, n in shared.items())


def neighbours(themes: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of reports of which one is among those that have most in common with the other.

    ``themes`` are the names each tells of most, main first. The work grows with the number of
    reports: a report meets those that share a name with it which few others have.
    """
    themes = {id: [t for t in own if t[0] != _WORD] for id, own in themes.items()}
    having: dict[str, list[str]] = {}
    for id, names in themes.items():
        for name in names:
            having.setdefault(name, []).append(id)
    place = {id: n for n, id in enumerate(themes)}
    nearest = {id: frozenset(_nearest(id, themes, having, place)) for id in themes}
    met = {
        (min(one, other, key=place.__getitem__), max(one, other, key=place.__getitem__))
        for one in themes
        for other in nearest[one]
    }
    yield from sorted(met, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _nearest(
    one: str,
    themes: Mapping[str, Sequence[str]],
    having: Mapping[str, Sequence[str]],
    place: Mapping[str, int],
) -> list[str]:
    lists = [having[name] for name in themes[one] if len(having[name]) <= _CROWD]
    lists = lists or [having[name][:_CROWD] for name in themes[one][:1]]
    others = {other for ids in lists for other in ids} - {one}
    shared = {other: len(set(themes[one]) & set(themes[other])) for other in others}
    fit = [
        o for o in others
        if (shared[o] >= _COMMON and _named_alike(themes[one], themes[o]))
        or _of_one(themes[one], themes[o])
    ]  # fmt: skip
    return sorted(fit, key=lambda other: (-shared[other], place[other]))[:_NEAREST]


def _of_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two reports are mainly on the same name."""
    return _named_alike(one[:_MAIN], other[:_MAIN])


def _named_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(not theme.startswith(_DAY) for theme in set(one) & set(other))
