"""How long something went on: "held for 18 months, since 9 July", "took four months", "ended
after four weeks"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.analysis.checks.days.lengths import Verbs, lengths
from sayso.analysis.checks.days.named import own_dates
from sayso.analysis.checks.days.spaces import between, bounded
from sayso.analysis.checks.phrases.facts import Clause, Facts
from sayso.analysis.checks.reckoning.amounts import Sentence
from sayso.analysis.checks.reckoning.measure import BOUND, LENGTH, ORDINALS, Length, length_of
from sayso.analysis.checks.record import check, day
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import Interval, before, bounds

_LASTED = re.compile(
    rf"\b(?P<cue>lasted|lasting|took|went on|continued|dragged on|ran|stood|stayed|remained"
    rf"|for|after|within|over|in)\s(?:for\s)?{BOUND}{LENGTH}",
    re.I,
)
_LASTS = frozenset({"lasted", "lasting", "took", "went on", "continued", "dragged on"})
# "Sentenced for six years": only with a date behind "since" does "for" tell a length of the past.
_BACK = 4
_SINCE = re.compile(r",?\s(?:ever\s)?(?:since|from)\s", re.I)
_HAD = re.compile(r"\bhad\b", re.I)
# "After two years in office": since what took it up.
_HELD = re.compile(
    r"\s(?:in|at|on|under|behind|with|as|of)\s(?:the\s|an?\s)?(?:office|power|post|job|command|charge|prison|custody|"
    r"jail|captivity|detention|exile|hiding|bars|helm|service|strike|run|house|company|firm|club|team|party|bank|paper|school|university|group|"
    r"ministry|director|manager|coach|editor|chairman|member|minister|mayor|leader|captain)\b",
    re.I,
)
_RANKED = re.compile(
    rf"\b(?:{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)|\w{{3,}}est)\b[^.,;:()]*$", re.I
)
_UNTIL = re.compile(r",?\suntil\s", re.I)
_AGAIN = re.compile(r"\bagain\b|\breopen|\bresum|\brestor|\bended\b")
_HAS = re.compile(r"\b(?:has|have)\b", re.I)
_COUNTED = re.compile(r"\s(?:before|after|earlier|later|ago|prior|ahead|following|old)\b", re.I)
_WHY = {
    "holds": "the two dates bear it out",
    "fails": "the two dates do not bear it out",
    "undecided": "the two dates go together with it, and are not exact enough to decide it",
}
UNTOLD = "when it began or when it ended is not told"
_Ends = tuple[Interval, Interval]


def lasting_checks(facts: Facts) -> Iterator[Check]:
    """Each length of time of which the beginning and the end are told in the sentences beside."""
    verbs = Verbs(facts.pack)
    for index, sentence in enumerate(facts.told):
        for found in _LASTED.finditer(sentence.text):
            length = length_of(found)
            if length is None or _COUNTED.match(sentence.text, found.end()):
                continue
            if found["cue"].lower() in ("in", "within") and _RANKED.search(
                sentence.text, 0, found.start()
            ):
                # "The second fire in two years" counts back from it, and lasts no two years.
                continue
            ends = _ends(facts, index, found, verbs)
            cue = found["cue"].lower()
            if ends is not None:
                yield _judged(sentence, found, length, ends)
            elif cue in _LASTS:
                span = sentence.span(found.start(), found.end())
                yield check(span, quoted(span.quote), None, "undecided", (), UNTOLD)


def _ends(facts: Facts, index: int, found: re.Match[str], verbs: Verbs) -> _Ends | None:
    cue = found["cue"].lower()
    since = _since(facts, index, found)
    if since is not None:
        return since
    if cue == "after":
        return _ended(facts, index, found, verbs)
    if cue == "for":
        return _until(facts, index, found) or _broken(facts, index)
    return _took(facts, index, found, verbs) if cue in _LASTS or cue in ("within", "in") else None


def _since(facts: Facts, index: int, found: re.Match[str]) -> _Ends | None:
    """ "Had been held for 18 months, since 9 July": up to the day that is told of before; "has
    been" up to the report's own."""
    sentence = facts.told[index]
    joined = _SINCE.match(sentence.text, found.end())
    place = sentence.start + found.end()
    if joined is None:
        return None
    behind = (t for t in sentence.times if place <= t.span.start <= place + len(joined[0]))
    begun = next((t for t in behind if t.rule.startswith("since")), None)
    if begun is None or not begun.earliest:
        return None
    start = bounds(begun.anchor)
    start = start if start[0] else (begun.earliest, begun.earliest)
    ahead = sentence.text[: found.start()]
    if _HAD.search(ahead):
        earlier = [c for c in facts.near(index, back=_BACK) if c.index < index and not c.perfect]
        return (start, earlier[-1].when) if earlier else None
    if _HAS.search(ahead) and facts.printed[1]:
        return start, facts.printed
    return None


