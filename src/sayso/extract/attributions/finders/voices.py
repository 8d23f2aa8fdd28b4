"""Who speaks where a verb has no plain subject, and where somebody else begins to speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass")
# Where the parse puts a subject behind "in an interview with X," or "on 9 August 1866".
_LOST = ("appos", "oprd")
# What the engine calls where and when something is: nobody whose word it could be.
WHERE_AND_WHEN = frozenset({"DATE", "FAC", "GPE", "LOC", "TIME"})
_LETTING = frozenset({"let", "make"})
_NOBODY = frozenset({"anybody", "anyone", "nobody"})
# They open a question that a sentence leaves open: "why he left nobody can say".
_ASKING = frozenset({"whether", "why", "how", "who", "what", "where", "when"})
# "Not to be named", "to give her name", "to remain anonymous".
_NAMING = frozenset({"name", "identify", "quote"})
_WHO_ONE_IS = frozenset({"name", "surname", "identity", "anonymous", "unnamed"})
ABLE = frozenset({"can", "ca", "could"})
_DENYING = frozenset({"not", "n't", "never", "nobody", "none"})


def speaker(sentence: Sentence, verb: Token) -> Token | None:
    """Who speaks: the subject; in "quoted Y as saying" Y; or a subject that lost its verb."""
    if ends(sentence, verb) or is_main(sentence, verb):
        return sentence.head(verb)
    outer = resumed(sentence, verb)
    if outer is not None:
        return grammar.subject(sentence, outer)
    found = _quoted(sentence, verb) or grammar.subject(sentence, verb)
    found = found or _raised(sentence, verb) or _stranded(sentence, verb)
    # "It is hard to rule out that": nobody rules it out. "It refused, saying that" has a speaker.
    shared = found is not None and found.text.lower() == "it" and found.head != verb.i
    return None if shared and verb.tag == "VB" else found


def said_by(
    sentence: Sentence, number: int, verb: Token, who: Token, cue: Cue, content: Bounds
) -> Saying:
    """What a verb tells by its subject, ``who``; ``number`` is that of the sentence."""
    return Saying(
        source=grammar.source_phrase(sentence, who, verb),
        cue=grammar.span_of(sentence, *grammar.verb_group(sentence, verb)),
        content=content,
        sentence=number,
        word=verb.i,
        cue_entry=cue,
        speaker=who.i,
        denied=grammar.negated(sentence, verb),
    )


def _raised(sentence: Sentence, verb: Token) -> Token | None:
    """ "He is said to have warned them", "was overheard telling her": whom the passive is told of
    speaks. Who is only expected to say something has not said it."""
    above = sentence.head(verb)
    who = sentence.children(above, "nsubjpass")
    done = any(t.lemma == "have" for t in sentence.children(verb, "aux"))
    heard = verb.tag == "VBG" and verb.i == above.i + 1
    told = (verb.dep == "xcomp" and done) or (verb.dep in ("xcomp", "advcl") and heard)
    return who[-1] if who and told else None


def overheard(sentence: Sentence, verb: Token) -> Token | None:
    """Who says it in "recalled Lee telling the room": whoever the verb above has for its object."""
    before = sentence[verb.i - 1]
    named = before.pos in ("PROPN", "PRON") and before.text.lower() not in ("it", "this", "that")
    heard = verb.tag == "VBG" and before.dep in ("dobj", "nsubj") and verb.dep in ("advcl", "ccomp")
    of_it = before.head in (verb.head, verb.i)
    return before if heard and named and of_it and sentence.head(verb).i < before.i else None


def quoted_as(sentence: Sentence, verb: Token) -> Token | None:
    """The "as" between a verb of quoting and what somebody is quoted as saying."""
    above = sentence.head(verb)
    return above if _is_telling(sentence, verb) and above.text.lower() == "as" else None


def _is_telling(sentence: Sentence, verb: Token) -> bool:
    """ "As saying", "as having told"."""
    having = any(t.text.lower() == "having" for t in sentence.children(verb, "aux"))
    return verb.tag == "VBG" or having


def quoting(sentence: Sentence, verb: Token) -> Token | None:
    """The active verb by which somebody quotes another as saying something with this verb."""
    joint = quoted_as(sentence, verb)
    if joint is None:
        return None
    # "The minutes quote her as saying": the parse may take the verb for a noun or a cry.
    above = next((t for t in sentence.ancestors(joint) if t.pos == "VERB" or t.dep == "ROOT"), None)
    above = _deed_before(sentence, joint) or above
    return None if above is None or sentence.children(above, "nsubjpass", "auxpass") else above


def _deed_before(sentence: Sentence, joint: Token) -> Token | None:
    """ "The survey goes on to quote her as saying": the parse gives "as" to the going on."""
    for verb in sentence.children(sentence.head(joint), "xcomp", "advcl"):
        things = sentence.children(verb, "dobj")
        if verb.tag == "VB" and things and sentence.subtree(things[-1])[-1].i == joint.i - 1:
            return verb
    return None


def quotes(sentence: Sentence, word: Token) -> bool:
    """Whether a word quotes somebody "as saying" what follows."""
    return any(
        token.text.lower() == "as"
        and any(_is_telling(sentence, t) for t in sentence.children(token, "pcomp"))
        for token in sentence.subtree(word)
    )


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody is told or asked something: "was asked", "asked whether he had paid"."""
    whole = bool(sentence.children(verb, "nsubjpass", "auxpass"))
    active = ends(sentence, verb) or is_main(sentence, verb)
    return whole or (is_reduced(sentence, verb) and not active)


