"""What may stand inside a name that is no word of it with a capital: marks, "the", a nickname."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.mentions.draft import CLOSING, OPENING
from sayso.annotate.mentions.lookup import Lookup
from sayso.annotate.mentions.odd.datelines import YEAR
from sayso.records.parse import Sentence, Token

DASHES = frozenset({"-", "–", "—"})
# How many words a nickname may have, and a firm's name behind a dash up to its legal form.
LONGEST_NICKNAME, LONGEST_TAIL = 4, 6
# How many words a half of a body's name may have.
HALF = 3
# How many words the name of a paper has at most.
PAPER = 5
LAST_DAY = 31
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "POS"})


def opens_as_order(sentence: Sentence, place: int) -> bool:
    """Whether a verb with a capital is the head of a name such as "Save the Children".

    In the middle of a sentence any such verb is one; at its head only where another verb says
    what the name does, since an order has none behind it.
    """
    ahead = sentence.tokens[place + 1 : place + 3]
    verb = sentence[place]
    named = len(ahead) == 2 and ahead[0].text == "the" and ahead[1].text[:1].isupper()
    if not named or not verb.text.istitle() or verb.tag not in ("VB", "VBP"):
        return False
    return place > 0 or _acts(sentence.tokens[place + 2 :])


def epithet(sentence: Sentence, place: int, look: Lookup) -> bool:
    """Whether "the" leads from a given name to what its bearer is called: "Ivan the Terrible"."""
    behind = sentence.tokens[place + 1 : place + 3]
    called = sentence[place].text == "the" and behind and behind[0].text.istitle()
    # "Lee the Great War"
    more = len(behind) > 1 and behind[1].text[:1].isupper()
    return bool(called) and not more and behind[0].text.lower() in look.nouns["epithets"]


def _acts(tokens: Sequence[Token]) -> bool:
    behind = next((t for t in tokens if not t.text[:1].isupper()), None)
    return behind is not None and behind.tag in FINITE


def nickname_end(sentence: Sentence, place: int, look: Lookup) -> int | None:
    """The word behind a nickname in quotation marks that stands inside somebody's name; null where
    none opens here: Ismael "El Mayo" Zambada."""
    before = sentence[place - 1]
    titled = before.text.lower() in look.titled or (before.text.lower(),) in look.offices
    if sentence[place].text not in OPENING or titled:
        return None
    for end in range(place + 2, min(place + 2 + LONGEST_NICKNAME, len(sentence) - 1)):
        if sentence[end].text in CLOSING:
            inside = sentence.tokens[place + 1 : end]
            capital = inside[-1].text[:1].isupper() and inside[0].start == sentence[place].end
            behind = sentence[end + 1]
            if behind.text in look.particles and end + 2 < len(sentence):
                # 'Jacobus "Koos" van Rensburg'
                end, behind = end + 1, sentence[end + 2]
            go_on = behind.text[:1].isupper() and behind.pos in ("PROPN", "NOUN", "ADJ", "X")
            return end + 1 if capital and go_on else None
    return None


def over_dash(sentence: Sentence, place: int, look: Lookup) -> int | None:
    """The word behind a dash with blanks inside a firm's name, as its legal form shows: "A.P.
    Moller - Maersk A/S"; null elsewhere."""
    if sentence[place].text not in DASHES:
        return None
    tail: list[str] = []
    for token in sentence.tokens[place + 1 : place + 1 + LONGEST_TAIL]:
        if not (token.text[:1].isupper() or token.text == "/"):
            break
        tail.append(token.text.lower().replace(".", ""))
    forms = look.nouns["legal_forms"]
    ended = any(
        tail[end - 1] in forms or "".join(tail[max(0, end - 3) : end]) in forms
        for end in range(2, len(tail) + 1)
    )
    return place + 1 if ended else None


def family_of_one(sentence: Sentence, place: int) -> bool:
    """ "I Jae-min", "He Ruilin": a family name that is a word of English."""
    ahead = sentence.tokens[place + 1 : place + 4]
    glued = len(ahead) == 3 and ahead[0].end == ahead[1].start and ahead[1].text == "-"
    given = glued and ahead[0].text.istitle() and ahead[2].start == ahead[1].end
    if sentence[place].text == "He" and len(ahead) > 1:
        # "He Ruilin, the governor, said": what follows a pronoun is no name.
        named = ahead[0].text.istitle() and ahead[0].tag == "NNP"
        return named and (ahead[1].text == "," or ahead[1].pos in ("VERB", "AUX", "ADP"))
    return sentence[place].text == "I" and given and ahead[2].text.islower()


def middle_name(sentence: Sentence, place: int, look: Lookup) -> bool:
    """ "Karl August von Velm": a month between a given name and more of a name."""
    token, ahead = sentence[place], sentence.tokens[place + 1 : place + 2]
    given = (look.given_names, look.nouns["male_names"])
    named = any(sentence[place - 1].text.lower() in names for names in given)
    month = token.text.istitle() and token.text.lower() in look.not_names
    more = bool(ahead) and (ahead[0].text.istitle() or ahead[0].text in look.particles)
    return named and month and more


def east_asian(sentence: Sentence, mark: int, look: Lookup) -> bool:
    """Whether a given name in two halves stands behind a family name: "Yi Jae-min"."""
    hyphen = 1 < mark < len(sentence) and sentence[mark].text == "-"
    family = sentence[mark - 2].text if hyphen else ""
    known = family.lower() in look.nouns["east_asian_surnames"] or family == "I"
    return known and family.istitle()


def firm_of_two(sentence: Sentence, place: int) -> bool:
    """Whether "&" stands between two names of one firm: "Penrose & Tuke"; not between the authors
    of a year's work, "Penrose & Tuke (1999)"."""
    behind = [token.text for token in sentence.tokens[place + 2 : place + 4]]
    year = any(len(word) >= YEAR and word[:YEAR].isdigit() for word in behind)
    return sentence[place].text == "&" and not year and behind[:1] != ["et"]


