"""People told as being of a body: "Ann Lee of Harlan", "a nurse at Harlan", "Harlan nurse Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.phrases import head_word
from sayso.extract.ties.bond import PAST, Bond, comes_after_past, is_past, words_of
from sayso.extract.ties.ends import name_at
from sayso.extract.ties.framing.said import serving
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

_HOMES = frozenset({"Organization", "Outlet"})
# Behind a name, and behind what somebody is: "a candidate for the party" is not of it yet.
_OF = frozenset({"of", "from"})
_AT = frozenset({"at", "with", "from", "in"})


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
    beside = sentence.head(head)
    near = [*sentence.children(head, "appos"), *((beside,) if head.dep == "appos" else ())]
    # "The nurse, Ann Lee, was a member": what is said of the nurse is said of her.
    told = beside if head.dep == "appos" and beside.dep == "nsubj" else head
    above = sentence.head(told)
    if told.dep == "nsubj" and above.lemma == "be":
        near += sentence.children(above, "attr")
    # "Lee, who served as a clerk at Velm".
    own = (above,) if told.dep == "nsubj" else ()
    for verb in (*own, *sentence.children(head, "relcl")):
        for lead in sentence.children(verb, "prep"):
            below = sentence.children(lead, "pobj")
            near += [noun for noun in below if serving(sentence, noun) is not None]
    yield from (noun for noun in near if noun.pos == "NOUN")


def _led(sentence: Sentence, noun: Token, links: frozenset[str], cast: Cast) -> Iterator[Member]:
    for lead in (*sentence.children(noun, "prep"), *_strayed(sentence, noun)):
        if lead.text.lower() in links:
            for below in sentence.children(lead, "pobj"):
                # "Of the law firm Velm & Orr": the name is added to what it is.
                told = name_at(sentence, below, cast) or _by_its_kind(sentence, below, cast)
                yield from (m for m in told if m.entity.type in _HOMES)


def _by_its_kind(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """The body that has a name of a noun with "the": "the law firm Velm & Orr", "the firm"."""
    definite = any(t.text.lower() == "the" for t in sentence.children(noun, "det"))
    return tuple(m for m in cast.at(sentence, noun)[:1] if m.named and definite)


def _strayed(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The "at" right behind a noun that parsers hang on "was": "Lee was a reporter at Velm"."""
    behind = sentence[noun.i + 1] if noun.i + 1 < len(sentence) else noun
    strays = noun.dep == "attr" and behind.dep == "prep" and behind.head == noun.head
    return (behind,) if strays else ()


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
    first = sentence[min(token.i for token in words)]
    between = sentence.within(person.mention.span.end, body.mention.span.start)
    past = comes_after_past(sentence, first) or is_past(sentence, word)
    # "Lee, formerly of Velm".
    past = past or any(token.text.lower() in PAST for token in between[:2])
    # "Was a clerk at Velm until 2004": of the whole clause, no name by the way.
    passing = word.dep != "attr" and serving(sentence, word) is None
    return Bond("member_of", person, body, sentence, word, words, past=past, passing=passing)
