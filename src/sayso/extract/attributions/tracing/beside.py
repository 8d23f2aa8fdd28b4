"""Sources that stand beside a cue: "citing Y" behind the outlet, "told Y" before the speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying
from sayso.extract.attributions.names import Names
from sayso.extract.attributions.tracing.between import is_between
from sayso.extract.attributions.tracing.giving import giver, is_monitor, learnt_from
from sayso.packs.cues import Cue
from sayso.records.parse import Sentence, Token

# "told Reuters", "wrote in the Times", "said on state television", "told by", "via the agency".
_CARRYING = frozenset({"to", "in", "on", "via", "through", "with"})
_OUTLETS = "outlet"
_SHARED_BY = frozenset({"by", "to", "with", "on"})


def outer(names: Names, saying: Saying) -> Iterator[tuple[Sentence, Token]]:
    """The nouns of the outlets that carried what was said."""
    sentence = names.scene.sentences[saying.sentence]
    seen = set()
    quoting = voices.quoting(sentence, sentence[saying.word])
    quoter = _quoter(sentence, quoting) if quoting else _quoted_by(sentence, saying)
    beside = (
        *_written_for(names, saying, sentence),
        *_told_to(names, saying, sentence),
        *_behind(names, saying, "outer"),
        *_shared_with(names, saying, sentence),
        *_text_given(names, saying, sentence),
        *_printed_in(names, saying, sentence),
    )
    for noun in (*((quoter,) if quoter else ()), *beside):
        if noun.i not in seen:
            seen.add(noun.i)
            yield sentence, noun


def _quoter(sentence: Sentence, verb: Token) -> Token | None:
    """Who quotes: in "the paper said that envoys had come, and quoted one as saying" the paper.

    The parse may join the quoting to what the envoys did; nobody quotes one of themselves.
    """
    above = sentence.head(verb)
    own = sentence.children(verb, "nsubj")
    parted = verb.i > 1 and [t.text.lower() for t in sentence.tokens[verb.i - 2 : verb.i]]
    if verb.dep == "conj" and not own and above.dep == "ccomp" and parted == [",", "and"]:
        return grammar.subject(sentence, sentence.head(above))
    return grammar.subject(sentence, verb)


def hearers(sentence: Sentence, cue: Token) -> Iterator[Token]:
    """Who is told something: "told the nurse", "put it to the nurse"; "told no soul" is nobody."""
    found = [*sentence.children(cue, "dobj", "dative")]
    for word in sentence.children(cue, "prep", "dative"):
        if word.text.lower() == "to":
            found += sentence.children(word, "pobj")
    for noun in found:
        if not any(t.text.lower() == "no" for t in sentence.children(noun, "det")):
            yield noun


def asked(sentence: Sentence, verb: Token) -> Token | None:
    """The people, several of them, whom somebody asks or speaks to."""
    nouns = [
        *sentence.children(verb, "dobj"),
        *(
            noun
            for word in sentence.children(verb, "prep")
            if word.text.lower() in ("to", "with")
            for noun in sentence.children(word, "pobj")
        ),
    ]
    return next((t for t in nouns if t.tag == "NNS" and t.i > verb.i), None)


def _quoted_by(sentence: Sentence, saying: Saying) -> Token | None:
    """Who is told to quote in "Y was quoted as saying by X"."""
    joint = voices.quoted_as(sentence, sentence[saying.word])
    above = sentence.head(joint) if joint else None
    if above is None or not sentence.children(above, "nsubjpass", "auxpass"):
        return None
    found = (voices.agent(sentence, verb) for verb in (above, sentence[saying.word]))
    return next(filter(None, found), None)


def inner(
    names: Names, saying: Saying, others: Iterable[Bounds] = ()
) -> Iterator[tuple[Sentence, Token]]:
    """The nouns of the sources on whose word a report stands.

    ``others`` are the words of other sources: "she ordered it, according to AP, citing two aides"
    tells on whose word AP stands, not she.
    """
    sentence = names.scene.sentences[saying.sentence]
    taken = [bounds for bounds in others if bounds != saying.source]
    nouns = (
        *_behind(names, saying, "inner"),
        *learnt_from(names, saying),
        *_ascribed_to(names, saying),
    )
    for noun in nouns:
        if not any(_inside(noun, bounds) for bounds in taken):
            yield sentence, giver(names, sentence, noun)


def _behind(names: Names, saying: Saying, kind: str) -> Iterator[Token]:
    """The nouns behind phrases of the pack that stand beside the cue, not in what is said."""
    sentence = names.scene.sentences[saying.sentence]
    for first, last, cue in names.scene.phrases_in(saying.sentence, kind):
        word = sentence[first]
        opens = word.start == saying.content[0] or is_between(sentence, saying, word)
        opens = opens or _closes(names, saying, word)
        within = _inside(word, saying.content) and word.head != saying.word
        within = within and not (saying.source and _inside(word, saying.source))
        if not opens and (within or not _same_clause(names, saying, word)):
            continue
        if kind == "inner" and voices.quotes(sentence, word):
            continue
        noun = grammar.noun_behind(sentence, sentence[last])
        if noun is not None and _fits(names, sentence, noun, cue):
            yield noun


def _closes(names: Names, saying: Saying, word: Token) -> bool:
    """Whether a phrase stands right behind what is said, and that in nobody else's words."""
    sentence = names.scene.sentences[saying.sentence]
    verb = sentence[saying.word]
    last = word.i > 1 and sentence[word.i - 1].text == ","
    behind = last and sentence[word.i - 2].end == saying.content[1]
    above = (t for t in sentence.ancestors(verb) if t.pos == "VERB")
    return behind and not any(names.scene.cue(t.lemma.lower(), "verb") for t in above)


