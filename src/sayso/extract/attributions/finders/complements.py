"""What a verb of saying governs: the clause, infinitive, object or preposition that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.grammar import FINITE
from sayso.packs.cues import Cue
from sayso.records.parse import Sentence, Token

_MARKS = frozenset({",", ";", ":", '"', "''", "”", "»"})
# What follows a verb and belongs to what is said of the object.
_ARGUMENTS = ("dobj", "oprd", "xcomp", "ccomp", "acomp", "attr")
_SAID = ("dobj", "ccomp", "xcomp", "nsubj", "attr", "acomp", "oprd")
_MEASURES = frozenset({"at", "as", "to"})
_QUOTES = frozenset({'"', "''", "``", "“", "”", "«", "»", "'"})
_STOPS = frozenset({";", ":", "–", "—"})
_AMOUNTS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
# Behind an inserted "she said" these open a reason or a condition of what is said.
_REASONS = frozenset({"because", "unless", "although", "if"})
# How many words may stand between "it" and the "that" it stands for: "it very likely that".
_NEAR = 4
_OBJECT_PREPOSITIONS = frozenset({"as", "for", "of", "with"})


def clause(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """The clauses that a verb governs, cut where they lie on both sides of it."""
    for head in sentence.children(verb, "ccomp"):
        words = sentence.subtree(head)
        if _only_adds(sentence, verb, words) or _opens_anew(sentence, verb, words):
            continue
        left = [t for t in words if t.i < verb.i] if not _cut(sentence, head, verb) else []
        right = [t for t in words if t.i > verb.i]
        left = _without_so(left)
        right = [] if left and (_is_remark(sentence, right) or _is_next(right)) else right
        reasons = _reasons(sentence, verb) if left and not right else ()
        for part in (left, right, reasons):
            bounds = grammar.stretch(part)
            if bounds and (len(part) > 1 or head in part):
                yield (_from_that(sentence, verb, bounds) if part is right else bounds)


def _reasons(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """ "She was sure, she told the jury, because ...": the rest of what is said."""
    for head in sentence.children(verb, "advcl"):
        words = sentence.subtree(head)
        apart = words[0].i > verb.i and sentence[words[0].i - 1].text == ","
        if apart and words[0].text.lower() in _REASONS:
            return words
    return ()


def _is_remark(sentence: Sentence, words: Sequence[Token]) -> bool:
    """ "They were not paid, the union says, a claim that ...": the author's word on the claim."""
    if len(words) < 2 or words[0].text.lower() not in ("a", "an", "something"):
        return False
    return sentence[words[0].i - 1].text == "," and words[0].pos in ("DET", "PRON")


def _is_next(words: Sequence[Token]) -> bool:
    """ "They left, she said; the mayor stayed": what a semicolon opens is not hers any more."""
    return len(words) > 1 and words[0].text == ";" and words[1].text not in _QUOTES


def _opens_anew(sentence: Sentence, verb: Token, words: Sequence[Token]) -> bool:
    """The same where the parse makes two clauses of it, one in front of "she said"."""
    before = any(head.i < verb.i for head in sentence.children(verb, "ccomp"))
    first = words[0].i
    behind = first == verb.i + 2 and sentence[verb.i + 1].text == ";"
    return before and behind and words[0].text not in _QUOTES


