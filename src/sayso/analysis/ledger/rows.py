"""Judgements side by side: a row a subject, front and aspect, a cell a voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.analysis.ledger.comparing import clash, leaning
from sayso.records.case import Claim

Voice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stance:
    """What one voice says of one thing: where it goes, and the judgements that say so.

    ``document`` is the report of an author and empty for a source that several reports quote;
    ``name`` is what to call the voice.
    """

    document: str
    name: str
    direction: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is judged, and the voices on it; silent are those that judge only others.

    ``verdict`` is alone, agree, part (as ``severity`` says), or beside (they tell of different
    things).
    """

    front: str | None
    subject: str | None
    name: str
    aspect: str | None
    stances: tuple[Stance, ...]
    silent: tuple[str, ...]
    verdict: str
    severity: str | None


def voice_of(claim: Claim) -> Voice:
    """Who judges: the author of a report, or a source wherever it is quoted."""
    return (claim.span.document, "author") if claim.holder == "author" else ("", claim.holder)


def ledger(
    claims: Iterable[Claim], names: Mapping[str, str], reports: Mapping[str, str]
) -> tuple[Row, ...]:
    """The rows of a ledger, by front (overall first), then by how much is said.

    ``names`` are those of entities, ``reports`` what to call each report's author. Judgements of
    nobody that a name tells are left to the listing of claims.
    """
    cells: dict[tuple[str, str, str], dict[Voice, list[Claim]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in claims:
        if claim.subject is not None:
            key = (claim.front or "", claim.subject, claim.aspect or "")
            cells[key][voice_of(claim)].append(claim)
    authors = {voice[0] for voices in cells.values() for voice in voices if voice[0]}
    rows = [_row(key, voices, names, reports, authors) for key, voices in sorted(cells.items())]
    return tuple(sorted(rows, key=_order))


def _row(
    key: tuple[str, str, str],
    voices: Mapping[Voice, list[Claim]],
    names: Mapping[str, str],
    reports: Mapping[str, str],
    authors: Iterable[str],
) -> Row:
    front, subject, aspect = key
    stances = tuple(
        Stance(
            document=voice[0],
            name=reports.get(voice[0], "") if voice[0] else names.get(voice[1], voice[1]),
            direction=leaning(told),
            claims=tuple(sorted(told, key=lambda c: (c.span.document, c.span.start))),
        )
        for voice, told in sorted(voices.items())
    )
    speaking = {stance.document for stance in stances}
    silent = tuple(reports.get(id, id) for id in sorted(authors) if id not in speaking)
    verdict, severity = _verdict(stances)
    return Row(front or None, subject, names.get(subject, subject), aspect or None, stances,
               silent, verdict, severity)  # fmt: skip


def _verdict(stances: tuple[Stance, ...]) -> tuple[str, str | None]:
    directions = {s.direction for s in stances if s.direction not in ("none", "mixed")}
    if len(stances) == 1:
        return "alone", None
    if len(directions) == 1 and len([s for s in stances if s.direction in directions]) > 1:
        return "agree", None
    found = [
        severity
        for one in sorted(directions)
        for other in sorted(directions)
        if (severity := clash(one, other))
    ]
    for severity in ("contradiction", "tension", "emphasis"):
        if severity in found:
            return "part", severity
    return "beside", None


def _order(row: Row) -> tuple[str, int, str, str]:
    count = sum(len(stance.claims) for stance in row.stances)
    return (row.front or "", -count, row.name, row.aspect or "")
