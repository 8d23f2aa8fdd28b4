"""The sayings that a tagger reads in a document, and how they join those of the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.engines.protocols import Stretch, Tagger
from sayso.extract.attributions.finders import grammar, phrases, voices
from sayso.extract.attributions.finders.complements.deeds import is_deed
from sayso.extract.attributions.finders.quotations import Bounds, within
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.extract.attributions.tagging.features import COLUMNS, Row, rows
from sayso.extract.attributions.tagging.linking import Linked, link, main_word, speakers
from sayso.extract.attributions.tagging.spans import Marked, marked
from sayso.packs.cues import Cue
from sayso.records.parse import Sentence, Token

# A cue that the pack does not know says no more than that something is told.
_PLAIN = Cue()
# A word and a verb of saying; what may only begin a phrase ("in") is no sign of anything.
_CUES = (1, 2)
_CUE, _QUOTATION = (list(COLUMNS).index(name) for name in ("cue", "quotation"))
# "He would say no more", "said little else": nothing is told.
_NOTHING = frozenset(
    {"so", "no more", "nothing", "nothing more", "nothing else", "nothing further", "little",
     "little more", "little else", "anything", "anything else"}
)  # fmt: skip
# Before the body that somebody is of.
_AT = frozenset({"at", "for", "from", "in", "of", "with"})
_OWN_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_TELLING = frozenset({"say", "report", "claim", "deny"})


def tagged(
    scene: Scene, ruled: Sequence[Saying], tagger: Tagger, *, everywhere: bool = False
) -> list[Saying]:
    """The outermost sayings as a tagger reads them; one for each piece of what is said.

    It reads where the rules may have missed something, or ``everywhere``.
    """
    told = [*rows(scene, ruled)]
    read = set(range(len(told))) if everywhere else _worth_reading(scene, told, ruled)
    words = [
        (n, token) for n, sentence in enumerate(scene.sentences) if n in read for token in sentence
    ]
    if not words:
        return []
    stretch = Stretch(
        [token.text for _, token in words],
        [row for number, sentence in enumerate(told) if number in read for row in sentence],
        [scene.sentences[number].block for number, _ in words],
        [number for number, _ in words],
    )
    spans = marked(words, tagger.label(stretch))
    return [saying for one in link(scene, spans) for saying in _sayings(scene, one)]


def _worth_reading(
    scene: Scene, told: Sequence[Sequence[Row]], ruled: Iterable[Saying]
) -> set[int]:  # fmt: skip
    """The sentences in which the rules may have missed something, and those beside them.

    There the pack knows a cue, or words are quoted, and the rules tell of nothing: a third of the
    words of a report. Read whole, it costs three times as much and more is found wrongly.
    """
    heard = {saying.sentence for saying in ruled}
    missed = {
        number
        for number, sentence in enumerate(told)
        if number not in heard and any(row[_CUE] in _CUES or row[_QUOTATION] for row in sentence)
    }
    blocks = [sentence.block for sentence in scene.sentences]
    return {
        n
        for n, block in enumerate(blocks)
        if any(m in missed and blocks[m] == block for m in (n - 1, n, n + 1))
    }


def _sayings(scene: Scene, linked: Linked) -> Iterator[Saying]:
    cue = linked.cue
    if cue is None or _points_on(scene, cue):
        return
    number = cue.words[0][0]
    sentence = scene.sentences[number]
    word = main_word(cue, number)
    source = linked.source
    speaker = main_word(source, number) if source and source.words[0][0] == number else None
    bounds = source.bounds if source else None
    if bounds is not None and speaker is not None:
        bounds, speaker = _from_whom(scene, sentence, bounds, speaker)
    for piece in linked.content:
        if not _tells(scene, piece):
            continue
        yield Saying(
            source=bounds,
            cue=cue.bounds,
            content=piece.bounds,
            sentence=number,
            word=word.i,
            cue_entry=_entry(scene, sentence, word),
            speaker=speaker.i if speaker else None,
            denied=word.pos == "VERB" and grammar.negated(sentence, word),
        )


def _from_whom(
    scene: Scene, sentence: Sentence, bounds: Bounds, speaker: Token
) -> tuple[Bounds, Token]:
    """ "A whistleblower at the plant alleged": not the plant, where the tagger saw it alone."""
    joint = sentence.head(speaker)
    first = next((t.i for t in sentence if t.start == bounds[0]), 0)
    # "An expert called by the defence conceded".
    by = joint.dep == "agent" and sentence.head(joint).i == joint.i - 1
    above = sentence.head(joint) if by else joint
    who = sentence.head(above)
    beside = joint.i == first - 1 and who.i == above.i - 1
    beside = beside and (joint.text.lower() in _AT or (by and above.dep == "acl"))
    people = scene.pack.list("person_nouns") | scene.pack.list("group_nouns")
    person = who.pos == "NOUN" and who.lemma.lower() in people
    if not (speaker.dep == "pobj" and beside and person):
        return bounds, speaker
    words = [t for t in sentence.subtree(who) if t.i <= who.i]
    return (words[0].start, bounds[1]), who


def _tells(scene: Scene, piece: Marked) -> bool:
    """Whether a piece can be what is said: words, and no phrase that names a source.

    "A voice that carried": a relative clause by itself says something of its noun.
    """
    first = piece.words[0][1]
    if first.dep in _OWN_SUBJECTS and first.tag in ("WDT", "WP"):
        return False
    # "Contrary to what he claims", "proved him wrong".
    bare = len(piece.words) == 1 and (
        first.tag in ("WP", "WDT") or first.text.lower() in grammar.WHOM
    )
    text = [token.text.lower() for _, token in piece.words if token.pos != "PUNCT"]
    return (
        bool(text) and not bare and " ".join(text) not in _NOTHING and not _points_on(scene, piece)
    )


def _points_on(scene: Scene, span: Marked) -> bool:
    """Whether words only name the source behind a report ("citing"): that is for the chain."""
    number, first = span.words[0]
    sentence = scene.sentences[number]
    return any(scene.phrase_at(sentence, first, kind) for kind in ("inner", "outer"))


def _entry(scene: Scene, sentence: Sentence, word: Token) -> Cue:
    """What the pack knows of a cue by its main word."""
    lemma = word.lemma.lower()
    for particle in sentence.children(word, "prt"):
        entry = scene.cue(f"{lemma} {particle.text.lower()}", "verb")
        if entry is not None:
            return entry
    phrase = scene.phrase_at(sentence, word, "phrase")
    if phrase is not None:
        return phrase[1]
    kind = "noun" if word.pos in ("NOUN", "PROPN") else "verb"
    return scene.cue(lemma, kind) or _PLAIN


def told(scene: Scene, ruled: Iterable[Saying], tagged: Iterable[Saying]) -> Iterator[Saying]:
    """The tagger's sayings in which somebody tells something, without mere attitudes.

    The tagger was taught that "she wishes him well" is hers as much as "she said so". Something
    is told where the rules find a cue too, where words are quoted, where the grammar gives a cue
    of saying to the source, and where a whole clause depends on whatever somebody did ("put it
    about that the vote was lost").
    """
    cues = sorted(saying.cue for saying in ruled if saying.cue)
    for saying in _whole(scene, tagged):
        sentence = scene.sentences[saying.sentence]
        word = sentence[saying.word]
        if voices.is_quoted(sentence, word) or voices.lets_speak(scene, sentence, word):
            continue
        if _is_put_to_somebody(sentence, word) or voices.leaves_open(sentence, word):
            continue
        if is_deed(scene, saying) or _is_about_somebody(sentence, saying):
            continue
        if _names_a_topic(scene, saying):
            continue
        who = sentence[saying.speaker] if saying.speaker is not None else None
        if who is not None and voices.is_nobody(sentence, who):
            continue
        # "They did not comment. Its report cannot be checked": what follows is the author's.
        if not (_is_beside(sentence, saying) or _is_quoted(scene, saying)):
            continue
        if any(
            (
                _is_known(cues, saying) and _is_beside(sentence, saying),
                _is_quoted(scene, saying),
                _is_said_by(scene, saying),
                _is_a_clause_of_somebody(scene, saying),
            )
        ):
            yield saying


def _is_put_to_somebody(sentence: Sentence, word: Token) -> bool:
    """ "Pressed on why he had paid, he laughed": what is put to somebody is not his."""
    return word.i == 0 and word.tag == "VBN" and voices.is_reduced(sentence, word)


def _names_a_topic(scene: Scene, saying: Saying) -> bool:
    """ "Minas Altas: what we know" is a title, and nothing that the firm said."""
    text = scene.document.text
    colon = saying.cue is not None and text[slice(*saying.cue)] == ":"
    return colon and phrases.is_topic(text[slice(*saying.content)])


def _is_about_somebody(sentence: Sentence, saying: Saying) -> bool:
    """ "He rejected Lund": whom one refuses is not what is denied."""
    words = sentence.within(*saying.content)
    named = all(t.tag == "NNP" for t in words) and any(t.dep == "dobj" for t in words)
    return saying.cue_entry.act == "deny" and bool(words) and named


def _whole(scene: Scene, tagged: Iterable[Saying]) -> Iterator[Saying]:
    """Sayings without the pieces that tell nothing by themselves: "on Monday", before the cue."""
    by_cue: dict[Bounds | None, list[Saying]] = defaultdict(list)
    for saying in tagged:
        by_cue[saying.cue].append(saying)
    for pieces in by_cue.values():
        telling = [one for one in pieces if _has_verb(scene, one) or _is_quoted(scene, one)]
        yield from telling or pieces


def _has_verb(scene: Scene, saying: Saying) -> bool:
    return any(token.pos in ("VERB", "AUX") for _, token in scene.tokens_in(*saying.content))


def _is_said_by(scene: Scene, saying: Saying) -> bool:
    """Whether a cue of saying has its source for a subject, agent or owner."""
    entry, source = saying.cue_entry, saying.source
    if source is None or entry is _PLAIN or entry.act not in _TELLING:
        return False
    sentence = scene.sentences[saying.sentence]
    word = sentence[saying.word]
    if sentence.children(word, "auxpass") and not voices.by_somebody(sentence, word):
        return False
    # Who is described or quoted, in the passive, is not the one who says it.
    who = (t for t in speakers(sentence, word) if t.dep != "nsubjpass")
    return any(
        source[0] <= token.start < source[1] and scene.can_speak(sentence, token, entry)
        for token in who
    )


def _is_a_clause_of_somebody(scene: Scene, saying: Saying) -> bool:
    """Whether somebody stands beside a cue that has a clause with a subject of its own."""
    sentence = scene.sentences[saying.sentence]
    if saying.source is None or saying.speaker is None:
        return False
    if not scene.can_speak(sentence, sentence[saying.speaker], saying.cue_entry):
        return False
    words = sentence.within(*saying.content)
    inside = {word.i for word in words}
    head = next((w for w in words if w.head not in inside or w.head == w.i), None)
    if head is None or head.pos not in ("VERB", "AUX"):
        return False
    return any(word.i in inside for word in sentence.children(head, *_OWN_SUBJECTS))


def _is_known(cues: Sequence[Bounds], saying: Saying) -> bool:
    place = bisect_left(cues, saying.cue or (0, 0))
    return any(_touch(saying.cue or (0, 0), cue) for cue in cues[max(place - 2, 0) : place + 2])


def _is_beside(sentence: Sentence, saying: Saying) -> bool:
    """Whether what is said stands in the sentence of its cue; what is quoted may go on."""
    return sentence.start <= saying.content[0] < sentence.end


def _is_quoted(scene: Scene, saying: Saying) -> bool:
    """Whether at least half of the content stands in quotation marks: two words do not count."""
    start, end = saying.content
    inside = sum(
        min(end, high) - max(start, low) for low, high in scene.quotations_in(saying.content)
    )
    return 2 * inside >= end - start


def joined(scene: Scene, ruled: Iterable[Saying], tagged: Sequence[Saying]) -> list[Saying]:
    """The tagger's sayings with those that the rules find inside them.

    The tagger was taught the outermost sayings only, and has the last word on those.
    """
    by_block: dict[int, list[Saying]] = defaultdict(list)
    for saying in tagged:
        by_block[scene.sentences[saying.sentence].block].append(saying)
    alone: list[Saying] = []
    by_cue: dict[Bounds, Saying] = {}
    for saying in ruled:
        rivals = by_block[scene.sentences[saying.sentence].block]
        if any(_tells_of(other, saying) for other in rivals):
            alone.append(saying)
        for other in rivals:
            if saying.cue and other.cue and _touch(saying.cue, other.cue):
                by_cue[other.cue] = saying
    return [*(_completed(one, by_cue.get(one.cue or (0, 0))) for one in tagged), *alone]


def added(scene: Scene, ruled: Sequence[Saying], tagged: Iterable[Saying]) -> list[Saying]:
    """The sayings of the rules with those of the tagger that they do not speak of.

    Where both found a cue, the words are the rules': whole phrases of the grammar.
    """
    by_block: dict[int, list[Saying]] = defaultdict(list)
    for saying in ruled:
        by_block[scene.sentences[saying.sentence].block].append(saying)
    new = [
        saying
        for saying in tagged
        if not any(
            _same_words(other, saying) and not _tells_of(other, saying)
            for other in by_block[scene.sentences[saying.sentence].block]
        )
    ]
    return [*ruled, *new]


def _tells_of(outer: Saying, inner: Saying) -> bool:
    return (
        inner.cue is not None
        and within(inner.cue, outer.content)
        and not (outer.cue and _touch(outer.cue, inner.cue))
    )


def _completed(tagged: Saying, ruled: Saying | None) -> Saying:
    """A saying of the tagger with what only grammar tells of its cue."""
    if ruled is None:
        return tagged
    tagged = replace(tagged, word=ruled.word, cue_entry=ruled.cue_entry, denied=ruled.denied)
    if tagged.source is None:
        return replace(tagged, source=ruled.source, speaker=ruled.speaker)
    return tagged


def _same_words(ruled: Saying, tagged: Saying) -> bool:
    """Whether the tagger has its own reading of the words of a saying."""
    if ruled.cue is None or tagged.cue is None:
        return _touch(ruled.content, tagged.content)
    if _touch(ruled.cue, tagged.cue):
        return True
    inside = within(ruled.cue, tagged.content)
    return not inside and _touch(ruled.content, tagged.content)


def _touch(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]
