"""Sayings told without a verb: "according to X, ...", "in X's opinion, ...", "X: ..."."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sayso.extract.attributions.finders import grammar
from sayso.extract.attributions.finders.complements import asides
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.grammar import SUBJECTS
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

_COLON = Cue(kind="phrase")
_MOST_WORDS_OF_A_SPEAKER = 6


def find(scene: Scene) -> Iterator[Saying]:
    """Every saying whose cue is a phrase of the pack or a colon behind a name."""
    for number, sentence in enumerate(scene.sentences):
        for token in sentence:
            found = scene.phrase_at(sentence, token, "phrase")
            saying = (
                _phrase(scene, number, token, *found) if found else _aside(scene, number, token)
            )
            if saying:
                yield saying
        opens = number == 0 or scene.sentences[number - 1].block != sentence.block
        saying = _speaker_line(scene, number) if opens else None
        if saying:
            yield saying


def _phrase(scene: Scene, number: int, token: Token, last: int, cue: Cue) -> Saying | None:
    sentence = scene.sentences[number]
    speaker = next((t for t in sentence.children(sentence[last], "pobj")), None)
    if speaker is None:
        return None
    end = _end(scene, sentence, speaker, opens=token.i == 0)
    end = _named(scene, sentence, speaker, end)
    end = _before_clause(sentence, token, speaker, end)
    inserted = _inserted(scene, sentence, token, speaker)
    end = inserted or _before_subject(sentence, speaker, end) or end
    about = _told_about(sentence, token, end)
    source = grammar.stretch(sentence.tokens[sentence.subtree(speaker)[0].i : (about or end) + 1])
    content = (
        _behind(sentence, about) or _of_which(sentence, token, end) or _rest(sentence, token.i, end)
    )
    if "quotation" in cue.takes:
        content = _quoted_beside(scene, sentence, token.i, end) or content
    if speaker.tag in ("WP", "WDT"):
        # "A letter from the bank, according to which ...": what stands before tells of the letter.
        content = grammar.stretch(_to_colon(sentence.tokens[end + 1 :], opens=False))
    if source is None or content is None:
        return None
    bounds = grammar.span_of(sentence, token.i, last)
    if content[0] >= bounds[1] or content[1] <= bounds[0]:
        content = scene.widen(content, (bounds[0], source[1]))
    return Saying(source, bounds, content, number, token.i, cue, speaker.i)


def _told_about(sentence: Sentence, token: Token, end: int) -> int | None:
    """The last word of what is told about a source that opens a sentence.

    "According to the panel, whose report was leaked in June, the group had bought rifles".
    """
    if token.i or end + 2 >= len(sentence) or sentence[end + 1].text != ",":
        return None
    comma = _next_comma(sentence, end + 2)
    about = sentence.tokens[end + 2 : comma]
    rest = sentence.tokens[comma + 1 :]
    led = any(t.tag in ("WP", "WP$", "WDT") for t in about[:3])
    told = any(t.tag in FINITE for t in about) and any(t.tag in FINITE for t in rest)
    return comma - 1 if led and told else None


def _behind(sentence: Sentence, last: int | None) -> Bounds | None:
    return grammar.stretch(_to_colon(sentence.tokens[last + 1 :], opens=False)) if last else None


def _of_which(sentence: Sentence, token: Token, end: int) -> Bounds | None:
    """ "A strike, which according to the board cost millions": what is told of the strike alone."""
    before = [t for t in sentence.tokens[max(token.i - 2, 0) : token.i] if t.text != ","]
    relative = before[-1] if before and before[-1].tag in ("WDT", "WP") else None
    clause = sentence.head(relative) if relative else None
    if clause is None or clause.dep != "relcl" or clause.i < end:
        return None
    last = sentence.subtree(clause)[-1].i
    return grammar.stretch(sentence.tokens[end + 1 : last + 1])


def _quoted_beside(scene: Scene, sentence: Sentence, first: int, last: int) -> Bounds | None:
    """ "What one called luck was, in the words of the other, "a crime"": the second words alone."""
    for place in (*range(last + 1, last + 4), first - 1, first - 2):
        if 0 <= place < len(sentence):
            quoted = scene.quotation_at(sentence[place].start)
            if quoted is not None or sentence[place].pos not in ("PUNCT", "AUX"):
                return quoted
    return None


def _aside(scene: Scene, number: int, token: Token) -> Saying | None:
    """ "In the ministry's opinion, ...", "by the union's own count, ..."."""
    sentence = scene.sentences[number]
    noun = next(iter(sentence.children(token, "pobj")), None) if token.pos == "ADP" else None
    cue = scene.cue(noun.lemma.lower(), "noun") if noun else None
    owner = next(iter(sentence.children(noun, "poss")), None) if noun else None
    if noun is None or cue is None or "aside" not in cue.takes:
        return None
    if owner is None:
        return _aside_of(scene, number, token, noun, cue)
    apart = token.i == 0 or _parts(sentence, token.i - 1) or _parts(sentence, noun.i + 1)
    # "In its judgment of 4 June" is a text; "in her own account, published last year," is not.
    last = sentence.subtree(noun)[-1].i
    added = last > noun.i and sentence[noun.i + 1].text == ","
    longer = last > noun.i and not added
    if longer or not apart or not scene.can_speak(sentence, owner, cue):
        return None
    content = _rest(sentence, token.i, last)
    if content is None:
        return None
    start = sentence[sentence.subtree(owner)[-1].i]
    bounds = (start.start if start.tag == "POS" else sentence[start.i + 1].start, noun.end)
    content = scene.widen(content, (token.start, sentence[last].end))
    source = grammar.owner_phrase(sentence, owner)
    return Saying(source, bounds, content, number, noun.i, cue, owner.i)


def _aside_of(scene: Scene, number: int, token: Token, noun: Token, cue: Cue) -> Saying | None:
    """ "In the judgment of most doctors, ...": set off by a comma, before or behind the rest."""
    sentence = scene.sentences[number]
    of = next((t for t in sentence.children(noun, "prep") if t.text.lower() == "of"), None)
    owner = next(iter(sentence.children(of, "pobj")), None) if of else None
    if of is None or owner is None or not scene.can_speak(sentence, owner, cue):
        return None
    last = sentence.subtree(owner)[-1].i
    definite = any(t.text.lower() == "the" for t in sentence.children(noun, "det"))
    comma = last + 1 if token.i == 0 else token.i - 1
    if not definite or not (0 <= comma < len(sentence)) or sentence[comma].text != ",":
        return None
    content = _rest(sentence, token.i, last)
    if content is None:
        return None
    content = scene.widen(content, (token.start, sentence[last].end))
    source = grammar.noun_phrase(sentence, owner)
    return Saying(source, (token.start, of.end), content, number, noun.i, cue, owner.i)


def _parts(sentence: Sentence, place: int) -> bool:
    return place < len(sentence) and sentence[place].pos in ("PUNCT", "CCONJ", "SCONJ")


def _end(scene: Scene, sentence: Sentence, speaker: Token, *, opens: bool) -> int:
    """The last word of a source with "based on ...", "which cited ..." behind it.

    That tail ends at the next comma where the sentence goes on behind it, else it holds all that
    is named: "according to AP (May 3), citing two guards and a driver".
    """
    words = sentence.subtree(speaker)
    end = words[-1].i
    after = _behind_brackets(sentence, end + 1)
    begins = (*words, *sentence.tokens[after : after + 1])
    tails = (
        scene.phrase_at(sentence, token, kind) for kind in ("inner", "outer") for token in begins
    )
    last = next((found[0] for found in tails if found), None)
    if last is None:
        return end
    comma = _next_comma(sentence, last)
    if opens or any(t.tag in FINITE for t in sentence.tokens[comma:]):
        if comma >= len(sentence):
            return end
        # The parse may hang the rest of the sentence on the source: "which cited him, a man fled".
        rest = any(t.pos != "PUNCT" for t in sentence.tokens[end + 1 :])
        return max(end, comma - 1) if rest else comma - 1
    return max(t.i for t in sentence.tokens if t.pos != "PUNCT")


def _next_comma(sentence: Sentence, place: int) -> int:
    """The place of the next comma outside brackets; where there is none, the sentence's end."""
    open = 0
    for token in sentence.tokens[place:]:
        open += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.text == "," and open <= 0:
            return token.i
    return len(sentence)


