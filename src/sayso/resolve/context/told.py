"""What a report tells of a person right at the name: kind of life, nation, father, years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.packs.pack import Pack, made_once
from sayso.records.documents import Document
from sayso.records.marks import NAME_FORMS, Fact, Mention
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.resolve.names.parts import plain

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
LIVED = re.compile(
    r"\s*\((?:born\s+|b\.\s*)?(?:c\.\s*)?(?P<born>1\d{3}|20\d\d)\s*"
    r"(?:[-\u2013\u2014]\s*(?P<died>1\d{3}|20\d\d)?\s*)?\)"
)
AGE = re.compile(r"(\d{1,2})-year-old")
# How many words before a name, or behind it, may tell what somebody is.
BESIDE = 4
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
# "Attorney General" is no general; "Major General" is one.
NO_RANK_BEHIND = frozenset({"attorney", "secretary", "director", "consul", "inspector", "solicitor",
                            "surgeon", "-", "governor", "comptroller", "auditor"})  # fmt: skip
ENDS = frozenset({",", ".", ";", ":", "(", ")", "of", "at", "in", "from", "for", "who", "with",
                  "and", "on", "by", "to", "since", "whose", "which"})  # fmt: skip
KIN = frozenset({"son", "daughter"})
BEING = frozenset({"be", "become"})
BIRTH = "bear"


class Words(NamedTuple):
    """The words of packs that tell of a life or a nation, by their plain form, and of death;
    ``mixed`` are the lives that go with one."""

    lives: Mapping[str, str]
    mixed: Mapping[str, str]
    nations: Mapping[str, str]
    deaths: frozenset[str]


@made_once
def words_of(pack: Pack) -> Words:
    """The words of the packs in use; the same pack gives the same object."""
    lives = {w: line.split()[0] for line in sorted(pack.list("lives")) for w in line.split()[1:]}
    nations = {plain(w): name for name, c in pack.countries.items() for w in c.demonyms}
    mixed = dict(line.split(maxsplit=1) for line in sorted(pack.list("mixed_lives")))
    return Words(lives, mixed, nations, pack.list("death_verbs"))


def facts_of(notes: Notes, mentions: Iterable[Mention], pack: Pack) -> tuple[Fact, ...]:
    """What a document tells of the person with these mentions, each thing once."""
    words = words_of(pack)
    found: dict[tuple[str, str], Fact] = {}
    for mention in mentions:
        sentence = notes.parse.sentence_at(mention.span.start)
        if sentence is not None:
            for fact in _at(notes.document, sentence, mention, words):
                found.setdefault((fact.kind, fact.value), fact)
    return tuple(found.values())


def _at(document: Document, sentence: Sentence, mention: Mention, words: Words) -> Iterator[Fact]:
    own = sentence.within(mention.span.start, mention.span.end)
    if not own:
        return
    if mention.form in NAME_FORMS:
        yield from _kinds(document, _before(sentence, own[0]), words)
        yield from _lived(document, mention)
        yield from _father(document, sentence, own[-1])
    yield from _kinds(document, _behind(sentence, own[-1]), words)
    yield from _years(document, sentence, own, words)


def _before(sentence: Sentence, first: Token) -> Sequence[Token]:
    """ "The Swedish skier Annika Storm", "General Wolny"."""
    start = first.i
    while start > max(0, first.i - BESIDE) and sentence[start - 1].pos in NOUNS:
        start -= 1
    return sentence.tokens[start : first.i]


def _behind(sentence: Sentence, last: Token) -> Sequence[Token]:
    """ "Ann Lee, a heart surgeon at", "Ann Lee was a painter"."""
    rest = sentence.tokens[last.i + 1 :]
    if len(rest) < 2 or (rest[0].text != "," and rest[0].lemma.lower() not in BEING):
        return ()
    found: list[Token] = []
    for token in rest[1 : BESIDE + 4]:
        if token.text.lower() in ENDS or token.pos == "VERB":
            break
        found.append(token)
    # Without an article another part of the sentence may begin there.
    return found[1:] if found and found[0].lemma.lower() in ("a", "an", "the") else ()


def _kinds(document: Document, told: Sequence[Token], words: Words) -> Iterator[Fact]:
    """The kind of life that the last noun tells, and the nation before it."""
    if not told:
        return
    noun, before = told[-1], told[-2].text.lower() if len(told) > 1 else ""
    life = words.lives.get(noun.text.lower()) or words.lives.get(noun.lemma.lower())
    if life and not (noun.text.lower() == "general" and before in NO_RANK_BEHIND):
        yield replace(_fact(document, "life", life, told[-1:]), of=words.mixed.get(life, ""))
    for token in told[:-1]:
        nation = words.nations.get(plain(token.text))
        if nation:
            yield _fact(document, "nation", nation, [token])


def _lived(document: Document, mention: Mention) -> Iterator[Fact]:
    """ "Ann Lee (1641-1702)", "Ann Lee (born 1961)"."""
    end = mention.span.end
    years = LIVED.match(document.text, end, end + 40)
    for kind in ("born", "died") if years is not None else ():
        if years is not None and years[kind]:
            span = document.span(years.start(kind), years.end(kind))
            yield Fact(kind, years[kind], span)


def _father(document: Document, sentence: Sentence, last: Token) -> Iterator[Fact]:
    """ "Yusuf al-Rami, the son of Khalid"."""
    rest = [t for t in sentence.tokens[last.i + 1 : last.i + 8] if t.text not in (",", "the", "a")]
    if len(rest) < 3 or rest[0].text.lower() not in KIN or rest[1].text != "of":
        return
    name = []
    for token in rest[2:]:
        if not token.text[:1].isupper():
            break
        name.append(token)
    if name:
        yield _fact(document, "father", plain(name[0].text), [rest[0], name[-1]])


def _years(
    document: Document, sentence: Sentence, own: Sequence[Token], words: Words
) -> Iterator[Fact]:
    """The years in which somebody was born, died, or did something."""
    head = next((t for t in own if t.dep in ("nsubj", "nsubjpass")), None)
    first = sentence.head(head) if head is not None else None
    verbs = [first] if first is not None else []
    verbs += [c for t in own for c in sentence.children(t, "acl", "relcl")]
    verbs += [c for v in verbs for c in sentence.children(v, "conj") if c.pos == "VERB"]
    for verb in verbs:
        when = (*_under(sentence, verb), *(_lead(sentence, own[0]) if verb is first else ()))
        year = next((t for t in when if YEAR.fullmatch(t.text)), None)
        kind = _kind(sentence, verb, words)
        if year is not None and kind:
            yield _fact(document, kind, year.text, [year])


def _kind(sentence: Sentence, verb: Token, words: Words) -> str:
    """What a verb tells of its subject: born, died, active, or nothing."""
    lemma = verb.lemma.lower()
    passive = bool(sentence.children(verb, "nsubjpass", "auxpass")) or verb.dep == "acl"
    if lemma == BIRTH:
        return "born" if passive else ""
    if lemma in words.deaths:
        return "died" if passive or not sentence.children(verb, "dobj") else "active"
    # What is done to somebody may be done long after their time.
    return "" if passive else "active"


def _under(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The words that tell when, of this verb alone."""
    for child in sentence.children(verb, "prep", "npadvmod", "pobj"):
        if child.dep == "npadvmod" or child.text.lower() in ("in", "on", "since", "by", "at"):
            yield from sentence.subtree(child)


def _lead(sentence: Sentence, first: Token) -> Sequence[Token]:
    """The date at the head of a sentence, right before its subject."""
    opens = sentence[0].text.lower() in ("in", "on", "by", "since")
    return sentence.tokens[: first.i] if opens and first.i <= BESIDE + 2 else ()


def _fact(document: Document, kind: str, value: str, told: Sequence[Token]) -> Fact:
    return Fact(kind, value, document.span(told[0].start, told[-1].end))
