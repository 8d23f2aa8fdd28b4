"""Parts of a whole that is told elsewhere: "more than half of its matches", "a majority of the
seats", "seven of them women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.analysis.checks.phrases.facts import Facts, Figure
from sayso.analysis.checks.reckoning.amounts import Amount, Sentence, said
from sayso.analysis.checks.reckoning.measure import BOUND, PART, bound_of, likened, part_of
from sayso.analysis.checks.record import check
from sayso.analysis.wording.names import quoted
from sayso.records.case import Check

_OF = re.compile(
    rf"\b{BOUND}(?:{PART}|(?P<major>an?\s(?:absolute\s|clear\s|narrow\s|simple\s)?majority|most)"
    r"|(?P<minor>an?\sminority))\s(?:of\s)?(?:all\s)?(?:the|its|his|her|their|these|those)\s"
    r"(?P<noun>[a-z]{3,})\b(?:\s(?P<second>[a-z]{3,})\b)?",
    re.I,
)
_THEM = re.compile(
    r"(?<![-\w])(?P<count>#+)\s(?:out\s)?of\s(?:them|whom|which|these|those)\b"
    r"|\bof\s(?:whom|which)\s(?:only\s|just\s)?(?P<behind>#+)\s"
)
_PART_OF_THEM = re.compile(rf"\b{BOUND}{PART}\sof\s(?:them|these|those)\b", re.I)
_ALL_BUT = re.compile(
    r"\ball but (?P<less>#+|one)\sof\s(?:the|its|his|her|their|these|those)\s(?:[a-z]+\s)?"
    r"(?P<whole>#+)(?:\s[a-z]{3,})?",
    re.I,
)
_CLAUSE = re.compile(r"[;:()]|,\s(?:and|but|while)\s|\sbut\s")
_APPOSED = re.compile(
    rf",\s(?:or\s|that is\s)?{BOUND}(?:{PART}|(?P<major>an?\s(?:absolute\s|clear\s|narrow\s"
    r"|simple\s|bare\s)?majority)|(?P<minor>an?\sminority))\b(?!\s(?:of\s)?(?:the\s|its\s|all\s)?[\d#])",
    re.I,
)
_WITHIN = re.compile(
    rf"\bof\s(?:the|its|his|her|their|these|those)\s(?:[a-z]+\sof\s)?[\d,]+\s(?P<noun>[a-z]+)\s"
    rf"{BOUND}{PART}\s(?=[a-z])(?!(?:the|its|of|a|an)\b)",
    re.I,
)
PART_OF = "which of them are meant is not told one by one"
_LOOSE = 0.05
_BACK = 3
_WHY = {
    "holds": "the two numbers bear it out",
    "fails": "the two numbers do not bear it out",
    "undecided": "the two numbers come near, and do not decide it",
}
_OF_WHOLE = re.compile(r"\bof\s(?:the|its|his|her|their|these|those|all)\s$", re.I)


def share_checks(facts: Facts) -> Iterator[Check]:
    """Each share of a thing whose number, and whose part, are told beside it; each "N of them"."""
    for index, sentence in enumerate(facts.told):
        for found in _OF.finditer(sentence.text):
            if not _counted(sentence, found):
                made = _share(facts, index, found)
                # "Most of his forces" is said of anything, and checked only where both are told.
                if made.verdict != "undecided" or (found["major"] or "").lower() != "most":
                    yield made
        for found in _APPOSED.finditer(sentence.text):
            yield from _beside(sentence, found)
        for found in _WITHIN.finditer(sentence.text):
            yield from _among(sentence, found)
        for found in _PART_OF_THEM.finditer(sentence.text):
            yield from _part_of_them(facts, index, found)
        for found in _ALL_BUT.finditer(sentence.mask):
            yield from _all_but(facts, index, found)
        for found in _THEM.finditer(sentence.mask):
            yield from _of_them(facts, index, found)


def _beside(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    """ "Of its 140 branches 56 were shut, two fifths of the network": a part and its whole, told
    in the clause before."""
    cuts = [m.end() for m in _CLAUSE.finditer(sentence.text, 0, found.start())]
    low = sentence.start + (cuts[-1] if cuts else 0)
    here = [
        a for a in sentence.amounts if low <= a.start and a.end <= sentence.start + found.start()
    ]
    if len(here) != 2 or any(a.percent for a in here):
        return
    part, whole = sorted(here, key=lambda a: a.value)
    ahead = sentence.text[: whole.start - sentence.start]
    if not _OF_WHOLE.search(ahead) or not part.value:
        return
    share = part_of(found) if not (found["major"] or found["minor"]) else 0.5
    bound = "more" if found["major"] else "less" if found["minor"] else bound_of(found)
    real = part.value / whole.value
    # Numbers that are told as about so many decide it where a twentieth more or less does not.
    room = 0.0 if part.sure and whole.sure else _LOOSE
    verdicts = {likened(real * (1 + off), share, bound) for off in (-room, 0.0, room)}
    verdict = verdicts.pop() if len(verdicts) == 1 else "undecided"
    end = re.compile(r"[.,;:()]|$").search(sentence.text, found.end())
    span = sentence.span(found.start() + 2, end.start() if end else found.end())
    words = f"{said(part.value)} of {said(whole.value)}"
    yield check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])


def _all_but(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "All but one of the seven commanders agreed to it: six signed": the rest, told beside it."""
    sentence = facts.told[index]
    whole = sentence.at(found.start("whole"))
    less = 1.0 if found["less"][0] != "#" else sentence.at(found.start("less")).value
    behind = [
        f.amount for f in _around(facts, index)
        if f.amount.start >= sentence.start + found.end()
        and f.unit in (None, whole.unit) and f.amount.value <= whole.value and not f.length
    ]  # fmt: skip
    span = sentence.span(found.start(), found.end())
    if len(behind) != 1 or not whole.sure or not 0 < less < whole.value:
        reason = "how many they were is not told beside it"
        yield check(span, quoted(span.quote), None, "undecided", (), reason)
        return
    told = behind[0].value
    verdict = "holds" if told == whole.value - less else "undecided"
    if told == less:
        # The few, told one by one: "all but two: two were ill".
        verdict = "undecided"
    words = f"{said(told)} of {said(whole.value)}"
    yield check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])


