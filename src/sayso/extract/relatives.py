"""What a relative pronoun stands for: "the rebels, some of whom fled"."""

from __future__ import annotations

from sayso.records.dates import MONTHS
from sayso.records.parse import Sentence, Token

RELATIVES = frozenset({"which", "who", "whom", "that"})
# Tags of words that count out of others: "some of whom", "the two of whom", "most of which".
_COUNTS = frozenset({"DT", "CD", "JJ", "JJS", "JJR", "NN", "PDT", "RB"})


def antecedent(sentence: Sentence, token: Token, verb: Token) -> Token:
    """What a relative pronoun of this verb stands for; any other word is itself.

    "The rebels, some of whom fled": of those some, no more is told than that they are rebels.
    """
    for of in sentence.children(token, "prep") if token.tag in _COUNTS else ():
        for part in sentence.children(of, "pobj") if of.text.lower() == "of" else ():
            token = part if part.tag in ("WDT", "WP") else token
    if token.text.lower() in RELATIVES and token.tag in ("WDT", "WP", "IN"):
        clause = verb
        while clause.dep in ("conj", "xcomp") and clause.head != clause.i:
            clause = sentence.head(clause)
        if clause.dep == "relcl":
            return _before_date(sentence, sentence.head(clause), token) or _outer_name(
                sentence, sentence.head(clause), token
            )
    return token


def _before_date(sentence: Sentence, date: Token, relative: Token) -> Token | None:
    """Whom "who" is said of behind a date: "succeeded Lee in 2020, who had led the bank".

    Parsers take the date, which is nobody.
    """
    dated = date.pos == "NUM" or date.text in MONTHS
    lead = sentence.head(date)
    if relative.text.lower() not in ("who", "whom") or not dated or lead.dep != "prep":
        return None
    objects = sentence.children(sentence.head(lead), "dobj")
    return objects[-1] if objects and objects[-1].i < date.i else None


def _outer_name(sentence: Sentence, name: Token, relative: Token) -> Token:
    """What ", which" is said of behind "the 5th Corps of the Army": of the first of two names.

    Parsers take the nearer one, but whoever names a part of something goes on about the part.
    """
    link = sentence.head(name)
    outer = sentence.head(link)
    comma = relative.i > 0 and sentence[relative.i - 1].text == ","
    if relative.text.lower() != "which" or not comma or link.text != "of" or link.dep != "prep":
        return name
    # "Ann Lee of Orl, which fell": a person is no "which".
    body = outer.pos == "PROPN" and outer.entity != "PERSON"
    return outer if body and name.pos in ("PROPN", "NOUN") else name
