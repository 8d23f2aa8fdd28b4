"""Persons under several spellings and short names, inside one document."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sayso.records.marks import Mention
from sayso.resolve.keys import OTHER
from sayso.resolve.names.east import family_first, family_sound
from sayso.resolve.names.lexicon import NO_LEXICON, Lexicon
from sayso.resolve.names.match import compare_names
from sayso.resolve.names.sexes import of_other_sex
from sayso.resolve.names.sounds import alike
from sayso.resolve.short.joins import Join, Joins
from sayso.resolve.short.lone import is_tail

# Spellings of one full name inside one document; far above chance for two people.
SAME_PERSON, SAME_SURNAME = 0.88, 0.9
NOBODY: Mapping[str, bool] = {}


def attach_short_names(
    named: dict[str, list[Mention]],
    lexicon: Lexicon = NO_LEXICON,
    women: Mapping[str, bool] = NOBODY,
    relatives: Set[str] = frozenset(),
    early: Set[tuple[str, str]] = frozenset(),
) -> Joins:
    """Which person keys join which other key.

    A full name joins an earlier full name that sounds the same. A single name joins the one full
    name that has it as its last part, or any part; of two whom it fits, the one who alone was
    told of so far, or who alone is a woman or man as the titles say (``women``, by key). Else it
    stays alone; and so does one that stood there before one of ``relatives`` was introduced, or
    that is told ``early``, paired with whom it may mean all the same.
    """
    others = {key: named[key][0].span.start for key in relatives}
    persons = [key for key in named if key.startswith("Person:") and OTHER not in key]
    full = [key for key in persons if len(_words(key)) > 1]
    joined: Joins = {}
    for place, key in enumerate(full):
        match = _first_same(named, key, full[:place], joined, lexicon)
        if match is not None:
            joined[key] = match
    for key in full:
        # Half of four words is a tail though it begins as given names do: "Suu Kyi".
        more = 0 if is_tail(_words(key), lexicon) else 1
        longer = [o for o in full if key not in joined and _ends_so(_words(o), _words(key), more)]
        owners = {_owner(o, joined) for o in longer}
        if len(owners) == 1:
            joined[key] = Join(owners.pop(), "the only one whose name ends so", 0.85)
    for key in persons:
        if len(_words(key)) == 1:
            first = named[key][0].span.start
            known = [o for o in full if others.get(o, first) <= first and (key, o) not in early]
            found = _short(named, key, known, joined, women, lexicon)
            if found is not None:
                joined[key] = found
    return joined


def told_early(
    named: Mapping[str, Sequence[Mention]], paragraphs: Sequence[int]
) -> frozenset[tuple[str, str]]:
    """The keys of surnames alone that stand in a paragraph before that in which somebody of the
    name is told of in full, each with that one's. Paragraphs begin at ``paragraphs``.

    Nobody is introduced behind: it may as well be somebody of another report.
    """
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, group in named.items():
        if key.startswith("Person:") and " " in key:
            place = bisect_right(paragraphs, group[0].span.start)
            bearers[key.rpartition(" ")[2]].append((place, key))
    found = set()
    for key, group in named.items():
        place = bisect_right(paragraphs, group[0].span.start)
        for later, owner in bearers.get(key.removeprefix("Person:"), ()):
            found.update([(key, owner)] if 0 < place < later else [])
    return frozenset(found)


def _short(
    named: dict[str, list[Mention]],
    key: str,
    full: list[str],
    joined: Joins,
    women: Mapping[str, bool],
    lexicon: Lexicon,
) -> Join | None:
    """Whom a single name means: the only one of the name, of the name so far, or of the sex."""
    name, woman = _words(key)[0], women.get(key)
    fitting = [o for o in full if woman is None or women.get(o, woman) == woman]
    last = max(m.span.start for m in named[key])
    rules = (
        (fitting, "the only one of this name in the report", 0.9),
        ([o for o in full if woman is not None and women.get(o) == woman],
         "the only one of this name and title in the report", 0.85),
        ([o for o in fitting if named[o][0].span.start < last],
         "the only one of this name told of so far", 0.85),
    )  # fmt: skip
    for owners, rule, score in rules:
        owner = _only_owner(name, owners, joined, lexicon)
        if owner is not None:
            return Join(owner, rule, score)
    return None


def _ends_so(whole: list[str], tail: list[str], more: int) -> bool:
    """Whether a name ends as another, and has before it more words than are told."""
    return len(whole) > len(tail) + more and whole[-len(tail) :] == tail


def _words(key: str) -> list[str]:
    return key.removeprefix("Person:").split()


def _first_same(
    named: dict[str, list[Mention]],
    key: str,
    earlier: Iterable[str],
    joined: Joins,
    lexicon: Lexicon,
) -> Join | None:
    for other in earlier:
        if other not in joined:
            names = named[key][0].name, named[other][0].name
            match = compare_names(*names, "person", lexicon)
            if match.score >= SAME_PERSON:
                return Join(other, f"names alike: {'; '.join(match.reasons)}", match.score)
    return None


def _only_owner(name: str, full: list[str], joined: Joins, lexicon: Lexicon) -> str | None:
    """The one person with this surname, or else with this given name."""
    sound = family_sound(name, lexicon)
    families = {key: _family(_words(key), lexicon) for key in full}
    for words in (families, {key: _all(_words(key), lexicon) for key in full}):
        exact = {_owner(key, joined) for key in full if {name, sound} & set(words[key])}
        owners = exact or {
            _owner(key, joined)
            for key in full
            if any(_sounds_so(name, word) for word in words[key])
        }
        if owners:
            return owners.pop() if len(owners) == 1 else None
    return None


def _sounds_so(name: str, word: str) -> bool:
    return alike(name, word) >= SAME_SURNAME and not of_other_sex(name, word)


def _family(words: list[str], lexicon: Lexicon) -> list[str]:
    if family_first(words, lexicon):
        return [family_sound(words[0], lexicon)]
    return words[-1:]


def _all(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words of a name, the halves of an eastern given name as one."""
    if family_first(words, lexicon):
        return [*_family(words, lexicon), "".join(words[1:])]
    return words


def _owner(key: str, joined: Joins) -> str:
    return joined[key].to if key in joined else key
