"""The clause that a verb of saying governs, wherever it stands in the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.complements import asides
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.records.parse import FINITE, Sentence, Token

_MARKS = frozenset({",", ";", ":", '"', "''", "”", "»"})
_QUOTES = frozenset({'"', "''", "``", "“", "”", "«", "»", "'"})
_DASHES = frozenset({"-", "--", "–", "—"})
_STOPS = frozenset({";", ":", "–", "—"})
_ON = frozenset({"on", "in", "at"})
# Tags of "which", "who" and "whose".
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_WAYS = frozenset({"put", "see", "tell"})
# Behind an inserted "she said" these open a reason or a condition of what is said.
_REASONS = frozenset({"because", "unless", "although", "if"})


def clause(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """The clauses that a verb governs, cut where they lie on both sides of it."""
    small = [t for t in sentence.children(verb, "oprd") if sentence.children(t, "nsubj")]
    for head in (*sentence.children(verb, "ccomp"), *small):  # "considered this impossible"
        words = sentence.subtree(head)
        if _only_adds(sentence, verb, words) or _opens_anew(sentence, verb, words):
            continue
        left = [t for t in words if t.i < verb.i] if not _cut(sentence, head, verb) else []
        right = _without_day([t for t in words if t.i > verb.i], verb)
        right = asides.from_its_that(sentence, head, asides.without_remark(sentence, right))
        left = [] if _is_anothers(sentence, verb, left) else left
        left = [] if _announces(sentence, left) else _without_so(left)
        left = _behind_colon(left, goes_on=_goes_on(sentence, verb))
        right = [] if left and (_is_remark(sentence, right) or _is_next(right)) else right
        reasons = _reasons(sentence, verb) if left and not right else ()
        for part in (left, right, reasons):
            bounds = grammar.stretch(part)
            if bounds and (len(part) > 1 or head in part):
                yield (_from_that(sentence, verb, bounds) if part is right else bounds)


def opens_with_that(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause with "that" stands behind a verb: "allowed that it was late"."""
    marks = (
        t for head in sentence.children(verb, "ccomp") for t in sentence.children(head, "mark")
    )
    return any(t.i > verb.i and t.text.lower() == "that" for t in marks)


def _without_day(words: list[Token], verb: Token) -> list[Token]:
    """ "Said on Tuesday it would close": the parse may give the day of the word to what is said."""
    if len(words) < 3 or words[0].i != verb.i + 1 or words[0].text.lower() not in _ON:
        return words
    rest = 1
    while rest < len(words) and words[rest].entity in ("DATE", "TIME"):
        rest += 1
    subject = rest < len(words) and words[rest].pos in ("PRON", "DET", "PROPN", "NOUN")
    return words[rest:] if rest > 1 and subject else words


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Whether a finite verb stands right behind "he pointed out," whose subject stands before."""
    last = max([verb.i, *(t.i for t in sentence.children(verb, "prt"))])
    behind = sentence.tokens[last + 1 : last + 3]
    return len(behind) == 2 and behind[0].text == "," and behind[1].tag in FINITE


def _behind_colon(words: list[Token], *, goes_on: bool) -> list[Token]:
    """ "They doubt that: no lightning was seen, it said": what a colon leads to is what is said."""
    colons = [n for n, t in enumerate(words) if t.text == ":"]
    last = colons[-1] if colons else 0
    told = goes_on or any(t.tag in FINITE for t in words[last:])
    whole = told and any(t.tag in FINITE for t in words[:last])
    quoted = any(t.text in _QUOTES and t.tag != "POS" for t in words)
    return words[last + 1 :] if whole and not quoted else words


def _announces(sentence: Sentence, words: Sequence[Token]) -> bool:
    """ "A guard told us: "I counted ...": what is announced tells nothing of who announces."""
    if words and words[-1].text == ":":  # "It is unlikely: a guard said she had ..."
        return True
    return bool(words) and words[-1].i + 1 < len(sentence) and sentence[words[-1].i + 1].text == ":"


def _is_anothers(sentence: Sentence, verb: Token, words: Sequence[Token]) -> bool:
    """ "There was no proof, she said, that anybody had asked": what stands before is her word."""
    between = (t for t in sentence.children(verb, "parataxis") if t.i < verb.i)
    return any(words and words[-1].i < t.i and sentence.children(t, "nsubj") for t in between)


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


def _is_quoted(words: Sequence[Token]) -> bool:
    return bool(words) and words[0].text in _QUOTES


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
    subject = asides.subject_before(sentence, verb, "nsubj", "nsubjpass")
    if subject is None:
        return
    things = sentence.children(verb, "dobj", "dative", "agent")
    first = min(t.i for t in sentence.subtree(subject))
    if sentence[first].tag in _RELATIVE:
        return  # "A copy, whose owner showed it to us, contains ..."
    last = max([verb.i, *(sentence.subtree(t)[-1].i for t in things if t.i > verb.i)])
    if not 0 < first - 1 < last + 2 < len(sentence):
        return
    apart = sentence[first - 1].text == sentence[last + 1].text == ","
    resumes = sentence.tokens[last + 2 :]
    resumes = resumes[1:] if resumes[0].text in _QUOTES else resumes
    if not (apart and resumes) or resumes[0].tag not in FINITE or resumes[0].i == verb.i:
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


