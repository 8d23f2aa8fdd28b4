"""How the briefing was made, how to read it, and what it cannot do."""

from __future__ import annotations

from sayso.publish.briefing import Remark, Section, Topic
from sayso.publish.desk import Desk

_MADE = (
    "sayso read the reports with written rules over a small statistical model of English grammar. "
    "No language model wrote a word of this briefing: its sentences are put together from the "
    "fields of the case, and its quotations are cut from the reports letter by letter.",
    "A record that cannot point to its words is not kept. Each footnote gives the report, the "
    "place of the words in it (counted in characters from the start), the chain of sources, and "
    "the passage around the words.",
)
_READ = (
    "Accounts and origins. An account is one telling. Accounts share an origin when the same "
    "outlet's report of the same date, the same voice at the end of the chain, the same author or "
    "the same words stand behind them. The number of origins is the least that the reports "
    "support; two origins may still draw on one source that neither names.",
    "Chains. “Outlet ← officials ← minister” reads: the outlet reports that officials say what "
    "the minister said. The date beside the outlet is that of its report, not of the event.",
    "Sources. What a report says of a source stands in quotation marks with a footnote; what a "
    "pack of sayso knows of it stands apart, with where that is known from. The two are never "
    "mixed, and where they differ both are shown. Grades are the analyst's alone: A to F for the "
    "reliability of a source, 1 to 6 for the credibility of a piece (Admiralty system).",
    "Likelihood. Words such as “likely” are shown with the range of probability that ICD 203, the "
    "standard of the United States intelligence community, gives them. The range is the "
    "convention for the word, not an estimate by sayso.",
    "Dates. A date is as exact as the report allows: “by 3 May” means no later than that day, a "
    "month means some time in it.",
    "Conflicts. Both sides are quoted and none is chosen. A wider date, a rounder number or "
    "silence is not a conflict. Two purposes may both be right.",
)
_LIMITS = (
    "Rules and a small model miss things and get things wrong: events told in unusual words, "
    "pronouns with a distant reference, irony, and tables. What is missing here may well be in "
    "the reports.",
    "Two names may have been taken for one person, or one person for two; two events may have "
    "been joined, or one told twice counted as two. Read the quotes before relying on a merge.",
    "Reports in languages other than English are kept and searchable, but not read for events.",
    "Nothing here has been checked against anything outside these reports. A sentence that many "
    "accounts support can still be false.",
)


def method(desk: Desk) -> Section:
    """Fixed text: what was done, how to read the figures, what to keep in mind."""
    topics = (("made", "How it was made", _MADE), ("read", "How to read it", _READ))
    remark = desk.view.remark()
    limits = (*((f"Note: {remark}",) if remark else ()), *_LIMITS)
    parts = tuple(
        Topic(f"m-{anchor}", title, tuple(Remark(text) for text in texts))
        for anchor, title, texts in (*topics, ("limits", "What it cannot do", limits))
    )
    return Section("method", "Method and limits", parts)
