"""How often somebody did something: "met at least twice in 2022", "made two journeys there that
year", "has been there only once", against the days on which it is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.analysis.checks.days.apart import TOO_FAR, in_space
from sayso.analysis.checks.phrases.facts import Clause, Facts, within
from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.reckoning.measure import ORDINALS, number
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.annotate.numbers import SPELLED
from sayso.packs.pack import Pack, made_once
from sayso.records.case import Check
from sayso.records.dates import Interval, bounds

_BOUND = r"(?:(?P<bound>at least|at most|no more than|more than|only|just|exactly)\s)?"
_OFTEN = re.compile(
    rf"\b{_BOUND}(?:(?P<word>once|twice|thrice)|(?P<times>\d{{1,2}}|{SPELLED.pattern})\s(?:times|occasions))\b"
    r"(?!\s(?:as|more|less|the|larger|higher|a)\b)",
    re.I,
)
_DEEDS = re.compile(
    rf"\b{_BOUND}(?P<count>\d{{1,2}}|{SPELLED.pattern})\s(?:\w+\s)?(?P<noun>[a-z]{{3,}}s)\b", re.I
)
_TIMES = re.compile(r"\b(?:once|twice|thrice|times|occasions)\b", re.I)
# What stands between the dates of a list: "on 9 May, on 2 June and on 30 June".
_JOINT = re.compile(r"\s*(?:,|;|,?\s?and|&)\s+(?:(?:on|in|at|from)\s)?(?:the\s)?", re.I)
_WORDS = {"once": 1, "twice": 2, "thrice": 3}
_LEAST = frozenset({"at least", "more than"})
# The clause of a count ends here.
_CUT = re.compile(
    r"[;:()]|,\s(?:and|but|while)\s|\b(?:that(?!\s(?:year|month|week|season|day|summer|winter)\b)"
    r"|who|which|where|because|says?|said)\s"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_AGAIN = re.compile(r"\bagain\b", re.I)
_NAME = re.compile(r"\b[A-Z]\w+")
# Who or where is told in the sentence before.
_SAME = re.compile(r"\b(?:there|they|them|he|she|it)\b", re.I)
# One of a row by itself, with no noun behind it: "the first, on 1 May", "a third followed".
_NTH = re.compile(
    rf"\b(?:the|a|an)\s({'|'.join(ORDINALS)})(?=,|\s(?:on|in|was|came|followed|began|took|at)\b)",
    re.I,
)
_ROW = "as many are told, one by one"
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LIGHT = frozenset({"be", "go", "come", "stop", "head", "set", "move", "call", "return"})
_TO = frozenset({"to", "into", "in", "at", "for"})
_MOST = 15
_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Count:
    """What is counted: how many, the deeds that count, the words beside, and the time."""

    number: float
    bound: str
    deeds: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    window: Interval | None


def counted_checks(facts: Facts) -> Iterator[Check]:
    """Each number of times, and each number of deeds, that days told elsewhere decide."""
    for index, sentence in enumerate(facts.told):
        # Most sentences count nothing, and need no closer look.
        often = _OFTEN.finditer(sentence.text) if _TIMES.search(sentence.text) else ()
        for found in often:
            word = (found["word"] or "").lower()
            count = _WORDS.get(word) or number(found["times"])
            deed = _deed(facts, sentence, found)
            yield from _judged(facts, index, found, count, deed)
        for found in _DEEDS.finditer(sentence.text) if sentence.amounts else ():
            deeds = verbs_of(facts.pack).get(found["noun"].lower().removesuffix("s"), frozenset())
            count = number(found["count"])
            row = _in_row(facts, index) if 2 < count <= len(ORDINALS) and not found["bound"] else 0
            if row and row == count:
                span = sentence.span(found.start(), found.end())
                words = f"the first to the {_nth(row)}"
                yield check(span, quoted(span.quote), words, "holds", (), _ROW)
            elif deeds and 1 < count <= _MOST:
                own = frozenset(facts.roots.one(one) for one in (*deeds, found["noun"]))
                yield from _judged(facts, index, found, count, own)


def _in_row(facts: Facts, index: int) -> int:
    """How many of a kind the sentences behind tell of one by one: "the first ..., the second"; 0
    where one of the row is left out, or a number is told twice."""
    here = facts.told[index]
    behind = [s for s in facts.told[index + 1 : index + 1 + _NEAR] if s.block == here.block]
    found = [ORDINALS[m[1].lower()] for s in behind for m in _NTH.finditer(s.text)]
    row = list(dict.fromkeys(found))
    return len(row) if row == list(range(1, len(row) + 1)) else 0


def _nth(number: int) -> str:
    return next(word for word, place in ORDINALS.items() if place == number)


@made_once
def verbs_of(pack: Pack) -> Mapping[str, frozenset[str]]:
    """The verbs of the kind of event that a noun counts: "visit" to "travel", "tour", "fly".

    A verb that takes a noun to tell the deed ("make a trip") tells it of nothing by itself.
    """
    found: dict[str, frozenset[str]] = {}
    light = pack.list("light_verbs") | _LIGHT
    for key in sorted(pack.frames):
        frame = pack.frames[key]
        told = [verb.split() for verb in frame.verbs]
        alone = {w[0] for w in told if len(w) == 1 or (len(w) == 2 and w[1] in _TO)} - light
        for noun in (*frame.nouns, *alone):
            found.setdefault(noun, frozenset(alone))
    return found


def _deed(facts: Facts, sentence: Sentence, found: re.Match[str]) -> frozenset[str]:
    """The verb that is done so often: the last one before the count in its clause."""
    before = _WORD.findall(sentence.text[_begin(sentence, found) : found.start()])
    verbs = [w for w in before if w.islower() and (w.endswith("ed") or w in facts.roots.changed)]
    return frozenset({facts.roots.one(verbs[-1])} if verbs else ())


def _begin(sentence: Sentence, found: re.Match[str]) -> int:
    """Where the clause of a count begins."""
    return max((m.end() for m in _CUT.finditer(sentence.text, 0, found.start())), default=0)


def _judged(
    facts: Facts, index: int, found: re.Match[str], count: float, deeds: frozenset[str]
) -> Iterator[Check]:
    sentence = facts.told[index]
    text = sentence.text
    stop = _CUT.search(text, found.end())
    low, high = _begin(sentence, found), stop.start() if stop else len(text)
    spoken = text[low:high]
    names = frozenset(n for n in _NAME.findall(spoken[1:]))
    bound = (found["bound"] or "").lower()
    beside = facts.roots.among(spoken) - deeds
    one = _Count(count, bound, deeds, beside, names, _window(sentence, low, high))
    days = _days(facts, index, one, anywhere=bool(_SAME.search(spoken)))
    listed = _listed(sentence, found.end())
    if len(listed) > 1 and _in_window(one, listed):
        days = listed
    verdict = _verdict(one, len(days)) if deeds or days is listed else None
    space = in_space(text, found.end(), days)
    if verdict and verdict[0] == "holds" and space not in (None, "holds"):
        verdict = ("fails", TOO_FAR) if space == "fails" else None
    if verdict is not None:
        span = sentence.span(found.start(), found.end())
        words = f"{len(days)} dated apart: {', '.join(day(*when) for when in days)}"
        yield check(span, quoted(span.quote), words, verdict[0], (), verdict[1])


def _listed(sentence: Sentence, low: int) -> Sequence[Interval]:
    """The dates of the list that ends what stands behind a count: ", on 9 May and on 2 June"."""
    dates = [
        t for t in sentence.dates()
        if t.span.start >= sentence.start + low and t.earliest and t.latest
    ]  # fmt: skip
    run = dates[-1:]
    for one in reversed(dates[:-1]):
        between = sentence.text[one.span.end - sentence.start : run[0].span.start - sentence.start]
        if not _JOINT.fullmatch(between):
            break
        run.insert(0, one)
    if len(run) == 1 and run[0].rule == "list":
        return [bounds(one) for one in _DAY.findall(run[0].edtf or "")]
    return [(t.earliest, t.latest) for t in run]


def _in_window(one: _Count, days: Sequence[Interval]) -> bool:
    """Whether days lie in the time that a count tells, if it tells one."""
    return one.window in (None, (None, None)) or all(within(d, one.window) for d in days)


def _window(sentence: Sentence, low: int, high: int) -> Interval | None:
    """The one time that the clause of a count tells, where it tells one; open on both sides where
    it tells none."""
    start = sentence.start
    times = [
        t for t in sentence.times
        if start + low <= t.span.start < start + high and t.type != "DURATION"
    ]  # fmt: skip
    if not times:
        return None, None
    return (times[0].earliest, times[0].latest) if len(times) == 1 else None


def _days(facts: Facts, index: int, one: _Count, *, anywhere: bool) -> Sequence[Interval]:
    """The days of deeds of the kind told elsewhere in the block with a word beside, in the time."""
    if one.window is None:
        return ()
    found: dict[Interval, None] = {}
    for clause in facts.near(index, back=_NEAR, on=_NEAR):
        if clause.index != index and not clause.denied and _is_one(facts, clause, one, anywhere):
            found[clause.when] = None
    return [w for w in found if not any(o != w and within(o, w) for o in found)]


def _is_one(facts: Facts, clause: Clause, one: _Count, anywhere: bool) -> bool:
    inside = one.window == (None, None) or within(clause.when, one.window or (None, None))
    if not inside:
        return False
    beside = bool(clause.words & one.beside) or anywhere
    again = bool(_AGAIN.search(clause.text)) and any(n in clause.text for n in one.names)
    return (bool(clause.words & one.deeds) and beside) or again


def _verdict(one: _Count, days: int) -> tuple[str, str] | None:
    """What so many days make of the count; null where they decide nothing."""
    if one.bound in _LEAST:
        enough = days >= one.number + (one.bound == "more than")
        return ("holds", "as many are told, each dated") if enough else None
    if days > one.number and (one.bound or one.window != (None, None)):
        return "fails", "more are told, each dated"
    if days == one.number and days > 1:
        return "holds", "as many are told, each dated"
    return None