def _ascribed_to(names: Names, saying: Saying) -> Iterator[Token]:
    """ "Had reported the offer, attributing it to a clerk": on whose word the outlet tells it."""
    sentence = names.scene.sentences[saying.sentence]
    own = sentence[saying.word]
    for verb in (own, *sentence.children(own, "advcl", "conj")):
        yield from voices.ascribed(names.scene, sentence, verb)


def _fits(names: Names, sentence: Sentence, noun: Token, cue: Cue) -> bool:
    if _OUTLETS not in cue.takes:
        return noun.pos != "PRON"
    bounds = grammar.noun_phrase(sentence, noun)
    return bounds is not None and names.could_be_outlet(sentence, noun, bounds)


def _told_to(names: Names, saying: Saying, sentence: Sentence) -> Iterator[Token]:
    """ "told Reuters", "wrote in the Times": whoever was told carried it, where it is an outlet."""
    cue = sentence[saying.word]
    told = [(t, True) for t in sentence.children(cue, "dobj", "dative")]
    told += [
        (noun, False)
        for word in sentence.children(cue, "prep", "dative")
        if word.text.lower() in _CARRYING
        for noun in sentence.children(word, "pobj")
    ]
    # "Confirmed the attack to the agency": the parse may hang the agency on the attack.
    told += [
        (noun, False)
        for thing in sentence.children(cue, "dobj")
        for word in sentence.children(thing, "prep")
        if word.text.lower() == "to"
        for noun in sentence.children(word, "pobj")
    ]
    # "Told the Saudi channel Al-Arabiya": the parse may make two of one.
    heads = {noun.i for noun, _ in told}
    # "The paper's reporter was told by a guard".
    told += [(noun, True) for noun in sentence.children(cue, "nsubjpass")]
    for noun, direct in told:
        if any(t.i in heads for t in _right_behind(sentence, noun)):
            continue
        bounds = grammar.noun_phrase(sentence, noun)
        hung = sentence.head(sentence.head(noun)).dep == "dobj" and noun.end == saying.content[1]
        inside = _inside(noun, saying.content) and not hung
        if bounds is None or inside or _owned(sentence, noun):
            continue
        # "Warned in a podcast": what is not known by a name or its maker carries no name on.
        if not direct and _is_some(names, sentence, noun):
            continue
        # "Told the newspaper's reporter", "told Reuters' man in Rome", "told the group's staff".
        owner = next(iter(sentence.children(noun, "poss")), noun)
        bounds = grammar.owner_phrase(sentence, owner) or bounds
        gathers = noun.lemma.lower() in names.scene.pack.list("interviewers")
        likely = direct and _OUTLETS in saying.cue_entry.takes
        carries = names.could_be_outlet if likely else names.is_outlet
        asked = gathers and owner is not noun and owner.pos != "PRON"
        # "Told the biographer Ann Lee": who gathers others' words, and has a name.
        named = any(t.pos == "PROPN" for t in sentence.children(noun, "appos"))
        asked = asked or (gathers and named and not _acts_for(sentence, noun))
        # "Told the group": it has a name of its own, and collects what it is told.
        asked = asked or (likely and noun.lemma.lower() in names.scene.pack.list("general_bodies"))
        asked = asked or (likely and is_monitor(names, bounds))
        if (asked or carries(sentence, owner, bounds)) and not names.is_platform(
            sentence, owner, bounds
        ):
            yield owner


def _is_some(names: Names, sentence: Sentence, noun: Token) -> bool:
    """Whether a noun tells no more than "a podcast", and is no outlet as "a newspaper" is."""
    below = [t for t in sentence.children(noun) if t.dep not in ("relcl", "acl", "ccomp", "punct")]
    known = noun.lemma.lower() in names.scene.pack.list("outlet_descriptions")
    return noun.pos == "NOUN" and not known and [t.text.lower() for t in below] in (["a"], ["an"])