def scene(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "The log has the engineer giving the order": somebody in the midst of doing something."""
    for head in sentence.children(verb, "ccomp", "dobj"):
        doing = [head] if head.dep == "ccomp" else sentence.children(head, "acl")
        if any(t.tag == "VBG" and t.i > verb.i + 1 for t in doing):
            bounds = grammar.stretch(sentence.subtree(head))
            yield from (bounds,) if bounds else ()


def _only_adds(sentence: Sentence, verb: Token, words: Sequence[Token]) -> bool:
    """ "... according to AP, which cited two aides": such a clause is of the word before it."""
    first = words[0]
    return first.i > verb.i + 1 and first.tag in ("WDT", "WP") and sentence[first.i - 1].text == ","


def meant(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "He understood her to mean that others had complained": what she meant, as he says."""
    for head in sentence.children(verb, "xcomp"):
        if head.lemma.lower() == "mean" and head.i > verb.i:
            yield from clause(sentence, head)


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
    if head.dep == "ccomp" and head.head < verb.i:  # "He could not tell, he said, that it was late"
        return
    for mark in sentence.children(head, "mark"):
        if mark.i > verb.i and mark.text.lower() == "that":
            first = sentence.subtree(verb)[0].i
            before = [t for t in sentence.subtree(head) if t.i < first]
            whole = grammar.stretch(before) if any(t.tag in FINITE for t in before) else None
            yield from (whole,) if whole and verb.dep == "parataxis" else ()
            bounds = grammar.stretch([t for t in sentence.subtree(head) if t.i >= mark.i])
            if bounds:
                yield bounds


def hung(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "Told them on a call that it was late": the parse may hang the clause on the last noun."""
    for that in sentence.tokens[verb.i + 2 :]:
        if that.tag in FINITE or that.text in _STOPS:
            return
        above = (t for t in sentence.ancestors(that) if t.dep in ("relcl", "acl"))
        head = next(above, None) if that.text.lower() == "that" else None
        if head is None:
            continue
        words = sentence.subtree(head)
        noun = sentence.head(head)
        within = noun.i > verb.i and any(t.i == verb.i for t in sentence.ancestors(noun))
        within = within and (that.dep == "mark" or noun.head != verb.i)
        if within and words[0].i == that.i and _is_complete(sentence, head, that):
            bounds = grammar.stretch(words)
            yield from (bounds,) if bounds else ()
        return


def _is_complete(sentence: Sentence, head: Token, that: Token) -> bool:
    """Whether a clause lacks nothing that its "that" could stand for."""
    subjects = [t for t in sentence.children(head, "nsubj", "nsubjpass", "expl") if t.i != that.i]
    if that.dep == "mark":
        return bool(subjects)
    full = sentence.children(head, "dobj", "attr", "acomp", "ccomp", "xcomp")
    return bool(subjects) and any(t.i != that.i for t in full)


def behind_aside(sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "Wrote to the mayor, in a letter seen by AP, that ...": where the parse lost the clause."""
    if asides.is_inserted(sentence, verb):
        return
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


def around(sentence: Sentence, verb: Token, *, hearer: bool = False) -> Iterator[Bounds]:
    """The sentence around an inserted "he said" or "as he said".

    ``hearer``: the verb's object is who is told ("a guard told the paper"), not what.
    """
    quoting = voices.quoted_as(sentence, verb)
    if quoting is not None and not sentence.children(verb, "ccomp", "dobj"):
        yield from clause(sentence, sentence.head(quoting))
        return
    if voices.ends(sentence, verb):
        first = grammar.phrase_start(sentence, sentence.head(verb))
        bounds = grammar.stretch(sentence.tokens[: first - 1])
        if bounds:
            yield bounds
        return
    before = _before_so(sentence, verb) or asides.before_closing_cue(sentence, verb)
    if before:
        bounds = grammar.stretch(before)
        yield from (bounds,) if bounds else ()
        return
    inserted = verb.dep == "parataxis" or any(
        t.text.lower() == "as" for t in sentence.children(verb, "mark", "advmod", "prep")
    )
    # "As he described it" says nothing of the rest; ", one of them told Reuters," does.
    free = verb.dep == "parataxis" or is_way(sentence, verb) or hearer
    if sentence.children(verb, "dobj") and not free:
        return
    inserted = inserted or closes(sentence, verb)
    beside = verb.dep == "conj" and inserted and asides.is_spliced(sentence, verb)
    if not inserted or not (beside or verb.dep in ("parataxis", "advcl", "ccomp", "pcomp")):
        return
    on = grammar.resumed_behind(sentence, verb)
    behind = {t.i for t in sentence.subtree(on)} | {on.i - 1, on.i - 2} if on else ()
    within = grammar.outermost(t for t in sentence.subtree(verb) if t.i not in behind)
    above = grammar.outermost(sentence.subtree(_clause_above(sentence, verb)))
    if within is None or above is None:
        return
    left, right = _sides(sentence, verb, within, above)
    open = bool(left) and left[-1].pos == "AUX"  # "What he signed was, they say, a forgery"
    whole = any(t.tag in FINITE for t in left) and not open
    remark = _behind_comma(right)
    for part in (left, () if whole and _is_remark(sentence, remark) else right):
        bounds = grammar.stretch(part)
        # "The mine, it is feared, will close": a subject alone is a part too.
        subject = part is left and bool(remark) and remark[0].tag in FINITE
        if bounds and (len(part) > 2 or subject or any(t.tag in FINITE for t in part)):
            yield bounds


def _sides(
    sentence: Sentence, verb: Token, within: tuple[int, int], above: tuple[int, int]
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """What stands before and behind an inserted cue, each within its clause and its dashes."""
    left = sentence.tokens[above[0] : within[0]]
    right = sentence.tokens[within[1] + 1 : above[1] + 1]
    semicolons = [n for n, t in enumerate(left) if t.text == ";"]
    left = left[semicolons[-1] + 1 :] if semicolons else left
    left = tuple(_between_dashes(sentence, verb, left))
    left = tuple(_behind_colon([*left], goes_on=_goes_on(sentence, verb)))
    left = _subject_of(sentence, sentence.head(verb), left)
    right = right[: next((n for n, t in enumerate(right) if t.text == ";"), len(right))]
    # 'The roof was, as she put it, "rotten"': those are her words alone.
    own = is_way(sentence, verb) and _is_quoted(_behind_comma(right))
    return (() if own else left), right


def _behind_comma(words: tuple[Token, ...]) -> tuple[Token, ...]:
    return words[1:] if words and words[0].text == "," else words


def _subject_of(sentence: Sentence, above: Token, left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A copy whose maker, he suspects, wished to please": of what stands before, the subject."""
    before = [t for t in sentence.children(above, "nsubj", "nsubjpass") if t.i < above.i]
    words = sentence.subtree(before[-1]) if before else ()
    ends = bool(words) and bool(left) and words[-1].i == left[-1].i
    others = [t for t in left if t.tag in FINITE and t.i < words[0].i] if ends else []
    return tuple(t for t in left if t.i >= words[0].i) if others else left


def _between_dashes(sentence: Sentence, verb: Token, left: Sequence[Token]) -> Sequence[Token]:
    """ "He disputes it - it was nine, he insists - but not the rest": what the dashes hold."""
    behind = verb.i + 1 < len(sentence) and sentence[verb.i + 1].text in _DASHES
    dashes = [n for n, t in enumerate(left) if t.text in _DASHES and behind]
    return left[dashes[-1] + 1 :] if dashes else left


def _clause_above(sentence: Sentence, verb: Token) -> Token:
    """The verb of the clause that "they say" is inserted in, not the noun it hangs on."""
    above = sentence.head(verb)
    if verb.dep != "parataxis":
        # "The bridge, as he had warned, was not built for it": the aside hangs on the subject.
        subject = above.dep in ("nsubj", "nsubjpass") and above.i < verb.i < above.head
        return sentence.head(above) if subject else above
    verbal = (t for t in (above, *sentence.ancestors(above)) if t.pos in ("VERB", "AUX"))
    found = next(verbal, above)
    # "He could not tell, he said, that it was late": the inserted words part a verb and its clause.
    governing = sentence.head(found)
    parted = found.dep == "ccomp" and sentence.subtree(found)[0].i <= verb.i + 2
    return governing if parted and governing.i < verb.i < found.i else found


def is_way(sentence: Sentence, verb: Token) -> bool:
    """ "As the guard tells it", "as she put it": the whole sentence is how somebody tells it."""
    told = [t.text.lower() for t in sentence.children(verb, "dobj")]
    led = (*sentence.children(verb, "mark", "advmod"), sentence.head(verb))
    way = any(t.text.lower() == "as" and t.i < verb.i for t in led)
    return way and told == ["it"] and verb.lemma.lower() in _WAYS


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


def closes(sentence: Sentence, verb: Token) -> bool:
    """ "The flow may stop, an engineer said": a clause behind a comma that nothing ties on."""
    words = sentence.subtree(verb)
    first = words[0].i + (words[0].text == ",")
    tied = sentence.children(verb, "mark", "advmod") or words[-1].i + 2 < len(sentence)
    # "A letter, in which he admits to having known": that clause is of the letter.
    tied = tied or any(t.tag in _RELATIVE for t in words if t.i < verb.i)
    # '"Everybody knew," the champion wrote': the comma stands before the mark.
    comma = first - 2 if first > 1 and sentence[first - 1].tag == "''" else first - 1
    if tied or comma < 0 or sentence[comma].text != ",":
        return False
    return any(t.i < verb.i for t in sentence.children(verb, "nsubj"))
