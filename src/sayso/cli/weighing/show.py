"""A weighing on the terminal: the ranking, the matrix, and what hangs on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.analysis.wording.names import capital, clipped, listed, plural
from sayso.analysis.wording.weighing import (
    EXPLAINED,
    MARKED,
    NO_PROBABILITY,
    figure,
    mark_words,
    options_words,
)
from sayso.cli.terminal.tables import one_line, show_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.analysis.weighing.matrix import Row, Score
    from sayso.analysis.weighing.trials import Trial
    from sayso.analysis.weighing.weigh import Weighing


_SHOWN, _APART, _NAMED = 20, 3, 8


def show(found: Weighing, *, whole: bool) -> None:
    """Print a weighing; the first pieces only, unless the ``whole`` matrix is asked for."""
    click.echo(one_line(found.sheet.question))
    given = found.sheet.options
    click.echo(options_words(given.judgements, grades=given.grades, hedges=given.hedges,
                             half_life=given.half_life))  # fmt: skip
    _ranking(found)
    _matrix(found, whole=whole)
    _separations(found)
    _needs(found)
    _trials(found, whole=whole)
    _moments(found)
    _absences(found)
    _remarks(found)


def _ranking(found: Weighing) -> None:
    says = {one.name: one.says for one in found.sheet.hypotheses}
    _head("Least inconsistent first")
    show_table(
        ("Rank", "", "Hypothesis", "Against", "For", "Pieces", "Silent"),
        [
            (
                str(score.rank), one_line(score.hypothesis), one_line(says[score.hypothesis]),
                figure(score.against), figure(score.in_favour), str(score.pieces),
                str(score.silent),
            )
            for score in found.ranking
        ],
        empty="", grows="Hypothesis",
    )  # fmt: skip
    _explain("rank", "against", "for", "pieces", "silent")
    for one in found.sheet.hypotheses:
        told = [f"likelihood: {one.likelihood}"] if one.likelihood else []
        told += [f"confidence: {one.confidence}"] if one.confidence else []
        for line in told:
            click.echo(f"{one_line(one.name)}, by the analyst's own word: {one_line(line)}.")
    click.echo(NO_PROBABILITY)


def _matrix(found: Weighing, *, whole: bool) -> None:
    names = [one.name for one in found.sheet.hypotheses]
    rows = found.rows if whole else found.rows[:_SHOWN]
    _head("The matrix, most diagnostic first")
    show_table(
        (*(one_line(name) for name in names), "Separates", "Weight", "Evidence", "Origins", "Id"),
        [
            (
                *(mark_words(c.mark, proposed=c.by is None) for c in row.cells),
                str(row.diagnosticity), figure(row.weight),
                one_line(f"{clipped(row.piece.text, 200)} [{row.piece.when}]"),
                one_line(clipped(listed(row.piece.origins), 40)), row.piece.id,
            )
            for row in rows
        ],
        empty="No piece of evidence says anything of any hypothesis.", grows="Evidence",
    )  # fmt: skip
    if len(rows) < len(found.rows):
        click.echo(f"{len(found.rows) - len(rows)} more pieces: sayso weigh --all")
    click.echo(MARKED)
    _explain("separates", "weight")


def _separations(found: Weighing) -> None:
    texts = _texts(found.rows)
    _head("What would best separate two of them")
    for pair in found.separations:
        told = "; ".join(texts[id] for id in pair.pieces[:_APART])
        click.echo(f"{one_line(pair.one)} – {one_line(pair.other)}: {told or 'nothing told'}")


def _needs(found: Weighing) -> None:
    texts = _texts(found.rows)
    _head("What each would need")
    for need in found.needs:
        name = one_line(need.hypothesis)
        if need.pieces is None:
            line = f"behind by {figure(need.behind)}; no pieces that fall would draw it level"
        elif need.pieces:
            first = "; ".join(texts[id] for id in need.pieces[:_APART])
            line = f"behind by {figure(need.behind)}; to draw level {len(need.pieces)} would have "
            line += f"to be wrong, such as: {first}"
        else:
            line = "has least against it"
        click.echo(f"{name}: {line}.")
        for told in need.told:
            click.echo(f"    to be seen if it were true: {one_line(told)}")
    _explain("behind", "needs")


def _trials(found: Weighing, *, whole: bool) -> None:
    _head("Without each report, origin and author's judgements")
    ranked = sorted(found.trials, key=lambda t: (not t.turned, -t.lost))
    turned = [trial for trial in found.trials if trial.turned]
    kept = len(found.trials) - len(turned)
    click.echo(f"The same lead in {kept} of {len(found.trials)} trials.")
    show_table(
        ("Without", "Lost", "Then first", *(one.name for one in found.sheet.hypotheses)),
        [
            (
                one_line(f"{_kind(trial)}{clipped(trial.name, 60)}"), str(trial.lost),
                one_line(listed(trial.leaders)) + (" (turned)" if trial.turned else ""),
                *_figures(trial.scores, found),
            )
            for trial in (ranked if whole else ranked[:_NAMED])
        ],
        empty="", grows="Without",
    )  # fmt: skip
    _explain("lost")


def _moments(found: Weighing) -> None:
    _head("Over time")
    show_table(
        ("Until", "Pieces", "First", *(one.name for one in found.sheet.hypotheses)),
        [
            (m.until, str(m.pieces), one_line(listed(m.leaders)), *_figures(m.scores, found))
            for m in found.moments
        ],
        empty="No piece has a date.",
    )
    _explain("quarter")


def _absences(found: Weighing) -> None:
    _head("Not in the record")
    for one in found.sheet.hypotheses:
        told = [a for a in found.absences if a.hypothesis == one.name]
        if told:
            kinds = "; ".join(one_line(a.bearing) for a in told)
            click.echo(f"{one_line(one.name)}: nothing is told of: {kinds}")
    if not found.absences:
        click.echo("Of every kind of event that the packs would count, something is told.")
    click.echo("That a thing is not told does not say that it did not happen.")


def _remarks(found: Weighing) -> None:
    click.echo("")
    click.echo(
        f"{plural(found.set, 'cell')} set by analysts, {found.unset:,} proposed by rule or open. "
        f"{plural(found.silent, 'piece')} of the case left out: they speak of no hypothesis."
    )
    if found.lost:
        click.echo(
            f"{plural(len(found.lost), 'cell')} set earlier no longer count: the hypothesis was "
            "worded anew, or the evidence is gone ('sayso log' lists them)."
        )


def _kind(trial: Trial) -> str:
    return {"report": "report ", "origin": "origin ", "judgements": "judgements of "}.get(
        trial.kind, ""
    )


def _figures(scores: Iterable[Score], found: Weighing) -> list[str]:
    by_name = {score.hypothesis: figure(score.against) for score in scores}
    return [by_name[one.name] for one in found.sheet.hypotheses]


def _texts(rows: Iterable[Row]) -> dict[str, str]:
    return {
        row.piece.id: f"{one_line(clipped(row.piece.text, 90))} ({row.piece.id})" for row in rows
    }


def _head(text: str) -> None:
    click.echo("")
    click.echo(click.style(capital(text), bold=True))


def _explain(*keys: str) -> None:
    for key in keys:
        click.echo(click.style(EXPLAINED[key], dim=True))
