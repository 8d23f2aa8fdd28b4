"""Sayings told by verbs: "X said that ...", "X accused Y of ...", "it was reported that ..."."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.complements import asides, clauses, gaps, passives, things
from sayso.extract.attributions.finders.complements.ending import without_next
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.grammar import SUBJECTS
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

_NAMING = ("NOUN", "PROPN")
Forms = Iterator[tuple[Bounds, Bounds]]
# Words that leave open what was said, and those for whom it is said of.
_OPEN = frozenset({"what", "who", "which", "whom"}) | grammar.WHOM


def find(scene: Scene) -> Iterator[Saying]:
    """Every saying whose cue is a verb of the pack."""
    for number, sentence in enumerate(scene.sentences):
        for token in sentence:
            if _is_verb(sentence, token) and not _leads_in(scene, sentence, token):
                cue = _entry(scene, sentence, token)
                if cue is not None:
                    found = [*_sayings(scene, number, token, cue)]
                    yield from found or _said_at_the_end(scene, number, token, cue)
        yield from _shown_at_the_end(scene, number)


def _said_at_the_end(scene: Scene, number: int, verb: Token, cue: Cue) -> Iterator[Saying]:
    """ "The rebels took the town, an officer and two aid workers said": speakers that the parse
    gives to what they tell."""
    sentence = scene.sentences[number]
    found = asides.closing_speakers(sentence, verb)
    if found is None or "clause" not in cue.takes or sentence.children(verb, *SUBJECTS):
        return
    told, who = found
    ends = (
        t for t, after in itertools.pairwise(who) if t.pos in _NAMING and after.pos not in _NAMING
    )
    speaker = next(ends, who[-1])
    if scene.can_speak(sentence, speaker, cue):
        yield from _closing(number, told, who, speaker, verb, cue)


def _shown_at_the_end(scene: Scene, number: int) -> Iterator[Saying]:
    """ "The bank knew of it, letters obtained by the Herald show": what texts show, or suggest."""
    found = asides.closing_evidence(scene.sentences[number])
    if found is None:
        return
    told, who, verb = found
    noun = next((t for t in who if t.tag == "NNS"), None)
    cue = scene.cue(verb.text.lower(), "verb")  # the plain present: texts are many here
    if noun is not None and scene.is_text(noun) and cue and "clause" in cue.takes:
        yield from _closing(number, told, who, noun, verb, cue)


def _closing(
    number: int, told: Sequence[Token], who: Sequence[Token], speaker: Token, verb: Token, cue: Cue
) -> Iterator[Saying]:
    """The saying of whoever closes a sentence, of what stands before."""
    source, content = grammar.stretch(who), grammar.stretch(told)
    if source and content:
        place = (verb.start, verb.end)
        yield Saying(source, place, content, number, verb.i, cue, speaker.i)


def _is_verb(sentence: Sentence, token: Token) -> bool:
    """ "Data collected by the agency show that rivers are warmer": the grammar may call it a noun,
    and give it a subject and a clause all the same."""
    led = token.pos == "NOUN" and bool(sentence.children(token, "nsubj"))
    root = ("ccomp", "dobj") if token.dep == "ROOT" else ("ccomp",)
    return token.pos == "VERB" or (led and bool(sentence.children(token, *root)))


def _leads_in(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is of a phrase before a source: "citing", "who cites"."""
    before = sentence.tokens[max(verb.i - 1, 0) : verb.i + 1]
    # "According to the archives, as quoted by the historian, ...": he is no second source of it.
    kinds = ("inner", "outer") if _is_behind_phrase(scene, sentence, verb) else ("inner",)
    found = (scene.phrase_at(sentence, token, kind) for kind in kinds for token in before)
    return any(at is not None and at[0] >= verb.i for at in found)


