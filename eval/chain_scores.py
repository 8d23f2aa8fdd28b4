"""What counts as right: a passage's gold against what was found in it, as counts that add up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from eval.chain_names import same_chain, same_link

Saying = dict[str, Any]
Place = tuple[int, int]
# Two contents are the same where they share at least half of all their words.
ENOUGH = 0.5


@dataclass
class Passage:
    """One passage of the gold and the attributions found in it, as case lines have them."""

    gold: dict[str, Any]
    found: list[Saying]

    def __post_init__(self) -> None:
        self.places = [m.span() for m in re.finditer(r"\w+", self.gold["text"])]

    def words(self, spans: Iterable[Iterable[int]]) -> set[Place]:
        """The words that begin inside these spans."""
        return {p for start, end in spans for p in self.places if start <= p[0] < end}

    def overlap(self, one: set[Place], other: set[Place]) -> float:
        """The share of words in both among the words in either, 0 to 1."""
        return len(one & other) / len(one | other) if one | other else 0.0


@dataclass
class Score:
    """Counts by name, which add up over passages, and remarks on what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another passage."""
        self.counts.update(other.counts)

    def figures(self) -> dict[str, float | None]:
        """All figures in per cent; None where there is nothing to count."""
        share = self._share
        return {
            "whole chain right": share("chain long right", "chain long"),
            "whole chain right, all lengths": share("chain right", "gold"),
            **self._scores("attributions", ("source right", "found"), ("source right", "gold")),
            "stance right": share("stance right", "matched"),
            **self._scores("citations", ("claim right", "claims"), ("citation right", "citations")),
            "other parentheses left alone": share("left alone", "noncitations"),
            **self._scores("hedges", ("hedge right", "hedges found"), ("hedge right", "hedges")),
            "hedge scope right": share("scope right", "hedges"),
        }

    def _share(self, part: str, whole: str) -> float | None:
        return 100 * self.counts[part] / self.counts[whole] if self.counts[whole] else None

    def _scores(
        self, name: str, precision: tuple[str, str], recall: tuple[str, str]
    ) -> dict[str, float | None]:
        p, r = self._share(*precision), self._share(*recall)
        f1 = None if r is None else 2 * p * r / (p + r) if p and r else 0.0
        return {f"{name} precision": p, f"{name} recall": r, f"{name} F1": f1}


def score(passage: Passage) -> Score:
    """All counts of one passage."""
    result = Score()
    _score_sayings(passage, result)
    _score_citations(passage, result)
    _score_parentheses(passage, result)
    _score_hedges(passage, result)
    return result


# --- attributions and their chains


def _score_sayings(passage: Passage, result: Score) -> None:
    gold = [(a, _content(passage, a, a["content"])) for a in passage.gold["attributions"]]
    found = list(_sayings(passage))
    pairs = _match(passage, gold, found)
    result.counts["found"] += sum(
        number in pairs.values() or not _is_citation(passage, *saying)
        for number, saying in enumerate(found)
    )
    for number, (attribution, _) in enumerate(gold):
        partner = found[pairs[number]][0] if number in pairs else None
        _count_pair(attribution, partner, result, _quote(passage, attribution["content"]))
    for number, (saying, _) in enumerate(found):
        if number not in pairs.values() and not _is_citation(passage, *found[number]):
            names = _names(saying)
            result.remarks.append(f"spurious {names}: {_quote(passage, saying['pieces'])}")


def _count_pair(gold: Saying, found: Saying | None, result: Score, quote: str) -> None:
    long = len(gold["chain"]) > 1
    chain = found is not None and same_chain(gold["chain"], found["chain"])
    result.counts.update({"gold": 1, "chain long": long})
    result.counts.update({"chain right": chain, "chain long right": chain and long})
    if found is not None:
        stance = gold["stance"] == found["stance"]
        source = _same_source(gold, found)
        result.counts.update({"matched": 1, "stance right": stance, "source right": source})
        if not stance:
            result.remarks.append(f"stance {found['stance']}, not {gold['stance']}: {quote}")
    if not chain:
        other = "missed" if found is None else f"has chain {_names(found)}"
        result.remarks.append(f"{_names(gold)} {other}: {quote}")


def _same_source(gold: Saying, found: Saying) -> bool:
    if not gold["chain"] or not found["chain"]:
        return not gold["chain"] and not found["chain"]
    return same_link(gold["chain"][-1], found["chain"][-1])


def _sayings(passage: Passage) -> Iterable[tuple[Saying, set[Place]]]:
    """What was found with a cue or a source; pieces that share cue and chain are one saying."""
    named = [a for a in passage.found if a["cue"] or a["chain"]]
    named.sort(key=_piece_key)
    for _, group in groupby(named, key=_piece_key):
        pieces = list(group)
        saying = {**pieces[0], "pieces": [_ends(piece["content"]) for piece in pieces]}
        yield saying, _content(passage, saying, saying["pieces"])


def _piece_key(saying: Saying) -> tuple[Place, list[str]]:
    return _ends(saying["cue"] or saying["content"]), _names(saying)


def _content(passage: Passage, saying: Saying, pieces: list[Place]) -> set[Place]:
    """The words of a content without the source and cue that stand inside it.

    Where nothing else is left, the words stay: "he has told them so" may be a whole content.
    """
    beside = passage.words(_ends(saying[role]) for role in ("source", "cue") if saying[role])
    content = passage.words(pieces)
    return content - beside or content


def _match(
    passage: Passage,
    gold: list[tuple[Saying, set[Place]]],
    found: list[tuple[Saying, set[Place]]],
) -> dict[int, int]:
    """One found saying for each of the gold's, those with the right chain and source first."""
    ranked = []
    for i, (attribution, content) in enumerate(gold):
        for j, (saying, other) in enumerate(found):
            overlap = passage.overlap(content, other)
            if overlap >= ENOUGH:
                chain = same_chain(attribution["chain"], saying["chain"])
                ranked.append((chain, _same_source(attribution, saying), overlap, -i, -j))
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(ranked, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _is_citation(passage: Passage, saying: Saying, content: set[Place]) -> bool:
    """Whether it only says that a citation stands behind a sentence, which is scored apart."""
    return saying["cue"] is None and any(
        content & passage.words(citation["covers"]) and _cites(outlet, saying)
        for citation in passage.gold["citations"]
        for outlet in citation["outlets"]
    )


# --- citations


def _score_citations(passage: Passage, result: Score) -> None:
    found = [(a, passage.words([_ends(a["content"])])) for a in passage.found if a["chain"]]
    for citation in passage.gold["citations"]:
        for outlet in citation["outlets"]:
            for sentence in citation["covers"]:
                inside = passage.words([sentence])
                right = any(_fits(outlet, a) for a, content in found if content & inside)
                result.counts.update({"citations": 1, "citation right": right})
                if not right:
                    result.remarks.append(f"uncited {outlet}: {_quote(passage, [sentence])}")
    for saying, content in found:
        if saying["published"] or saying["cue"] is None:
            right = _is_cited(passage, saying, content)
            result.counts.update({"claims": 1, "claim right": right})
            if not right:
                claim = f"{_names(saying)[0]} {saying['published']}"
                quote = _quote(passage, [_ends(saying["content"])])
                result.remarks.append(f"wrong citation {claim}: {quote}")


def _is_cited(passage: Passage, saying: Saying, content: set[Place]) -> bool:
    """Whether the outlet and date that a saying claims are the gold's for these words."""
    cited = any(
        _fits(outlet, saying) and content & passage.words(citation["covers"])
        for citation in passage.gold["citations"]
        for outlet in citation["outlets"]
    )
    return cited or any(
        gold["chain"]
        and same_link(gold["chain"][0], saying["chain"][0])
        and gold["published"] in (None, saying["published"])
        and content & passage.words(gold["content"])
        for gold in passage.gold["attributions"]
    )


def _fits(outlet: Saying, saying: Saying) -> bool:
    return outlet["published"] == saying["published"] and _cites(outlet, saying)


def _cites(outlet: Saying, saying: Saying) -> bool:
    return any(same_link(outlet, link) for link in saying["chain"])


def _score_parentheses(passage: Passage, result: Score) -> None:
    for start, end in passage.gold["noncitations"]:
        rest = passage.gold["text"][:start] + passage.gold["text"][end:]
        inside = passage.gold["text"][start:end]
        wrong = any(_names_source(a, (start, end), inside, rest) for a in passage.found)
        result.counts.update({"noncitations": 1, "left alone": not wrong})
        if wrong:
            result.remarks.append(f"taken for a citation: {inside}")


def _names_source(saying: Saying, place: Place, inside: str, rest: str) -> bool:
    """Whether a source was read out of these parentheses."""
    source = saying["source"]
    if source and source["start"] < place[1] and place[0] < source["end"]:
        # The source may hold the parentheses whole ("the agency (UNICEF)"), but not be in them.
        return bool(place[0] <= source["start"] and source["end"] <= place[1])
    return any(link["name"] in inside and link["name"] not in rest for link in saying["chain"])


# --- hedges


def _score_hedges(passage: Passage, result: Score) -> None:
    found = _hedges(passage)
    result.counts["hedges found"] += len(found)
    left = set(found)
    for gold in passage.gold["hedges"]:
        same = [h for h in sorted(left, key=str) if _same_hedge(gold, h)]
        result.counts.update({"hedges": 1, "hedge right": bool(same)})
        left -= set(same[:1])
        scope = passage.words([gold["scope"]])
        scopes = [content for h in same for content in found[h]]
        right = any(passage.overlap(scope, passage.words([s])) >= ENOUGH for s in scopes)
        result.counts["scope right"] += right
        if not right:
            what = "scope of hedge" if same else "missed hedge"
            result.remarks.append(f"{what} {gold['quote']!r}: {_quote(passage, [gold['scope']])}")
    result.remarks += [f"spurious hedge {hedge}" for hedge in sorted(left, key=str)]


def _same_hedge(gold: Saying, found: tuple[Any, ...]) -> bool:
    start, end, low, high = found
    touches = bool(start < gold["span"][1] and gold["span"][0] < end)
    return touches and _near(gold["low"], low) and _near(gold["high"], high)


def _near(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else abs(one - other) < 0.005


def _hedges(passage: Passage) -> dict[tuple[Any, ...], list[Place]]:
    """Hedges by place and range, each once, with the contents that are hedged by it."""
    found: dict[tuple[Any, ...], list[Place]] = {}
    for saying in passage.found:
        for hedge in saying["hedges"]:
            start, end = _hedge_place(passage.gold["text"], saying, hedge)
            key = (start, end, hedge["low"], hedge["high"])
            scope = hedge.get("scope") or saying["content"]
            found.setdefault(key, []).append(_ends(scope))
    return found


def _hedge_place(text: str, saying: Saying, hedge: Saying) -> Place:
    """Where a hedge stands: its span where it has one, else the nearest place of its words."""
    if hedge.get("span"):
        return _ends(hedge["span"])
    start, end = _ends(saying["content"])
    quote = re.compile(rf"\b{re.escape(hedge['quote'])}\b", re.IGNORECASE)
    places = [found.span() for found in quote.finditer(text)]
    inside = [place for place in places if start <= place[0] < end]
    return min(inside or places or [(start, start)], key=lambda place: abs(place[0] - start))


# --- shared


def _ends(span: Any) -> Place:
    """Start and end of a span, which the gold writes as a pair and a case line as an object."""
    return (span["start"], span["end"]) if isinstance(span, dict) else (span[0], span[1])


def _names(saying: Saying) -> list[str]:
    return [link["name"] for link in saying["chain"]]


def _quote(passage: Passage, spans: Iterable[Iterable[int]]) -> str:
    return " … ".join(passage.gold["text"][start:end] for start, end in spans)[:90]