def _among(sentence: Sentence, found: re.Match[str]) -> Iterator[Check]:
    """ "Of the 1,800 men fewer than half were fit: 950 men stood on the walls"."""
    place = sentence.start + found.start(), sentence.start + found.end()
    inside = [a for a in sentence.amounts if place[0] <= a.start < place[1]]
    behind = [a for a in sentence.amounts if a.start >= place[1] and a.sure and not a.percent]
    whole = inside[0] if inside else None
    span = sentence.span(found.start(), found.end())
    explained = ":" in sentence.text[found.end() :]
    noun = found["noun"].lower()
    parts = [a for a in behind if a.unit in (None, noun) and whole and a.value <= whole.value]
    if whole is None or not whole.sure or len(parts) != 1 or not explained:
        reason = "how many they were is not told beside it"
        yield check(span, quoted(span.quote), None, "undecided", (), reason)
        return
    verdict = likened(parts[0].value / whole.value, part_of(found), bound_of(found))
    words = f"{said(parts[0].value)} of {said(whole.value)}"
    yield check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])


def _counted(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the whole is told as a number right behind: another rule weighs that."""
    return "#" in sentence.mask[found.start("noun") : found.end("noun") + 1]


def _share(facts: Facts, index: int, found: re.Match[str]) -> Check:
    sentence = facts.told[index]
    share = 0.5 if found["major"] or found["minor"] else part_of(found)
    bound = "more" if found["major"] else "less" if found["minor"] else bound_of(found)
    # "Of the foreign ships": the first of the two words that is counted beside it.
    nouns = [facts.roots.one(word) for word in (found["noun"], found["second"]) if word]
    wholes = [
        (place, one) for place in range(len(nouns)) if (one := _whole(facts, index, nouns[place]))
    ]
    place, whole = wholes[0] if wholes else (0, None)
    span = sentence.span(found.start(), found.end("second" if place else "noun"))
    claimed = quoted(span.quote)
    part = _part(facts, index, found, nouns[place], whole)
    if whole is None or part is None:
        reason = "how many there were of the whole and of the part is not told beside it"
        return check(span, claimed, None, "undecided", (), reason)
    words = f"{said(part.amount.value)} of {said(whole.amount.value)}"
    verdict = likened(part.amount.value / whole.amount.value, share, bound)
    return check(span, claimed, words, verdict, (), _WHY[verdict])


def _around(facts: Facts, index: int) -> list[Figure]:
    block = facts.told[index].block
    return [
        f for f in facts.figures
        if index - _BACK <= f.index <= index + 1 and facts.told[f.index].block == block
        and f.amount.sure and not f.amount.percent
    ]  # fmt: skip


def _whole(facts: Facts, index: int, noun: str) -> Figure | None:
    """The number of the things that are named; of several the greatest, if the rest are told as
    parts of it in its own sentence."""
    told = [f for f in _around(facts, index) if f.unit and facts.roots.one(f.unit) == noun]
    if not told:
        return None
    most = max(told, key=lambda f: f.amount.value)
    other = [f for f in told if f.amount.value != most.amount.value and f.index != most.index]
    return None if other else most


def _part(
    facts: Facts, index: int, found: re.Match[str], noun: str, whole: Figure | None
) -> Figure | None:
    """The number that is told of the same doer or deed as the share."""
    if whole is None:
        return None
    sentence = facts.told[index]
    about = _about(facts, sentence, found) - {noun}
    place = sentence.start + found.start(), sentence.start + found.end()
    same = (None, noun, facts.roots.one(whole.unit or ""))
    told = [
        f for f in _around(facts, index)
        if not place[0] <= f.amount.start < place[1] and f is not whole
        and f.amount.value <= whole.amount.value and f.words & about
        and (facts.roots.one(f.unit) if f.unit else None) in same
    ]  # fmt: skip
    values = {f.amount.value: f for f in told}
    return next(iter(values.values())) if len(values) == 1 else None


def _about(facts: Facts, sentence: Sentence, found: re.Match[str]) -> frozenset[str]:
    """What the clause of a share tells beside it: what they did, or who had them."""
    cuts = [m.end() for m in _CLAUSE.finditer(sentence.text, 0, found.start())]
    stop = _CLAUSE.search(sentence.text, found.end("noun"))
    low, high = cuts[-1] if cuts else 0, stop.start() if stop else len(sentence.text)
    behind = sentence.text[found.end("noun") : high]
    rest = f"{sentence.text[low : found.start()]} {behind}"
    return facts.roots.among(rest)


def _of_them(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "18 ministers, seven of them women": a part of what is told next before."""
    sentence = facts.told[index]
    part = sentence.at(found.start("count" if found["count"] else "behind"))
    whole = _before(facts, index, part)
    if whole is None or whole.unit is None:
        return
    end = re.compile(r"[,.;:()]|$").search(sentence.text, found.end())
    span = sentence.span(found.start(), end.start() if end else found.end())
    words = f"{said(part.value)} of {said(whole.value)}"
    # A greater number is of other things, told further back.
    if part.value <= whole.value:
        yield check(span, quoted(span.quote), words, "undecided", (), PART_OF)


def _part_of_them(facts: Facts, index: int, found: re.Match[str]) -> Iterator[Check]:
    """ "1,200 patients. Half of them received the drug. Of the 600 who received it ..."."""
    sentence = facts.told[index]
    place = Amount(
        sentence.start + found.start(), sentence.start + found.end(), 0, None, True, False
    )
    whole = _before(facts, index, place)
    if whole is None or whole.unit is None:
        return
    about = _about_of(facts, sentence, found)
    parts = {
        f.amount.value for f in _around(facts, index)
        if f.index >= index and f.amount.start > place.start and f.amount.value < whole.value
        and f.words & about
    }  # fmt: skip
    span = sentence.span(found.start(), found.end())
    if len(parts) != 1 or not whole.sure:
        yield check(span, quoted(span.quote), None, "undecided", (), PART_OF)
        return
    part = parts.pop()
    verdict = likened(part / whole.value, part_of(found), bound_of(found))
    words = f"{said(part)} of {said(whole.value)}"
    # That the number counts the same is likely, and no more, where it does not bear it out.
    if verdict == "fails":
        verdict = "undecided"
    yield check(span, quoted(span.quote), words, verdict, (), _WHY[verdict])


def _about_of(facts: Facts, sentence: Sentence, found: re.Match[str]) -> frozenset[str]:
    stop = _CLAUSE.search(sentence.text, found.end())
    return facts.roots.among(sentence.text[found.end() : stop.start() if stop else None])


def _before(facts: Facts, index: int, part: Amount) -> Amount | None:
    """The number of things told next before "of them"."""
    here: Sequence[Amount] = [a for a in facts.told[index].amounts if a.end <= part.start]
    if here:
        return here[-1]
    previous = facts.told[index - 1] if index else None
    if previous is None or previous.block != facts.told[index].block:
        return None
    counted = [a for a in previous.amounts if a.unit and not a.percent]
    return counted[-1] if len(counted) == 1 else None
