"""Score events and ties on the project's own gold.

    python -m eval.happenings [--split dev|test|ways|reports] [--packs all|general] [--verbose]

The gold and its conventions are in eval/gold/events/; "ways" are sentences by the way in which they
tell. Prints a table, with --verbose also what went wrong, and last a line of JSON. The test split
shows figures only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from eval.adapters_happenings import Found, happenings
from sayso.records.dates import bounds

GOLD = Path(__file__).with_name("gold") / "events"
# Types that name one relation from two sides, or that hardly differ in prose.
_MIRRORED = {"allied_with", "rival_of", "opposes", "affiliated_with"}
Tally = Counter[str]


def main() -> None:
    """Read the gold, run sayso over it, print the figures."""
    options = _options()
    total: Tally = Counter()
    ways: dict[str, Tally] = {}
    for line in (GOLD / f"{options.split}.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        events, ties = happenings(gold["text"], gold["published"], options.packs)
        remarks: list[str] = []
        tally = score_events(gold, events, remarks)
        tally += score_ties(gold, ties, remarks) if options.split != "ways" else Counter()
        tally += Counter({"passages": 1, "whole": not remarks})
        total += tally
        ways[gold["kind"]] = ways.get(gold["kind"], Counter()) + tally
        if options.verbose and options.split != "test" and remarks:
            print(gold["id"], gold["text"], *remarks, sep="\n  ", end="\n\n")
    figures = _figures(total)
    if options.split == "ways":
        figures["sentences read whole"] = round(100 * total["whole"] / total["passages"], 1)
        for kind, tally in ways.items():
            print(f"  {kind:36} {tally['whole']} of {tally['passages']}")
    print(f"\n{options.split}, packs: {options.packs}")
    for name, value in figures.items():
        print(f"  {name:36} {value:6.1f}")
    print(json.dumps(figures))


def score_events(gold: Found, found: list[Found], remarks: list[str]) -> Tally:
    """What of a passage's events is found, and how well; ``remarks`` takes what went wrong."""
    pairs = _pairs(gold, found)
    tally: Tally = Counter({"events": len(gold["events"]), "matched": len(pairs)})
    for place, event in enumerate(gold["events"]):
        if place not in pairs:
            remarks.append(f"missed {event['types']} {event['quotes'][0]!r}")
            continue
        tally += _fields(event, found[pairs[place]], remarks)
        if "part_of" in event:
            whole = _whole(gold, event, pairs)
            right = whole is not None and found[pairs[place]]["part_of"] == found[whole]["id"]
            tally += Counter({"parts asked": 1, "parts right": right})
            remarks += [] if right else [f"part_of of {event['quotes'][0]!r}"]
    for place, one in enumerate(found):
        if place in pairs.values() or one["type"] == "STATE":
            continue
        tally["extra"] += 1
        again = any(
            _common(gold["text"], e, one) for e in gold["events"] if one["type"] in e["types"]
        )
        tally["doubled"] += again
        quote = gold["text"][slice(*one["spans"][0])]
        remarks.append(f"{'double' if again else 'extra'} {one['type']}/{one['mode']} {quote!r}")
    return tally


def score_ties(gold: Found, found: list[Found], remarks: list[str]) -> Tally:
    """What of a passage's ties is found."""
    tally: Tally = Counter({"ties": len(gold["ties"]), "ties found": 0})
    left = list(found)
    for tie in gold["ties"]:
        hit = next((one for one in left if _same_tie(tie, one)), None)
        if hit is None:
            remarks.append(f"missed tie {tie['types']} {tie['subject']} - {tie['object']}")
        else:
            # One clause may tell of a tie twice: as office and as command.
            left = [one for one in left if not _same_tie(tie, one)]
            tally["ties found"] += 1
    tally["ties extra"] = len(left)
    remarks += [
        f"extra tie {t['type']} {t['subject'][:1]} {t['object'][:1]} {t['office'][:1]}"
        for t in left
    ]
    return tally


def _pairs(gold: Found, found: list[Found]) -> dict[int, int]:
    """From the place of a gold event to that of the one found for it, those that fit best first."""
    fits = sorted(
        (
            (-_common(gold["text"], event, one), g, f)
            for g, event in enumerate(gold["events"])
            for f, one in enumerate(found)
            if one["type"] in event["types"] and _common(gold["text"], event, one)
        )
    )
    pairs: dict[int, int] = {}
    for _, g, f in fits:
        if g not in pairs and f not in pairs.values():
            pairs[g] = f
    return pairs


