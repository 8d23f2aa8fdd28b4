"""People told as being of a body: "Ann Lee of Harlan", "a nurse at Harlan", "Harlan nurse Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.cast import Cast, Member, head_word
from sayso.extract.ties.bond import PAST, Bond, words_of
from sayso.extract.ties.ends import name_at
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_HOMES = frozenset({"Organization", "Outlet"})
# Behind a name, and behind what somebody is: "a candidate for the party" is not of it yet.
_OF = frozenset({"of", "from"})
_AT = frozenset({"at", "with", "from"})


def staff(sentence: Sentence, cast: Cast, pack: Pack) -> Iterator[Bond]:
    """A bond for each person whose body is told beside the name."""
    for person in cast.in_sentence(sentence):
        if person.entity.type != "Person" or person.mention.form == "pronoun":
            continue
        head = head_word(sentence, person.mention.span.start, person.mention.span.end)
        if head is None:
            continue
        told = [(head, body) for body in _led(sentence, head, _OF, cast)]
        for noun in _what_they_are(sentence, head):
            told += [(noun, body) for body in _led(sentence, noun, _AT, cast)]
        told += _before(sentence, person, cast, pack)
        for word, body in told:
            if body.mention.span.start >= person.mention.span.end or word != head:
                yield _bond(sentence, person, body, word)


def _what_they_are(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The common nouns said of a name: "Lee, a nurse", "the nurse Lee", "Lee is a nurse"."""
    above = sentence.head(head)
    near = [*sentence.children(head, "appos"), *((above,) if head.dep == "appos" else ())]
    if head.dep == "nsubj" and above.lemma == "be":
        near += sentence.children(above, "attr")
    yield from (noun for noun in near if noun.pos == "NOUN")


def _led(sentence: Sentence, noun: Token, links: frozenset[str], cast: Cast) -> Iterator[Member]:
    for lead in sentence.children(noun, "prep"):
        if lead.text.lower() in links:
            for below in sentence.children(lead, "pobj"):
                yield from (m for m in name_at(sentence, below, cast) if m.entity.type in _HOMES)


def _before(
    sentence: Sentence, person: Member, cast: Cast, pack: Pack
) -> list[tuple[Token, Member]]:
    """The body whose name stands before what somebody is: "Harlan nurse Ann Lee"."""
    ahead = sentence.within(sentence.start, person.mention.span.start)
    noun = ahead[-1] if ahead else None
    people = pack.list("person_nouns") | pack.list("group_nouns")
    if noun is None or noun.pos != "NOUN" or noun.lemma.lower() not in people:
        return []
    if cast.is_another(noun) or any(m.entity.type == "Office" for m in cast.at(sentence, noun)):
        return []
    bodies = (m for m in cast.in_sentence(sentence) if m.named and m.entity.type in _HOMES)
    ends = noun.start - 1
    return [(noun, m) for m in bodies if m.mention.span.end == ends]


def _bond(sentence: Sentence, person: Member, body: Member, word: Token) -> Bond:
    words = words_of(sentence, person, body)
    first = min(token.i for token in words)
    before = sentence[first - 1].text.lower() if first else ""
    past = before in PAST or any(
        t.text.lower() in PAST for t in sentence.children(word, "amod", "compound", "advmod")
    )
    return Bond("member_of", person, body, sentence, word, words, past=past, passing=True)
