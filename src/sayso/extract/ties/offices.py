"""Who holds which office: a person beside the name of an office, or said to be it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import (
    SUBJECTS,
    VERBAL,
    first_joined,
    is_passive,
    noun_slots,
    subject_of,
)
from sayso.extract.phrases import head_word
from sayso.extract.ties.bond import Bond, comes_after_past, words_of
from sayso.extract.ties.ends import ONE_OF, meant_by, name_at
from sayso.extract.ties.framing.ways import is_unsure
from sayso.packs.lexicon import Office
from sayso.packs.pack import Pack
from sayso.records.parse import Sentence, Token

# What may stand between a person and the office: "Lee, the", "Lee (the".
_BETWEEN = frozenset(
    {",", "the", "a", "an", "(", "then", "now", "currently", "previously", "formerly", "once"}
)
# No more of them: "Lee, formerly the acting".
_SKIPPED = 4
_SERVING = frozenset({"serve", "act", "work", "appoint", "name", "elect", "continue", "remain"})
# "Replaced Orr as head": whoever does it is the head.
_FOLLOWING = frozenset({"replace", "succeed", "follow"})
_HAVING = frozenset({"Organization", "Group", "Person", "Outlet"})
# "The emirate, whose intelligence chief": a land has offices, but a head "of" it may be of a part.
_OWNERS = {"possessive": _HAVING | {"Place"}, "of": _HAVING}
_POSSESSIVE = frozenset({"'s", "'", "’s", "’"})


def offices(sentence: Sentence, cast: Cast, pack: Pack) -> Iterator[Bond]:
    """A bond for each office in a sentence whose holder is told there."""
    members = cast.in_sentence(sentence)
    for place, office in enumerate(members):
        if office.entity.type != "Office" or office.mention.form == "pronoun":
            continue
        entry = office_entry(office, pack)
        words = words_of(sentence, office)
        head = head_word(sentence, office.mention.span.start, office.mention.span.end)
        if entry is None or head is None:
            continue
        told = _holder(sentence, head, words, members, cast)
        if told is not None:
            body = body_of(sentence, office, members[place + 1 :], head, cast)
            body = body or _behind_the_name(sentence, told[0], cast)
            if body is not None and body.entity.id == told[0].entity.id:
                body = None  # "the Houthi leader Abdul-Malik al-Houthi": nobody leads himself
            # Who commands or speaks for nobody that is told holds no office worth a record.
            if body is not None or entry.tie == "holds_office":
                yield _bond(sentence, office, entry, told, body)


def office_entry(office: Member, pack: Pack) -> Office | None:
    """The pack's entry for an office, by the longest of its nouns found in the office's name."""
    words = f" {office.mention.name.lower()} "
    keys = [key for key in pack.offices if f" {key} " in words]
    return pack.offices[max(keys, key=len)] if keys else None


def _bond(
    sentence: Sentence,
    office: Member,
    entry: Office,
    told: tuple[Member, Token],
    body: Member | None,
) -> Bond:
    holder, word = told
    own = words_of(sentence, office)
    return Bond(
        type=entry.tie,
        subject=holder,
        object=body,
        sentence=sentence,
        word=word,
        words=(*own, *words_of(sentence, holder)),
        office=office if entry.tie == "holds_office" or body is None else None,
        past=comes_after_past(sentence, own[0]),
        negated=bool(sentence.children(word, "neg")),
        passing=word in own,
    )


def _holder(
    sentence: Sentence, head: Token, words: tuple[Token, ...], members: list[Member], cast: Cast
) -> tuple[Member, Token] | None:
    """The person an office is said of, and the word that says so."""
    persons = [m for m in members if m.entity.type == "Person" and m.mention.form != "pronoun"]
    behind = _next_to(sentence, words[-1].i + 1, persons, forward=True, titles=cast.titles)
    before = _next_to(sentence, words[0].i - 1, persons, forward=False)
    if behind is not None:
        return behind, head
    if before is not None:
        return before, head
    return _said_of(sentence, head, cast)


def _next_to(
    sentence: Sentence,
    place: int,
    persons: list[Member],
    *,
    forward: bool,
    titles: frozenset[str] = frozenset(),
) -> Member | None:
    """The person whose name begins right behind this place, or ends right before it."""
    step, skipped = (1 if forward else -1), 0
    while 0 <= place < len(sentence) and skipped < _SKIPPED:
        word = sentence[place].text.lower()
        if word not in _BETWEEN and word not in titles:
            break
        place, skipped = place + step, skipped + 1
    if not 0 <= place < len(sentence):
        return None
    token = sentence[place]
    for person in persons:
        span = person.mention.span
        if (span.start == token.start) if forward else (span.end == token.end):
            # "Roderic of Tarn, the head": of Roderic, whatever Tarn is taken for.
            person = person if forward else _of_whom(sentence, person, persons)
            return person if forward or skipped else None
    return None


def _of_whom(sentence: Sentence, person: Member, persons: list[Member]) -> Member:
    """The person whose name goes on with "of" and another name; without "of", the other."""
    before = sentence.within(sentence.start, person.mention.span.start)[-2:]
    if len(before) < 2 or before[-1].text != "of":
        return person
    return next((p for p in persons if p.mention.span.end == before[0].end), person)


def _said_of(sentence: Sentence, head: Token, cast: Cast) -> tuple[Member, Token] | None:
    """Whoever is, becomes or serves as what the head names."""
    # "Lee, mayor of Brask and chairwoman of the Alliance".
    first = first_joined(sentence, head, ("NOUN", "PROPN"))
    if first != head and _goes_on(sentence, first, head):
        persons = [m for m in cast.at(sentence, first) if m.entity.type == "Person" and m.named]
        return (persons[0], head) if persons else None
    head, above = first, sentence.head(first)
    if head.dep in ("appos", "nsubj"):
        return _beside_or_behind(sentence, head, above, cast)
    verb = _said_by(sentence, head, above)
    if verb is None or is_unsure(sentence, verb):
        return None
    given = head.dep != "attr" and not is_passive(sentence, verb)
    # "Named Ann Lee its chairwoman", "replaced Orr as chairman".
    taken = given and verb.lemma.lower() not in _FOLLOWING
    named = sentence.children(verb, "dobj") if taken else ()
    who = named[0] if named else subject_of(sentence, verb)
    told = cast.named_by(sentence, who) if who is not None else ()
    persons = [member for member in told if member.entity.type == "Person"]
    return (persons[0], verb) if persons else None


def _beside_or_behind(
    sentence: Sentence, head: Token, above: Token, cast: Cast
) -> tuple[Member, Token] | None:
    """The person an office stands beside ("Lee, the head"), or who it is ("their head is Lee")."""
    if head.dep == "appos":
        # "Lee met officials, the mayor, and the head of Velm": parsers hang them on Lee.
        verb = sentence.head(above)
        far = above.dep in SUBJECTS and verb.pos in VERBAL and above.i < verb.i < head.i
        told = [m for m in cast.at(sentence, above) if m.named and not far]
    elif above.lemma == "be":
        attributes = sentence.children(above, "attr")
        told = [m for one in attributes for m in cast.named_by(sentence, one) if m.named]
    else:
        return None
    persons = [member for member in told if member.entity.type == "Person"]
    return (persons[0], above) if persons else None


def _said_by(sentence: Sentence, head: Token, above: Token) -> Token | None:
    """The verb by which an office is said of somebody: "is the head", "serves as head"."""
    if head.dep in ("attr", "oprd"):
        return above
    if head.dep != "pobj":
        return None
    if above.text.lower() == "as":
        verb = sentence.head(above)
        follows = verb.lemma.lower() in _FOLLOWING and not is_passive(sentence, verb)
        return verb if follows or verb.lemma.lower() in _SERVING else None
    # "Is one of the leaders of the ring".
    one = sentence.head(above)
    listed = above.text.lower() == "of" and one.lemma.lower() in ONE_OF and one.dep == "attr"
    return sentence.head(one) if listed else None


def _goes_on(sentence: Sentence, name: Token, noun: Token) -> bool:
    """Whether what "and" joins to a name goes on about it: "Lee, mayor of Brask and a friend".

    With a comma before "and" it may be somebody else.
    """
    said = [t for t in sentence.children(name, "appos") if t.pos == "NOUN"]
    links = [t for t in sentence.children(name, "cc") if t.i < noun.i]
    told = bool(said) and bool(links) and said[0].i < links[-1].i
    return told and sentence[links[-1].i - 1].text != ","


def body_of(
    sentence: Sentence, office: Member, following: list[Member], head: Token, cast: Cast
) -> Member | None:
    """Whose an office is, named in it or beside it: ``following`` are the members of the sentence
    behind it, ``head`` is its main word."""
    return _body(sentence, office, following, cast) or _owner(sentence, head, cast)


def _body(sentence: Sentence, office: Member, following: list[Member], cast: Cast) -> Member | None:
    """The body, place or person that an office belongs to, named inside the office's name."""
    span = office.mention.span
    inside = [m for m in following if span.covers(m.mention.span) and m.mention.span != span]
    inside = [m for m in inside if m.entity.type != "Office" and not cast.is_portfolio(m)]
    led = [m for m in inside if _led(sentence.within(span.start, m.mention.span.start))]
    for member in led or inside:
        after = sentence.within(member.mention.span.end, span.end)
        if led and after and after[0].text in _POSSESSIVE:
            continue
        return _by_name(sentence, member, cast)
    return None


