"""What is wrong with a report, statement by statement, in the light of its case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.analysis.linting.draft import Draft, Statement
from sayso.analysis.linting.grounds import Ground, Grounds, Told
from sayso.analysis.linting.numbers import given, numbers
from sayso.analysis.linting.words import Words, unquoted
from sayso.analysis.sources import report_names
from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded, listed, quoted
from sayso.records.case import Event, Tie

KINDS = (
    "unsupported", "unresolved", "hedge dropped", "scales mixed", "confidence mixed",
    "single origin", "number",
)  # fmt: skip
# Fewer words are a label, not a statement.
_FEWEST = 4
# Who says how many origins or sources there are does not hide that there is one.
_OWNED = re.compile(r"\b(?:origins?|alone|single source|one source|only source)\b", re.IGNORECASE)
# "The minister: “…”" gives the words to somebody, by whatever name.
_SPEAKS = re.compile(r"\w:\s*[“\"«]")
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: its kind (one of KINDS), where, what and why; ``cited`` are the words that
    it was held against, if any."""

    kind: str
    line: int
    text: str
    why: str
    cited: str | None = None


def lint(view: CaseView, draft: Draft, words: Words, own: Draft | None = None) -> list[Finding]:
    """What is wrong with a report, by line.

    ``own`` is what sayso itself writes of the case: its remarks need no footnote, and what it
    counts is counted. A statement on how the report was made is written in italics as a whole.
    """
    grounds = Grounds(view, draft)
    linter = _Linter(grounds, words, _speakers(view), own or Draft((), {}))
    found = [
        finding
        for statement in draft.statements
        if not statement.aside
        for finding in linter.of(statement)
    ]
    found += _scales(draft, words)
    return sorted(found, key=lambda one: (one.line, KINDS.index(one.kind), one.text))


# A word that tells what is spoken of: shorter ones stand in any sentence.
_WORD = re.compile(r"\w{4,}")


class _Linter:
    def __init__(
        self, grounds: Grounds, words: Words, speakers: Mapping[str, str], own: Draft
    ) -> None:
        self._grounds = grounds
        self._words = words
        self._speakers = speakers
        self._remarks = {one.words for one in own.statements if not one.notes}
        self._counted = {one.words for one in own.statements if one.notes}

    def of(self, statement: Statement) -> Iterator[Finding]:
        """The findings on one statement."""
        if not (statement.notes or statement.places):
            told = len(statement.words.split()) >= _FEWEST and not statement.words.endswith(":")
            if told and statement.words not in self._remarks:
                yield _finding("unsupported", statement, "no footnote leads to words of the case")
            return
        ground = self._grounds.of(statement)
        for label in ground.lost:
            yield _finding("unresolved", statement, f"note {label} names no words of the case")
        if ground.spans and len(statement.claim.split()) >= _FEWEST:
            yield from self._hedges(statement, ground)
            yield from self._origins(statement, ground)
            yield from self._numbers(statement, ground)

    def _hedges(self, statement: Statement, ground: Ground) -> Iterator[Finding]:
        if self._words.hedges.search(statement.words) or _is_quote(statement):
            return
        if "told with reserve" in statement.words:
            return
        firm = [one for one in ground.told if not _guarded(one)]
        guarded = [one for one in ground.told if _guarded(one) and _speaks_of(statement, one)]
        if guarded and not firm:
            why = "the source says it with reserve, and the sentence does not"
            cited = guarded[0].account or guarded[0].claim
            around = self._grounds.around(cited.span) if cited else None
            yield _finding("hedge dropped", statement, why, around)

    def _origins(self, statement: Statement, ground: Ground) -> Iterator[Finding]:
        about = {one.about.id: one.about for one in ground.told if one.about}
        single = [id for id in sorted(about) if self._grounds.origins.get(id) == 1]
        if not single or len(single) < len(about) or self._attributed(statement, ground):
            return
        records = [about[id] for id in single]
        if any(not _vouched(record) for record in records):
            # Nobody is named between the report and the event: the report itself is the origin.
            reports = {a.span.document for record in records for a in record.accounts}
            names = [self._speakers.get(id, id) for id in sorted(reports)]
        else:
            names = sorted({n for record in records for n in self._told_by(record)})
        why = f"one origin alone tells of it ({listed(names[:_NAMED])}), and the sentence states it"
        yield _finding("single origin", statement, f"{why} as fact", ground.spans[0].quote)

    def _attributed(self, statement: Statement, ground: Ground) -> bool:
        if _is_quote(statement) or _OWNED.search(statement.words):
            return True
        if _SPEAKS.search(statement.words):
            return True
        if self._words.attributing.search(unquoted(statement.words)):
            return True
        if self._words.hedges.search(statement.words):
            return True
        said = folded(statement.words)
        names = {self._speakers.get(span.document, "") for span in ground.spans}
        names |= {n for one in ground.told if one.about for n in self._told_by(one.about)}
        return any(folded(name) in said for name in names if len(name) > 2)

    def _told_by(self, record: Event | Tie) -> Iterator[str]:
        for account in record.accounts:
            for id in account.attributions:
                found = self._grounds.view.attribution(id)
                yield from (link.name for link in found.chain) if found else ()

    def _numbers(self, statement: Statement, ground: Ground) -> Iterator[Finding]:
        known = given(self._grounds, ground)
        strange = [t for value, t in numbers(statement.words).items() if value not in known]
        if strange and statement.words not in self._counted:
            why = f"no cited account gives {listed(strange)}"
            yield _finding("number", statement, why, self._grounds.around(ground.spans[0]))