def two_halves(sentence: Sentence, last: int, place: int, look: Lookup) -> bool:
    """ "The Flood Forecasting and Warning Centre": the noun behind is that of both halves, where
    the first alone is of no kind and nobody's name."""
    first, end = last, place + 1
    while first and _in_half(sentence[first - 1]) and first > last - HALF:
        first -= 1
    while end + 1 < len(sentence) and sentence[end + 1].text[:1].isupper():
        end += 1
    halves = sentence.tokens[first : last + 1]
    the = first > 0 and sentence[first - 1].text.lower() == "the"
    open_ = all(t.entity in ("", "ORG", None) and t.pos in ("PROPN", "NOUN") for t in halves)
    words = tuple(t.text for t in halves)
    bodies = look.nouns["organization_endings"]
    known = words in look.phrases or words[-1].lower() in bodies | look.nouns["outlet_nouns"]
    ended = end > place + 1 and sentence[end].text.lower() in bodies
    # One word alone may be a body of its own, which the engine as a rule takes for one.
    several = len(halves) > 1 or not (halves[0].entity or halves[0].text.isupper())
    return the and open_ and not known and ended and several


def told_as_two(sentence: Sentence, last: int) -> bool:
    """Whether "between" or "both" stands before a run: "between Velm and Lower Kolm"; or behind it
    another author of that year."""
    if sentence[last + 1].text == "&" and not firm_of_two(sentence, last + 1):
        return True
    first = last
    while first and sentence[first].text[:1].isupper():
        first -= 1
    return sentence[first].text.lower() in ("between", "both")


def _in_half(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos != "DET"


def own_ending(sentence: Sentence, place: int, look: Lookup) -> bool:
    """Whether nothing is owned by the name that ends in "'s" here: "Mundy's said"."""
    owner, behind = sentence[place - 1], sentence.tokens[place + 1 : place + 2]
    known = (owner.text,) in look.phrases or owner.text in look.demonyms
    named = owner.entity in ("ORG", "GPE") and not known
    acts = bool(behind) and behind[0].tag in ("VBD", "VBZ", "VBP", "MD")
    of = place > 1 and sentence[place - 2].text.lower() == "of"
    return named and not of and (acts or (bool(behind) and behind[0].text in (".", ";", "of")))


def ordinal_unit(sentence: Sentence, place: int, look: Lookup) -> bool:
    """ "The 5th Corps": a number may open the name of a body."""
    token = sentence[place]
    written = token.text[:1].isdigit() and token.text[-2:] in ("st", "nd", "rd", "th")
    # "The Fourth Brigade".
    if not written and not (token.entity in ("ORDINAL", "ORG") and token.text.istitle()):
        return False
    if _is_day(sentence, place, look):
        return False
    bodies = look.nouns["organization_nouns"]
    behind = sentence.tokens[place + 1 : place + 2]
    named = bool(behind) and behind[0].text[:1].isupper() and behind[0].pos == "PROPN"
    if written and named and behind[0].entity in ("ORG", "PERSON", "GPE", "NORP", ""):
        # "the 17th Naval Infantry", "the 11th Assam Rifles"
        return behind[0].text.lower() not in look.not_names | look.nouns["place_nouns"]
    for ahead in sentence.tokens[place + 1 : place + 4]:
        if not ahead.text[:1].isupper():
            return False
        if ahead.text.lower() in bodies:
            return True
    return False


def _is_day(sentence: Sentence, place: int, look: Lookup) -> bool:
    """ "And on the 15th Thurn gave way": a day, and who did something on it."""
    number = sentence[place].text[:-2]
    if place < 2 or sentence[place - 1].text.lower() != "the" or not number.isdigit():
        return False
    lead, behind = sentence[place - 2], sentence.tokens[place + 1 : place + 3]
    if lead.text.lower() not in ("on", "by", "until") or not 0 < int(number) <= LAST_DAY:
        return False
    unit = bool(behind) and behind[0].text.lower() in look.nouns["organization_nouns"]
    does = len(behind) > 1 and behind[1].tag in FINITE
    return not unit and (does or not sentence.children(lead, "pobj"))


def legal_form(sentence: Sentence, place: int, look: Lookup) -> bool:
    """ "Velm plc", "Velm Trading Co., Ltd.": in lower case only what is no other word."""
    if sentence[place].text == ",":
        place += 1
    word = sentence[place].text if place < len(sentence) else ""
    fits = word.lower().replace(".", "") in look.nouns["legal_forms"]
    return fits and (word[:1].isupper() or len(word) > 2)


def closing_letter(sentence: Sentence, place: int) -> bool:
    """Whether a mark may be the last letter of a word written from another script: "Liwa' al-"."""
    mark, before, behind = sentence[place], sentence[place - 1], place + 1
    if mark.text not in ("'", "’", "ʼ", "`") or mark.start != before.end:
        return False
    return before.text[-1:].lower() in "aeiou" and behind < len(sentence)


def numbered(sentence: Sentence, place: int, look: Lookup) -> bool:
    """ "Unit 7" is a name wherever it stands."""
    ahead = sentence.tokens[place + 1 : place + 2]
    unit = sentence[place].text.lower() in look.nouns["numbered_units"]
    return unit and bool(ahead) and ahead[0].text.isdigit()


def names_paper(sentence: Sentence, look: Lookup) -> bool:
    """Whether a line is only the name of a paper: "Velm Science Review"."""
    last = sentence[len(sentence) - 1].text.lower()
    return len(sentence) <= PAPER and last in look.nouns["outlet_nouns"]
