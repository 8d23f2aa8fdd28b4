"""Parts and their whole: "21 comets, 15 of which were new and six ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.analysis.checks.reckoning.amounts import NUMBER, Amount, Sentence, said
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check

_OF_IT = re.compile(rf"({NUMBER}) of (?:which|whom|them)\b")
_OF_THE = re.compile(
    rf"({NUMBER}) (?:out )?of (?:the|these|those|its|his|her|their) ({NUMBER})\s\w"
)
_FIRST = re.compile(
    rf"\bof (?:the|these|those|its|his|her|their) ({NUMBER})"
    rf"(?:(?:\s\w[^,;:#]*)?,|(?:\s[a-z]+){{1,3}})\s({NUMBER})",
    re.I,
)
# Small numbers come to others by chance.
_FEW = 10
_OF_THOSE = re.compile(rf"Of (?:the|these|those) ([a-z]+),?\s({NUMBER})")
_LIST = re.compile(rf"({NUMBER}) [^#.;:()]{{2,60}}(?::| \()\s?({NUMBER})")
# What joins a further part: a comma, "and", "and the remaining".
_FURTHER = re.compile(
    r"(?:,|;|\band\b|\bwhile\b)\s(?:and\s|while\s)?(?:the\s)?"
    r"(?:(?:other|others|remaining|rest|another)\s)?(?:\w{3,8}\s){0,2}$"
)


def sum_checks(told: Sequence[Sentence]) -> Iterator[Check]:
    """Each list of parts whose whole is told: what they come to."""
    for before, sentence in pairwise([None, *told]):
        if sentence is None or (len(sentence.amounts) < 2 and not before):
            continue
        yield from _in(sentence, before)


def _in(sentence: Sentence, before: Sentence | None) -> Iterator[Check]:
    mask = sentence.mask
    for rule, listed in ((_FIRST, False), (_OF_THE, False), (_LIST, True)):
        for found in rule.finditer(mask):
            whole, first = (2, 1) if rule is _OF_THE else (1, 2)
            made = _summed(
                sentence, sentence.at(found.start(whole)), sentence.at(found.start(first)), listed
            )
            if made is not None:
                yield made
                return
    yield from _of_those(sentence, before)
    yield from _all_told(sentence, before)
    of_it = _OF_IT.search(mask)
    told = _whole_of(sentence, of_it.start(), before) if of_it else None
    if of_it and told:
        made = _summed(sentence, told, sentence.at(of_it.start(1)), False)
        if made is not None:
            yield made


def _of_those(sentence: Sentence, before: Sentence | None) -> Iterator[Check]:
    """ "Heard 112 witnesses. Of the witnesses 70 were called by one side and 42 by the other"."""
    found = _OF_THOSE.match(sentence.mask)
    there = before.amounts if before and before.block == sentence.block else ()
    wholes = [a for a in there if found and a.unit == found[1] and a.sure]
    if found and len(wholes) == 1:
        made = _summed(sentence, wholes[0], sentence.at(found.start(2)), False)
        if made is not None:
            yield made


def _all_told(sentence: Sentence, before: Sentence | None) -> Iterator[Check]:
    """ "Some 2.4 million voted. 1.3 million were for it and 1.1 million against": numbers that open
    a sentence and come to one of the sentence before are its parts."""
    parts = sentence.amounts
    there = before.amounts if before and before.block == sentence.block else ()
    if len(parts) < 2 or parts[0].start != sentence.start or any(a.percent for a in parts):
        return
    total = sum(a.value for a in parts)
    joined = all(
        _FURTHER.search(sentence.mask[a.end - sentence.start : b.start - sentence.start])
        for a, b in pairwise(parts)
    )
    wholes = [a for a in there if a.value == total]
    if joined and total > _FEW and len(wholes) == 1 and all(a.sure for a in parts):
        end = _end_of_clause(sentence.document.text, parts[-1].end, sentence.end)
        span = sentence.document.span(parts[0].start, end)
        words = f"{' + '.join(said(a.value) for a in parts)} = {said(total)}"
        claimed = f"{quoted(span.quote)}: parts of {said(total)}"
        yield check(span, claimed, words, "holds", (), "the parts come to the whole")


def _whole_of(sentence: Sentence, offset: int, before: Sentence | None) -> Amount | None:
    """What "of them" goes back to: the number of things next before it, or the only one of the
    sentence before."""
    first = sentence.start + offset
    here = [one for one in sentence.amounts if one.end <= first and one.unit and one.sure]
    if here:
        return here[-1]
    there = before.amounts if before and before.block == sentence.block else ()
    with_unit = [one for one in there if one.unit and one.sure and not one.percent]
    return with_unit[0] if len(with_unit) == 1 else None


def _summed(sentence: Sentence, whole: Amount, first: Amount, listed: bool) -> Check | None:
    parts = _parts(sentence, whole, first, listed)
    if len(parts) < 2 or not all(one.sure for one in (whole, *parts)):
        return None
    total = sum(one.value for one in parts)
    if listed and total != whole.value:
        # Behind a colon stands what the whole has beside it, too: "six ships: two with 300 men".
        return None
    come_to = f"{' + '.join(said(one.value) for one in parts)} = {said(total)}"
    low = min(parts[0].start, whole.start) if whole.start >= sentence.start else parts[0].start
    text = sentence.document.text
    end = _end_of_clause(text, parts[-1].end, sentence.end)
    span = sentence.document.span(low, end)
    claimed = f"{quoted(span.quote)}: parts of {said(whole.value)}"
    if total == whole.value:
        return check(span, claimed, come_to, "holds", (), "the parts come to the whole")
    if total > whole.value:
        reason = "the parts come to more than the whole, unless they overlap"
        return check(span, claimed, come_to, "fails", (), reason)
    reason = f"of {said(whole.value - total)} it is not told to which part they belong"
    return check(span, claimed, come_to, "undecided", (), reason)


def _parts(sentence: Sentence, whole: Amount, first: Amount, listed: bool) -> list[Amount]:
    """The first part and those that are joined to it, up to one that counts something else."""
    found = [first]
    for one in sentence.amounts:
        if one.start <= first.start or one is whole or one.percent:
            continue
        between = sentence.mask[found[-1].end - sentence.start : one.start - sentence.start]
        same = listed or one.unit in (None, first.unit, whole.unit)
        if not same or re.search(r"[.;:()]", between) or not _FURTHER.search(between):
            break
        found.append(one)
    return found


def _end_of_clause(text: str, start: int, end: int) -> int:
    cut = re.compile(r"[.,;:()]").search(text, start, end)
    return cut.start() if cut else end