def _inserted(scene: Scene, sentence: Sentence, token: Token, speaker: Token) -> int | None:
    """ "The treaty was, in the view of most, a forgery", "it has, according to Lee, two yards": the
    source ends where that goes on, unless who it is stands there ("Lee, a teacher", "head of")."""
    open = token.i > 1 and sentence[token.i - 1].text == ","
    behind = sentence.tokens[speaker.i + 1 :] if open else ()
    comma = next((t.i for t in behind if t.text == ","), None)
    if comma is None:
        return None
    more = itertools.takewhile(lambda t: t.text != ",", sentence.tokens[comma + 1 :])
    noun = next((t for t in more if t.pos in ("NOUN", "PROPN", "PRON", "VERB")), None)
    bare = noun is not None and noun.i == comma + 1 and noun.tag == "NN"
    thing = noun is not None and noun.pos == "NOUN" and not (bare or scene.is_source(noun))
    return comma - 1 if thing or sentence[token.i - 2].pos in ("AUX", "CCONJ") else None


def _named(scene: Scene, sentence: Sentence, speaker: Token, end: int) -> int:
    """ "According to its editor, Ama Boateng, ...": the end of a name that the parse cut off."""
    person = speaker.pos == "NOUN" and scene.is_source(speaker)
    place = end + 2 if person and end + 1 < len(sentence) and sentence[end + 1].text == "," else 0
    last = place
    while 0 < last < len(sentence) and sentence[last].pos == "PROPN":
        last += 1
    closed = last == len(sentence) or sentence[last].pos == "PUNCT"
    # "According to two men who fled, Ana Lee, its editor, had left": it is Lee who left.
    told_of = sentence[last - 1].dep in SUBJECTS
    return last - 1 if closed and last > place + 1 and not told_of else end


