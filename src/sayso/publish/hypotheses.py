"""Hypotheses as a file for an analyst to edit: YAML with the ground of each in comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.analysis.weighing.hypotheses import Ground
from sayso.analysis.weighing.theses import Hypothesis, Sheet
from sayso.analysis.wording.names import clipped, listed

_HEAD = """\
# Hypotheses proposed by sayso from what the authors judge. Edit them: say each as an answer that
# could turn out wrong, add those that nobody wrote, and strike what is no rival of the others.
#   of:    whom it is about          goes:   increase, decline, persist, change (all must hold)
#   fronts, aspects: to what it is confined      needs: what would have to be seen if it were true
# Then: sayso weigh THIS-FILE
"""


def sheet_text(
    sheet: Sheet, grounds: Mapping[str, Ground] | None = None, others: Iterable[str] = ()
) -> str:
    """A sheet as YAML; read back, it is the same sheet. The rest stands in comments."""
    lines = [*_HEAD.splitlines(), f"question: {_quoted(sheet.question)}"]
    lines += [f"{key}: {_quoted(v)}" for key in ("since", "until") if (v := getattr(sheet, key))]
    lines += list(_options(sheet))
    if told := listed(others):
        lines.append(
            f"# Judged nearly as often, to be added to 'of' where they belong: {_comment(told)}"
        )
    lines.append("hypotheses:")
    for one in sheet.hypotheses:
        lines += _hypothesis(one, (grounds or {}).get(one.name))
    return "\n".join(lines) + "\n"


def _options(sheet: Sheet) -> Iterator[str]:
    given = sheet.options
    yield "options:"
    yield f"  judgements: {given.judgements}"
    yield f"  grades: {str(given.grades).lower()}"
    yield f"  hedges: {str(given.hedges).lower()}"
    if given.half_life is not None:
        yield f"  half_life: {given.half_life}"


def _hypothesis(one: Hypothesis, ground: Ground | None) -> Iterator[str]:
    if ground and ground.claims:
        yield f"# {_comment(', '.join(ground.holders))}:"
        yield from (f"#   “{_comment(clipped(c.span.quote, 100))}”" for c in ground.claims)
    yield f"- name: {_quoted(one.name)}"
    yield f"  says: {_quoted(one.says)}"
    for key in ("of", "goes", "aspects", "fronts", "needs"):
        if values := getattr(one, key):
            yield f"  {key}: {_listed(values)}"
    for key in ("likelihood", "confidence"):
        if value := getattr(one, key):
            yield f"  {key}: {_quoted(value)}"


def _listed(values: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(value) for value in values)}]"


def _quoted(text: str) -> str:
    """A word of YAML in double quotes; signs that do not print are written as their numbers."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in inner) + '"'


def _comment(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
