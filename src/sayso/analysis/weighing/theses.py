"""What an analyst writes down to weigh hypotheses, and the same made ready for a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.analysis.people import who
from sayso.analysis.view import CaseView
from sayso.analysis.wording.names import folded
from sayso.records.dates import bounds
from sayso.records.errors import UsageError
from sayso.records.statements import DIRECTIONS

JUDGEMENTS = ("once", "each", "none")
CONFIDENCES = ("low", "moderate", "high")
_FEWEST, _MOST = 2, 12
_WHOLE = ("name", "alias", "folded")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One answer to the question.

    ``says`` is the answer in a sentence. For proposals sayso reads the other fields: ``of`` are
    names of whom it is about, ``goes`` which way their standing goes (DIRECTIONS; of several all
    must hold), ``aspects`` and ``fronts`` to what it is confined. ``needs`` is what would have to
    be seen if it were true. ``likelihood`` and ``confidence`` are the analyst's own, in words of
    ICD 203, and never worked out.
    """

    name: str
    says: str
    of: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    fronts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    likelihood: str | None = None
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How pieces of evidence weigh.

    ``judgements`` of one origin count ``once`` (all together weigh one), ``each`` (every piece
    weighs one) or ``none`` (left out). With ``grades``, reliability and credibility weigh; with
    ``hedges``, what is told with reserve weighs less. After ``half_life`` days a piece weighs half.
    """

    judgements: str = "once"
    grades: bool = False
    hedges: bool = False
    half_life: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question with its rival answers; ``since`` and ``until`` (EDTF) bound the events."""

    question: str
    hypotheses: tuple[Hypothesis, ...]
    since: str | None = None
    until: str | None = None
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Thesis:
    """A hypothesis with the ids of those it is about; ``aspects`` and ``fronts`` are folded."""

    hypothesis: Hypothesis
    members: frozenset[str]
    aspects: frozenset[str]
    fronts: frozenset[str]

    @property
    def name(self) -> str:
        """What the hypothesis is called."""
        return self.hypothesis.name


def ready(view: CaseView, sheet: Sheet, likelihoods: Iterable[str] = ()) -> tuple[Thesis, ...]:
    """The hypotheses of a sheet, in its order.

    ``likelihoods`` are the words that a likelihood may be told with; without any, all may. Raises
    UsageError where the sheet does not fit the method or names somebody the case does not know.
    """
    _check(sheet, frozenset(likelihoods))
    return tuple(
        Thesis(
            one,
            frozenset(id for name in one.of for id in _meant(view, name, one.name)),
            frozenset(folded(aspect) for aspect in one.aspects),
            frozenset(folded(front) for front in one.fronts),
        )
        for one in sheet.hypotheses
    )


def _check(sheet: Sheet, likelihoods: frozenset[str]) -> None:
    count = len(sheet.hypotheses)
    if not _FEWEST <= count <= _MOST:
        raise UsageError(
            f"there are {count} hypotheses; {_FEWEST} to {_MOST} can be weighed",
            hint="one alone has nothing to be weighed against",
        )
    for key in ("name", "says"):
        told = Counter(folded(getattr(one, key) or "") for one in sheet.hypotheses)
        doubled = [text for text, times in told.items() if times > 1 or not text]
        if doubled:
            raise UsageError(f"two hypotheses share a {key!r}, or lack one: '{doubled[0]}'",
                             hint="tell them apart")  # fmt: skip
    for one in sheet.hypotheses:
        _one_of(one.goes, DIRECTIONS, f"{one.name}: goes")
        _one_of(filter(None, (one.confidence,)), CONFIDENCES, f"{one.name}: confidence")
        if likelihoods:
            _one_of(filter(None, (one.likelihood,)), likelihoods, f"{one.name}: likelihood")
    _one_of((sheet.options.judgements,), JUDGEMENTS, "options: judgements")
    if sheet.options.half_life is not None and sheet.options.half_life <= 0:
        raise UsageError("a half life is a number of days above 0", where="options: half_life")
    for given in filter(None, (sheet.since, sheet.until)):
        if bounds(given) == (None, None):
            raise UsageError(f"'{given}' is not a date", hint="write 2020, 2020-03 or 2020-03-31")


def _one_of(given: Iterable[str], allowed: Iterable[str], where: str) -> None:
    known = sorted(allowed)
    for word in given:
        if word not in known:
            raise UsageError(
                f"'{word}' is not allowed here", where=where, hint=f"one of: {', '.join(known)}"
            )


def _meant(view: CaseView, name: str, where: str) -> tuple[str, ...]:
    if view.entity(name):
        return (name,)
    found = who(view, name)
    whole = tuple(one.entity.id for one in found if one.match in _WHOLE)
    if not whole:
        near = ", ".join(one.entity.name for one in found[:5])
        advice = f"did you mean: {near}?" if near else "'sayso who' finds names by a part of them"
        raise UsageError(f"{where}: nobody in the case is called '{name}'", hint=advice)
    return whole