def _before_clause(sentence: Sentence, token: Token, speaker: Token, end: int) -> int:
    """The last word of a source before what is told, where the parse makes one of both.

    "According to al-Masar, a newspaper of the north, the party will stand", "according to a report
    by the bank: the notes were forged".
    """
    own = _to_colon(sentence.tokens[speaker.i : end + 1], opens=False)
    if len(own) <= end - speaker.i:
        return speaker.i + len(own) - 1
    commas = [t.i for t in sentence.tokens[speaker.i : end] if t.text == ","]
    for comma, behind in itertools.pairwise((*commas, end + 1)):
        part = sentence.tokens[comma + 1 : behind]
        opens = bool(part) and part[0].pos in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")
        relative = any(t.tag in ("WDT", "WP", "WP$", "WRB") for t in part)
        if token.i == 0 and opens and not relative and any(t.tag in FINITE for t in part):
            return comma - 1
    return end


def _before_subject(sentence: Sentence, speaker: Token, end: int) -> int | None:
    """ "According to its editor, Ana Lee, a correction is due": the last noun is the subject.

    The parse takes it for one more name of the editor, and the verb is left without a subject.
    """
    above = (t for t in sentence.ancestors(speaker) if t.pos in ("VERB", "AUX") and t.i > end)
    verb = next(above, None)
    if verb is None or sentence.children(verb, *SUBJECTS, "expl"):
        return None
    commas = [t.i for t in sentence.tokens[speaker.i : end] if t.text == ","]
    last = commas[-1] if commas else None
    opens = last is not None and sentence[last + 1].pos == "DET"
    return last - 1 if last is not None and opens else None


def _behind_brackets(sentence: Sentence, place: int) -> int:
    """The next place that holds a word, commas and a parenthesis left behind."""
    while place < len(sentence) and sentence[place].text in (",", "("):
        if sentence[place].text == "(":
            closing = (t.i for t in sentence.tokens[place:] if t.text == ")")
            place = next(closing, len(sentence) - 1)
        place += 1
    return place


def _rest(sentence: Sentence, first: int, last: int) -> Bounds | None:
    """What stands beside the phrase in its clause; on both sides of it where it is inserted."""
    low, high = _clause_around(sentence, first, last)
    if last + 1 < len(sentence) and sentence[last + 1].text == ";":
        # Behind a semicolon something else is told, whatever the parse hangs the phrase on.
        marks = [t.i for t in sentence.tokens[:first] if t.text == ";"]
        low, high = (marks[-1] + 1 if marks else 0), last
    left = sentence.tokens[low:first]
    bracket = left and last + 1 < len(sentence) and sentence[last + 1].text == "("
    after = _behind_brackets(sentence, last + 1) if bracket else last + 1
    right = _to_colon(sentence.tokens[after : high + 1], opens=not left)
    right = asides.without_remark(sentence, list(right))
    before, behind = grammar.stretch(left), grammar.stretch(right)
    # "Tolmark, according to its agency, regards it as an insult": the subject stands before.
    subject = any(t.tag in FINITE for t in right[:2]) and not any(t.tag in FINITE for t in left)
    if before and behind and (subject or (len(right) > 2 and len(left) > 2)):
        return before[0], behind[1]
    if behind and len(right) > len(left):
        return behind
    return before or behind


