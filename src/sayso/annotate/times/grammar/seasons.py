"""Rules for stretches that have names: seasons, holidays, decades, centuries, millennia."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.times.expressions import REPORT, Deictic, Expression, Fields
from sayso.annotate.times.grammar.dates import (
    BEFORE,
    IN_YEAR,
    PART,
    TURNS,
    YEARS,
    names_year,
    one,
    plausible,
    year_of,
)
from sayso.annotate.times.grammar.notation import Hit, Rule


def _season(hit: Hit) -> tuple[Expression, ...]:
    return one(hit, "season", Fields("season", index=hit.value("season"), **year_of(hit)))


def _season_alone(hit: Hit) -> tuple[Expression, ...]:
    """ "By spring", "from summer to fall", but not "it continued to fall"."""
    before = [token.kind for token in hit.tokens[max(0, hit.first - 2) : hit.first]]
    verb = hit.word("season") == "fall" and before[-1:] == ["to"] and before[0] == "OTHER"
    return () if verb else _season(hit)


def _the_season(hit: Hit) -> tuple[Expression, ...]:
    return () if hit.word("season") == "fall" else _season(hit)


def _bare_season(hit: Hit) -> tuple[Expression, ...]:
    """ "A spring offensive", but not a hot spring, a fall, the Arab Spring, the Summer Olympics."""
    place = hit.match.start("season")
    word, before = hit.tokens[place].text, hit.tokens[max(0, place - 1)]
    following = hit.tokens[place + 1].text if place + 1 < len(hit.tokens) else ""
    named = word[0].isupper() and (before.text[:1].isupper() and before.kind in ("OTHER", "DOT"))
    if word.lower() in ("fall", "spring") and not following[:1].isalpha():
        return ()
    if word.lower() == "fall" or named or following in _NAMES_WITH_SEASON:
        return ()
    what = Fields("season", index=hit.value("season"), **year_of(hit))
    return one(hit, "bare season", what)


def _holiday(hit: Hit) -> tuple[Expression, ...]:
    """ "On Good Friday", but not the Good Friday Agreement, Easter Island."""
    following = hit.tokens[hit.last] if hit.last < len(hit.tokens) else None
    if following and following.kind == "OTHER" and following.text[0].isupper() and not year_of(hit):
        return ()
    name = str(hit.tokens[hit.match.start("holiday")].value)
    name = "orthodox " + name if hit.has("orthodox") else name
    name += " week" if hit.has("week") else " eve" if hit.has("eve") else ""
    shift, base = TURNS[hit.word("which")] if hit.has("which") else (0, REPORT)
    if shift and not year_of(hit):
        return one(hit, "named", Deictic("year", shift, base, Fields("day", holiday=name)))
    return one(hit, "holiday", Fields("day", holiday=name, **year_of(hit)))


def _decade(hit: Hit) -> tuple[Expression, ...]:
    value, bc = hit.value("decade") or 0, hit.has("bcera")
    if hit.first and hit.tokens[hit.first - 1].text in _WHOSE:
        return ()
    year = -value if bc else value
    return one(hit, "decade", Fields("decade", year=year, short_year=value < 100 and not bc))


def _century(hit: Hit) -> tuple[Expression, ...]:
    number = hit.value("century") or 0
    if not 1 <= number <= 22:
        return ()
    year = -(number - 1) * 100 - 1 if hit.has("bcera") else (number - 1) * 100 + 1
    return one(hit, "century", Fields("century", year=year))


def _millennium(hit: Hit) -> tuple[Expression, ...]:
    number = hit.value("millennium") or 0
    if not 1 <= number <= 10:
        return ()
    year = -(number - 1) * 1000 - 1 if hit.has("bcera") else (number - 1) * 1000 + 1
    return one(hit, "millennium", Fields("millennium", year=year))


def _share_of_years(hit: Hit) -> tuple[Expression, ...]:
    """ "The second quarter of the fifteenth century", "the last half of the '80s"."""
    nth = hit.value("nth") or -1
    share = _SHARES.get(hit.kinds("share")[0], "third")
    if nth > {"half": 2, "third": 3, "quarter": 4, "decade": 10}[share]:
        return ()
    made = _century(hit) if hit.has("century") else _decade(hit)
    return tuple(replace(one, part=f"{share} {nth}") for one in made)


def _centuries(hit: Hit) -> tuple[Expression, ...]:
    """ "From the 8th to the 6th century BC", "the 12th and 13th centuries"."""
    unit = hit.token("unit")
    numbers = [hit.value("one") or 0, hit.value("two") or 0]
    if unit is None or unit.value != "century" or not all(1 <= n <= 22 for n in numbers):
        return ()
    bc = hit.has("bcera")
    years = [-(n - 1) * 100 - 1 if bc else (n - 1) * 100 + 1 for n in numbers]
    if years[0] >= years[1]:
        return ()
    link = "list" if hit.word("link") in ("and", "or") else "range"
    bounds = (hit.first, hit.match.end("one")), (hit.match.start("two"), hit.last)
    return tuple(
        Expression(
            first, last, "centuries", Fields("century", year=year), group=hit.first, link=link
        )
        for (first, last), year in zip(bounds, years, strict=True)
    )


def _early(hit: Hit) -> tuple[Expression, ...]:
    """ "At Easter 387", "in the spring of 451": a year that only an early history tells so."""
    number = hit.word("number")
    if len(number) != 3 or not names_year(hit):
        return ()
    year = 1 - int(number)
    if hit.has("holiday"):
        name = str(hit.tokens[hit.match.start("holiday")].value)
        return one(hit, "bare year", Fields("day", year, holiday=name))
    if hit.has("season"):
        return one(hit, "bare year", Fields("season", year, index=hit.value("season")))
    day, month = hit.value("day"), hit.value("month")
    if day is not None and not plausible(day, month):
        return ()
    return one(hit, "bare year", Fields("day" if day else "month", year, month, day))


def _new_year(hit: Hit) -> tuple[Expression, ...]:
    name = "new year eve" if hit.has("eve") or hit.has("eve2") else "new year"
    return one(hit, "holiday", Fields("day", holiday=name, **year_of(hit)))


_NAMES_WITH_SEASON = frozenset(("Olympics", "Olympic", "Games", "Palace", "Street", "Park"))

# "In her twenties" tells of her age.
_WHOSE = frozenset(("his", "her", "their", "its", "my", "our", "your"))
_SHARES = {"half": "half", "quarter": "quarter", "decade": "decade", "ORDWORD": "third"}
_SHARE_OF = (
    "the? (?P<nth> ORDW | last | final | latter ) (?P<share> half | ORDW | quarter | decade )"
    " (?: of | in )"
)

SEASONS = (
    Rule(
        "decade",
        f"(?: {PART} | the? ) (?P<decade> DECADE | DECADEW ) (?P<bcera> BCERA )?",
        _decade,
    ),
    Rule(
        "century",
        f"(?: {PART} | the? ) (?P<century> ORD | ORDW ) DASH? century (?P<bcera> BCERA )?",
        _century,
    ),
    Rule(
        "centuries",
        "the? (?P<one> ORD | ORDW ) (?: DASH? century BCERA? )? (?P<link> to | through | and | or |"
        " DASH ) the? (?P<two> ORD | ORDW ) DASH? (?P<unit> century | UNITS ) (?P<bcera> BCERA )?",
        _centuries,
    ),
    Rule(
        "millennium",
        f"(?: {PART} | the? ) (?P<millennium> ORD | ORDW ) DASH? millennium (?P<bcera> BCERA )?",
        _millennium,
    ),
    Rule(
        "share of years",
        f"{_SHARE_OF} the? (?P<century> ORD | ORDW ) DASH? century (?P<bcera> BCERA )?",
        _share_of_years,
    ),
    Rule(
        "share of years",
        f"{_SHARE_OF} the? (?P<decade> DECADE | DECADEW ) (?P<bcera> BCERA )?",
        _share_of_years,
    ),
    Rule(
        "season of a year",
        f"(?: {PART} | the? ) (?P<season> SEASON ) ,? (?: of | in )? {YEARS}"
        " (?: [DASH SLASH] [YEAR N12 N24 N31 N59 N99] )?",
        _season,
    ),
    Rule("year and season", "the? (?P<year> YEAR ) (?P<season> SEASON )", _season),
    Rule("part of a season", f"{PART} (?P<season> SEASON )", _season),
    Rule(
        "season",
        f"(?<= [{BEFORE}] ) the? (?P<season> SEASON (?! of ) ) (?! OTHER | DASH )",
        _season_alone,
    ),
    Rule("the season", "the (?P<season> SEASON ) (?! of | OTHER | DASH )", _the_season),
    Rule("bare season", "(?P<season> SEASON ) (?! of the )", _bare_season),
    Rule(
        "holiday",
        "(?P<which> [last this next] )? (?P<orthodox> [orthodox eastern] )? (?P<holiday> HOLIDAY )"
        f" (?: POSS? (?P<eve> eve ) | (?P<week> week ) | day )? {IN_YEAR}",
        _holiday,
    ),
    Rule(
        "early holiday",
        "(?P<holiday> HOLIDAY ) day? (?: of )? (?P<number> NUM ) (?! UNITX )",
        _early,
    ),
    Rule(
        "early season",
        f"(?: {PART} | the? ) (?P<season> SEASON ) (?: of )? (?P<number> NUM ) (?! UNITX )",
        _early,
    ),
    Rule(
        "early month",
        f"{PART}? (?: (?P<day> DAYTH ) of? )? (?P<month> MON ) ,? (?P<number> NUM ) (?! UNITX )",
        _early,
    ),
    Rule("early day", "(?P<month> MON ) (?P<day> DAYTH ) , (?P<number> NUM ) (?! UNITX )", _early),
    Rule(
        "new year",
        f"new year (?: POSS (?P<eve> eve )? day? | (?P<eve2> eve ) ) {IN_YEAR}",
        _new_year,
    ),
)  # fmt: skip
