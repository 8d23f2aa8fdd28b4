"""References by author and year, and the list of works at the end that they point into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.attributions.citing.reading.outlets import Outlets
from sayso.extract.attributions.finders.quotations import Bounds

_YEAR = r"(?:1[5-9]|20)\d\d"
_SMALL = r"(?:(?:of|for|the|de|on|von|van|du) ){0,2}"
# "al-Saadi", "de la Cruz"; what leads to a name is none of it: "cited by Mamedov (1998)".
_PARTICLE = r"(?!(?:and|as|at|but|by|cf|for|if|in|nor|or|per|see|so|to|yet)\b)[a-z]{2,3}[ -]"
_NAME = rf"(?:{_PARTICLE}){{0,2}}[A-Z][\w’'.-]*(?: {_SMALL}[A-Z][\w’'.-]*){{0,5}}"
_WHO = rf"(?P<who>{_NAME}(?P<others>,? et al\.?|(?:, {_NAME})*,? (?:and|&) {_NAME})?)"
_WHEN = (
    rf"(?P<year>{_YEAR})(?P<letter>[a-z])?(?P<again>(?:(?:, ?| and )(?:{_YEAR})?[a-z]?)*)"
    r"(?P<place>[,:] ?(?:[a-z§¶]+\.? ?)?\d[\w–—,. -]*)?"
)
_REFERENCE = re.compile(rf"{_WHO}(?P<comma>,)? {_WHEN}")
_DATED = re.compile(_WHEN)
_BEFORE = re.compile(rf"(?<![\w.’'-]){_WHO}(?:[’']s?)?\s\Z")
_LOOK_BACK = 90
# Words that open a sentence before a name and are no part of it.
_OPENERS = re.compile(
    r"(?:(?:As|In|By|But|And|See|The|Yet|Like|While|When|Unlike|Following|Although|Since|Both"
    r"|According to|Also) )+"
)
_STYLE = re.compile(
    rf"\bet al\.?,? \(?{_YEAR}|\({_NAME},? {_YEAR}(?:[a-d]\b|[,:] ?pp?\. ?\d)"
    # "Markham (1987, pp. 44-51)", "(cf. Oduya 1994)"
    rf"|[\w’'] \({_YEAR}[a-d]?[,:] ?pp?\. ?\d|\((?:[Cc]f\.|[Ss]ee(?: also)?) {_NAME},? {_YEAR}\b"
)
_LONGEST_HEADING = 60
_NUMBERED = re.compile(r"\W{0,3}\d{1,3}\b")
_SURNAME = re.compile(r"[A-Z][\w’'-]+")
_WORD = 20
_ENTRY = 250
_LISTED_YEAR = re.compile(rf"(?<![\d/-])({_YEAR})([a-z])?(?![\w/-])")
_CAPITAL = re.compile(r"[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a reference names it: by whom, and the year or years it came out."""

    who: Bounds
    published: str