def _ended(facts: Facts, index: int, found: re.Match[str], verbs: Verbs) -> _Ends | None:
    """ "The strike ended on 1 November, after four weeks": since a verb of beginning, or since
    the first day on which a strike is told of."""
    sentence = facts.told[index]
    here = own_dates(sentence, 0, found.start())
    if len(here) == 2:
        # "Was opened in August 1957 and closed in March 1991, after more than thirty years".
        cut = here[0].span.end - sentence.start
        words = sentence.text[:cut], sentence.text[cut : found.start()]
        first, last = ((t.earliest, t.latest) for t in here)
        return (first, last) if verbs.begin_and_end(*words) else None
    if len(here) != 1:
        return None
    end = here[0].earliest, here[0].latest
    told = [c for c in facts.near(index, back=_BACK, on=1) if c.index != index]
    if _HELD.match(sentence.text, found.end()):
        begun = [c for c in told if verbs.takes_up(c.text)]
        # "He had been appointed on 1 September": told behind, of whom the sentence tells.
        begun = [c for c in begun if c.perfect and c.index > index] or begun
    elif verbs.ends(sentence.text[: found.start()]):
        what = facts.roots.among(verbs.before_end(sentence.text))
        told = [c for c in told if c.index < index and not c.perfect]
        begun = [c for c in told if verbs.begins(c.text)] or [c for c in told if what & c.words]
    else:
        return None
    days = {c.when for c in begun if not before(end[1] or "", c.when[0] or "")}
    return (days.pop(), end) if len(days) == 1 else None


def _until(facts: Facts, index: int, found: re.Match[str]) -> _Ends | None:
    """ "Was on the run for seven months, until he was caught on 20 June", since the last day."""
    sentence = facts.told[index]
    stop = _UNTIL.match(sentence.text, found.end())
    dates = own_dates(sentence, stop.end()) if stop else []
    told = [c for c in facts.near(index, back=1) if c.index < index and not c.perfect]
    if len(dates) != 1 or not told:
        return None
    return told[-1].when, (dates[0].earliest, dates[0].latest)


def _broken(facts: Facts, index: int) -> _Ends | None:
    """ "Was out of use for two months. It was shut on 3 April and used again from 15 May"."""
    told = [c for c in facts.near(index, back=0, on=1) if c.index == index + 1]
    if len(told) == 2 and _AGAIN.search(told[1].text) and not any(c.denied for c in told):
        return told[0].when, told[1].when
    return None


def _took(facts: Facts, index: int, found: re.Match[str], verbs: Verbs) -> _Ends | None:
    """ "Sailed on 1 May and reached it on 30 August. The voyage took four months"."""
    for back, on in ((0, 0), (2, 0), (1, 1), (_BACK, 0)):
        told = [c for c in facts.near(index, back=back, on=on, block=False) if not c.perfect]
        begun, ended = _first(told, verbs.begins), _first(told, verbs.ends)
        # A journey begins where a stay ends, with leaving, and ends with reaching.
        journey = _first(told, verbs.leaves), _first(told, verbs.arrives)
        if begun and ended is None:
            ended = _only_other(told, begun)
        for one, other in ((begun, ended), journey):
            if one and other and before(one.when[1] or "", other.when[0] or ""):
                return one.when, other.when
    return None


def _only_other(told: Sequence[Clause], begun: Clause) -> Clause | None:
    """ "It began on 2 April and was lifted on 11 June": the other date of the sentence."""
    later = [c for c in told if c.index == begun.index and c.start > begun.start and not c.denied]
    return later[0] if len(later) == 1 else None


def _first(told: Sequence[Clause], kind: Callable[[str], bool]) -> Clause | None:
    """The one clause of a kind; null if there are two days."""
    found = [c for c in told if kind(c.text)]
    return found[0] if len({c.when for c in found}) == 1 else None


def _judged(sentence: Sentence, found: re.Match[str], length: Length, ends: _Ends) -> Check:
    span = sentence.span(found.start("cue") if found["cue"] else found.start(), found.end())
    unit, count = length.unit, length.count
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "quarter":
        unit, count = "month", 3 * count
    low, high = lengths(ends, unit)
    words = f"{day(*ends[0])} to {day(*ends[1])}: {between(low, high, unit)}"
    bound = "exact" if length.bound in ("plain", "exact") else length.bound
    verdict = bounded(count, bound, (low, high))
    return check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])