def interrupted(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """Both sides of a sentence that "he told the house" interrupts before its finite verb.

    "The deficit, he told the house, was inherited": between a noun and the verb that it is the
    subject of such words can only be inserted, whatever the parse makes of them.
    """
    subject = next((t for t in sentence.children(verb, "nsubj") if t.i < verb.i), None)
    if subject is None:
        return
    things = sentence.children(verb, "dobj", "dative")
    first = min(t.i for t in sentence.subtree(subject))
    last = max([verb.i, *(sentence.subtree(t)[-1].i for t in things if t.i > verb.i)])
    if not 0 < first - 1 < last + 2 < len(sentence):
        return
    apart = sentence[first - 1].text == sentence[last + 1].text == ","
    if not apart or sentence[last + 2].tag not in FINITE or sentence[last + 2].i == verb.i:
        return
    begins = [t.i for t in sentence.tokens[: first - 1] if t.text in _STOPS]
    left = sentence.tokens[begins[-1] + 1 if begins else 0 : first - 1]
    ends = [t.i for t in sentence.tokens[last + 2 :] if t.text in _STOPS or t.text == "."]
    right = sentence.tokens[last + 2 : ends[0] if ends else len(sentence)]
    if not left or any(t.tag in FINITE or t.text in (",", *_QUOTES) for t in left):
        return
    for part in (left, right):
        bounds = grammar.stretch(part)
        if bounds:
            yield bounds


def _only_adds(sentence: Sentence, verb: Token, words: Sequence[Token]) -> bool:
    """ "... according to AP, which cited two aides": such a clause is of the word before it."""
    first = words[0]
    return first.i > verb.i + 1 and first.tag in ("WDT", "WP") and sentence[first.i - 1].text == ","


def _cut(sentence: Sentence, head: Token, verb: Token) -> bool:
    """ "She left; he said no": a semicolon outside quotation marks ends what stands before."""
    marks = [t for t in sentence.tokens[head.i + 1 : verb.i] if t.text in _MARKS]
    ends = [n for n, t in enumerate(marks) if t.text == ";" and t.head != head.i]
    return bool(ends) and all(t.text == "," for t in marks[ends[-1] + 1 :])


def _from_that(sentence: Sentence, verb: Token, bounds: Bounds) -> Bounds:
    """The clause from the "that" behind the verb on, wherever the parse lets it begin."""
    after = verb.i + 1
    if after < len(sentence) and sentence[after].text.lower() == "that":
        return min(sentence[after].start, bounds[0]), bounds[1]
    return bounds


def cut_off(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "X reported, citing Y, that ...", where the parse makes the clause the main one."""
    head = sentence.head(verb)
    if verb.dep not in ("ccomp", "advcl", "parataxis") or head.i < verb.i:
        return
    for mark in sentence.children(head, "mark"):
        if mark.i > verb.i and mark.text.lower() == "that":
            bounds = grammar.stretch([t for t in sentence.subtree(head) if t.i >= mark.i])
            if bounds:
                yield bounds


def behind_aside(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "Wrote to the mayor, in a letter seen by AP, that ...": where the parse lost the clause."""
    for that in sentence.tokens[verb.i + 2 : -2]:
        if that.text.lower() != "that" or sentence[that.i - 1].text != ",":
            continue
        between = sentence.tokens[verb.i + 1 : that.i]
        rest = sentence.tokens[that.i :]
        clause = rest[: next((n for n, t in enumerate(rest) if t.text == ";"), len(rest))]
        subject = sentence[that.i + 1].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
        told = any(t.tag in FINITE for t in clause[1:]) and subject
        if told and not any(t.tag in FINITE or t.text in _STOPS for t in between):
            bounds = grammar.stretch(clause)
            yield from (bounds,) if bounds else ()
        return


def around(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """The sentence around an inserted "he said" or "as he said"."""
    quoting = voices.quoted_as(sentence, verb)
    if quoting is not None and not sentence.children(verb, "ccomp", "dobj"):
        yield from clause(sentence, sentence.head(quoting))
        return
    if voices.ends(sentence, verb):
        first = sentence.subtree(sentence.head(verb))[0].i
        bounds = grammar.stretch(sentence.tokens[: first - 1])
        if bounds:
            yield bounds
        return
    before = _before_so(sentence, verb)
    if before:
        bounds = grammar.stretch(before)
        yield from (bounds,) if bounds else ()
        return
    inserted = verb.dep == "parataxis" or any(
        t.text.lower() == "as" for t in sentence.children(verb, "mark", "advmod", "prep")
    )
    # "As he described it" says nothing of the rest; ", one of them told Reuters," does.
    if sentence.children(verb, "dobj") and verb.dep != "parataxis":
        return
    inserted = inserted or _closes(sentence, verb)
    if not inserted or verb.dep not in ("parataxis", "advcl", "ccomp", "pcomp"):
        return
    within = grammar.outermost(sentence.subtree(verb))
    above = grammar.outermost(sentence.subtree(sentence.head(verb)))
    if within is None or above is None:
        return
    left = sentence.tokens[above[0] : within[0]]
    right = sentence.tokens[within[1] + 1 : above[1] + 1]
    semicolons = [n for n, t in enumerate(left) if t.text == ";"]
    left = left[semicolons[-1] + 1 :] if semicolons else left
    right = right[: next((n for n, t in enumerate(right) if t.text == ";"), len(right))]
    whole = any(t.tag in FINITE for t in left)
    remark = right[1:] if right and right[0].text == "," else right
    for part in (left, () if whole and _is_remark(sentence, remark) else right):
        bounds = grammar.stretch(part)
        if bounds and len(part) > 2:
            yield bounds


def _before_so(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """What stands before "..., or so the guide said", "..., so he said"."""
    so = next((t for t in sentence.children(verb, "advmod") if t.text.lower() == "so"), None)
    if so is None or not any(so.i < t.i < verb.i for t in sentence.children(verb, "nsubj")):
        return ()
    comma = so.i - 2 if so.i > 1 and sentence[so.i - 1].text.lower() == "or" else so.i - 1
    apart = comma > 0 and sentence[comma].text == ","
    return () if not apart or sentence.children(verb, "ccomp", "dobj") else sentence.tokens[:comma]


def _without_so(words: list[Token]) -> list[Token]:
    """ "It had sunk, or so the guide said": the parse may give "or so" to what sank."""
    ends = len(words) > 2 and [t.text.lower() for t in words[-2:]] == ["or", "so"]
    return words[:-2] if ends else words


def _closes(sentence: Sentence, verb: Token) -> bool:
    """ "The flow may stop, an engineer said": a clause behind a comma that nothing ties on."""
    words = sentence.subtree(verb)
    first = words[0].i
    tied = sentence.children(verb, "mark", "advmod") or words[-1].i + 2 < len(sentence)
    if tied or not first or sentence[first - 1].text != ",":
        return False
    return any(t.i < verb.i for t in sentence.children(verb, "nsubj"))


def preposition(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> tuple[Bounds, Bounds] | None:
    """ "reported about a visit": the preposition is part of the cue."""
    for word in sentence.children(verb, "prep"):
        if sentence[word.i - 1].end == group[1] and word.text.lower() in cue.takes:
            # "called for the minister to resign": the parse may hang the rest on the verb.
            parts = (word, *(t for t in sentence.children(verb, "xcomp") if t.i > word.i))
            parts += _of_the_thing(sentence, verb, word)
            last = max(sentence.subtree(part)[-1].i for part in parts)
            bounds = grammar.stretch(sentence.tokens[word.i + 1 : last + 1])
            if bounds and not _is_time(sentence, word):
                return (group[0], word.end), bounds
    return None


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
    if "infinitive" not in cue.takes:
        return None
    for head in sentence.children(verb, "xcomp"):
        words = [t for t in sentence.subtree(head) if t.i > verb.i]
        bounds = grammar.stretch(words)
        # "Declined to comment" has nothing that is said.
        bare = cue.stance != "affirms" and not sentence.children(head, *_SAID)
        if bounds and head.i > verb.i and not bare:
            return group, bounds
    return None


def object(
    sentence: Sentence, verb: Token, cue: Cue, group: Bounds
) -> tuple[Bounds, Bounds] | None:
    """ "accused the minister of lying": the object and what is said of it."""
    things = [t for t in sentence.children(verb, "dobj", "oprd") if t.i > verb.i]
    told = _is_measured(sentence, verb, cue) or _is_amount(sentence, things, cue)
    if not told and "object" not in cue.takes:
        return None
    # One can dismiss a report or a minister: only the first is a word on something said.
    if not things or (cue.act == "deny" and _is_somebody(sentence, things[0])):
        return None
    parts = [
        *things,
        *(t for t in sentence.children(verb, *_ARGUMENTS) if t.i > things[0].i),
        *(t for t in sentence.children(verb, "advcl") if _is_what_it_is_called(sentence, t)),
        *(
            t
            for t in sentence.children(verb, "prep")
            if t.i > things[0].i
            and (t.text.lower() in _OBJECT_PREPOSITIONS or t.text.lower() in cue.takes)
        ),
    ]
    last = max(sentence.subtree(part)[-1].i for part in parts)
    last = max(last, _that_it_is(sentence, things[0]))
    first = sentence.subtree(things[0])[0].i
    bounds = grammar.stretch(sentence.tokens[first : _before_aside(sentence, first, last) + 1])
    return (group, bounds) if bounds else None


def _is_measured(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """ "Put the cost of mending it at nine million", "gave the number of dead as four"."""
    measures = _MEASURES.intersection(cue.takes)
    behind = [t for t in sentence.subtree(verb) if t.i > verb.i and t.dep == "prep"]
    return any(t.text.lower() in measures for t in behind)


def _is_amount(sentence: Sentence, things: Sequence[Token], cue: Cue) -> bool:
    """ "Had expected 260 million", "counted nine dredgers": how much somebody says it is."""
    if "amount" not in cue.takes:
        return False
    words = [t for thing in things for t in (thing, *sentence.children(thing, "nummod"))]
    return any(t.tag == "CD" or t.entity in _AMOUNTS for t in words)


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


def _is_somebody(sentence: Sentence, noun: Token) -> bool:
    return any(t.entity == "PERSON" for t in (noun, *sentence.children(noun, "appos")))