def _written_for(names: Names, saying: Saying, sentence: Sentence) -> Iterator[Token]:
    """ "The Guardian's Anna Reyes reports": whose correspondent somebody with a name is."""
    speaker = sentence[saying.speaker] if saying.speaker is not None else None
    if speaker is not None and speaker.pos == "PROPN":
        yield from _outlets_among(names, sentence, sentence.children(speaker, "poss"))


def _acts_for(sentence: Sentence, noun: Token) -> bool:
    """Whether somebody is told to be of something: "the investigator of the bank, Ann Lee"."""
    return bool(sentence.children(noun, "prep", "compound"))


def _shared_with(names: Names, saying: Saying, sentence: Sentence) -> Iterator[Token]:
    """ "A guard who spoke to Reuters", "two lenders contacted by the paper", "a leaked memo"."""
    if saying.speaker is None:
        return
    verbs = names.scene.pack.list("sharing_verbs")
    # The parse may hang "who spoke to Reuters" on the last noun of a long source.
    clauses = [t for t in sentence.subtree(sentence[saying.speaker]) if t.dep in ("relcl", "acl")]
    # "A clerk, when reached by the paper, said"; what has a subject is somebody else's doing.
    clauses += [
        t for t in sentence.children(sentence[saying.word], "advcl")
        if t.tag in ("VBN", "VBG") and not sentence.children(t, "nsubj", "nsubjpass")
    ]  # fmt: skip
    for verb in (v for clause in clauses for v in (clause, *sentence.children(clause, "conj"))):
        if _inside(verb, saying.content):
            continue
        if verb.lemma.lower() in verbs and not _reads(names, sentence, verb):
            yield from partner_outlets(names, sentence, verb)
        yield from _passed_on(names, sentence, verb)
        yield from _written_in(names, sentence, verb)


