"""Names of feasts and of months of other calendars, many of them more than one word long."""

from __future__ import annotations

import re

# How a feast is written, as a pattern, and what it is called here (see calendars/feasts.py).
_FEASTS = {
    r"Christmas": "christmas", r"Easter Monday": "easter monday",
    r"Easter Saturday": "easter saturday", r"Easter(?: Sunday)?": "easter",
    r"Thanksgiving": "thanksgiving", r"Halloween": "halloween",
    r"Pentecost": "pentecost", r"Whit ?[Ss]un(?:day)?": "pentecost",
    r"Epiphany": "epiphany", r"Good Friday": "good friday", r"Palm Sunday": "palm sunday",
    r"Maundy Thursday": "maundy thursday", r"Ash Wednesday": "ash wednesday",
    r"Ascension Day": "ascension", r"All Saints['’] Day": "all saints", r"May Day": "may day",
    r"Boxing Day": "boxing day", r"Bastille Day": "bastille day",
    r"Valentine['’]s Day": "valentine",
    r"St\.? Patrick['’]s Day": "st patrick", r"Armistice Day": "armistice day",
    r"Veterans Day": "armistice day", r"Juneteenth": "juneteenth",
    r"International Women['’]s Day": "women's day", r"Memorial Day": "memorial day",
    r"Martin Luther King(?:,? Jr\.?)? Day": "martin luther king",
    r"(?:N[ao]w?r[uo]o?z|N[ou]w?ruz|Newroz)": "nowruz", r"Yalda": "yalda",
    r"[‘'’]?Eid[ -](?:al|ul|el)[ -]Fitr": "eid al-fitr",
    r"[‘'’]?Eid[ -](?:al|ul|el)[ -]Adha": "eid al-adha",
    r"Ash(?:o|u|ou)ra": "ashura", r"Arba[‘'’]?[ei]+n": "arbaeen",
    r"(?:Mawlid|Mouloud)(?: (?:al|an)-Nabi)?": "mawlid",
    r"(?:al-)?Quds Day": "quds day", r"Jerusalem Day": "quds day",
    r"Passover": "passover", r"Rosh Hashanah?": "rosh hashanah", r"Yom Kippur": "yom kippur",
    r"Hanukk?ah": "hanukkah", r"Purim": "purim", r"Shavuot": "shavuot", r"Sukkot": "sukkot",
    r"Simchat Torah": "simchat torah", r"Lag B[‘'’]?[Oo]mer": "lag baomer",
    r"Tisha B[‘'’]Av": "tisha b'av", r"(?:Diwali|Deepavali|Divali)": "diwali",
    r"(?:Lunar|Chinese) New Year(?:['’]s(?: Day)?)?": "lunar new year",
    r"Seollal": "lunar new year",
    r"T[eế]t": "tet",
    r"(?:Islamic|Muslim|Hijri) New Year(?!['’]s)": "islamic new year",
    r"Sizdah[ -]?(?:be-?)?[Bb]edar": "sizdah bedar",
    r"All Souls['’] Day": "all souls", r"Candlemas": "candlemas", r"Lady Day": "annunciation",
    r"(?:Feast of the )?Annunciation": "annunciation", r"Feast of the Assumption": "assumption",
    r"Assumption Day": "assumption", r"Midsummer(?:['’]s)? Day": "midsummer day",
    r"Michaelmas": "michaelmas", r"Martinmas": "martinmas", r"St\.? Stephen['’]s Day": "st stephen",
    r"St\.? Andrew['’]s Day": "st andrew", r"St\.? George['’]s Day": "st george",
    r"St\.? David['’]s Day": "st david", r"Guy Fawkes(?: Night| Day)?": "guy fawkes",
    r"Bonfire Night": "guy fawkes", r"A(?:nzac|NZAC) Day": "anzac day",
    r"Australia Day": "australia day", r"Canada Day": "canada day",
    r"Fourth of July": "fourth of july", r"Cinco de Mayo": "cinco de mayo",
    r"Earth Day": "earth day", r"Human Rights Day": "human rights day", r"Kwanzaa": "kwanzaa",
    r"Labor Day": "labor day", r"Columbus Day": "columbus day",
    r"Presidents?['’]?s? Day": "presidents' day", r"Remembrance Sunday": "remembrance sunday",
    r"Remembrance Day": "remembrance day",
    r"Shrove Tuesday": "shrove tuesday", r"Mardi Gras": "shrove tuesday",
    r"Holy Saturday": "holy saturday", r"Whit Monday": "whit monday",
    r"Trinity Sunday": "trinity",
}  # fmt: skip
# Months: the pattern, then "hijri" or "solar" and the number; those that are also common names of
# people, agencies and the like are months only beside a day or year.
_MONTHS = {
    r"Muharram": "hijri 1", r"Safar": "hijri 2?", r"Rabi[‘'’]? (?:al-[Aa]w?wal|I\b)": "hijri 3",
    r"Rabi[‘'’]? (?:al-[Tt]hani|al-[Aa]khir|II\b)": "hijri 4",
    r"Jumad[ai][hl]?[ -](?:al-)?(?:[UuAaOo]+la|[Aa]w?wal|I\b)": "hijri 5",
    r"Jumad[ai][hl]?[ -](?:al-)?(?:[Tt]hani(?:yah?)?|[Aa]khira?h?|II\b)": "hijri 6",
    r"Rajab": "hijri 7?", r"Sha[‘'’]?ban": "hijri 8?", r"Ramadh?an|Ramazan": "hijri 9",
    r"Shawwal": "hijri 10", r"(?:Dhu|Zu)l?(?: al)?[- ]?(?:al-)?Q[aiu][‘'’]?d[ae]h?": "hijri 11",
    r"(?:Dhu|Zu)l?(?: al)?[- ]?(?:al-)?Hij+ah?": "hijri 12",
    r"Farvardin": "solar 1", r"Ordibehesht": "solar 2", r"Khordad": "solar 3?", r"Tir": "solar 4?",
    r"Mordad|Amordad": "solar 5", r"Shahrivar": "solar 6", r"Mehr": "solar 7?",
    r"Aban": "solar 8?", r"Azar": "solar 9?", r"Dey|Dei": "solar 10?", r"Bahman": "solar 11?",
    r"Esfand": "solar 12",
}  # fmt: skip
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def _table(names: dict[str, str], kind: str) -> list[tuple[re.Pattern[str], str, str]]:
    return [(re.compile(rf"(?:{name})(?!\w)"), kind, value) for name, value in names.items()]


