"""Where a body is at home: "the Swiss miner Harlan AG", "Harlan, a Swiss miner"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.ties.bond import Bond, words_of
from sayso.extract.ties.ends import BODIES, meant_by, name_at
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence, Token


def seats(sentence: Sentence, cast: Cast) -> Iterator[Bond]:
    """A bond for each body with a name that an adjective gives to a country.

    The adjective must stand before a common noun that is said of the body, or right before its
    name; within a name ("the Swiss Bank Corporation") it is the name's, and tells nothing more.
    """
    for country in cast.in_sentence(sentence):
        if country.mention.form != "adjective" or country.entity.type != "Place":
            continue
        words = sentence.within(country.mention.span.start, country.mention.span.end)
        noun = sentence.head(words[-1]) if words else None
        if noun is None or _joined(sentence, words) or noun.i < words[-1].i:
            continue
        for body in _bodies(sentence, noun, cast):
            if not body.mention.span.touches(country.mention.span):
                told = (*words, *words_of(sentence, body))
                yield Bond("present_in", body, country, sentence, noun, told, passing=True)
    yield from _houses(sentence, cast)


def _houses(sentence: Sentence, cast: Cast) -> Iterator[Bond]:
    """A bond for each body with a place right behind its name: "the Institute of Art in Lima".

    Only of kinds of bodies that have a seat: an army may be anywhere for a while.
    """
    for body in cast.in_sentence(sentence):
        named = body.entity.type == "Organization" and body.mention.form == "name"
        lead = next(iter(sentence.within(body.mention.span.end, sentence.end)), None)
        if not named or lead is None or not cast.nouns.has_seat(body.mention):
            continue
        own = words_of(sentence, body)
        if lead.text.lower() != "in" or sentence.head(lead) not in own:
            continue
        for noun in sentence.children(lead, "pobj"):
            for place in name_at(sentence, noun, cast):
                if place.entity.type == "Place":
                    told = (*own, *words_of(sentence, place))
                    yield Bond("present_in", body, place, sentence, own[0], told, passing=True)


def _bodies(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    named = meant_by(sentence, noun, cast) or name_at(sentence, noun, cast)
    # "The Danish group owns": a firm told of before.
    told_of = (m for m in cast.at(sentence, noun)[:1] if m.mention.form == "description")
    named = named or tuple(m for m in told_of if m.named and noun.tag == "NN")
    # Parsers take names apart: "the Iraqi militia Liwa' al-Nur" may hang on "Liwa".
    named = named or tuple(
        member
        for member in cast.in_sentence(sentence)
        if member.mention.form in NAME_FORMS and noun.pos == "PROPN"
        and member.mention.span.start <= noun.start < member.mention.span.end
    )  # fmt: skip
    return tuple(member for member in named if member.entity.type in BODIES)


def _joined(sentence: Sentence, words: tuple[Token, ...]) -> bool:
    """Whether a hyphen makes the adjective part of another word: "pro-Swiss", "Swiss-backed"."""
    first, last = words[0].i, words[-1].i
    near = sentence.tokens[max(first - 1, 0) : last + 2]
    return any(token.text == "-" for token in near)
