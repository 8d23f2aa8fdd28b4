"""What a verb of saying governs besides a clause: an infinitive, an object, a preposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.complements import asides
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

# What follows a verb and belongs to what is said of the object.
_ARGUMENTS = ("dobj", "oprd", "xcomp", "ccomp", "acomp", "attr")
_SAID = ("dobj", "ccomp", "xcomp", "nsubj", "attr", "acomp", "oprd")
_MEASURES = frozenset({"at", "as", "to"})
_AMOUNTS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_COMPARING = frozenset({"JJR", "RBR"})
# How many words may stand between "it" and the "that" it stands for: "it very likely that".
_NEAR = 4
_TOLD_OF = frozenset({"claim", "deny", "know", "report"})
_NOBODY = frozenset({"nobody", "nothing", "one", "none"})
# Who is questioned or recalled is no word on anything.
_OF_PEOPLE = frozenset({"question", "recall"})
# What is done by saying it, and tells nothing.
_DONE = frozenset({("declare", "ceasefire"), ("declare", "truce"), ("declare", "war")})
# The words of an object that nothing is said of.
_PLAIN = frozenset({"DET", "NOUN", "NUM", "PRON", "PROPN", "PART"})
_OBJECT_PREPOSITIONS = frozenset({"as", "for", "of", "with"})


def preposition(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> tuple[Bounds, Bounds] | None:
    """ "reported about a visit": the preposition is part of the cue."""
    reduced = verb.tag == "VBN" and not sentence.children(verb, "aux", "auxpass")
    for word in sentence.children(verb, "prep"):
        if reduced and word.text.lower() == "to":
            continue  # "talk compared to theirs"
        if sentence[word.i - 1].end == group[1] and word.text.lower() in cue.takes:
            # "called for the minister to resign": the parse may hang the rest on the verb.
            parts = (word, *(t for t in sentence.children(verb, "xcomp") if t.i > word.i))
            parts += _of_the_thing(sentence, verb, word)
            last = max(sentence.subtree(part)[-1].i for part in parts)
            bounds = grammar.stretch(sentence.tokens[word.i + 1 : last + 1])
            if bounds and not _is_time(sentence, word):
                return (group[0], word.end), bounds
    return _behind_hearer(sentence, verb, cue, group)


def _behind_hearer(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> tuple[Bounds, Bounds] | None:
    """ "Told our staff of a locked ward", "boasted to the king of having won".

    Who blames the fall on treason has an object there, and no hearer.
    """
    for word in () if "object" in cue.takes else _behind(sentence, verb):
        thing = sentence.children(word, "pobj", "pcomp")
        led = word.text.lower() in cue.takes and word.text.lower() not in _MEASURES
        if led and thing and not _is_time(sentence, word):
            bounds = grammar.stretch(sentence.tokens[word.i : sentence.subtree(word)[-1].i + 1])
            return (group, bounds) if bounds else None
    return None


def _behind(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The prepositions right behind who is told.

    The parse may give them to the hearers, as in "told reporters of a plot".
    """
    for heard in sentence.children(verb, "dobj", "dative", "prep"):
        to = heard.dep == "prep" and heard.text.lower() == "to"
        who = sentence.children(heard, "pobj") if to else (heard,)
        if sentence.subtree(heard)[0].i != verb.i + 1 or (heard.dep == "prep" and not to):
            continue
        last = sentence.subtree(heard)[-1].i
        yield from (word for word in sentence.children(verb, "prep") if word.i == last + 1)
        for one in who:
            yield from (t for t in sentence.children(one, "prep") if _is_news(sentence, one, t))


def _is_news(sentence: Sentence, hearer: Token, of: Token) -> bool:
    """Whether "of" behind a hearer opens what is told: "our staff of a ward", no "head of it"."""
    things = sentence.children(of, "pobj", "pcomp")
    new = [t for thing in things for t in sentence.children(thing, "det")]
    deed = any(t.dep == "pcomp" for t in things)  # "boasted to the king of having won"
    told = any(t.text.lower() in ("a", "an") for t in new)
    heard = hearer.tag in ("NNS", "NNPS", "PRP") or bool(sentence.children(hearer, "poss"))
    return (deed or (told and heard)) and of.i == hearer.i + 1