def _is_behind_phrase(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether nothing but a source stands between "according to" and a verb."""
    for token in reversed(sentence.tokens[: verb.i]):
        if token.tag in FINITE:
            return False
        if scene.phrase_at(sentence, token, "phrase") is not None:
            return True
    return False


def _entry(scene: Scene, sentence: Sentence, verb: Token) -> Cue | None:
    lemma = verb.lemma.lower()
    particles = sentence.children(verb, "prt")
    for particle in particles:
        entry = scene.cue(f"{lemma} {particle.text.lower()}", "verb")
        if entry is not None:
            return entry
    entry = scene.cue(lemma, "verb") or scene.cue(lemma, "scene")
    if entry is None and _is_on_a_word(scene, sentence, verb):
        entry = scene.cue(lemma, "word")
    # "Called off a strike": with a particle it is another verb, unless a clause tells what is said.
    said = entry is not None and bool(sentence.children(verb, "ccomp"))
    return entry if said or not particles else None


def _sayings(scene: Scene, number: int, verb: Token, cue: Cue) -> Iterator[Saying]:
    sentence = scene.sentences[number]
    if voices.leaves_open(sentence, verb):
        return
    passive = voices.is_passive(sentence, verb)
    speaker = _believer(scene, sentence, verb, cue) if passive else voices.speaker(sentence, verb)
    above = scene.cue(sentence.head(verb).lemma.lower(), "verb")
    speaker = (voices.overheard(sentence, verb) if above else None) or speaker
    # "Asked whether he had paid, she laughed": who asks is not told.
    if speaker is None and (not passive or voices.is_reduced(sentence, verb)):
        return
    # "The jury heard that he was ill": to whom it was told; who told it is not.
    if speaker is not None and _is_hearing(scene, sentence, verb, speaker):
        speaker, passive = None, True
    if speaker is not None and not _can_tell(scene, sentence, verb, speaker, cue):
        return
    if not passive and _leaves_it_to_another(scene, sentence, verb, cue):
        return
    cue = _wider(scene, sentence, verb, speaker, cue)
    for bounds, content in _found(scene, sentence, verb, cue, speaker, passive):
        told = Saying(
            source=_source(scene, sentence, speaker, verb) if speaker else None,
            cue=bounds,
            content=scene.widen(without_next(scene, sentence, verb, content), bounds),
            sentence=number,
            word=verb.i,
            cue_entry=cue,
            speaker=speaker.i if speaker else None,
            denied=grammar.negated(sentence, verb),
        )
        others = [*_gapped(scene, told, content)] if speaker is not None else []
        end = min([told.content[1], *(scene.before(one.source[0]) for one in others if one.source)])
        yield replace(told, content=(told.content[0], end))
        yield from others


def _is_hearing(scene: Scene, sentence: Sentence, verb: Token, who: Token) -> bool:
    told = any(t.i > verb.i for t in sentence.children(verb, "ccomp"))
    heard = told and verb.lemma.lower() == "hear"
    return heard and who.lemma.lower() in scene.pack.list("hearing_bodies")


def _source(scene: Scene, sentence: Sentence, speaker: Token, verb: Token) -> Bounds | None:
    """The words of a source, without a day that the parse takes for a part of a name.

    "On 4 September minister Huda Qasim said ..."
    """
    bounds = grammar.source_phrase(sentence, speaker, verb)
    if bounds is None or not scene.document.text[bounds[0]].isdigit():
        return bounds  # "The Sunday Times" has a day in its name
    days = [time.span.end for time in scene.times_in(bounds) if time.span.start == bounds[0]]
    rest = list(sentence.within(max(days), speaker.end)) if days else []
    return (rest[0].start, bounds[1]) if rest and rest[0].pos in _NAMING else bounds


def _gapped(scene: Scene, told: Saying, content: Bounds) -> Iterator[Saying]:
    """ "The company spoke of losses, the union of theft": the sayings that leave out the verb."""
    sentence = scene.sentences[told.sentence]
    for noun, theirs in gaps.behind(sentence, sentence[told.word], content):
        whose = sentence.children(noun, "det", "poss") or scene.is_source(noun)
        if whose and scene.can_speak(sentence, noun, told.cue_entry):
            source = (sentence.subtree(noun)[0].start, noun.end)
            yield replace(told, source=source, content=theirs, speaker=noun.i)


def _believer(scene: Scene, sentence: Sentence, verb: Token, cue: Cue) -> Token | None:
    """Whose word a passive is: of its agent, of who is persuaded, of the text it stands in."""
    found = voices.agent(sentence, verb) or _convinced(sentence, verb, cue)
    text = None if found else voices.where_told(sentence, verb)
    return text if text and (text.pos == "PROPN" or scene.is_text(text)) else found


def _convinced(sentence: Sentence, verb: Token, cue: Cue) -> Token | None:
    """ "I am not persuaded that it caused the fire": the passive of such a verb has a believer."""
    who = sentence.children(verb, "nsubjpass")
    clause = any(t.i > verb.i for t in sentence.children(verb, "ccomp"))
    believes = cue.act == "believe" and clause and who and who[0].text.lower() != "it"
    return who[0] if believes else None


def _can_tell(scene: Scene, sentence: Sentence, verb: Token, speaker: Token, cue: Cue) -> bool:
    """Whether a subject can say what the verb says; nobody can but where a clause is denied."""
    clause = any(t.i > verb.i for t in sentence.children(verb, "ccomp"))
    if not scene.can_speak(sentence, speaker, cue):
        return False
    # "Not everyone agrees: Borg doubts it": what the colon leads to is Borg's.
    colon = verb.i + 1 < len(sentence) and sentence[verb.i + 1].text == ":"
    if colon and any(t.text.lower() in ("not", "no") for t in sentence.children(speaker)):
        return False
    # "A memo, which she leaked, estimates losses": what stands behind may be a thing.
    behind = speaker.i > verb.i and speaker.dep in ("dobj", "attr") and speaker.pos == "NOUN"
    if behind and not scene.is_source(speaker):
        return False
    return clause or not (voices.is_nobody(sentence, speaker) or _is_unable(sentence, verb, cue))


def _is_unable(sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """ "The authority cannot defend the share" tells of its means, not of its words."""
    able = any(t.text.lower() in voices.ABLE for t in sentence.children(verb, "aux"))
    return cue.act == "claim" and able and bool(sentence.children(verb, "neg"))


def _leaves_it_to_another(scene: Scene, sentence: Sentence, verb: Token, cue: Cue) -> bool:
    """Whether the words are told by another cue ("quoted her as denying"), or none are."""
    # "Asked to comment on it, she said": what she was asked for is not yet told.
    if verb.dep == "xcomp" and voices.is_reduced(sentence, sentence.head(verb)):
        return True
    above = scene.cue(sentence.head(verb).lemma.lower(), "verb")
    if above is not None and voices.ascribed(scene, sentence, verb):
        return True
    hidden = voices.hides_a_name(sentence, verb) or voices.lets_speak(scene, sentence, verb)
    if hidden or things.is_of_people(sentence, verb, cue, scene.people):
        return True
    return (cue.act, cue.stance) == ("intend", "denies") and _refuses_a_deed(scene, sentence, verb)


def _found(
    scene: Scene, sentence: Sentence, verb: Token, cue: Cue, speaker: Token | None, passive: bool
) -> Forms:
    """The cue in full and what is said, for each piece of it."""
    group = _group(sentence, verb)
    if voices.is_quoted(sentence, verb) or _is_told_by_another(scene, sentence, verb):
        return
    if cue.kind == "scene":
        text = speaker is not None and scene.is_text(speaker)
        found = [(group, shown) for shown in clauses.scene(sentence, verb)] if text else []
    else:
        found = [*(passives.forms if passive else _active_forms)(sentence, verb, cue, group)]
    if not found and not passive and "clause" in cue.takes:
        told = [*in_a_text(scene, sentence, verb)] or [*clauses.hung(sentence, verb)]
        words = asides.told_a_hearer(sentence, verb) if passives.HEARD_BY in cue.takes else ()
        told = told or [*filter(None, [grammar.stretch(words)])]
        found = [(group, clause) for clause in told]
    if _is_aim(sentence, verb) and not sentence.children(verb, "ccomp"):
        return
    # "Contrary to what they claim", "whom they met" tell nothing of what that is.
    for cue_bounds, bounds in found:
        content = _in_the_marks_of(scene, cue_bounds, bounds)
        left_open = _is_left_open(scene.document.text[slice(*content)])
        empty = content[0] == content[1]
        if not (left_open or empty or _is_behind_quotation(scene, cue_bounds, content)):
            yield cue_bounds, content


def _in_the_marks_of(scene: Scene, cue: Bounds, content: Bounds) -> Bounds:
    """'She recalled: "The dam, he told me, was safe"': what is told within the marks, ends there.

    The parse may take what stands before the marks for a part of it.
    """
    quoted = scene.quotation_at(cue[0])
    crosses = quoted is not None and content[0] < quoted[0] < content[1] <= cue[0]
    return (min(quoted[0] + 1, content[1]), content[1]) if quoted and crosses else content


def _is_behind_quotation(scene: Scene, cue: Bounds, content: Bounds) -> bool:
    """'"Everybody knew," the champion wrote': quoted words tell of nothing behind their marks."""
    quoted = scene.quotation_at(cue[0])
    behind = quoted is not None and content[0] >= quoted[1]
    return behind and scene.quotation_at(content[0]) is None


def _is_told_by_another(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "He learnt of it from a friend, a clerk told the paper": the clerk's word is no friend's.

    The parse takes the clause that closes such a sentence for what is learnt.
    """
    for clause in sentence.children(verb, "ccomp"):
        cue = scene.cue(clause.lemma.lower(), "verb") if clause.i > verb.i + 1 else None
        if cue is not None and passives.HEARD_BY in cue.takes and clauses.closes(sentence, clause):
            return True
    return False


def _wider(
    scene: Scene, sentence: Sentence, verb: Token, speaker: Token | None, cue: Cue
) -> Cue:  # fmt: skip
    """The cue with the object that it takes by reason of who speaks, or of what.

    People find and show all manner of things; what a text shows is what it says. And one can
    share a meal or a view: only the second is a word on something said.
    """
    text = speaker is not None and scene.is_text(speaker)
    shown = text and cue.act == "show"
    said = "word" in cue.takes and _is_on_a_word(scene, sentence, verb)
    none = cue.act == "show" and _finds_nothing(scene, sentence, verb)
    more = shown or said or none or cue.kind == "word"
    if "clause" not in cue.takes and clauses.is_way(sentence, verb):  # "as a foreman put it"
        return replace(cue, act="say", takes=("clause",))
    return replace(cue, takes=(*cue.takes, "object")) if more else cue


def _finds_nothing(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Found no sign of it": what somebody looked for and reports not to be there."""
    things = sentence.children(verb, "dobj")
    proofs = scene.pack.list("evidence_nouns") | scene.pack.list("proof_nouns")
    return any(
        t.lemma.lower() in proofs and any(w.text.lower() == "no" for w in sentence.children(t))
        for t in things
    )


def _is_on_a_word(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has for an object what somebody told or thought: "challenged the claim"."""
    things = sentence.children(verb, "dobj", "nsubjpass")
    # "A claim which he challenged"
    told = [sentence.head(verb) if t.tag == "WDT" and verb.dep == "relcl" else t for t in things]
    return any(scene.is_text(thing) or scene.cue(thing.lemma.lower(), "noun") for thing in told)


def in_a_text(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Bounds]:
    """ "Said in a statement that ...": the parse gives the clause to the statement."""
    for lead in sentence.children(verb, "prep"):
        for noun in sentence.children(lead, "pobj"):
            text = scene.is_text(noun) and not sentence.children(noun, "poss")
            if lead.text.lower() == "from" or (lead.text.lower() == "in" and text):
                for head in sentence.children(noun, "acl", "ccomp", "relcl"):
                    bounds = grammar.stretch(sentence.subtree(head))
                    if bounds and _is_whole(sentence, head, lead.text.lower() == "from"):
                        yield bounds


def _is_whole(sentence: Sentence, head: Token, heard: bool) -> bool:
    """Whether "that" opens a clause; where one hears "from guards that ..." none may lack."""
    first = sentence.subtree(head)[0]
    subjects = sentence.children(head, "nsubj", "nsubjpass")
    full = sentence.children(head, "dobj", "attr", "acomp", "nsubjpass")
    whole = first.text.lower() == "that" and bool(subjects) and first not in subjects
    return whole and (not heard or (bool(full) and first not in full))


def _is_left_open(content: str) -> bool:
    told = content.lower()
    return told in _OPEN or told.startswith(("whom ", "who "))


def _is_aim(sentence: Sentence, verb: Token) -> bool:
    """ "Came to discuss the economy": what somebody means to speak of is not yet said."""
    aims = verb.dep in ("advcl", "acl", "relcl") and verb.tag == "VB"
    return aims and any(t.tag == "TO" for t in sentence.children(verb, "aux"))


def _refuses_a_deed(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Refused to leave": only who refuses to say something leaves something open."""
    deeds = sentence.children(verb, "xcomp")
    return bool(deeds) and not any(_entry(scene, sentence, deed) for deed in deeds)


def _group(sentence: Sentence, verb: Token) -> Bounds:
    """The words of a cue: the verb with its auxiliaries, "is quoted as saying" as a whole."""
    first, last = grammar.verb_group(sentence, verb)
    joint = voices.quoted_as(sentence, verb)
    if joint is not None and joint.i == first - 1:
        quoting = sentence.head(joint)
        whole = quoting.i == joint.i - 1 and bool(sentence.children(quoting, "nsubjpass"))
        first = grammar.verb_group(sentence, quoting)[0] if whole else joint.i
    return grammar.span_of(sentence, first, last)


def _active_forms(sentence: Sentence, verb: Token, cue: Cue, group: Bounds) -> Forms:
    if "that" in cue.takes and clauses.opens_with_that(sentence, verb):
        yield from ((group, clause) for clause in clauses.clause(sentence, verb))
    if "clause" in cue.takes:
        told = (
            [*filter(None, map(grammar.stretch, asides.parted(sentence, verb)))]
            or [*clauses.interrupted(sentence, verb)]
            or [*clauses.clause(sentence, verb)]
            or [*clauses.cut_off(sentence, verb)]
            or [*clauses.behind_aside(sentence, verb)]
            or [*clauses.around(sentence, verb, hearer=passives.HEARD_BY in cue.takes)]
            or [*clauses.meant(sentence, verb)]
        )
        # '"It is safe," he told the board, whose chairman ...': the board tells nothing.
        heard = passives.HEARD_BY in cue.takes and len(told) > 1 and told[0][1] <= group[0]
        told = [one for one in told if not (heard and 0 <= one[0] - group[1] <= 1)]
        if told:
            yield from ((group, clause) for clause in told)
            return
    found = (
        things.preposition(sentence, verb, cue, group)
        or things.infinitive(sentence, verb, cue, group)
        or things.object(sentence, verb, cue, group)
    )
    if found:
        yield found
