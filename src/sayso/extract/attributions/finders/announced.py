"""What is told behind a colon, or before "said so": "issued a warning: costs would rise"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.extract.attributions.finders import grammar, voices
from sayso.extract.attributions.finders.quotations import Bounds
from sayso.extract.attributions.finders.scene import Saying, Scene
from sayso.packs.cues import Cue
from sayso.records.parse import FINITE, Sentence, Token

# What a noun announces is told only where the noun is of telling: "had one wish: ..." is not.
_TELLING = frozenset({"say", "report", "claim", "warn"})
_MODAL = "MD"
_DOUBT = frozenset({"if", "unless", "whether"})
# How many words may stand between "said so" and the end: "said so in parliament on Tuesday".
_SHORT = 8


def find(scene: Scene) -> Iterator[Saying]:
    """Every saying whose words stand behind a colon, or in the sentence before "said so"."""
    for number, sentence in enumerate(scene.sentences):
        yield from _behind_colon(scene, number, sentence)
        yield from _said_so(scene, number, sentence)


def _behind_colon(scene: Scene, number: int, sentence: Sentence) -> Iterator[Saying]:
    colons = [t.i for t in sentence if t.text == ":"]
    if len(colons) != 1 or not 2 < colons[0] < len(sentence) - 2:
        return
    lead, told = sentence.tokens[: colons[0]], sentence.tokens[colons[0] + 1 :]
    if any(t.text == ";" for t in sentence) or not any(t.tag in (*FINITE, _MODAL) for t in told):
        return
    content = grammar.stretch(told)
    # The last word of telling before the colon, and nothing that is quoted already.
    if content is None or scene.quotation_at(lead[-1].start) is not None:
        return
    for noun in reversed(lead):
        cue = scene.cue(noun.lemma.lower(), "noun") if noun.pos == "NOUN" else None
        who = _whose(scene, sentence, noun) if cue and cue.act in _TELLING else None
        if cue and who and scene.can_speak(sentence, who, cue):
            yield _announced(scene, number, noun, who, cue, content)
            return


def _whose(scene: Scene, sentence: Sentence, noun: Token) -> Token | None:
    """ "The board issued a warning: ...", "her verdict was blunt: ...": who announces it."""
    verb = sentence.head(noun)
    denied = any(t.text.lower() == "no" for t in sentence.children(noun, "det"))
    if denied or grammar.negated(sentence, verb):
        return None
    if noun.dep == "nsubj" and verb.lemma.lower() == "be":
        return next(iter(sentence.children(noun, "poss")), None)
    light = noun.dep == "dobj" and verb.lemma.lower() in scene.pack.list("light_verbs")
    return grammar.subject(sentence, verb) if light else None


def _announced(
    scene: Scene, number: int, noun: Token, who: Token, cue: Cue, content: Bounds
) -> Saying:
    sentence = scene.sentences[number]
    owned = who.head == noun.i
    source = grammar.owner_phrase(sentence, who) if owned else None
    words = sentence.subtree(noun)
    own = [t for t in words if t.i <= noun.i and (not owned or t.i > who.i)]
    first = own[0].start
    return Saying(
        source=source or grammar.source_phrase(sentence, who, sentence.head(noun)),
        cue=(first, noun.end),
        content=scene.widen(content, (first, noun.end)),
        sentence=number,
        word=noun.i,
        cue_entry=cue,
        speaker=who.i,
    )


def _said_so(scene: Scene, number: int, sentence: Sentence) -> Iterator[Saying]:
    """ "The tunnel was never inspected. The foreman said so.": he says what stands before."""
    for verb in sentence:
        cue = scene.cue(verb.lemma.lower(), "verb") if verb.pos == "VERB" else None
        if cue is None or "clause" not in cue.takes or not _is_so(sentence, verb):
            continue
        content = _sentence_before(scene, number)
        who = grammar.subject(sentence, verb)
        if content and who and scene.can_speak(sentence, who, cue):
            yield voices.said_by(sentence, number, verb, who, cue, content)


def _is_so(sentence: Sentence, verb: Token) -> bool:
    """Whether a main verb has "so" for its content, and is neither denied nor only thought of."""
    behind = sentence.tokens[verb.i + 1 : verb.i + 2]
    so = bool(behind) and behind[0].text.lower() == "so" and behind[0].head == verb.i
    rest = sentence.tokens[verb.i + 2 :]
    alone = verb.dep == "ROOT" and not any(
        t.tag in FINITE for t in (*rest, *_before(sentence, verb))
    )
    thought = any(t.tag == _MODAL for t in sentence.children(verb, "aux"))
    doubted = any(t.text.lower() in _DOUBT for t in sentence)
    none = grammar.negated(sentence, verb) or voices.leaves_open(sentence, verb)
    nobody = (who := grammar.subject(sentence, verb)) and voices.is_nobody(sentence, who)
    return so and alone and len(rest) <= _SHORT and not (thought or doubted or none or nobody)


def _before(sentence: Sentence, verb: Token) -> Sequence[Token]:
    return sentence.tokens[: grammar.verb_group(sentence, verb)[0]]


def _sentence_before(scene: Scene, number: int) -> Bounds | None:
    """The sentence before in the same paragraph, where it states something in plain words."""
    if not number:
        return None
    before = scene.sentences[number - 1]
    plain = before.block == scene.sentences[number].block and before[len(before) - 1].text == "."
    quoted = any(t.tag in ("``", "''") for t in before)
    return grammar.stretch(before.tokens) if plain and not quoted else None
