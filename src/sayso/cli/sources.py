"""On whose word: the sources of a case, what one of them says, and what analysts think of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.terminal.login import login
from sayso.cli.terminal.options import case_option, case_view, first_of, json_option, limit_option
from sayso.cli.terminal.tables import one_line, show_json, show_more, show_table
from sayso.records.errors import UsageError

if TYPE_CHECKING:
    from sayso.analysis.says import Saying
    from sayso.analysis.sources import Source
    from sayso.records.case import Judgement
    from sayso.store.view import View
    from sayso.store.where import Where

# Of those a source cites, and who cite it, a table names so many.
_NAMED = 3


@click.command(epilog="Example: sayso sources --json")
@limit_option
@case_option
@json_option
def sources(case_path: Where, limit: int | None, as_json: bool) -> None:
    """Reports, outlets and speakers: what they are, whom they cite, what rests on each alone.

    What reports tell of a source is marked "text", what a pack tells "pack"; grades are only
    those that analysts gave.
    """
    from sayso.analysis.sources import sources as sources_of

    with case_view(case_path) as view:
        found = sources_of(view)
        shown = first_of(found, limit, as_json=as_json)
        if as_json:
            show_json(shown)
            return
        show_table(
            ("Source", "As", "What it is", "Says", "Alone", "Cites", "Cited by", "Grade"),
            [_row(source) for source in shown],
            empty="The case names no sources.",
            grows="What it is",
        )
        show_more(len(found) - len(shown))


@click.command(epilog="Example: sayso says Reuters")
@click.argument("who")
@limit_option
@case_option
@json_option
def says(case_path: Where, who: str, limit: int | None, as_json: bool) -> None:
    """Everything a source said or passed on, by date, with the chain it came by.

    WHO is a name, another name of the same source, or an id.
    """
    from sayso.analysis.says import says as sayings_of
    from sayso.analysis.says import voices

    with case_view(case_path) as view:
        found = voices(view, who)
        if not found:
            raise _nobody(view, who)
        every = sayings_of(view, found[0])
        sayings = first_of(every, limit, as_json=as_json)
        if as_json:
            show_json(sayings)
            return
        id = f"  {found[0].entity}" if found[0].entity else ""
        click.echo(click.style(one_line(found[0].name), bold=True) + id)
        for saying in sayings:
            _show_saying(saying)
        show_more(len(every) - len(sayings))
        if len(found) > 1:
            others = ", ".join(one_line(voice.name) for voice in found[1:6])
            click.echo(f"\nAlso called so, or nearly: {others}")


@click.command(
    epilog='Example: sayso grade "Harbour Wire" --reliability C --reason "a ministry owns it"'
)
@click.argument("thing", required=False)
@click.option("--reliability", metavar="A-F", help="How far a source can be relied on.")
@click.option("--credibility", metavar="1-6", help="How far an event or statement can be believed.")
@click.option("--reason", metavar="TEXT", help="Why; kept with the grade.")
@click.option("--by", metavar="NAME", help="Who grades. Default: the name of this login.")
@click.option("--revoke", is_flag=True, help="Take back the grade that holds.")
@case_option
@json_option
def grade(  # noqa: PLR0913 - each choice is an option of its own
    case_path: Where,
    thing: str | None,
    reliability: str | None,
    credibility: str | None,
    reason: str | None,
    by: str | None,
    revoke: bool,
    as_json: bool,
) -> None:
    """Grade a source (A-F) or a single piece (1-6) as an analyst; without THING, list all grades.

    THING is a source's name or id, or the id of an event or statement. The scales are those of
    the Admiralty system: A completely reliable to E unreliable, F cannot be judged; 1 confirmed
    by other sources to 5 improbable, 6 cannot be judged. A later grade closes the one before;
    none is ever deleted.
    """
    if thing is None:
        _show_grades(case_path, as_json=as_json)
        return
    if [reliability is not None, credibility is not None, revoke].count(True) != 1:
        raise UsageError(
            "a grade is one of --reliability, --credibility and --revoke",
            hint="reliability (A-F) is of a source, credibility (1-6) of an event or statement",
        )
    made = _grade(case_path, thing, reliability, credibility, by=by or login(), reason=reason)
    if as_json:
        show_json(made)
        return
    from sayso.analysis.grades import grade_words

    words = grade_words(made) if made.value else f"grade taken back ({made.by})"
    click.echo(f"{one_line(made.about[-1])}: {words}")


def _grade(
    case_path: Where,
    thing: str,
    letter: str | None,
    digit: str | None,
    *,
    by: str,
    reason: str | None,
) -> Judgement:
    """Write a grade, or without letter and digit the end of one, and close the one before."""
    from sayso.analysis import grading
    from sayso.analysis.grades import grades_of
    from sayso.run.deciding import note, now
    from sayso.store.case import open_case

    value = grading.reliability(letter) if letter is not None else None
    value = grading.credibility(digit) if digit is not None else value
    with open_case(case_path) as case:
        view = case.view()
        record = view.find(thing)
        piece = digit is not None or grading.is_piece(record)
        if letter is not None and grading.is_piece(record):
            raise UsageError(
                f"'{thing}' is a piece of information, not a source",
                hint="a piece takes --credibility 1-6; --reliability is for sources",
            )
        about = grading.piece_about(record, thing) if piece else grading.source_about(view, thing)
        before = grading.standing(grades_of(view), about, piece=piece)
        if value is None and before is None:
            raise UsageError(f"'{thing}' has no grade to take back", hint="see 'sayso grade'")
        made = grading.judged(about, value, by=by, at=now(), reason=reason)
        note(case, made, before)
    return made


def _show_grades(case_path: Where, *, as_json: bool) -> None:
    from sayso.analysis.grades import DECISION

    with case_view(case_path) as view:
        found = [one for one in view.judgements() if one.decision == DECISION]
        if as_json:
            show_json(found)
            return
        show_table(
            ("Grade", "Of", "By", "At", "Why", ""),
            [
                (j.value or "–", " ".join(reversed(j.about)), j.by, j.at, j.reason or "", _state(j))
                for j in found
            ],
            empty="No grade has been given: sayso grade SOURCE --reliability B",
            grows="Of",
        )


def _state(judgement: Judgement) -> str:
    if judgement.revoked_by:
        return "closed"
    return "holds" if judgement.value else "takes back"


def _row(source: Source) -> tuple[str, ...]:
    from sayso.analysis.wording.names import clipped, isolated
    from sayso.analysis.wording.traits import trait_lines

    return (
        isolated(one_line(clipped(source.name, 60))),
        source.role,
        "\n".join(trait_lines(source.traits)),
        str(source.attributions) if source.role != "report" else "",
        str(len(source.alone)) if source.alone else "",
        _names(source.cites),
        _names(source.cited_by),
        source.grade.value or "" if source.grade else "",
    )


def _names(names: tuple[str, ...]) -> str:
    from sayso.analysis.wording.names import clipped, isolated

    shown = ", ".join(isolated(clipped(name, 30)) for name in names[:_NAMED])
    return f"{shown} +{len(names) - _NAMED}" if len(names) > _NAMED else shown


def _show_saying(saying: Saying) -> None:
    from sayso.analysis.grades import grade_words
    from sayso.analysis.wording.chains import stance_words
    from sayso.analysis.wording.dates import edtf_words
    from sayso.analysis.wording.names import quoted

    dated = "" if saying.dated != "report" else " (this report's date)"
    reserve = [stance_words(saying.stance), *saying.hedges]
    reserve += [f"credibility {grade_words(saying.credibility)}"] if saying.credibility else []
    click.echo(f"\n{edtf_words(saying.date)}{dated}  {one_line(saying.chain)}")
    click.echo(f"  {one_line(quoted(saying.quote, 400))}")
    if any(reserve):
        click.echo(f"  {one_line('; '.join(filter(None, reserve)))}")
    place = f"{saying.report}, characters {saying.start}-{saying.end}  {saying.attribution}"
    click.echo(click.style(f"  {one_line(place)}", dim=True))


def _nobody(view: View, who: str) -> UsageError:
    from sayso.analysis.people import who as candidates_of
    from sayso.analysis.says import near_voices

    silent = candidates_of(view, who)
    if silent:
        name = silent[0].entity.name
        return UsageError(
            f"{name} is in the case, but nothing is told on the word of that name",
            hint=f"what is known otherwise: sayso who {name!r}",
        )
    near = ", ".join(near_voices(view, who))
    advice = f"did you mean: {near}?" if near else "'sayso sources' lists who speaks"
    return UsageError(f"nobody called '{who}' says anything in the case", hint=advice)
