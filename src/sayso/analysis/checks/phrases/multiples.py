"""Figures against figures: "twice as many as in 2017", "doubled", "a tenth less than in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.analysis.checks.phrases.facts import Facts, Figure, within
from sayso.analysis.checks.reckoning.amounts import Sentence, said
from sayso.analysis.checks.reckoning.measure import (
    BOUND,
    LIKENED,
    MULTIPLES,
    NOT_BOTH,
    PART,
    TIMES,
    bound_of,
    factor_of,
    likened,
    part_of,
)
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check
from sayso.records.dates import Interval, before, overlap

_AS = re.compile(
    rf"\b{BOUND}{TIMES}\s(?:as\s\w+(?:\s\w+)?\sas\b|(?:that|those)\s(?:of|in|for|on)\b"
    r"|(?:the|its|his|her|their)\s(?:(?=\d)|\w+(?:\s\w+)?\s(?:of|in|for)\b))",
    re.I,
)
_THAN = re.compile(
    rf"\b{BOUND}{PART}\s(?P<way>more|fewer|less|higher|lower|larger|smaller|greater|bigger|up|down)"
    r"(?P<what>\s[^.,;:()#]{0,40}?)?\s?(?:\bthan|(?<=up)\son|(?<=down)\son)\b",
    re.I,
)
_MOVED = re.compile(
    rf"\b(?:{BOUND}(?P<factor>doubl|tripl|trebl|quadrupl|halv)ed"
    rf"|(?P<way>rose|risen|grew|grown|increased|climbed|jumped|fell|fallen|dropped|declined|shrank"
    rf"|shrunk|decreased|sank|went up|went down|(?:rise|increase|growth|gain|jump|fall|drop|decline"
    rf"|decrease|cut)(?=\sof))\s(?:by|of)\s(?P<bound2>(?:more|less)\sthan\s|almost\s|nearly\s|about\s"
    rf"|over\s)?{PART})\b",
    re.I,
)
_AS_MANY = re.compile(rf",\s{BOUND}{TIMES}\sas\s(?:many|much|high|large|long)(?=\s?[.,;:]|$)", re.I)
_MORE_THAN = re.compile(
    r"(?P<own>#+)(?P<thing>\s[^#.,;:()]{3,40})?,\s(?P<by>#+)(?:\s[a-z]+)?\s"
    r"(?P<way>more|fewer|less|higher|lower)\sthan\s(?!#)[^.,;:()#]{3,40}"
)
_JUST_MORE = re.compile(
    r"(?P<own>#+)[^#.;:()]{3,60}?,\s(?P<way>more|fewer|less)\sthan\s(?:in|during|on|at)\s"
    r"[^#.;:()]{2,60}?\s(?P<other>#+)",
    re.I,
)
_IT_WAS = re.compile(
    r"\b(?:that|this|it)\s(?:was|is|made)\s(?P<by>#+)\s(?:[a-z]+\s)?(?P<way>more|fewer|less)\sthan\s",
    re.I,
)
_RANGE = re.compile(r"\s(?:from\s|between\s)?(@+)")
_FROM_TO = re.compile(r"\s(?:from|between)\s(@+)\s(?:to|and)\s(@+)")
_EACH = re.compile(
    r"\b(?P<way>\w+)\sby\s(?P<by>#+)(?:\s[a-z]+)?\s(?:@+|(?:every|each|a)\s(?:year|month|week|season)\b)"
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_UP = frozenset({"more", "higher", "larger", "greater", "bigger", "up", "rose", "risen", "grew",
                 "grown", "increased", "climbed", "jumped", "went up", "rise", "increase", "growth",
                 "gain", "jump"})  # fmt: skip
_DOWN_TO = re.compile(r"\bdown\b|\bmore\b", re.I)
_OWN_PAST = re.compile(r"\b(?:the|a) year (?:before|earlier)\b|\bthe (?:previous|preceding) year\b")
# So many figures make a row.
_ROW = 3
_Pair = tuple[Figure, Figure]


def multiple_checks(facts: Facts) -> Iterator[Check]:
    """Each multiple and change of a figure, against the two figures that it stands between."""
    for index, sentence in enumerate(facts.told):
        times = sentence.has(*MULTIPLES)
        for found in _AS.finditer(sentence.text) if times else ():
            yield _compared(facts, index, found, factor_of(found))
        for found in _THAN.finditer(sentence.text) if sentence.has("than", "up", "down") else ():
            sign = 1 if found["way"].lower() in _UP else -1
            yield _compared(facts, index, found, 1 + sign * part_of(found))
        for found in _AS_MANY.finditer(sentence.text) if times else ():
            yield from _beside(facts, index, found)
        for found in _MORE_THAN.finditer(sentence.mask):
            yield from _by(facts, index, found)
        if sentence.amounts and " than " in sentence.text:
            yield from _than(facts, index)
        for found in _EACH.finditer(sentence.mask):
            yield from _steadily(facts, index, found)
        for found in _MOVED.finditer(sentence.text):
            yield from _moved(facts, index, found)


def _compared(facts: Facts, index: int, found: re.Match[str], factor: float) -> Check:
    """ "14 goals, twice as many as in 2017, when he had scored 7"."""
    sentence = facts.told[index]
    low, high = sentence.start + found.start(), sentence.start + found.end()
    here = [f for f in facts.figures if f.index == index and f.amount.sure]
    own = [f for f in here if f.amount.end <= low]
    other = [f for f in here if f.amount.start >= high]
    ref = _ref_time(sentence, found.end())
    pair: _Pair | None = None
    if own and other and _alike(own[-1], other[0]) and not _parted(sentence, found, own[-1]):
        pair = own[-1], other[0]
    elif ref:
        then = _at(facts, index, ref[1], found)
        times = [
            (t.earliest, t.latest) for t in sentence.dates()
            if t.span.end <= low or t.span.start > ref[0]
        ]  # fmt: skip
        if own and not own[-1].amount.percent:
            pair = _only([(own[-1], f) for f in then if _alike(own[-1], f)])
        elif times:
            now = _at(facts, index, times[-1], found)
            pair = _only([(a, b) for a in now for b in then if _alike(a, b)])
    return _judged(sentence, found, pair, factor, bound_of(found), sure=_kin(facts, index, pair))


def _beside(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "Twelve fell ill in the first group and 48 in the second, four times as many"."""
    sentence = facts.told[index]
    low = sentence.start + found.start()
    here = [f for f in facts.figures if f.index == index and f.amount.end <= low and not f.length]
    if len(here) > 1 and all(f.amount.sure for f in here[-2:]) and _alike(*here[-2:]):
        pair = here[-1], here[-2]
        yield _judged(sentence, found, pair, factor_of(found), bound_of(found), sure=True)


