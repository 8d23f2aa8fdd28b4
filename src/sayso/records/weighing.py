"""What an analyst writes down to weigh hypotheses: the question, the hypotheses, the options."""

from __future__ import annotations

from dataclasses import dataclass, field


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