class Works:
    """Reads references by author and year in one document."""

    def __init__(self, outlets: Outlets) -> None:
        self.outlets = outlets
        self.text = outlets.text

    def in_parentheses(self, bounds: Bounds, *, beside: bool = False) -> Work | None:
        """ "Smith 2015, p. 4", "Brandt et al., 2017": the whole of one part of a citation.

        ``beside``: a surer reference stands beside it in the same brackets. Without a sign that
        it is a work, a name and a year may as well be an event ("Lund 1993").
        """
        found = _REFERENCE.fullmatch(self.text, *bounds)
        if found is None:
            return None
        who = found.span("who")
        sure = beside or self._is_sure(found) or self._is_told(bounds[0]) or self._speaks(who)
        if not sure and (self.outlets.is_place(who) or not self.outlets.standing(who)):
            return None
        return Work(who, _years(found)) if sure or found["comma"] or self._styled else None

    def is_sure(self, bounds: Bounds) -> bool:
        """Whether a part of a citation is a reference to a work beyond doubt."""
        found = _REFERENCE.fullmatch(self.text, *bounds)
        return found is not None and self._is_sure(found)

    def before(self, bracket: Bounds, start: int) -> Work | None:
        """ "Smith et al. (2015)": the name before brackets that hold no more than a year.

        ``start`` is where the block begins. Without a sign that this is a work (a list that has
        it, a letter, a page, a name that begins a clause), the year may be of anything.
        """
        dated = _DATED.fullmatch(self.text, bracket[0] + 1, bracket[1] - 1)
        low = max(start, bracket[0] - _LOOK_BACK)
        named = _BEFORE.search(self.text, low, bracket[0]) if dated else None
        if dated is None or named is None:
            return None
        opener = _OPENERS.match(self.text, *named.span("who"))
        who = (opener.end() if opener else named.start("who"), named.end("who"))
        others = (named["others"] or "").strip(" ,.")
        sign = dated["letter"] or dated["place"] or others.endswith("al")
        if sign or self._is_listed(who, dated) or self._is_author(who, bracket):
            return Work(who, _years(dated))
        return None

    def _is_sure(self, found: re.Match[str]) -> bool:
        others = (found["others"] or "").strip(" ,.")
        sign = found["letter"] or found["place"] or others.endswith("al")
        return bool(sign) or self._is_listed(found.span("who"), found)

    def _is_told(self, start: int) -> bool:
        """Whether a reference stands right behind a cue: "it was suggested (Voss 1962) that"."""
        words = list(self.outlets.scene.tokens_in(max(0, start - _WORD), start - 1))
        return bool(words) and words[-1][1].lemma.lower() in self.outlets.pack.cues

    def _is_author(self, who: Bounds, bracket: Bounds) -> bool:
        """Whether one surname opens a sentence and does something: "Petrov (1951) is wrong"."""
        mentions = self.outlets.names.mentions_in(who)
        if not _SURNAME.fullmatch(self.text, *who):
            return False
        behind = self.outlets.scene.tokens_in(bracket[1], bracket[1] + _WORD)
        number, verb = next(behind, (0, None))
        if verb is None or verb.tag not in ("VBZ", "VBP", "VBD", "MD"):
            return False
        if verb.lemma.lower() in self.outlets.pack.cues and self.outlets.could_be_surname(who):
            return True
        opens = self.outlets.scene.sentences[number].start == who[0]
        return opens and all(m.type == "Person" for m, _ in mentions)

    def _speaks(self, who: Bounds) -> bool:
        """Whether one surname says something elsewhere: "(Roper 1999)", where Roper found it."""
        return self.text[slice(*who)] in self._speaking

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """The words that are the subject of a cue anywhere in the document."""
        cues = self.outlets.pack.cues
        return frozenset(
            token.text
            for sentence in self.outlets.scene.sentences
            for token in sentence
            if token.dep == "nsubj" and token.pos == "PROPN"
            and sentence.head(token).lemma.lower() in cues
        )  # fmt: skip

    def _is_listed(self, who: Bounds, found: re.Match[str]) -> bool:
        """Whether the list of works has the first author, or body, in this year."""
        names = _CAPITAL.findall(self.text, *who)
        return any((name, found["year"]) in self._listed for name in names)

    @cached_property
    def _styled(self) -> bool:
        """Whether the document cites by author and year, so that "(Smith 2015)" is no event."""
        return bool(self._listed) or bool(_STYLE.search(self.text))

    @cached_property
    def _listed(self) -> frozenset[tuple[str, str]]:
        """Names and years of every entry of the lists of works."""
        return frozenset(
            (name, year[1])
            for start, end in listed(self.outlets)
            for year in _LISTED_YEAR.finditer(self.text, start, min(end, start + _ENTRY))
            for name in _CAPITAL.findall(self.text, start, year.start())
        )


def listed(outlets: Outlets) -> Iterator[Bounds]:
    """The blocks of notes and lists of works under a heading such as "References".

    A section of that name in the middle of a text is one only if its entries are numbered, for
    reports also talk of their sources under such a heading.
    """
    sections = list(_sections(outlets))
    for place, (title, blocks) in enumerate(sections):
        closes = all(later in _headings(outlets) for later, _ in sections[place + 1 :])
        if title in _headings(outlets) and blocks:
            line = outlets.text.rfind("\n", 0, blocks[0][0]) + 1
            if closes or _NUMBERED.match(outlets.text, line):
                yield from blocks


def _headings(outlets: Outlets) -> frozenset[str]:
    return outlets.pack.list("note_headings")


def _sections(outlets: Outlets) -> Iterator[tuple[str, list[Bounds]]]:
    """The titles of the document's sections and the blocks below each."""
    title, blocks = "", list[Bounds]()
    for block in outlets.scene.document.blocks:
        bounds = (block.start, block.end)
        short = block.end - block.start <= _LONGEST_HEADING
        words = outlets.words(bounds).strip(" :.").lower() if short else ""
        if block.kind == "heading" or words in _headings(outlets):
            yield title, blocks
            title, blocks = words, []
        else:
            blocks.append(bounds)
    yield title, blocks


def _years(found: re.Match[str]) -> str:
    first = str(found["year"])
    later = re.findall(_YEAR, found["again"])
    return f"{first}/{later[-1]}" if later and later[-1] > first else first
