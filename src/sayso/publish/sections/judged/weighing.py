"""Hypotheses weighed: the ranking, the matrix with its quotes, and what hangs on what."""

from __future__ import annotations

from sayso.analysis.weighing.matrix import Row
from sayso.analysis.weighing.weigh import Weighing
from sayso.analysis.wording.names import clipped, isolated, listed, plural, quoted
from sayso.analysis.wording.weighing import (
    EXPLAINED,
    MARKED,
    NO_PROBABILITY,
    figure,
    mark_words,
    options_words,
)
from sayso.publish.briefing import Band, Cell, Part, Remark, Section, Table, Topic
from sayso.publish.desk import Desk, remainder

_TITLE = "Rival hypotheses weighed"
_QUOTED = 2
_TURNED = 12


def weighing(desk: Desk) -> Section:
    """What was weighed last; a remark where nothing was, or where it cannot be weighed now."""
    kept = desk.kept
    if kept is None:
        text = "No hypotheses were weighed. “sayso weigh” holds rival answers against this case."
        return Section("weighing", _TITLE, (Remark(text),))
    if kept.weighing is None:
        text = f"The hypotheses that this case keeps cannot be weighed now: {kept.trouble}."
        return Section("weighing", _TITLE, (Remark(isolated(text)),))
    found = kept.weighing
    parts: tuple[Part, ...] = (
        Remark(isolated(f"{found.sheet.question} (Analysis of competing hypotheses, by Heuer.)")),
        _options(found),
        _ranking(found),
        *(Remark(EXPLAINED[key]) for key in ("rank", "against", "for", "pieces", "silent")),
        Remark(NO_PROBABILITY),
        *_own_words(found),
        *_matrix(desk, found),
        _needs(found),
        _trials(found),
        _moments(found),
        _absent(found),
    )
    return Section("weighing", _TITLE, parts)


def _options(found: Weighing) -> Remark:
    given = found.sheet.options
    return Remark(
        options_words(
            given.judgements, grades=given.grades, hedges=given.hedges, half_life=given.half_life
        )
    )


def _ranking(found: Weighing) -> Table:
    says = {one.name: one.says for one in found.sheet.hypotheses}
    rows = tuple(
        (
            Cell(str(score.rank)),
            Cell(isolated(f"{score.hypothesis}: {says[score.hypothesis]}")),
            Cell(figure(score.against)),
            Cell(figure(score.in_favour)),
            Cell(str(score.pieces)),
            Cell(str(score.silent)),
        )
        for score in found.ranking
    )
    head = ("Rank", "Hypothesis", "Against", "For", "Pieces", "Silent")
    return Table("The least inconsistent hypothesis first", head, (Band(rows),), 1, (0, 2, 3, 4, 5))


def _own_words(found: Weighing) -> list[Remark]:
    """What the analyst gives as likelihood and as confidence, each in a sentence of its own."""
    told = []
    for one in found.sheet.hypotheses:
        if one.likelihood:
            told.append(f"{one.name}, in the analyst's judgement: {one.likelihood}.")
        if one.confidence:
            told.append(f"{one.name}, the analyst's confidence in that: {one.confidence}.")
    return [Remark(isolated(text)) for text in told]


def _matrix(desk: Desk, found: Weighing) -> tuple[Part, ...]:
    names = [one.name for one in found.sheet.hypotheses]
    shown = found.rows[: desk.limits.pieces]
    head = ("Evidence", *names, "Separates", "Weight")
    rows = tuple(_row(desk, row) for row in shown)
    figures = (len(names) + 1, len(names) + 2)
    if not rows:
        return (Remark("No piece of evidence in this case says anything of these hypotheses."),)
    return (
        Table("Evidence against hypotheses", head, (Band(rows),), 0, figures),
        *remainder(len(found.rows), len(shown), "pieces of evidence", "weigh --all"),
        Remark(MARKED),
        Remark(EXPLAINED["separates"]),
        Remark(EXPLAINED["weight"]),
    )


