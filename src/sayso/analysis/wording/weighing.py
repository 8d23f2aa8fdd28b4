"""Every number of a weighing explained in one sentence, and its figures as they are printed."""

from __future__ import annotations

EXPLAINED = {
    "rank": "Rank: 1 has least against it; what speaks for a hypothesis does not rank it, for it "
    "mostly speaks for others too.",
    "against": "Against: the weights of all pieces that are inconsistent with the hypothesis, "
    "added up, very inconsistent ones twice.",
    "for": "For: the same sum over consistent pieces; it is shown and orders nothing.",
    "pieces": "Pieces: how many pieces speak against the hypothesis.",
    "silent": "Silent: how many pieces say nothing of the hypothesis; where it is much, little "
    "against it shows only that little is said.",
    "separates": "Separates: the distance between a piece's best and worst mark, 0 to 4; with 0 it "
    "speaks alike of all hypotheses.",
    "weight": "Weight: 1 for an event or a check, however often it is told; all judgements of one "
    "origin together weigh 1, unless the options say otherwise.",
    "behind": "Behind: how much more speaks against the hypothesis than against the first.",
    "needs": "To draw level: the fewest pieces that would have to be wrong for the hypothesis to "
    "have no more against it than the first.",
    "lost": "Lost: how many pieces nothing else in the case tells.",
    "quarter": "By quarter: the ranking by what was known at the end of the quarter at the latest; "
    "pieces without any date are left out.",
}
MARKED = (
    "Marks: CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent; a "
    "mark with a question mark is a proposal by rule that nobody has looked at."
)
NO_PROBABILITY = (
    "A rank is no probability: it says what these reports speak against, not what is likely. "
    "Likelihood and confidence are the analyst's to give, and stand apart."
)
# Options as they are declared, in words.
JUDGEMENTS = {
    "once": "all judgements of one origin together weigh one",
    "each": "every judgement weighs one",
    "none": "judgements are left out",
}


def figure(value: float) -> str:
    """A sum of weights with two places, without those that say nothing: "3", "2.5", "0.03"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if text not in ("", "-0") else "0"


def mark_words(mark: str | None, *, proposed: bool) -> str:
    """A mark as it stands in a table: "I", "I?" for a proposal, "–" for none."""
    if mark is None:
        return "–"
    return f"{mark}?" if proposed else mark


def options_words(judgements: str, *, grades: bool, hedges: bool, half_life: float | None) -> str:
    """The options of a weighing in a sentence."""
    told = [JUDGEMENTS[judgements]]
    told.append("grades of sources and pieces weigh" if grades else "grades do not weigh")
    told.append("what is hedged weighs less" if hedges else "hedges do not weigh")
    if half_life is not None:
        told.append(f"a piece weighs half after {figure(half_life)} days")
    return f"Options: {'; '.join(told)}."
