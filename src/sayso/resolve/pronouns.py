"""Pronouns for people, where the antecedent is clear, and silence where it is not."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence

from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.resolve.short.couples import given_name, is_woman, word_before

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})
PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
WOMEN = frozenset({"she", "her", "hers", "herself"})
# Before somebody told of for the first time.
_NEW = frozenset({"a", "an", "another", "one"})
# A quotation in which somebody speaks of herself, and how far before a name it may begin.
_OPENING, _CLOSING, _QUOTED = '"“', '"”', 200
_BEHIND = re.compile(r"(?<=\w) (?:of|for|from|in|at|to|on|with|who) ")
_OWN = re.compile(r"\b(?:I|me|my|myself)\b")
# How many sentences of the same block one may look back.
REACH = 2


def antecedents(
    notes: Notes, clusters: dict[str, list[Mention]], pack: Pack
) -> Iterator[tuple[Mention, str]]:
    """Pronoun mentions and the key of the person each stands for.

    Whoever is a woman or a man by a title ("Mrs", "King") takes no pronoun of the other kind.
    """
    people = sorted(
        (
            (mention.span.start, mention, key)
            for key, group in clusters.items()
            if key.startswith("Person:")
            for mention in group
        ),
        key=lambda person: (person[0], person[1].span.end, person[2]),
    )
    gender = titled(notes, clusters, pack)
    places = {id(sentence): n for n, sentence in enumerate(notes.parse.sentences)}
    for mention in notes.mentions:
        if mention.form != "pronoun" or mention.name.lower() not in PERSONAL:
            continue
        sentence = notes.parse.sentence_at(mention.span.start)
        if sentence is None:
            continue
        woman = mention.name.lower() in WOMEN
        fitting = [person for person in people if gender.get(person[2], woman) == woman]
        key = _antecedent(notes, places[id(sentence)], mention, fitting, pack)
        if key is not None and gender.setdefault(key, woman) == woman:
            # "He" may go back to whom "he" went back to before.
            insort(people, (mention.span.start, mention, key), key=lambda person: person[0])
            yield mention, key


def titled(notes: Notes, clusters: dict[str, list[Mention]], pack: Pack) -> dict[str, bool]:
    """Whether somebody is a woman, for those of whom a title or else the given name tells it."""
    found: dict[str, bool] = {}
    for key, group in clusters.items():
        if key.startswith("Person:"):
            before = {word_before(notes.document.text, m.span.start) for m in group}
            before |= {_noun(m.name) for m in group if m.form == "description"}
            given = {given_name(m.name.lower().split(), pack) for m in group if " " in m.name}
            told = _titles_tell(before, pack)
            told = is_woman(given, pack) if told is None else told
            if told is not None:
                found[key] = told
    return found


def _noun(description: str) -> str:
    """The noun of a description: "spokesman" of "spokesman for the company"."""
    return _BEHIND.split(description, maxsplit=1)[0].split()[-1].lower()


def _titles_tell(words: set[str], pack: Pack) -> bool | None:
    """Whether titles are a woman's; null where they tell nothing, or both."""
    female, male = (bool(words & pack.list(f"{sex}_titles")) for sex in ("female", "male"))
    return None if female == male else female


Named = tuple[int, Mention, str]
_TWO = 2


def _antecedent(
    notes: Notes, place: int, pronoun: Mention, people: list[Named], pack: Pack
) -> str | None:
    sentences = notes.parse.sentences
    others: set[str] = set()
    for back in range(REACH + 1):
        if place < back:
            return None
        if sentences[place - back].block != sentences[place].block:
            opens = back == 1 and not others and _is_main_subject(sentences[place], pronoun)
            return _of_paragraph_before(notes, place, people) if opens else None
        sentence = sentences[place - back]
        if back and _is_quoted(notes, sentence) and not _is_quoted(notes, sentences[place]):
            continue
        near = [
            (mention, key)
            for start, mention, key in people
            if sentence.start <= start < min(sentence.end, pronoun.span.start)
        ]
        if back == 0 and _is_speakers(sentence, pronoun, pack):
            return None
        if back == 0:
            barred = _beside(sentence, pronoun)
            others |= {key for mention, key in near if _holds(mention, barred)}
            others |= {key for mention, key in near if _is_told_by_her(notes, mention, pronoun)}
            starts = _around_subject(sentence, pronoun, pack)
            others |= {key for _, mention, key in people if _holds(mention, starts)}
        near = [(mention, key) for mention, key in near if key not in others]
        if near:
            return _clear(sentence, near)
        if back and _is_of_somebody(sentence, pack):
            return None
    return None


