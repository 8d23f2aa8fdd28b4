"""Chains of sources and degrees of certainty in words."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import isolated
from sayso.records.accounts import FIRM
from sayso.records.statements import Attribution, Hedge

ARROW = " ← "
_CERTAINTY = {
    "asserted": "stated as fact",
    "reported": "told on a source's word",
    "hedged": "told with reserve",
    "denied": "denied",
}
_HEARSAY = "told as hearsay"
_STANCES = {"affirms": "", "denies": "the source denies it", "unsure": "left open"}


def chain_words(attribution: Attribution, *, dated: bool = True) -> str:
    """The way words came: "Gulf Post, 19 July 2020 ← two officials ← the minister".

    The day is that of the outlet's report; it is left out unless ``dated``.
    """
    links = [isolated(link.name) for link in attribution.chain]
    if not links and attribution.source:
        links = [isolated(" ".join(attribution.source.quote.split()))]
    if not links:
        # What nobody is named for has no report of its own with a day.
        return "source not named"
    if dated and attribution.published:
        links[0] += f", {edtf_words(attribution.published)}"
    return ARROW.join(links)


def speaker(attribution: Attribution) -> str | None:
    """Whose words they are in the end: the last link of the chain, or the source as quoted."""
    if attribution.chain:
        return attribution.chain[-1].name
    return " ".join(attribution.source.quote.split()) if attribution.source else None


def certainty_words(factuality: str, attributions: Iterable[Attribution] = ()) -> str:
    """How firmly something is told, with words of likelihood and their ranges."""
    known = list(attributions)
    parts = [_CERTAINTY.get(factuality, factuality)] if factuality else []
    if factuality in FIRM and any(found.hearsay for found in known):
        parts = [_HEARSAY]
    parts += [stance_words(found.stance) for found in known]
    parts += [hedge_words(hedge) for found in known for hedge in found.hedges]
    return "; ".join(dict.fromkeys(part for part in parts if part))


def stance_words(stance: str) -> str:
    """Where a source stands to what it is said to say; empty where it affirms it."""
    return _STANCES.get(stance, stance)


def hedge_words(hedge: Hedge) -> str:
    """A word of likelihood with its range: “likely” (55–80 %)."""
    quote = isolated(f"“{' '.join(hedge.quote.split())}”")
    if hedge.low is None and hedge.high is None:
        return quote
    low, high = (
        (0.0 if hedge.low is None else hedge.low),
        (1.0 if hedge.high is None else hedge.high),
    )
    return f"{quote} ({round(low * 100)}–{round(high * 100)} %)"
