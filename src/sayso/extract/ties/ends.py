"""The two ends of a tie: who a phrase names, and which kinds of tie they can be ends of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.extract.cast import Cast, Member
from sayso.extract.grammar import SUBJECTS, VERBAL, conjuncts, noun_slots, taken_for
from sayso.extract.listed import examples, listed_behind
from sayso.extract.phrases import head_word
from sayso.extract.ties.bond import PAST, Bond, words_of
from sayso.packs.frames import TieFrame
from sayso.records.marks import NAME_FORMS
from sayso.records.parse import Sentence, Token

# Slots that lead to somebody through a noun: "under the guidance of Orr", "Lee's ally".
_LOOSE = frozenset({"under", "possessive", "compound", "between"})
BODIES = frozenset({"Organization", "Group", "Outlet"})
# What the other end of a tie can be, where not everything can.
_OBJECTS = {
    "member_of": BODIES,
    "part_of": BODIES,
    "made_up_of": BODIES | {"Place"},
    "commands": BODIES,
    "present_in": frozenset({"Place"}),
}
# What a body's people or organs do to others, it does.
_ACTING = frozenset(
    {"backs", "funds", "arms", "trains", "allied_with", "affiliated_with", "opposes", "rival_of",
     "operates_under"}
)  # fmt: skip
_STRAYED = frozenset({"npadvmod", "dep", "advmod", "oprd"})
_IN_PLURAL = frozenset({"made_up_of", "commands"})
_IN = frozenset({"in", "across", "throughout"})
ONE_OF = frozenset({"one", "two", "some", "many", "most", "several"})
_ENDS = frozenset({"Person", "Organization", "Group", "Place", "Outlet"})


def members_in(
    slots: Iterable[tuple[str, Token]], names: tuple[str, ...], sentence: Sentence, cast: Cast
) -> tuple[Member, ...]:
    return tuple(
        member
        for name, token in slots
        if name in names
        for member in ends_of(sentence, token, cast, loose=name in _LOOSE)
    )


def arenas(
    frame: TieFrame, slots: Iterable[tuple[str, Token]], slot: str, sentence: Sentence, cast: Cast
) -> tuple[Member, ...]:  # fmt: skip
    """The places of what somebody answers for, or of the house they are at home in.

    "In charge of operations in Chad and Niger", "based in a villa in Lima".
    """
    if frame.type not in ("responsible_for", "present_in"):
        return ()
    found = []
    for name, noun in slots:
        for thing in (noun, *sentence.children(noun, "dobj")) if name == slot else ():
            if frame.type == "responsible_for" and not cast.is_remit(thing):
                continue  # "responsible for the attack in Chad" answers for no country
            for lead in sentence.children(thing, "prep"):
                for place in sentence.children(lead, "pobj") if lead.text.lower() in _IN else ():
                    found += [m for m in ends_of(sentence, place, cast) if m not in found]
    return tuple(m for m in found if m.entity.type == "Place")


def ends_of(
    sentence: Sentence, token: Token, cast: Cast, *, loose: bool = False
) -> tuple[Member, ...]:
    """Who a phrase names by its own head, or loosely also through it ("the guidance of Orr")."""
    token = cast.name_head(sentence, token)
    found = cast.named_by(sentence, token)
    if not loose:
        heads = [m for one in conjuncts(sentence, token) for m in cast.at(sentence, one)]
        if _is_of_others(sentence, token):
            found = tuple(m for m in found if m in heads)
        # "Iraqi fighters" stands for Iraq where it acts, but what a body is made up of is them.
        found += tuple(m for m in heads if m not in found and not m.named)
        beside = {m for m in found if m.entity.type == "Person" and m.mention.form == "name"}
        inside = None if sentence.children(token, "poss") else _bounds(sentence, token)
        # "The Directorate, known as DMS": by whichever of its names.
        own = {m.entity.id for m in heads}
        found = tuple(m for m in found if m.entity.id in own or m in beside or _outside(inside, m))
    proper = tuple(m for m in found if m.mention.form != "adjective")
    meant = meant_by(sentence, token, cast) or led_to(sentence, token, cast)
    told = meant or proper or (found if loose else ())
    # "The Meier brothers and the fund Sigma": a noun that "and" joins has a name of its own.
    told += tuple(
        m
        for one in conjuncts(sentence, token) if one != token and not cast.at(sentence, one)
        for m in meant_by(sentence, one, cast) if m not in told
    )  # fmt: skip
    return tuple(m for m in told if not cast.is_somebody(m))


def acting_in(
    frame: TieFrame, slots: Iterable[tuple[str, Token]], names: tuple[str, ...],
    sentence: Sentence, cast: Cast,
) -> tuple[Member, ...]:  # fmt: skip
    """The ends that some slots name; where these are but a body's own people or organs, the body.

    "Trained by officers of the Guard", "close to Norland's army".
    """
    slots = list(slots)
    found = members_in(slots, names, sentence, cast)
    if frame.type not in _ACTING or any(m.named for m in found):
        return found
    owners = [
        (slot, owner)
        for name, noun in slots if name in names and cast.nouns.acts_for_owner(noun)
        if not _is_of_others(sentence, noun)
        for slot, owner in noun_slots(sentence, noun)
    ]  # fmt: skip
    # The army of a town is not the town, but "Orl's army" is.
    wholes = [m for m in members_in(owners, ("possessive",), sentence, cast) if _owns(m)]
    below = members_in(owners, ("of", "from"), sentence, cast)
    bodies = [m for m in below if m.entity.type in BODIES]
    return tuple(m for m in (*wholes, *bodies) if m.named) or found


def _owns(member: Member) -> bool:
    return member.entity.type in BODIES or member.entity.type == "Place"


def _is_of_others(sentence: Sentence, noun: Token) -> bool:
    """Whether some are of a body no longer, and do nothing for it: "former guards of Orl"."""
    past = (t.text.lower() in PAST for t in sentence.children(noun, "amod", "compound"))
    return noun.tag == "NNS" and any(past)


def led_to(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """The name below a noun that only leads to it, or before a noun for a spot.

    "The state of Norland", "men from the Guard", "the Orl air base".
    """
    groups = [m for m in cast.at(sentence, noun)[:1] if m.entity.type == "Group"]
    people = any(not m.named or noun.text.islower() for m in groups)
    spot = cast.presents_place(noun) or (cast.is_spot(noun) and noun.text.islower())
    wanted = {"Place"} if spot else BODIES if people else frozenset()
    link = "from" if people else "of"
    before = sentence.children(noun, "compound") if cast.is_spot(noun) and not people else ()
    named = tuple(m for t in before for m in name_at(sentence, t, cast) if m.entity.type == "Place")
    return named or tuple(
        member
        for lead in sentence.children(noun, "prep") if wanted and lead.text.lower() == link
        for below in sentence.children(lead, "pobj")
        # "The towns of Orl and Velm" are both of them; "the army of Orl and Velm" may be one's.
        for one in (conjuncts(sentence, below) if noun.tag == "NNS" else (below,))
        for member in name_at(sentence, one, cast) if member.entity.type in wanted
    )  # fmt: skip


def meant_by(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Those with a name of whom a common noun is said: "Zarb, a militia backed by ...".

    It is said of what it is added to, of what is added to it ("the militia Zarb"), and of what
    it is said to be ("another firm that competes with Orca is Harlan").
    """
    other = noun.pos == "ADJ" and noun.dep in SUBJECTS  # "The other, known as Zarb, is"
    if noun.pos not in ("NOUN", "NUM") and not other:
        return ()
    others = [*sentence.children(noun, "appos")]
    shown = (
        member
        for lead in examples(sentence, noun)
        for one in conjuncts(sentence, lead)
        for member in name_at(sentence, one, cast) or _led_names(sentence, one, cast)
    )
    above = sentence.head(noun)
    if noun.dep == "appos" and not sentence.children(noun, "conj", "cc"):
        # With "and" behind it, it is another one of a list: "Zarb, the army and the police".
        others.append(above)
    elif noun.dep == "compound" and above.pos == "PROPN":
        others.append(above)
    elif noun.dep in ("nsubj", "attr") and above.lemma == "be":
        others += sentence.children(above, "attr" if noun.dep == "nsubj" else "nsubj")
    elif noun.dep == "pobj":
        others += _among(sentence, above, cast)
    named = (
        member
        for other in others
        for one in conjuncts(sentence, other)
        for member in name_at(sentence, one, cast)
    )
    behind = listed_behind(sentence, noun, cast.in_sentence(sentence))
    told = (*named, *cast.called(sentence, noun), *shown, *behind)
    return told or _strayed_name(sentence, noun, cast)