def _is_main_subject(sentence: Sentence, pronoun: Mention) -> bool:
    """Whether a sentence is about a pronoun, and names nobody and quotes nothing before it."""
    words = sentence.within(pronoun.span.start, pronoun.span.end)
    if not words:
        return False
    # "His first journey took him to Orl": about him, too.
    subject = sentence.head(words[0]) if words[0].dep == "poss" else words[0]
    if subject.dep not in SUBJECTS or sentence.head(subject) != sentence.root:
        return False
    before = sentence.tokens[: words[0].i]
    # "If Lund could not go on, she would": whom the sentence names first may be meant.
    named = (t for t in before if t.pos == "PROPN" and t.entity not in ("DATE", "TIME"))
    return not any(named) and not any(t.text in _OPENING for t in before)


def _of_paragraph_before(notes: Notes, place: int, people: list[Named]) -> str | None:
    """The only one of whom the paragraph before tells, for a pronoun in the first sentence of one:
    "He was released on Friday" in a paper that begins a paragraph with each sentence. Of several
    the only one who is what its sentences are about, if the last is, and another names him."""
    sentences, blocks = notes.parse.sentences, notes.document.blocks
    block = sentences[place].block
    both = blocks[max(block - 1, 0) : block + 1]
    if len(both) < _TWO or any(one.kind != "paragraph" for one in both):
        return None
    inside = [(start, key) for start, _, key in people if both[0].start <= start < both[0].end]
    known = {start for start, _ in inside}
    # "His debates against Clinton" are somebody's of whom this paragraph does not tell.
    open_ = any(
        m.form == "pronoun" and m.name.lower() in PERSONAL and m.span.start not in known
        for m in notes.mentions
        if both[0].start <= m.span.start < both[0].end
    )
    told = {key for _, key in inside}
    if len(told) > 1:
        told = _told_on(sentences[:place], inside, block - 1)
    return told.pop() if len(told) == 1 and not open_ else None


def _told_on(before: Sequence[Sentence], inside: list[tuple[int, str]], block: int) -> set[str]:
    """Whom the sentences of a paragraph are about, where it goes on about somebody to its end."""
    own = [one for one in before if one.block == block]
    about = [_about(one, inside) for one in own]
    if not own or about[-1] is None:
        return set()
    named = [at for at, key in inside if key == about[-1]]
    several = sum(any(one.start <= at < one.end for at in named) for one in own) > 1
    return {key for key in about if key is not None} if several else set()


def _about(sentence: Sentence, inside: list[tuple[int, str]]) -> str | None:
    """Whom the main clause of a sentence has as its subject."""
    heads = sentence.children(sentence.root, *SUBJECTS)
    words = {t.start for noun in heads for t in (noun, *sentence.children(noun, "compound"))}
    return next((key for start, key in inside if start in words), None)


def _is_speakers(sentence: Sentence, pronoun: Mention, pack: Pack) -> bool:
    """ "Lee won, but his main challenger said he would sue": he is who speaks, and has no name."""
    words = sentence.within(pronoun.span.start, pronoun.span.end)
    if not words or words[0].dep not in SUBJECTS:
        return False
    verb = sentence.head(words[0])
    telling = sentence.head(verb)
    if telling.dep == "conj" and not sentence.children(telling, "nsubj"):
        telling = sentence.head(telling)
    speakers = sentence.children(telling, "nsubj") if verb.dep == "ccomp" else ()
    others = pack.list("other_nouns")
    return any(
        noun.tag == "NN" and noun.i < words[0].i and noun.lemma.lower() in others
        and not sentence.children(noun, "appos")
        for noun in speakers
    )  # fmt: skip