def _of_the_thing(sentence: Sentence, verb: Token, word: Token) -> tuple[Token, ...]:
    """ "reported about new posts, to be used by": the parse hangs on the verb what is theirs."""
    after = sentence.subtree(word)[-1].i + 1
    return tuple(
        head
        for head in sentence.children(verb, "advcl")
        if after <= sentence.subtree(head)[0].i <= after + 1
        and any(t.tag == "TO" for t in sentence.children(head, "aux"))
        and sentence.children(head, "auxpass")
    )


def _is_time(sentence: Sentence, word: Token) -> bool:
    """ "Reported on Wednesday" says when, not what."""
    return any(t.entity in ("DATE", "TIME") for t in sentence.children(word, "pobj"))


def infinitive(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> tuple[Bounds, Bounds] | None:
    if any(t.lemma.lower() == "anonymity" for t in sentence.children(verb, "dobj")):
        return None  # "requested anonymity to speak freely"
    for head in (*sentence.children(verb, "xcomp"), *_behind_a_day(sentence, verb)):
        words = [t for t in sentence.subtree(head) if t.i > verb.i]
        bounds = grammar.stretch([*_advised(sentence, verb, cue, words), *words])
        # Whoever can report that something is so can report seeing it.
        lived = head.tag == "VBG" or any(  # "remembers being told that it was late"
            t.tag == "VBG" for t in sentence.children(head, "aux", "auxpass")
        )
        seen = lived and "clause" in cue.takes and cue.act in _TOLD_OF
        if "infinitive" not in cue.takes and not seen:
            continue
        # "Declined to comment" has nothing that is said.
        unsaid = cue.stance != "affirms" or grammar.negated(sentence, verb)
        bare = unsaid and not sentence.children(head, *_SAID)
        if bounds and head.i > verb.i and not bare:
            return group, bounds
    return None


def _behind_a_day(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "Vowed on Sunday to open the books": the parse takes the deed for an aim, or the day's."""
    for head in sentence.subtree(verb):
        if head.dep not in ("advcl", "acl") or head.tag != "VB" or head.i < verb.i:
            continue
        first = sentence.subtree(head)[0]
        between = sentence.tokens[verb.i + 1 : first.i]
        days = between and all(t.entity in ("DATE", "TIME") or t.pos == "ADP" for t in between)
        if days and first.tag == "TO":
            yield head


def _advised(sentence: Sentence, verb: Token, cue: Cue, words: Sequence[Token]) -> Sequence[Token]:
    """ "Advised drivers not to use the bridge": who is to do it, right before the deed."""
    things = sentence.children(verb, "dobj", "dative") if cue.act == "ask" and words else ()
    before = [t for thing in things for t in sentence.subtree(thing)]
    return before if before and before[-1].i == words[0].i - 1 else ()


def object(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> tuple[Bounds, Bounds] | None:
    """ "accused the minister of lying": the object and what is said of it."""
    things = [t for t in sentence.children(verb, "dobj", "oprd") if t.i > verb.i]
    told = _is_measured(sentence, verb, cue) or _is_amount(sentence, verb, things, cue)
    if not told and "object" not in cue.takes:
        return None
    remarked = asides.remarked_on(sentence, verb)
    if remarked is not None:
        return group, remarked
    if not things:
        before = _told_before(sentence, verb)
        return (group, before) if before else None
    if "called" in cue.takes and _is_only_reached(sentence, verb, things):
        return None
    if _names_himself(sentence, verb, things[0]):
        return None
    # One can dismiss a report or a minister: only the first is a word on something said. So one can
    # question it, or him.
    doubts = cue.act == "deny" or verb.lemma in _OF_PEOPLE
    if doubts and _is_somebody(sentence, things[0]):
        return None
    if (verb.lemma.lower(), things[0].lemma.lower()) in _DONE:
        return None
    if things[0].text.lower() in _NOBODY or (cue.act == "say" and grammar.negated(sentence, verb)):
        return None  # "names no one", "we do not discuss such papers": nothing is told
    parts = [
        *things,
        *(t for t in sentence.children(verb, *_ARGUMENTS) if t.i > things[0].i),
        *_degrees(sentence, verb, things[0]),
        *(t for t in _measures(sentence, verb, cue) if _is_counted(sentence, t)),
        *(t for t in sentence.children(verb, "advcl") if _is_what_it_is_called(sentence, t)),
        *(t for t in sentence.children(verb, "advcl") if voices.overheard(sentence, t)),
        *(
            t
            for t in sentence.children(verb, "prep")
            if t.i > things[0].i
            and (
                t.text.lower() in _OBJECT_PREPOSITIONS
                or t.text.lower() in cue.takes
                # "Expressed confidence in her", "voiced doubts about it"
                or (t.i == things[-1].i + 1 and _is_feeling(t, cue))
            )
        ),
    ]
    last = max(sentence.subtree(part)[-1].i for part in parts)
    last = max(last, _that_it_is(sentence, things[0]), _listed(sentence, verb, last))
    first = sentence.subtree(things[0])[0].i
    bounds = grammar.stretch(sentence.tokens[first : _before_aside(sentence, first, last) + 1])
    return (group, bounds) if bounds else None


def _names_himself(sentence: Sentence, verb: Token, thing: Token) -> bool:
    """ "A man who calls himself Wolf", "a group styling itself the Guard": by what name they go.

    What is quoted ('who calls herself "the aunt"') are words of theirs.
    """
    reflexive = thing.text.lower().endswith(("self", "selves"))
    behind = sentence.tokens[thing.i + 1 : thing.i + 2]
    quoted = any(t.tag in ("``", "''") for t in behind)
    return reflexive and not quoted and verb.dep in ("relcl", "acl")


def _is_only_reached(sentence: Sentence, verb: Token, things: Sequence[Token]) -> bool:
    """ "Called two witnesses", "called the trawler on channel 16": a plain object that nothing is
    said of is not called anything."""
    words = sentence.subtree(things[0])
    plain = all(t.pos in _PLAIN for t in words if t.i <= things[0].i)
    more = len(things) > 1 or sentence.children(verb, *_ARGUMENTS[1:], "prt")
    as_it = any(t.text.lower() in _OBJECT_PREPOSITIONS for t in sentence.children(verb, "prep"))
    return plain and not more and not as_it and words[-1].pos in ("NOUN", "PROPN", "PRON")


def _told_before(sentence: Sentence, verb: Token) -> Bounds | None:
    """ "An allegation which the union denied": the words that a clause is said of."""
    which = next((t for t in sentence.children(verb, "dobj") if t.tag == "WDT"), None)
    if which is None or verb.dep != "relcl" or sentence.head(verb).pos != "NOUN":
        return None
    first = grammar.phrase_start(sentence, sentence.head(verb))
    return grammar.stretch(sentence.tokens[first : which.i])


def _is_feeling(word: Token, cue: Cue) -> bool:
    return word.text.lower() in ("in", "about", "over") and cue.act in ("believe", "claim", "say")


def _is_measured(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """ "Put the cost of mending it at nine million", "gave the number of dead as four"."""
    if next(_measures(sentence, verb, cue), None) is not None:
        return True
    things = sentence.children(verb, "dobj") if "at" in cue.takes else ()
    return bool(things and _degrees(sentence, verb, things[0]))


def _measures(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[Token]:
    """The prepositions that lead to a measure, wherever the parse hangs them."""
    measures = _MEASURES.intersection(cue.takes)
    for word in sentence.subtree(verb) if measures else ():
        if word.i > verb.i and word.dep == "prep" and word.text.lower() in measures:
            yield word


def _is_counted(sentence: Sentence, word: Token) -> bool:
    """Whether a preposition leads to a number: "at forty", not "arrived at that figure"."""
    return any(t.tag == "CD" for t in sentence.subtree(word))


def _degrees(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """ "Put it as high as ten", "puts his departure an hour later": where on a scale it is."""
    after = sentence.subtree(thing)[-1].i
    return tuple(
        t
        for t in sentence.children(verb, "advmod", "acomp", "oprd", "advcl")
        if t.i > after
        and t.pos in ("ADJ", "ADV")
        and (
            t.tag in _COMPARING
            or sentence[t.i - 1].dep == "npadvmod"
            or any(w.text.lower() == "as" for w in sentence.children(t))
        )
    )


def _is_amount(sentence: Sentence, verb: Token, things: Sequence[Token], cue: Cue) -> bool:
    """ "Had expected 260 million", "counted nine dredgers": how much somebody says it is; of some
    verbs ("the agency gave 17") only a number that stands alone."""
    if "number" in cue.takes:
        more = any(sentence.children(t, "prep", "dative") for t in (verb, *things))
        return not more and any(t.tag == "CD" for t in things)
    if "amount" not in cue.takes:
        return False
    words = [
        t for thing in things for t in sentence.subtree(thing) if not _is_later(sentence, t, thing)
    ]
    return any(t.tag == "CD" or t.entity in _AMOUNTS for t in words)


def _is_later(sentence: Sentence, token: Token, thing: Token) -> bool:
    """Whether a word stands in a clause or a time behind a thing: no amount of it."""
    between = (token, *sentence.ancestors(token))
    inner = between[: between.index(thing)] if thing in between else ()
    return any(t.dep in ("relcl", "acl", "appos") or t.entity in ("DATE", "TIME") for t in inner)


def _listed(sentence: Sentence, verb: Token, last: int) -> int:
    """The end of a list whose later parts the parse hangs on the verb.

    "Reported two dead and eleven wounded" looks to it as if eleven had wounded somebody, and in
    "looting of the market, the university and some shops" it loses the thread at the comma.
    """
    end = last + 1
    while end < len(sentence) and _is_joint(sentence, end):
        end += 1
    if end in (last + 1, len(sentence)) and not _is_joint(sentence, last):
        return last
    if end == last + 3:  # ", and" opens something else: "blamed the wind, and his wife the crew"
        return last
    for head in sentence.children(verb, "conj", "dep", "appos", "advcl"):
        words = sentence.subtree(head)
        begins = words[0].i in (end, end - 1, last + 1, last)
        counted = head.tag in ("VBN", "VBD") and words[0].tag == "CD"
        named = head.pos in ("NOUN", "PROPN") and head.dep != "advcl"
        if begins and (counted or (named and not any(t.tag in FINITE for t in words))):
            return words[-1].i
    return last


def _is_joint(sentence: Sentence, place: int) -> bool:
    return sentence[place].text.lower() in (",", "and", "or")


def _that_it_is(sentence: Sentence, it: Token) -> int:
    """The last word of the clause that "it" stands for: "judge it likely that it will split"."""
    if it.text.lower() != "it":
        return it.i
    near = sentence.tokens[it.i + 2 : it.i + 2 + _NEAR]
    that = next((t for t in near if t.text.lower() == "that" and t.dep == "mark"), None)
    return sentence.subtree(sentence.head(that))[-1].i if that else it.i


def _is_what_it_is_called(sentence: Sentence, head: Token) -> bool:
    """ "Described the offer as derisory": the parse makes a clause of what it is called."""
    first = sentence.subtree(head)[0]
    return head.pos in ("ADJ", "NOUN") and first.text.lower() == "as" and first.head == head.i


def _before_aside(sentence: Sentence, first: int, last: int) -> int:
    """The last word before ", which ...": that clause is the author's."""
    for token in sentence.tokens[first + 1 : last + 1]:
        opens = token.dep == "relcl" and sentence.subtree(token)[-1].i >= last
        start = sentence.subtree(token)[0].i if opens else 0
        if opens and start > first + 1 and sentence[start - 1].text == ",":
            return start - 2
    return last


def is_of_people(sentence: Sentence, verb: Token, cue: Cue, people: Set[str]) -> bool:
    """ "Dismissed the managers" denies nothing that anybody said; ``people`` are such nouns."""
    things = sentence.children(verb, "dobj", "nsubjpass") if cue.act == "deny" else ()
    return any(t.lemma.lower() in people and t.tag in ("NN", "NNS") for t in things)


def _is_somebody(sentence: Sentence, noun: Token) -> bool:
    person = any(t.entity == "PERSON" for t in (noun, *sentence.children(noun, "appos")))
    # A surname alone may pass for anything.
    return person or (noun.tag == "NNP" and not sentence.children(noun, "det", "case"))