def _row(desk: Desk, row: Row) -> tuple[Cell, ...]:
    quotes = tuple(
        desk.sentence(
            quoted(telling.citation.span.quote, 160),
            [telling.citation],
            lead=isolated(f"{row.piece.text}, {row.piece.when}") if place == 0 else "",
        )
        for place, telling in enumerate(row.piece.tellings[:_QUOTED])
    )
    origins = f"first told by {clipped(listed(row.piece.origins), 120)}"
    reserve = "; told with reserve" if row.piece.firmness < 1 else ""
    return (
        Cell(sentences=quotes, small=isolated(origins) + reserve),
        *(
            Cell(mark_words(c.mark, proposed=c.by is None), small=f"set by {c.by}" if c.by else "")
            for c in row.cells
        ),
        Cell(str(row.diagnosticity)),
        Cell(figure(row.weight)),
    )


def _needs(found: Weighing) -> Topic:
    texts = {row.piece.id: clipped(row.piece.text, 90) for row in found.rows}
    remarks = []
    for need in found.needs:
        if need.pieces is None:
            line = "no pieces that fall would draw it level"
        elif need.pieces:
            first = "; ".join(texts[id] for id in need.pieces[:_QUOTED])
            count = plural(len(need.pieces), "piece")
            line = f"to draw level, {count} would have to be wrong, such as: {first}"
        else:
            line = "has least against it"
        seen = f"; to be seen if it were true: {listed(need.told)}" if need.told else ""
        behind = f"behind by {figure(need.behind)}; " if need.behind else ""
        remarks.append(Remark(isolated(f"{need.hypothesis}: {behind}{line}{seen}.")))
    explained = (Remark(EXPLAINED["behind"]), Remark(EXPLAINED["needs"]))
    return Topic("w-needs", "What each would need", (*remarks, *explained))


def _trials(found: Weighing) -> Topic:
    turned = [trial for trial in found.trials if trial.turned]
    same = len(found.trials) - len(turned)
    lines = [f"The same lead in {same} of {len(found.trials)} trials, each without one of them."]
    lines += [
        f"Without {clipped(trial.name, 100)} ({trial.kind}), {listed(trial.leaders)} "
        f"{'leads' if len(trial.leaders) == 1 else 'lead'}; lost: {trial.lost}."
        for trial in turned[:_TURNED]
    ]
    remarks = tuple(Remark(isolated(line)) for line in (*lines, EXPLAINED["lost"]))
    return Topic("w-trials", "Without each report, origin and author's judgements", remarks)


def _moments(found: Weighing) -> Topic:
    names = [one.name for one in found.sheet.hypotheses]
    rows = tuple(
        (
            Cell(moment.until),
            Cell(listed(moment.leaders)),
            Cell(str(moment.pieces)),
            *(
                Cell(figure(next(s.against for s in moment.scores if s.hypothesis == name)))
                for name in names
            ),
        )
        for moment in found.moments
    )
    head = ("Until", "First", "Known", *names)
    figures = tuple(range(2, len(head)))
    table = Table("The ranking over time", head, (Band(rows),), 0, figures)
    parts = (table, Remark(EXPLAINED["quarter"])) if rows else (Remark("No piece has a date."),)
    return Topic("w-time", "Over time", parts)


def _absent(found: Weighing) -> Topic:
    lines = []
    for one in found.sheet.hypotheses:
        kinds = [a.bearing for a in found.absences if a.hypothesis == one.name]
        if kinds:
            lines.append(f"For {one.name} would speak, and nothing is told of it: {listed(kinds)}.")
    lines = lines or ["Of every kind of event that the packs would count, something is told."]
    lines.append("That a thing is not told does not say that it did not happen.")
    return Topic("w-absent", "Not in the record", tuple(Remark(isolated(x)) for x in lines))