def _is_quoted(notes: Notes, sentence: Sentence) -> bool:
    """Whether a sentence is all of it, or the end of, somebody's words: whom it names is not whom
    the report goes on telling of."""
    text = notes.document.text[sentence.start : sentence.end].strip()
    inside = text.rstrip(_CLOSING)
    return text != inside and not any(mark in inside.lstrip(_OPENING) for mark in _OPENING)


def _is_told_by_her(notes: Notes, mention: Mention, pronoun: Mention) -> bool:
    """'"Karin will win," she said', '"I rang Karin myself," the mayor and she said': whom a
    quotation names did not say it, if its speaker stands right behind or speaks as "I"."""
    text = notes.document.text[mention.span.end : pronoun.span.start]
    before = notes.document.text[max(0, mention.span.start - _QUOTED) : mention.span.start]
    opened = max(before.rfind(mark) for mark in _OPENING)
    closed = min((text.find(mark) for mark in _CLOSING if mark in text), default=-1)
    told = before[opened + 1 :] + text[: max(closed, 0)]
    if opened < 0 or closed < 0 or any(mark in told for mark in _CLOSING):
        return False
    return not text[closed + 1 :].strip() or bool(_OWN.search(told))


def _is_of_somebody(sentence: Sentence, pack: Pack) -> bool:
    """ "One parent now regrets it. She said ...": somebody without a name has come between."""
    known = pack.list("person_nouns") | pack.list("group_nouns")
    return any(
        (noun.lemma.lower() in known or sentence.has_who(noun))
        and any(t.text.lower() in _NEW for t in sentence.children(noun, "det", "nummod"))
        for noun in sentence.children(sentence.root, *SUBJECTS)
        if noun.tag == "NN"
    )


def _beside(sentence: Sentence, pronoun: Mention) -> frozenset[int]:
    """Where the subject begins of the verb that has a pronoun as its object: "Lee accused him"
    is about somebody else (Chomsky's principle B); "his journey took him" is not."""
    words = sentence.within(pronoun.span.start, pronoun.span.end)
    if not words or words[0].dep not in OBJECTS or words[0].text.lower().endswith("self"):
        return frozenset()
    above = sentence.head(words[0])
    verb = sentence.head(above) if above.dep in ("prep", "agent") else above
    subjects = (t for s in sentence.children(verb, *SUBJECTS) for t in sentence.subtree(s))
    # "Brandt's enemies accused him" may be about Brandt: they are not he.
    owned = {t.i for s in sentence.children(verb, *SUBJECTS) for t in _owners_of(sentence, s)}
    return frozenset(t.start for t in subjects if t.tag != "PRP$" and t.i not in owned)


def _owners_of(sentence: Sentence, noun: Token) -> Iterator[Token]:
    for owner in sentence.children(noun, "poss"):
        yield from sentence.subtree(owner)


def _around_subject(sentence: Sentence, pronoun: Mention, pack: Pack) -> frozenset[int]:
    """Where those begin whom a pronoun that is a subject cannot stand for.

    Whom its verb names behind it: "he dismissed Krall" is not about what Krall did (Chomsky's
    principle C). And who tells of a death: "Hauser suggests that he was poisoned".
    """
    words = sentence.within(pronoun.span.start, pronoun.span.end)
    if not words or words[0].dep not in SUBJECTS:
        return frozenset()
    verb = sentence.head(words[0])
    others = [*sentence.children(verb, *OBJECTS)]
    for lead in sentence.children(verb, "prep", "agent"):
        others += sentence.children(lead, "pobj")
    if verb.dep == "ccomp" and verb.lemma.lower() in pack.list("death_verbs"):
        others += sentence.children(sentence.head(verb), "nsubj")
    return frozenset(token.start for token in others)


def _holds(mention: Mention, starts: frozenset[int]) -> bool:
    return any(mention.span.start <= start < mention.span.end for start in starts)


def _clear(sentence: Sentence, near: list[tuple[Mention, str]]) -> str | None:
    keys = {key for _, key in near}
    if len(keys) == 1:
        return keys.pop()
    subjects = {key for mention, key in near if _is_subject(sentence, mention)}
    return subjects.pop() if len(subjects) == 1 else None


def _is_subject(sentence: Sentence, mention: Mention) -> bool:
    return any(
        token.dep in SUBJECTS for token in sentence.within(mention.span.start, mention.span.end)
    )