_MANY = {f"(?:{name})e?s": value for name, value in _FEASTS.items()}
_ALL = _table(_FEASTS, "HOLIDAY") + _table(_MONTHS, "OMONTH") + _table(_MANY, "HOLIDAYPL")
# A cheap look at the first letters keeps the patterns away from nearly all words.
_OPENING_LETTERS = """
Chr Eas Tha Hal Pen Whi Epi Goo Pal Mau Ash Asc All May Box Bas Val St Arm Vet Jun Int Mem Mar Naw
Nor Now Nou New Yal Eid Arb Maw Mou Qud Jer Pas Ros Yom Han Pur Sha Suk Muh Saf Rab Jum Raj Ram Dhu
Zul Zu Sim Lag Tis Diw Dee Div Lun Chi Seo Tet Tết Isl Mus Hij Siz Can Lad Ann Fea Ass Mid Mic Guy
Bon Anz ANZ Aus Fou Cin Ear Kwa Lab Col Pre Rem Shr Hol Tri Far Ord Kho Tir Mor Amo Meh Aba Aza Dey
Dei Bah Esf
"""
_OPENINGS = frozenset(_OPENING_LETTERS.split())


def named(text: str, start: int, word: str) -> tuple[int, str, str] | None:
    """End, kind and value of a feast or a month that begins here; null where none does."""
    if word[:3] not in _OPENINGS:
        return None
    for pattern, kind, value in _ALL:
        if found := pattern.match(text, start):
            doubtful = value.endswith("?")
            return found.end(), kind + ("Q" if doubtful else ""), value.rstrip("?")
    return None
