"""Which words name a source that can be cited, and which outlet a web host is."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cached_property

from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.names import Names
from sayso.records.marks import Mention
from sayso.records.statements import Link

_NAME_WORD = re.compile(r"[A-Z][\w.&’'/-]*|[a-z]{2}-[A-Z][\w’'-]*|[’'‘][A-Z]\w*|[\w-]+\.[a-z]{2,5}")
_SMALL_WORDS = frozenset(
    {"the", "of", "and", "in", "into", "for", "on", "to", "a", "an", "v", "v.", "vs.", "et", "&",
     "de", "le", "la", "al", "el", "der", "die", "des", "du", "di", "von", "van"}
)  # fmt: skip
_BEFORE_NOUN = r"(?:[\w’'-]+ ){0,4}"
_BEHIND_NOUN = r"(?: (?:of|by|with|from|to|in|on|for|close|affiliated|run|linked)\b.*)?"
# In words: what no gazetteer knows and is no longer than that, may well be a place.
_LONG_NAME = 3
_MOST_WORDS = 10
_MOST_WORDS_DESCRIBED = 14
# Labels of a host between an outlet's own and the country's: bbc.co.uk.
_KINDS_OF_HOST = frozenset({"ac", "co", "com", "edu", "gob", "gov", "net", "org"})
_SPACE = re.compile(r"\s+")


class Standing(IntEnum):
    """How well some words are known to be a source, the better the higher."""

    NOTHING = 0
    NAME = 1
    DESCRIBED = 2
    MENTIONED = 3
    KNOWN = 4
    LISTED = 5


class Outlets:
    """Looks up the sources that the citations of one document name."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.scene = names.scene
        self.text = names.scene.document.text
        self.pack = names.scene.pack

    def words(self, bounds: Bounds) -> str:
        """The words in these bounds on one line."""
        return _SPACE.sub(" ", self.text[slice(*bounds)]).strip()

    def standing(self, bounds: Bounds) -> Standing:
        """How well the words in these bounds are known to be a source that can be cited."""
        shown = self.words(bounds)
        words = [word.strip(",’'“”\"").lower() for word in shown.split()]
        if not words or len(words) > _MOST_WORDS_DESCRIBED:
            return Standing.NOTHING
        if self._is_listed(shown):
            return Standing.LISTED
        if self._is_known(shown, words):
            return Standing.KNOWN
        found = [m for m, _ in self.names.mentions_in(bounds) if m.form != "adjective"]
        last = found[-1] if found and len(words) <= _MOST_WORDS else None
        if last and last.type == "Outlet" and last.span.end == bounds[1]:
            return Standing.MENTIONED
        if found and found[0].type == "Place" and not self._is_long_name(found[0], words):
            return Standing.NOTHING
        if self._described.fullmatch(shown):
            return Standing.DESCRIBED
        named = self._is_name(shown, words) or self._is_office(shown, words)
        return Standing.NAME if named else Standing.NOTHING

    def _is_long_name(self, place: Mention, words: list[str]) -> bool:
        """Whether a name only begins as that of a place does: "Gulf Bullion Letter"."""
        long = len(words) >= _LONG_NAME and place.known is None
        return long and words[-1] not in self.pack.list("place_nouns")

    def _is_office(self, shown: str, words: list[str]) -> bool:
        """ "Regional prosecutor's office": a body that has no name of its own."""
        return shown.islower() and words[-1] in self.pack.list("organization_nouns")

    def is_body(self, bounds: Bounds) -> bool:
        """Whether the words are the name of a body: an institute, a ministry."""
        found = self.names.mentions_in(bounds)
        if found and found[-1][0].type in ("Organization", "Outlet"):
            return True
        last = self.words(bounds).rpartition(" ")[2].lower()
        return last in self.pack.list("organization_nouns")

    def could_be_surname(self, bounds: Bounds) -> bool:
        """Whether one capital word may be an author's name, though it looks like a place."""
        found = self.names.mentions_in(bounds)
        one = re.fullmatch(r"[A-Z][\w’'-]+", self.words(bounds)) is not None
        return one and all(mention.known is None for mention, _ in found)

    def could_be_house(self, bounds: Bounds) -> bool:
        """Whether words name a source, or may for all that is known of them: "Le Soleil"."""
        words = self.words(bounds).split()
        found = self.names.mentions_in(bounds)
        named = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
        unknown = bool(found) and all(mention.known is None for mention, _ in found)
        return self.standing(bounds) >= Standing.NAME or (named and unknown)

    def is_place(self, bounds: Bounds) -> bool:
        """Whether the words begin with the name of a place."""
        found = self.names.mentions_in(bounds)
        return bool(found) and found[0][0].type == "Place"

    def _is_listed(self, shown: str) -> bool:
        """Whether the pack knows the outlet, by this form or in other capitals: REUTERS."""
        if self.names.is_known_outlet(shown) or self.names.is_known_outlet(_bare(shown)):
            return True
        return shown.isupper() and shown.lower() in self._listed_low

    @cached_property
    def _listed_low(self) -> frozenset[str]:
        known = self.pack.known.items()
        return frozenset(form.lower() for form, entry in known if entry.type == "Outlet")

    def _is_known(self, shown: str, words: list[str]) -> bool:
        """Whether a name has the noun of an outlet: Harbour Times, Radio Lund."""
        nouns = self.pack.list("outlet_nouns")
        ends = {words[0], words[-1], " ".join(words[-2:])}
        one_name = len(words) > 1 and "," not in shown
        return one_name and bool(ends & nouns) and self._is_name(shown, words)

    @cached_property
    def _described(self) -> re.Pattern[str]:
        """ "a Telegram channel of the party", "interview with a port official"."""
        nouns = self.pack.list("outlet_descriptions") | self.pack.list("report_nouns")
        return re.compile(rf"{_BEFORE_NOUN}{either(nouns)}s?{_BEHIND_NOUN}", re.IGNORECASE)

    def _is_name(self, shown: str, words: list[str]) -> bool:
        if len(words) > _MOST_WORDS or self._is_thing(words):
            return False
        bare = [word.strip(',“”"') for word in shown.split()]
        capital = [word for word in bare if _NAME_WORD.fullmatch(word)]
        small = all(word in capital or word in _SMALL_WORDS for word in bare)
        return small and bool(capital) and bare[-1] not in _SMALL_WORDS

    def _is_thing(self, words: list[str]) -> bool:
        """ "Battle of Orvane", "Lund Treaty": what has a date, and cites nobody."""
        heads = {words[-1], words[words.index("of") - 1] if "of" in words[1:] else ""}
        return not heads.isdisjoint(self.pack.list("thing_nouns"))

    def link(self, bounds: Bounds) -> Link:
        """The source in these bounds as a link of a chain."""
        rows = [row for row in self.names.mentions_in(bounds) if row[0].form != "adjective"]
        whole = next((r for r in rows if (r[0].span.start, r[0].span.end) == bounds), None)
        if whole and whole[1]:
            return Link(whole[1].name, whole[1].id)
        return self.named(_bare(self.words(bounds)))

    def named(self, name: str) -> Link:
        """The source of this name as a link of a chain."""
        return Link(name, self._entities.get(name))

    @cached_property
    def _entities(self) -> dict[str, str]:
        """The document's entities by every name that they have."""
        found: dict[str, str] = {}
        for entity in self.scene.notes.entities:
            for name in (entity.name, entity.known, *entity.aliases):
                found.setdefault(name or entity.name, entity.id)
        return found

    def of_host(self, host: str) -> Link:
        """The outlet behind the host of a web address; an unknown host gives its own label."""
        labels = host.lower().removeprefix("www.").split(".")
        own = [label for label in labels[:-1] if label not in _KINDS_OF_HOST] or labels[:1]
        return self.named(self.pack.outlet_at(host) or own[-1])

    def is_platform_at(self, host: str) -> bool:
        """Whether anybody posts what stands on a host."""
        outlet = self.pack.outlets.get(self.pack.outlet_at(host) or "")
        return outlet is not None and outlet.kind == "platform"

    def is_known_host(self, host: str) -> bool:
        """Whether the pack knows the outlet behind a host."""
        return self.pack.outlet_at(host) is not None

    @cached_property
    def _credit(self) -> re.Pattern[str]:
        credit = either(self.pack.list("credit_words"))
        by = r"(?:credits?|by|from|via|courtesy(?: of)?)\b"
        named = rf"{credit}s?(?:(?:\s+{by})+\s*:?|\s*:)"
        return re.compile(rf"\s*(?:{named}|\bcourtesy of\b|©)\s*", re.IGNORECASE)

    @cached_property
    def _signal(self) -> re.Pattern[str]:
        signal = either(self.pack.list("citation_signals"))
        return re.compile(rf"\s*(?:{signal}\b[.,:]*\s*)+", re.IGNORECASE)

    @cached_property
    def _own_part(self) -> re.Pattern[str]:
        noun = either(self.pack.list("part_nouns"))
        return re.compile(rf"\s*{noun}s?\.? (?:\d+|[IVX]+)\b[^;,]{{0,12}}", re.IGNORECASE)

    def is_own_part(self, bounds: Bounds) -> bool:
        """Whether words only lead to another place of the same text: "see Annex 3"."""
        return bool(self._own_part.fullmatch(self.text, *self.behind_signal(bounds)))

    @cached_property
    def _own_research(self) -> re.Pattern[str]:
        said = either(self.pack.list("own_research"))
        return re.compile(rf"(?:the )?{said}(?=[,;]|\Z)", re.IGNORECASE)

    def is_own_research(self, bounds: Bounds) -> bool:
        """Whether words tell that the author asked or saw for himself: "(interviews, May 2020)"."""
        return bool(self._own_research.match(self.words(bounds)))

    def behind_credit(self, bounds: Bounds) -> Bounds | None:
        """What stands behind "Photo:", "courtesy of" and the like; null without such words."""
        found = self._credit.match(self.text, *bounds)
        return (found.end(), bounds[1]) if found else None

    def behind_signal(self, bounds: Bounds) -> Bounds:
        """What stands behind "see", "cf." and the like."""
        found = self._signal.match(self.text, *bounds)
        return (found.end(), bounds[1]) if found else bounds


def either(words: frozenset[str]) -> str:
    """A pattern for any of these words, the longest first; it fits nothing without words."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})"


def _bare(words: str) -> str:
    return words.removeprefix("the ").removeprefix("The ")
