"""Addresses that answer about a case as a whole: the network, the weighing, the briefing, and where
reports agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sayso.analysis.network.around import network_of
from sayso.analysis.network.asking import KINDS, ONLY, Material, Question
from sayso.analysis.network.measured.sureness import Seen, seen
from sayso.analysis.network.turning import Turning, pivot_of, turning_of
from sayso.analysis.record.validity import OPEN
from sayso.analysis.weighing.weigh import Weighing, weigh
from sayso.api.asking import entity_called, interval_of
from sayso.api.case import Questions
from sayso.publish.briefing import Briefing
from sayso.publish.compose import compose
from sayso.records.accounts import EVENT_TYPES, TIE_TYPES
from sayso.records.case import Agreement
from sayso.records.dates import Interval
from sayso.records.errors import UsageError
from sayso.run.weighing.kept import kept_or_refuse, kept_weighing
from sayso.web.api.endpoint import Endpoint, Given, Missing, Parameter, narrowed, needed, one_of

_NETWORK = (
    Parameter("who", "A name or id: only those tied to this one."),
    Parameter("front", "Only what is of this country or arena."),
    Parameter("type", "Only ties or events of this type.", values=(*TIE_TYPES, *EVENT_TYPES)),
    Parameter("only", "Ties alone, or events alone.", values=tuple(ONLY)),
    Parameter("undated", "Whether ties without a date are among them.", values=("yes", "no")),
)


def _network(case: Questions, given: Given) -> Seen:
    question = _question(case, given, at=interval_of(given.get("at")))
    return seen(network_of(case.view, question))


def _turning(case: Questions, given: Given) -> Turning:
    asked = given["pivot"]
    pivot = pivot_of(case.view, asked) if asked.startswith("ev-") else interval_of(asked)
    if pivot is None:
        raise UsageError(f"'{asked}' is no event with a day", hint="/api/events lists ids")
    return turning_of(Material.of(case.view), _question(case, given, pivot=pivot))


def _question(
    case: Questions, given: Given, *, at: Interval = OPEN, pivot: Interval = OPEN
) -> Question:
    return Question(
        at=at,
        pivot=pivot,
        kinds=ONLY.get(given.get("only", ""), KINDS),
        types=frozenset({given["type"]} if "type" in given else ()),
        front=given.get("front", ""),
        around=entity_called(case.view, given["who"]).id if "who" in given else "",
        undated=given.get("undated") != "no",
    )


def _weighing(case: Questions, _: Given) -> Weighing:
    try:
        had = kept_or_refuse(case.view)
    except UsageError as error:
        raise Missing(error.message, hint=error.hint) from error
    return weigh(case.view, *had)


def _briefing(case: Questions, given: Given) -> Briefing:
    kept = kept_weighing(case.view)
    return compose(case.view, title=given.get("title", "Briefing"), kept=kept)


_OF_AGREEMENTS: Mapping[str, Callable[[Agreement], Iterable[str | None]]] = {
    "about": lambda row: row.about,
    "words": lambda row: [side.value for side in row.sides],
}
WHOLES = (
    Endpoint(
        "/network",
        "Who is linked to whom, on a day or ever, and how much hangs on whom.",
        Seen,
        _network,
        (Parameter("at", "What may hold on this day, month or year."), *_NETWORK),
        many=False,
    ),
    Endpoint(
        "/network/turning",
        "What a turning point changed: links gone, new and changed, and who took over whose.",
        Turning,
        _turning,
        (*needed("pivot", "A date, or the id of an event."), *_NETWORK),
        many=False,
    ),
    Endpoint(
        "/weighing",
        "The hypotheses that the case keeps, weighed as it is now.",
        Weighing,
        _weighing,
        many=False,
    ),
    Endpoint(
        "/briefing",
        "The briefing, every sentence with its footnotes.",
        Briefing,
        _briefing,
        (Parameter("title", "What to call it."),),
        many=False,
    ),
    Endpoint(
        "/agreements",
        "Where reports say the same of one thing, each side with its words.",
        Agreement,
        lambda c, g: narrowed(c.view.agreements(), g, _OF_AGREEMENTS),
        (
            Parameter("about", "About this event or claim: letters of its id."),
            Parameter("words", "Letters of what one of the sides says."),
        ),
    ),
    Endpoint("/agreements/{id}", "One of them.", Agreement, one_of(Agreement), many=False),
)