def _whole(gold: Found, event: Found, pairs: dict[int, int]) -> int | None:
    """The place of the event found for the one that a gold event is part of."""
    wholes = (g for g, one in enumerate(gold["events"]) if event["part_of"] in one["quotes"])
    return next((pairs[g] for g in wholes if g in pairs), None)


def _common(text: str, event: Found, one: Found) -> float:
    """How much of the longer of two stretches is common; 0 unless it is half of the shorter."""
    best = 0.0
    for quote in event["quotes"]:
        start = text.index(quote)
        for low, high in one["spans"]:
            shared = min(high, start + len(quote)) - max(low, start)
            if shared >= 0.5 * min(high - low, len(quote)):
                best = max(best, shared / max(high - low, len(quote)))
    return best


def _fields(event: Found, one: Found, remarks: list[str]) -> Tally:
    tally: Tally = Counter()
    right = {
        "dates": _dated(event["when"], one["when"]) if event["when"] else None,
        "realis": one["realis"] in event["realis"],
        "mode": one["mode"] == event["mode"] if event["mode"] else None,
        "numbers": set(event["numbers"]) <= set(one["numbers"]) if event["numbers"] else None,
        "places": _placed(event, one) if event["places"] else None,
        "certainty": one["factuality"] in event["factuality"] if event["factuality"] else None,
        "purposes": _told_why(event, one) if "purpose" in event else None,
        "bounds": event["bounds"] in one["bounds"] if "bounds" in event else None,
    }
    for name, value in right.items():
        if value is not None:
            tally[f"{name} asked"] += 1
            tally[f"{name} right"] += value
            if not value:
                told = one.get({"dates": "when", "certainty": "factuality"}.get(name, name))
                remarks.append(f"{name} of {event['quotes'][0]!r}: {told}")
    for roles, people in event["who"].items():
        hit = [p for p in people if any(r in roles and _is(p, n) for r, n in one["who"])]
        tally["roles asked"] += 1
        tally["roles right"] += bool(hit)
        if not hit:
            remarks.append(
                f"{roles} of {event['quotes'][0]!r}: {[(r, n[0]) for r, n in one['who']]}"
            )
    return tally


def _told_why(event: Found, one: Found) -> bool:
    return any(event["purpose"] in purpose for purpose in one["purposes"])


def _dated(told: str, found: tuple[str | None, str | None]) -> bool:
    first, last = bounds(told)
    return found[0] is not None and found[1] is not None and (found[0], found[1]) == (first, last)


def _placed(event: Found, one: Found) -> bool:
    names = [*one["places"], *(n for _, n in one["who"])]
    return any(_is(place, name) for place in event["places"] for name in names)


def _same_tie(tie: Found, one: Found) -> bool:
    if one["type"] not in tie["types"]:
        return False
    ends = [(one["subject"], (*one["object"], *one["office"]))]
    if one["type"] in _MIRRORED:
        ends.append((one["object"], one["subject"]))
    return any(
        _is(tie["subject"], s) and (tie["object"] is None or _is(tie["object"], o)) for s, o in ends
    )


def _is(name: str, forms: Iterable[str]) -> bool:
    """Whether some form is the name, or either stands in the other as whole words."""
    wanted = f" {name.casefold()} "
    return any(wanted in f" {f.casefold()} " or f" {f.casefold()} " in wanted for f in forms if f)


def _figures(total: Tally) -> dict[str, float]:
    def share(part: str, whole: int) -> float:
        return round(100 * total[part] / whole, 1) if whole else 0.0

    found = total["matched"] + total["extra"]
    ties = total["ties found"] + total["ties extra"]
    return {
        "events recall": share("matched", total["events"]),
        "events precision": share("matched", found),
        "events doubled": share("doubled", found),
        **{
            f"{name} right": share(f"{name} right", total[f"{name} asked"])
            for name in ("roles", "dates", "places", "numbers", "mode", "realis", "certainty")
        },
        **{
            f"{name} right": share(f"{name} right", total[f"{name} asked"])
            for name in ("purposes", "bounds", "parts")
            if total[f"{name} asked"]
        },
        "ties recall": share("ties found", total["ties"]),
        "ties precision": share("ties found", ties),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--split", choices=("dev", "test", "ways", "reports"), default="dev")
    parser.add_argument("--packs", choices=("all", "general"), default="all")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