def _to_colon(words: Sequence[Token], *, opens: bool) -> Sequence[Token]:
    """What stands behind a phrase, up to the colon behind which the author explains it.

    ``opens``: the phrase opens its clause, and a colon right behind it only leads on.
    """
    open = 0
    for n, token in enumerate(words):
        open += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.text in (":", ";") and (n or not opens) and open <= 0:
            return words[:n]
    return words


def _clause_around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    low, high = 0, len(sentence) - 1
    # Behind a comma at the end it speaks for all of the sentence, not for what is said in it.
    ends = all(t.pos == "PUNCT" for t in sentence.tokens[last + 1 :])
    apart = ends and first > 0 and sentence[first - 1].text == ","
    below = ("conj", "parataxis") if apart else ("conj", "ccomp", "advcl", "parataxis")
    for above in sentence.ancestors(sentence[first]):
        own = above.dep in below and sentence.children(above, "nsubj", "nsubjpass", "expl")
        if above.pos in ("VERB", "AUX") and own:
            words = sentence.subtree(above)
            low, high = min(words[0].i, first), max(words[-1].i, last)
            break
    if low < first and sentence[low].dep in ("cc", "mark"):
        low += 1
    return low, high


def _speaker_line(scene: Scene, number: int) -> Saying | None:
    """ "MINISTER: We will not pay", as transcripts and headlines have it."""
    sentence = scene.sentences[number]
    colon = next((t for t in sentence.tokens[:_MOST_WORDS_OF_A_SPEAKER] if t.text == ":"), None)
    if colon is None or not colon.i:
        return None
    name = sentence.tokens[1 if sentence[0].tag in ("``", "''") else 0 : colon.i]
    if not name or not any(t.entity or t.text.isupper() for t in name):
        return None
    if any(t.text.lower() in _AGAINST for t in name):
        return None
    if any(t.pos not in ("PROPN", "ADP", "DET") for t in name) or name[-1].entity in _NO_SPEAKERS:
        return None
    block = scene.document.blocks[sentence.block]
    rest = scene.document.text[colon.end : min(block.end, _last_end(scene, number))]
    start = colon.end + len(rest) - len(rest.lstrip())
    end = colon.end + len(rest) - (1 if rest.endswith(".") else 0)
    source = grammar.stretch(name)
    if source is None or end - start < 2 or is_topic(rest):
        return None
    if block.kind == "heading" and _lists_things(sentence.tokens[colon.i + 1 :]):
        return None
    return Saying(
        source, (colon.start, colon.end), (start, end), number, colon.i, _COLON, name[-1].i
    )


def _lists_things(words: Sequence[Token]) -> bool:
    """ "Orl Steel: sale, strike and sanctions" over a text names what it tells of."""
    joined = any(t.text == "," or t.dep == "cc" for t in words)
    return joined and all(t.pos in ("NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT") for t in words)


def is_topic(rest: str) -> bool:
    """ "Kestrel Bank: what the supervisors saw", "Orl Dam: Bulletin No. 4" name what a text is
    about, and tell nothing."""
    if _ISSUE.search(rest):
        return True
    first = rest.split(maxsplit=1)[0].lower() if rest.strip() else ""
    return first in _QUESTIONS and not rest.rstrip().endswith("?")


def _last_end(scene: Scene, number: int) -> int:
    """Where the last sentence of the same paragraph ends."""
    block = scene.sentences[number].block
    while number + 1 < len(scene.sentences) and scene.sentences[number + 1].block == block:
        number += 1
    return scene.sentences[number].end


_ISSUE = re.compile(r"\b(?:no|nr|vol|volume|part|issue|edition|chapter)\b\.?\s*\d+\W*\Z", re.I)
# "Osei v. the Crown: judgment" is a case at law.
_QUESTIONS = frozenset({"how", "what", "when", "where", "which", "who", "whose", "why"})
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_AGAINST = frozenset({"v", "v.", "vs", "vs."})
_NO_SPEAKERS = frozenset({"DATE", "TIME", "CARDINAL", "EVENT", "WORK_OF_ART"})