def is_reduced(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has lost the "was" of its passive: "asked whether he had paid, she ..."."""
    # "As first reported by the weekly" has lost its "was" too.
    marks = [t for t in sentence.children(verb, "mark") if t.text.lower() != "as"]
    if _is_set_off(sentence, verb):
        return True
    alone = not marks and not sentence.children(verb, "aux", "auxpass", "nsubj", "nsubjpass", "cc")
    alone = alone and not grammar.of_conjunction(sentence, verb)
    return alone and verb.tag in ("VBN", "VBD") and verb.dep in ("advcl", "acl")


def _is_set_off(sentence: Sentence, verb: Token) -> bool:
    """ "The premier, asked about the affair, said": where the parse takes "asked" for the verb."""
    who = next(iter(sentence.children(verb, "nsubj")), None)
    first, last = verb.i - 1, 0
    if who is None or verb.tag not in ("VBD", "VBN") or sentence[first].text != ",":
        return False
    later = [t for t in sentence.children(verb, "conj") if t.tag in ("VBD", "VBZ")]
    last = later[0].i - 1 if later and not sentence.children(verb, "cc") else 0
    return sentence.subtree(who)[-1].i + 1 >= first and last > verb.i and sentence[last].text == ","


def ends(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb ends what its noun begins: "it may stop, an engineer at the site said".

    The parse takes the past tense there for "an engineer said to be at the site".
    """
    noun = sentence.head(verb)
    if verb.dep != "acl" or noun.pos not in ("NOUN", "PROPN") or verb.tag not in ("VBN", "VBD"):
        return False
    first, last = grammar.phrase_start(sentence, noun), sentence.subtree(verb)[-1].i
    behind = sentence.tokens[last + 1 :]
    closed = all(t.pos == "PUNCT" for t in behind) and not sentence.children(verb, "agent")
    told = any(t.tag in FINITE for t in sentence.tokens[:first])  # not "far from denying it, ..."
    return closed and told and first > 1 and sentence[first - 1].text == ","


def is_main(sentence: Sentence, verb: Token) -> bool:
    """Whether a past tense that the parse hangs on its subject is the verb of the sentence.

    "The company offered on Monday to pay half" may look to it like "the company offered help".
    """
    noun = sentence.head(verb)
    if verb.dep != "acl" or noun.dep != "ROOT" or verb.tag not in ("VBN", "VBD"):
        return False
    below = {t.i for t in sentence.subtree(verb)}
    other = any(t.tag in FINITE and t.i not in below for t in sentence)
    return noun.pos in ("NOUN", "PROPN") and not other and not sentence.children(verb, "agent")


def resumed(sentence: Sentence, verb: Token) -> Token | None:
    """The verb whose speaker goes on: "he claimed that she came, and denied that they met".

    Behind a comma the parse may join "denied" to what is claimed.
    """
    joined = verb.dep == "conj" and not sentence.children(verb, *_SUBJECTS, "aux", "mark")
    below = sentence.head(verb)
    if joined and _parts_company(sentence, below, verb):
        return _teller(sentence, below, verb)
    before = sentence[verb.i - 2] if verb.i > 1 else None
    comma = before is not None and before.text == "," and sentence[verb.i - 1].tag == "CC"
    if not joined or not comma or below.dep != "ccomp" or below.i > verb.i:
        return None
    above = sentence.head(below)
    # "Not all agree: Borg doubts it, and notes that": behind a colon Borg goes on.
    if any(t.text == ":" for t in sentence.tokens[above.i + 1 : below.i]):
        return None
    tensed = above.tag in FINITE and above.tag == verb.tag and above.i < below.i
    return above if tensed and verb.tag in ("VBD", "VBZ", "VBP") else None


def _parts_company(sentence: Sentence, below: Token, verb: Token) -> bool:
    """ "Confirmed that it had been approached but said talks were early": what had been done and
    a past tense that tells something are no pair, whatever the parse joins."""
    had = any(t.tag in FINITE for t in sentence.children(below, "aux", "auxpass"))
    clause = [t for t in sentence.children(verb, "ccomp") if t.i > verb.i]
    tells = verb.tag == "VBD" and any(sentence.children(t, *_SUBJECTS) for t in clause)
    return had and below.tag in ("VBN", "VBG") and tells and sentence[verb.i - 1].tag == "CC"


def _teller(sentence: Sentence, below: Token, verb: Token) -> Token | None:
    """The verb above what is told, of the same tense: in "said in a letter that" the saying."""
    above = next((t for t in sentence.ancestors(below) if t.pos == "VERB"), None)
    same = above is not None and above.tag == verb.tag and above.i < below.i
    return above if same else None


def is_quoted(sentence: Sentence, verb: Token) -> bool:
    """ "Y was quoted by X as saying": the saying is told by its second verb."""
    return bool(sentence.children(verb, "nsubjpass")) and any(
        word.text.lower() == "as" and any(t.tag == "VBG" for t in sentence.children(word, "pcomp"))
        for word in sentence.children(verb, "prep")
    )


def lets_speak(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "The paper quoted her as denying that": what is told are her words, by their own cue."""
    nouns = sentence.children(verb, "dobj")
    joints = [w for t in (verb, *nouns) for w in sentence.children(t, "prep") if w.i > verb.i]
    return any(
        word.text.lower() == "as" and t.tag == "VBG" and scene.cue(t.lemma.lower(), "verb")
        for word in joints
        for t in sentence.children(word, "pcomp")
    )


def ascribed(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """To whom "attributing it to two clerks" gives the words; nobody where it tells of a cause."""
    things = sentence.children(verb, "dobj")
    words = any(
        t.pos == "PRON" or scene.is_text(t) or scene.cue(t.lemma.lower(), "noun") for t in things
    )
    if verb.lemma.lower() not in scene.pack.list("ascribing_verbs") or not words:
        return ()
    leads = [
        *sentence.children(verb, "prep"),
        *(w for t in things for w in sentence.children(t, "prep")),
    ]
    return tuple(
        noun
        for lead in leads
        if lead.text.lower() == "to"
        for noun in _objects(sentence, lead)
        if scene.is_source(noun)
    )


def hides_a_name(sentence: Sentence, verb: Token) -> bool:
    """ "Asked not to be named", "would not give her name": how somebody speaks, and not of what."""
    above = sentence.head(verb)
    # "Asked not to be identified discussing private matters".
    if verb.tag == "VBG" and above.lemma.lower() in _NAMING and above.dep == "xcomp":
        return True
    for deed in sentence.children(verb, "xcomp"):
        named = deed.lemma.lower() in _NAMING and sentence.children(deed, "auxpass")
        given = any(
            t.lemma.lower() in _WHO_ONE_IS for t in sentence.children(deed, "dobj", "acomp")
        )
        if named or given:
            return True
    return False


def is_nobody(sentence: Sentence, speaker: Token) -> bool:
    """ "No group claimed the attack": there is nobody whose word it could be."""
    below = (speaker, *sentence.children(speaker, "det"))
    return speaker.text.lower() in _NOBODY or any(t.text.lower() == "no" for t in below)


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Who does what a passive tells: "by her", "on her behalf", "he let it be known"."""
    letting = sentence.head(verb)
    if verb.dep == "ccomp" and letting.lemma in _LETTING:
        return grammar.subject(sentence, letting)
    by = sentence.children(verb, "agent", "prep")
    named = (noun for word in by if word.text.lower() == "by" for noun in _objects(sentence, word))
    return next(iter((*named, *_on_behalf(sentence, by))), None)


def is_as_told(sentence: Sentence, verb: Token) -> bool:
    """Whether a passive only tells on whose word a clause is: "as told by", "as was noted in"."""
    led = any(t.text.lower() == "as" for t in sentence.children(verb, "mark"))
    above = sentence.head(verb).pos in ("VERB", "AUX")
    return led and above and not sentence.children(verb, "nsubjpass")


def where_told(sentence: Sentence, verb: Token) -> Token | None:
    """ "As was noted in the annual report": the text or the name that it was told in."""
    if not is_as_told(sentence, verb):
        return None
    inside = (t for t in sentence.children(verb, "prep") if t.text.lower() == "in")
    nouns = (noun for lead in inside for noun in sentence.children(lead, "pobj"))
    return next((t for t in nouns if t.entity not in WHERE_AND_WHEN), None)


def _on_behalf(sentence: Sentence, leads: Sequence[Token]) -> Iterator[Token]:
    """ "It was argued on behalf of the owner that": for whom counsel speaks."""
    for lead in leads:
        for noun in _objects(sentence, lead) if lead.text.lower() == "on" else ():
            for of in sentence.children(noun, "prep") if noun.text.lower() == "behalf" else ():
                yield from _objects(sentence, of)


def _objects(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    return sentence.children(word, "pobj")


def by_somebody(sentence: Sentence, verb: Token) -> bool:
    """Whether a passive names a doer; "marked by three features" does not."""
    doer = agent(sentence, verb)
    if doer is None:
        return False
    named = any(t.pos == "PROPN" for t in sentence.children(doer, "appos"))
    return named or doer.pos in ("PROPN", "PRON") or bool(doer.entity)


def _quoted(sentence: Sentence, verb: Token) -> Token | None:
    joint = quoted_as(sentence, verb)
    if joint is None:
        return None
    above = sentence.head(joint)
    if above.dep == "pobj":
        # "Was quoted by X as saying": the parse gives "as" to X.
        above = next((t for t in sentence.ancestors(above) if t.pos == "VERB"), above)
    if above.pos in ("NOUN", "PROPN", "PRON"):
        return above
    above = _deed_before(sentence, joint) or above
    return next(iter(sentence.children(above, "nsubjpass", "dobj")), None)


def _stranded(sentence: Sentence, verb: Token) -> Token | None:
    """ "In an interview with X, the governor, Y, said": the parse makes the governor part of X."""
    if verb.dep != "ROOT" or verb.i < 2:
        return None
    opening = _set_apart(sentence, verb)
    if opening is not None:
        return opening
    group = grammar.verb_group(sentence, verb)[0]
    for word in sentence.children(verb, "prep", "advcl", "csubj", "npadvmod"):
        below = sentence.subtree(word)
        for noun in below:
            if noun.dep not in _LOST or noun.i >= group or noun.pos not in ("NOUN", "PROPN"):
                continue
            inside = sentence.subtree(noun)
            first, last = inside[0].i, inside[-1].i
            dated = sentence[first - 1].pos == "NUM" or sentence[first - 1].entity == "DATE"
            apart = sentence[first - 1].text == "," and last + 1 >= group - 1
            if apart or (dated and sentence[last + 1].text == ","):
                return noun
    return None


def _set_apart(sentence: Sentence, verb: Token) -> Token | None:
    """ "Ravenhill, in a note of 2 November, held that": the name that opens the sentence.

    A model that does not know the name gives the phrase between the commas to anything.
    """
    group = grammar.verb_group(sentence, verb)[0]
    comma = next((t.i for t in sentence.tokens[:group] if t.text == ","), None)
    if not comma or comma + 2 > group - 1 or sentence[group - 1].text != ",":
        return None
    name = sentence.tokens[:comma]
    between = sentence[comma + 1]
    capital = all(t.text[:1].isupper() for t in name) and name[-1].pos in ("NOUN", "PROPN", "INTJ")
    dated = name[-1].entity in ("DATE", "TIME") or between.pos != "ADP"
    return name[-1] if capital and not dated else None


def leaves_open(sentence: Sentence, verb: Token) -> bool:
    """ "Whether she was believed we cannot say: her name is missing": nobody says anything there,
    and what the colon leads to is the author's. Nor does '"Tell Lee that it is late," he said'."""
    if _is_command(sentence, verb):
        return True
    opens = sentence[0].text.lower() in _ASKING
    asked = any(t.i == 0 and t.text.lower() == "whether" for t in sentence.children(verb, "mark"))
    able = any(t.text.lower() in ABLE for t in sentence.children(verb, "aux"))
    denied = any(t.text.lower() in _DENYING for t in sentence.children(verb, "neg", "nsubj"))
    return opens and (asked or (able and denied))


def _is_command(sentence: Sentence, verb: Token) -> bool:
    """Whether a bare verb opens a sentence or a quotation."""
    led = sentence.children(verb, "aux", "nsubj", "nsubjpass")
    return verb.tag == "VB" and not led and (verb.i == 0 or sentence[verb.i - 1].tag == "``")