def _by(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "Had 1,500 volunteers, 900 more than the first": the other number is told before."""
    sentence = facts.told[index]
    own, by = sentence.at(found.start("own")), sentence.at(found.start("by"))
    figure = next(f for f in facts.figures if f.amount == own)
    sign = 1 if found["way"] in _UP else -1
    others = {
        f.amount.value for f in facts.figures
        if f.index < index and f.amount.sure and f.unit and f.unit == figure.unit
        and f.amount.percent == own.percent
    }  # fmt: skip
    if not own.sure or not by.sure or not others:
        return
    span = sentence.span(found.start(), found.end())
    wanted = own.value - sign * by.value
    if wanted in others:
        words = f"{said(own.value)} against {said(wanted)}"
        yield check(span, quoted(span.quote), words, "holds", (), LIKENED["holds"])
    else:
        yield check(span, quoted(span.quote), None, "undecided", (), NOT_BOTH)


def _than(facts: Facts, index: int) -> Iterator[Check]:
    mask = facts.told[index].mask
    for found in _JUST_MORE.finditer(mask):
        yield from _more(facts, index, found)
    for found in _IT_WAS.finditer(mask):
        yield from _that_was(facts, index, found)


def _more(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "4,800 hectares burned, more than in 2020, when 3,900 hectares burned"."""
    sentence = facts.told[index]
    places = [sentence.start + found.start(name) for name in ("own", "other")]
    pair = [f for at in places for f in facts.figures if f.amount.start == at]
    if len(pair) != 2 or not _alike(*pair) or not all(f.amount.sure and f.unit for f in pair):
        return
    one, other = (f.amount.value for f in pair)
    right = one > other if found["way"].lower() == "more" else one < other
    span = sentence.span(found.start("way"), _tail(sentence, found.start("way")))
    words, verdict = f"{said(one)} against {said(other)}", "holds" if right else "fails"
    yield check(span, quoted(span.quote), words, verdict, (), LIKENED[verdict])


def _that_was(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "Staged eleven plays in 2012. That was three more than in 2011, when it staged eight"."""
    sentence = facts.told[index]
    by = sentence.at(found.start("by"))
    own = [f for f in facts.figures if f.index == index - 1 and f.unit and not f.length][:1]
    low = sentence.start + found.end()
    behind = [f for f in facts.figures if f.index == index and f.amount.start >= low][:1]
    if not own or not behind or not _alike(own[0], behind[0]):
        return
    sign = 1 if found["way"].lower() in _UP else -1
    one, other = own[0].amount, behind[0].amount
    right = one.value - sign * by.value == other.value
    span = sentence.span(found.start("by"), _tail(sentence, found.end()))
    words = f"{said(one.value)} against {said(other.value)}"
    sure = one.sure and other.sure and by.sure
    verdict = "undecided" if not sure else "holds" if right else "fails"
    yield check(span, quoted(span.quote), words, verdict, (), LIKENED[verdict])


def _steadily(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "900 in 2015, 1,200 in 2016 and 1,500 in 2017. The number has grown by 300 every year"."""
    sentence = facts.told[index]
    way, by = found["way"].lower(), sentence.at(found.start("by"))
    sign = (way in facts.pack.list("rising_words")) - (way in facts.pack.list("falling_words"))
    row = [f for f in facts.figures if f.index == index - 1 and f.when and not f.length]
    days = [f.when[0] or "" for f in row if f.when]
    span = sentence.span(found.start(), found.end())
    if (
        not sign
        or len(row) < _ROW
        or days != sorted(set(days))
        or not all(map(_alike, row, row[1:]))
    ):
        return
    steps = [b.amount.value - a.amount.value for a, b in pairwise(row)]
    words = ", ".join(said(f.amount.value) for f in row)
    right = all(step == sign * by.value for step in steps)
    if by.sure and all(f.amount.sure for f in row):
        verdict = "holds" if right else "fails"
        yield check(span, quoted(span.quote), words, verdict, (), LIKENED[verdict])


def _parted(sentence: Sentence, found: re.Match[str], own: Figure) -> bool:
    """Whether a clause of its own stands between a number and what is said of it."""
    between = sentence.text[own.amount.end - sentence.start : found.start()]
    return bool(re.search(r"[;:.]", between))


def _ref_time(sentence: Sentence, low: int) -> tuple[int, Interval] | None:
    """The time right behind "than in" or "as in", and where it ends."""
    for time in sentence.dates():
        place = time.span.start - sentence.start
        if place >= low and not re.search(r"[.;:#]", sentence.mask[low:place]):
            return time.span.end, (time.earliest, time.latest)
    return None


def _at(facts: Facts, index: int, when: Interval, found: re.Match[str]) -> list[Figure]:
    """The figures of a time, told nearest: one for each value."""
    start = facts.told[index].start
    low, high = start + found.start(), start + found.end()
    fitting = [
        f for f in facts.figures
        if f.amount.sure and f.when == when and not low <= f.amount.start < high
    ]  # fmt: skip
    block = facts.told[index].block
    near = [f for f in fitting if facts.told[f.index].block == block] or fitting
    return list({f.amount.value: f for f in near}.values())


def _alike(one: Figure, other: Figure) -> bool:
    if one.amount.percent != other.amount.percent or one.amount == other.amount:
        return False
    return one.unit is None or other.unit is None or one.unit.rstrip("s") == other.unit.rstrip("s")


def _only(pairs: Sequence[_Pair]) -> _Pair | None:
    """The one pair; else the one pair told in one breath."""
    if len(pairs) > 1:
        pairs = [(a, b) for a, b in pairs if a.index == b.index]
    return pairs[0] if len(pairs) == 1 else None


def _kin(facts: Facts, index: int, pair: _Pair | None) -> bool:
    """Whether what is compared is surely what the two figures count."""
    if pair is None or index in (pair[0].index, pair[1].index):
        return True
    words = facts.roots.among(facts.told[index].text)
    return all(words & facts.roots.among(facts.told[f.index].text) for f in pair)


def _moved(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "Was 84 million in 2021, against 42 million in 2020: it doubled"."""
    sentence = facts.told[index]
    text = sentence.text[found.end() : found.end() + 12]
    if re.match(r"\s(?:down|as)\b", text):
        return
    here = [f for f in facts.figures if f.index == index and f.amount.sure]
    place = sentence.start + found.start(), sentence.start + found.end()
    free = [f for f in here if not place[0] <= f.amount.start < place[1] and not f.length]
    pair = _series(free) or _between(facts, index, found)
    previous = facts.told[index - 1] if index else None
    if pair is None and not free and previous and previous.block == sentence.block:
        pair = _series([f for f in facts.figures if f.index == index - 1 and f.amount.sure])
    if found["factor"]:
        factor, bound = _FACTORS[found["factor"].lower()], bound_of(found)
    else:
        sign = 1 if found["way"].lower() in _UP else -1
        factor = 1 + sign * part_of(found)
        more = (found["bound2"] or "").strip()
        bound = {"more than": "more", "over": "more", "less than": "less"}.get(more, "plain")
        bound = "about" if more in ("almost", "nearly", "about") else bound
        if sign < 0 and bound in ("more", "less"):
            bound = "less" if bound == "more" else "more"
    if pair is not None or found["factor"]:
        yield _judged(sentence, found, pair, factor, bound, sure=_kin(facts, index, pair))


def _between(facts: Facts, index: int, found: re.Match[str]) -> _Pair | None:
    """ "Tripled from June to July": the figures of the two times."""
    sentence = facts.told[index]
    ranged = _RANGE.match(sentence.mask, found.end())
    time = next((t for t in sentence.dates() if ranged and t.rule == "range" and
                 t.span.start == sentence.start + ranged.start(1)), None)  # fmt: skip
    if time is not None:
        near = [f for f in facts.figures if f.when and f.amount.sure and f.index >= index - 1]
        then = [f for f in near if f.when and f.when[0] == time.earliest]
        now = [f for f in near if f.when and f.when[1] == time.latest]
        return _only([(a, b) for a in now for b in then if _alike(a, b)])
    told = _FROM_TO.match(sentence.mask, found.end())
    dates = {t.span.start - sentence.start: (t.earliest, t.latest) for t in sentence.dates()}
    if told is None or told.start(1) not in dates or told.start(2) not in dates:
        return None
    then, now = (_at(facts, index, dates[told.start(n)], found) for n in (1, 2))
    return _only([(a, b) for a in now for b in then if _alike(a, b)])


def _series(figures: Sequence[Figure]) -> _Pair | None:
    """A figure of a later and one of an earlier time, where just these two are told."""
    dated = [f for f in figures if f.when and f.when[0] and f.when[1]]
    if len(dated) != 2 or len(figures) != 2 or not _alike(*dated):
        return None
    one, other = dated
    assert one.when is not None and other.when is not None
    if overlap(one.when, other.when) or within(one.when, other.when):
        return None
    late = before(other.when[1] or "", one.when[0] or "")
    return (one, other) if late else (other, one)


def _judged(
    sentence: Sentence, found: re.Match[str], pair: _Pair | None, factor: float, bound: str,
    *, sure: bool,
) -> Check:  # fmt: skip
    end = _tail(sentence, found.end())
    span = sentence.span(found.start(), end)
    claimed = quoted(span.quote)
    if pair is None or not pair[1].amount.value:
        return check(span, claimed, None, "undecided", (), NOT_BOTH)
    one, other = pair[0].amount.value, pair[1].amount.value
    words = f"{said(one)} against {said(other)}: {one / other:.3g} times"
    verdict = likened(one / other, factor, bound)
    sure = sure and (pair[0].unit == pair[1].unit or pair[0].amount.percent)
    if verdict == "fails" and not sure:
        reason = "two figures of these times are told, and may count something else"
        return check(span, claimed, words, "undecided", (), reason)
    return check(span, claimed, words, verdict, (), LIKENED[verdict])


def _tail(sentence: Sentence, low: int) -> int:
    """Where the words end that say with what something is compared."""
    cut = re.compile(r"[.,;:()]").search(sentence.text, low)
    return cut.start() if cut else len(sentence.text)
