"""The words of a sentence as they stand in descriptions, and what a pack says they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

# Prefixes of a side: "pro-government", "anti-war".
_SIDES = ("pro", "anti")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or several joined by hyphens: "state-run"."""

    tokens: tuple[Token, ...]
    text: str

    @property
    def last(self) -> Token:
        """The word that the others lead to."""
        return self.tokens[-1]

    @property
    def start(self) -> int:
        """Offset of the first character in the document's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character in the document's text."""
        return self.last.end

    @property
    def forms(self) -> tuple[str, str]:
        """The word in lower case, as it stands and in its basic form."""
        return self.text, self.text.removesuffix(self.last.text.lower()) + self.last.lemma.lower()


def units_of(sentence: Sentence) -> tuple[Unit, ...]:
    """The words of a sentence, those joined by hyphens taken as one."""
    groups: list[list[Token]] = []
    for token in sentence.tokens:
        glued = groups and groups[-1][-1].end == token.start
        if glued and "-" in (token.text, groups[-1][-1].text):
            groups[-1].append(token)
        else:
            groups.append([token])
    return tuple(Unit(tuple(g), "".join(t.text for t in g).lower()) for g in groups)


@dataclass(frozen=True)
class Lexicon:
    """What words tell of a source; see ``told_by``, ``kind_at``, ``bond_of``."""

    kinds: frozenset[str]
    adjectives: frozenset[str]
    owning: frozenset[str]
    siding: frozenset[str]
    demonyms: Mapping[str, str]
    states: Mapping[str, str]

    def kind_at(self, units: tuple[Unit, ...], place: int) -> tuple[str, int] | None:
        """The common noun of an outlet or body that begins at a place, and how long it is."""
        for size in (3, 2, 1):
            run = units[place : place + size]
            if len(run) < size:
                continue
            head = " ".join(unit.text for unit in run[:-1])
            for form in run[-1].forms:
                words = f"{head} {form}".strip()
                if words in self.kinds:
                    return words, size
        return None

    def told_by(self, unit: Unit, *, qualified: bool = False) -> tuple[str, str] | None:
        """The attribute that a word before a noun tells of, and its value.

        ``qualified`` is for a participle behind an adverb: "privately owned".
        """
        first, _, rest = unit.text.partition("-")
        name = "".join(token.text for token in unit.tokens)
        if name in self.demonyms:
            return "country", self.demonyms[name]
        if rest == "based":
            state = self.states.get(name.rpartition("-")[0])
            return ("country", state) if state else None
        if unit.text in self.adjectives or (first in _SIDES and rest):
            return "leaning", name
        if unit.text in self.owning:
            return "owner", name
        bond = self.bond_of(unit.last) if rest or qualified else None
        return (bond, name) if bond else None

    def bond_of(self, token: Token) -> str | None:
        """Whether a word tells whose a source is ("owner") or where it stands ("leaning")."""
        forms = {token.text.lower(), token.lemma.lower()}
        if forms & self.owning:
            return "owner"
        return "leaning" if forms & self.siding else None


def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack."""
    demonyms = Counter(word for state in pack.countries.values() for word in state.demonyms)
    return Lexicon(
        kinds=pack.list("outlet_descriptions") | pack.list("body_descriptions"),
        adjectives=pack.list("source_adjectives"),
        owning=pack.list("owning_words"),
        siding=pack.list("siding_words"),
        # "Congolese" may be of either Congo.
        demonyms={
            word: name
            for name, state in pack.countries.items()
            for word in state.demonyms
            if demonyms[word] == 1
        },
        states={
            form: name for name, state in pack.countries.items() for form in (name, *state.aliases)
        },
    )