def _strayed_name(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """The name right behind a noun that parsers hang on the verb: "owned the line Norsund"."""
    after = sentence.tokens[noun.i + 1 : noun.i + 2] if noun.tag == "NN" else ()
    return tuple(
        member
        for word in after if word.pos == "PROPN"
        for member in cast.in_sentence(sentence)
        if member.mention.span.start == word.start and member.mention.form in NAME_FORMS
        and member.entity.type in BODIES and _is_strayed(sentence, member)
    )[:1]  # fmt: skip


def _is_strayed(sentence: Sentence, member: Member) -> bool:
    span = member.mention.span
    head = head_word(sentence, span.start, span.end)
    return head is not None and head.dep in _STRAYED


def _led_names(sentence: Sentence, noun: Token, cast: Cast) -> tuple[Member, ...]:
    """Whose a noun is that only says who of them: "including the leadership of Zarb"."""
    below = cast.named_by(sentence, noun, depth=1)
    return tuple(m for m in below if m.mention.form in NAME_FORMS and m.named)


def _among(sentence: Sentence, lead: Token, cast: Cast) -> tuple[Token, ...]:
    """Of whom it is told that they are "among the players", "one of them", "a band of guards"."""
    one = sentence.head(lead)
    if lead.text.lower() == "among" and one.lemma == "be":
        return sentence.children(one, "nsubj")
    if lead.text.lower() != "of" or not (one.lemma.lower() in ONE_OF or cast.counts(one)):
        return ()
    above = sentence.head(one)
    if one.dep == "appos":
        return (above,)
    verb = taken_for(sentence, one)
    return sentence.children(verb, "nsubj", "nsubjpass") if verb is not None else ()


def name_at(sentence: Sentence, word: Token, cast: Cast) -> tuple[Member, ...]:
    """Who or what has its own name by this word: "Harlan AG", and not "the Swiss bank"."""
    return tuple(
        member
        for member in cast.at(sentence, word)[:1]
        if member.mention.form in NAME_FORMS
        and member.entity.type in _ENDS
        and (not word.text.islower() or _is_proper(sentence, member))
    )


def _is_proper(sentence: Sentence, member: Member) -> bool:
    """Whether a mention holds a proper name: "the Sabah agency", and not "the Swiss agency"."""
    words = sentence.within(member.mention.span.start, member.mention.span.end)
    return any(t.pos == "PROPN" and not t.text.islower() for t in words)


def _bounds(sentence: Sentence, token: Token) -> tuple[int, int]:
    words = sentence.subtree(token)
    return words[0].start, words[-1].end


def _outside(phrase: tuple[int, int] | None, member: Member) -> bool:
    """Whether a phrase goes back to somebody named elsewhere: "it", "the alliance".

    A phrase with an owner ("its branch") does not: null.
    """
    return phrase is not None and not phrase[0] <= member.mention.span.start < phrase[1]


def bonds_between(
    frame: TieFrame,
    ends: tuple[Iterable[Member], Iterable[Member]],
    sentence: Sentence,
    word: Token,
    *,
    swapped: bool = False,
) -> Iterator[Bond]:
    """A bond for each two ends that the tie allows."""
    subjects, objects = ends if swapped or frame.holder == "subject" else reversed(ends)
    verb = word if word.pos in VERBAL else sentence.head(word)
    # "Do not forget Ann's husband Tom": he is her husband all the same.
    owned = word.pos not in VERBAL and word.dep != "attr" and sentence.children(word, "poss")
    negated = bool((sentence.children(verb, "neg") and not owned) or sentence.children(word, "neg"))
    doubted = _said_not(sentence, word)
    allowed = _OBJECTS.get(frame.type, _ENDS)
    holders = frame.doers or (BODIES if frame.type == "made_up_of" else _ENDS)
    objects = [m for m in objects if m.entity.type in allowed]
    for one in subjects:
        for other in objects:
            fits = one.entity.type in holders and one.entity.id != other.entity.id
            if fits and _known(frame, one, other, sentence):
                words = (word, *words_of(sentence, one, other))
                denied = negated or _excepted(sentence, one) or _excepted(sentence, other)
                denied = denied or one.mention.span.start < doubted
                yield Bond(
                    frame.type, one, other, sentence, word, words, negated=denied,
                    begins=word.lemma.lower() in frame.begin,
                    ends=word.lemma.lower() in frame.end,
                )  # fmt: skip


def _known(frame: TieFrame, one: Member, other: Member, sentence: Sentence) -> bool:
    """Whether it is told who is tied: one end by name, the other at least as a certain body.

    "Norland runs the cell" tells of a tie, "Norland backs militias" of nobody in particular; but
    what a body is made up of, and whom somebody commands, may be told in the plural.
    """
    if not one.named and not other.named:
        return False
    described = [member for member in (one, other) if not member.named]
    return all(
        m.entity.type in BODIES and (_one(sentence, m) or (frame.type in _IN_PLURAL and m is other))
        for m in described
    )


def _one(sentence: Sentence, member: Member) -> bool:
    head = head_word(sentence, member.mention.span.start, member.mention.span.end)
    return head is not None and head.tag in ("NN", "NNP")


def _said_not(sentence: Sentence, word: Token) -> int:
    """Where the verb stands by which somebody is told not to be such: 0 where none does so.

    "Lee is not one of the men loyal to Orr": of Lee it is denied, of the men it is told.
    """
    noun = word if word.pos == "NOUN" else sentence.head(word)
    lead = sentence.head(noun)
    if lead.text.lower() == "of" and sentence.head(lead).lemma.lower() in ONE_OF:
        noun = sentence.head(lead)
    verb = taken_for(sentence, noun)
    return verb.start if verb is not None and sentence.children(verb, "neg") else 0


def _excepted(sentence: Sentence, member: Member) -> bool:
    """Whether "not" stands right before a name: "run by Orr and not by Lee"."""
    before = sentence.within(sentence.start, member.mention.span.start)[-2:]
    return any(token.text.lower() == "not" for token in before[-1:]) or [
        token.text.lower() for token in before
    ] == ["not", "by"]