def _written_in(names: Names, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "Writing in the Times", "speaking on Radio Pell", "writing in his column for Le Soir"."""
    cue = names.scene.cue(verb.lemma.lower(), "verb") if verb.tag == "VBG" else None
    if cue is None or cue.act != "say" or verb.dep != "advcl":
        return
    for word in sentence.children(verb, "prep"):
        for noun in sentence.children(word, "pobj") if word.text.lower() in ("in", "on") else ():
            yield from _outlets_among(names, sentence, (noun, *_to_whom(sentence, noun)))


def _passed_on(names: Names, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "A report first printed by Ann Lee", "a clerk quoted in it": where the words can be read."""
    lists = names.scene.pack.list
    for word in sentence.children(verb, "agent", "prep"):
        for noun in sentence.children(word, "pobj"):
            by = word.text.lower() == "by" and verb.lemma.lower() in lists("copying_verbs")
            text = names.is_text_noun(sentence.head(verb))
            if by and text and noun.pos == "PROPN" and noun.entity not in ("DATE", "TIME"):
                yield noun
            if noun.text.lower() == "it" and verb.lemma.lower() in lists("quoting_verbs"):
                yield noun


def partner_outlets(names: Names, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The outlets with whom a verb shares something: "spoke to Reuters", "asked by the paper"."""
    asking = names.scene.pack.list("asking_verbs")
    for noun in _partners(sentence, verb):
        bounds = grammar.noun_phrase(sentence, noun)
        # Who reaches a source for his words, and has a name, carries them.
        asks = verb.lemma.lower() in asking and sentence.head(noun).text.lower() == "by"
        carries = names.could_be_outlet if asks else names.is_outlet
        if bounds is not None and carries(sentence, noun, bounds):
            yield noun


def _text_given(names: Names, saying: Saying, sentence: Sentence) -> Iterator[Token]:
    """ "In a separate interview with the agency", "in an emailed statement to the website"."""
    cue = sentence[saying.word]
    verb = _clause(sentence, cue, saying.cue_entry.kind)
    # The parse may hang "wrote in May, in a letter seen by Reuters, that" on what is said.
    between = (
        t for t in sentence.tokens[cue.i + 1 :] if t.dep == "prep" and t.end <= saying.content[0]
    )
    for word in dict.fromkeys((*sentence.children(verb, "prep"), *between)):
        for noun in sentence.children(word, "pobj") if word.text.lower() == "in" else ():
            if names.is_text_noun(noun) and not _inside(noun, saying.content):
                for given in (noun, *sentence.children(noun, "acl")):
                    yield from _outlets_of(names, sentence, given)
                yield from _publishers(names, sentence, noun)


def _printed_in(names: Names, saying: Saying, sentence: Sentence) -> Iterator[Token]:
    """ "The weekly published a letter in which the minister complained": in the weekly."""
    verb = sentence[saying.word]
    text = sentence.head(verb)
    put_out = sentence.head(text)
    leads = (t for word in sentence.children(verb, "prep") for t in sentence.children(word, "pobj"))
    if verb.dep != "relcl" or text.dep != "dobj" or not names.is_text_noun(text):
        return
    printed = put_out.lemma.lower() in names.scene.pack.list("issuing_verbs")
    who = grammar.subject(sentence, put_out) if printed else None
    if who is not None and any(t.text.lower() == "which" for t in leads):
        yield who


def _publishers(names: Names, sentence: Sentence, text: Token) -> Iterator[Token]:
    """ "A letter that the paper has now published": the outlets that do something with a text."""
    verbs = names.scene.pack.list("sharing_verbs")
    for clause in sentence.children(text, "relcl"):
        if clause.lemma.lower() in verbs:
            yield from _outlets_among(names, sentence, sentence.children(clause, "nsubj"))


def _outlets_of(names: Names, sentence: Sentence, word: Token) -> Iterator[Token]:
    """The outlets that a text is given to, or is put out by."""
    nouns = _partners(sentence, word) if word.pos == "VERB" else _to_whom(sentence, word)
    yield from _outlets_among(names, sentence, nouns)


def _outlets_among(names: Names, sentence: Sentence, nouns: Iterable[Token]) -> Iterator[Token]:
    for noun in nouns:
        bounds = grammar.noun_phrase(sentence, noun)
        if bounds is not None and names.is_outlet(sentence, noun, bounds):
            yield noun


def _to_whom(sentence: Sentence, noun: Token) -> Iterator[Token]:
    for word in sentence.children(noun, "prep"):
        if word.text.lower() in ("to", "with", "for"):
            yield from sentence.children(word, "pobj")


def _partners(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """With whom something is shared: "by the paper", "to the paper"; "the paper" that it told."""
    for word in sentence.children(verb, "agent", "prep", "dative"):
        if word.text.lower() in _SHARED_BY:
            yield from sentence.children(word, "pobj")
    yield from sentence.children(verb, "dobj")


def _reads(names: Names, sentence: Sentence, verb: Token) -> bool:
    """ "Lee, who read the papers": whoever reads shares nothing with what is read."""
    return verb.lemma.lower() in names.scene.pack.list("reading_verbs") and bool(
        sentence.children(verb, "nsubj")
    )


def _right_behind(sentence: Sentence, noun: Token) -> Sequence[Token]:
    """The words of a name that stands right behind a common noun."""
    place = noun.i + 1
    while noun.pos == "NOUN" and place < len(sentence) and (
        sentence[place].pos == "PROPN" or sentence[place].text == "-"
    ):  # fmt: skip
        place += 1
    return sentence.tokens[noun.i + 1 : place]


def _owned(sentence: Sentence, noun: Token) -> bool:
    """Whether a channel is the speaker's own: "on his channel"."""
    return any(t.tag == "PRP$" for t in sentence.children(noun, "poss"))


def _same_clause(names: Names, saying: Saying, word: Token) -> bool:
    """Whether a phrase belongs to this saying: no other verb with a subject lies between."""
    sentence = names.scene.sentences[saying.sentence]
    if saying.source and saying.source[0] <= word.start < saying.source[1]:
        return True
    low, high = sorted((saying.word, word.i))
    if any(token.text == ";" for token in sentence.tokens[low:high]):
        return False
    verb = _clause(sentence, sentence[saying.word], saying.cue_entry.kind)
    above = {t.i for t in (verb, *sentence.ancestors(verb))}
    for token in (word, *sentence.ancestors(word)):
        if token.i in above:
            return token.i == verb.i or not (_speaks(sentence, token) and _speaks(sentence, verb))
        if token.i != word.i and _speaks(sentence, token):
            return False
    return True


def _clause(sentence: Sentence, cue: Token, kind: str) -> Token:
    """The verb of the clause that a cue stands in: itself, or the one it hangs on."""
    if kind == "verb" and cue.pos in ("VERB", "AUX"):
        return cue
    return next((t for t in sentence.ancestors(cue) if t.pos in ("VERB", "AUX")), cue)


def _speaks(sentence: Sentence, token: Token) -> bool:
    subjects = sentence.children(token, "nsubj", "nsubjpass")
    return token.pos in ("VERB", "AUX") and any(t.tag not in ("WP", "WDT") for t in subjects)


def _inside(token: Token, bounds: Bounds) -> bool:
    return bounds[0] <= token.start < bounds[1]