def _scales(draft: Draft, words: Words) -> Iterator[Finding]:
    """Two scales of likelihood in one report, and confidence beside likelihood in one sentence."""
    used: Counter[str] = Counter()
    by_scale: dict[str, list[Statement]] = {name: [] for name in words.likelihoods}
    for statement in draft.statements:
        own = unquoted(statement.words)
        scales = [name for name, pattern in words.likelihoods.items() if pattern.search(own)]
        for name in scales:
            used[name] += 1
            by_scale[name].append(statement)
        sure = any(pattern.search(own) for pattern in words.confidences.values())
        if scales and sure:
            why = "how likely a thing is, and how good the ground is for saying so, stand together"
            yield _finding("confidence mixed", statement, why)
    if len(used) > 1:
        first = min(used, key=lambda name: (-used[name], list(words.likelihoods).index(name)))
        for name in used.keys() - {first}:
            for statement in by_scale[name]:
                why = f"a word of the scale “{name}”, where the report else keeps to “{first}”"
                yield _finding("scales mixed", statement, why)


def _guarded(one: Told) -> bool:
    if one.account is not None:
        return one.account.factuality == "hedged"
    return one.claim is not None and one.claim.strength in ("qualified", "possible")


def _speaks_of(statement: Statement, one: Told) -> bool:
    """Whether a statement has a word in common with what it cites.

    A row that presents an outlet cites what it published, and says nothing of it.
    """
    cited = one.account or one.claim
    own = set(_WORD.findall(folded(statement.words)))
    return cited is not None and not own.isdisjoint(_WORD.findall(folded(cited.span.quote)))


def _vouched(record: Event | Tie) -> bool:
    return any(account.attributions for account in record.accounts)


def _is_quote(statement: Statement) -> bool:
    """Whether a statement is in the main the words of others, in quotation marks."""
    own = len(unquoted(statement.words).split())
    return 2 * own < len(statement.words.split())


def _finding(kind: str, statement: Statement, why: str, cited: str | None = None) -> Finding:
    quote = " ".join(cited.split()) if cited else None
    return Finding(
        kind, statement.line, statement.words, why, quoted(quote, 200) if quote else None
    )


def _speakers(view: CaseView) -> dict[str, str]:
    return report_names(view.document_rows())