def _by_name(sentence: Sentence, member: Member, cast: Cast) -> Member:
    """The body by its name where one is said of it: "head of the rebel group Red Hand"."""
    head = head_word(sentence, member.mention.span.start, member.mention.span.end)
    named = meant_by(sentence, head, cast) if head is not None else ()
    # "The Houthi leader Abdul-Malik": whoever leads them is not the body.
    return next((one for one in named if one.entity.type != "Person"), member)


def _owner(sentence: Sentence, head: Token, cast: Cast) -> Member | None:
    """Whose an office is told to be outside its name: "its spokesman", "head of the battalion"."""
    # "Its founder and chief pilot": whose the first is, the second is too.
    first = first_joined(sentence, head, ("NOUN",))
    # "Whose leader Ann Lee": whose it is hangs on the name.
    first = sentence.head(head) if head.dep == "compound" else first
    shared = [one for one in noun_slots(sentence, first) if one[0] == "possessive"]
    own = list(noun_slots(sentence, head))
    for slot, token in own if first == head else (*own, *shared):
        if slot in ("possessive", "of"):
            for member in cast.named_by(sentence, cast.name_head(sentence, token)):
                if member.entity.type in _OWNERS[slot] and member.named:
                    return member
    return None


def _behind_the_name(sentence: Sentence, holder: Member, cast: Cast) -> Member | None:
    """What "of" leads to behind the holder's name: "King Albrecht of Sarn"."""
    span = holder.mention.span
    head = head_word(sentence, span.start, span.end)
    for lead in sentence.children(head, "prep") if head is not None else ():
        if lead.text.lower() == "of" and lead.start >= span.end:
            for noun in sentence.children(lead, "pobj"):
                return next(iter(name_at(sentence, noun, cast)), None)
    return None


def _led(before: tuple[Token, ...]) -> bool:
    """Whether a preposition leads on from these words, an article or an owner between."""
    words = [t.text.lower() for t in before if t.text.lower() not in ("the", *_POSSESSIVE)]
    first = bool(words) and words[-1] in ("of", "for")
    return first or (bool(before) and before[-1].text in _POSSESSIVE)
