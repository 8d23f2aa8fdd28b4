"""Words that tell of the dead by their number alone, and of no deed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.extract.grammar import clause_of, is_passive, subject_of
from sayso.extract.phrases import loses_life
from sayso.records.marks import Quantity
from sayso.records.parse import Sentence, Token

DEAD = frozenset({"dead"})
_VICTIMS = frozenset({"dead", "death", "fatality", "victim", "casualty"})
_TALLIED = _VICTIMS | {"body", "corpse"}
_TALLIED_UNITS = frozenset({"", "bodies", "corpses", "deaths", "fatalities", "victims"})
_CALLING = frozenset({"confirm", "count", "declare", "pronounce"})
_SPEAKING = frozenset({"speak", "tell", "talk"})
_COUNTING = frozenset({"count", "report", "record", "document", "confirm", "list", "register"})
_PUTTING = frozenset({"put", "set", "estimate"})
_TIMES = frozenset({"DATE", "TIME"})
# "Nine died, most of them under twenty".
_SOME = frozenset({"all", "half", "many", "most", "some"})
_WOUNDS = frozenset({"burn", "injury", "wound"})
_OF_WOUNDS = _WOUNDS | {"hospital", "scene", "spot"}
_COUNTS = frozenset({"number", "count", "tally", "total"})


def as_people(count: Quantity) -> Quantity:
    """A number of dead as one of people: "12 dead guards" are twelve guards."""
    unit = (count.unit or "").removeprefix("dead").strip()
    return replace(count, unit=unit if unit not in _TALLIED_UNITS else "people")


def dying(sentence: Sentence, token: Token) -> Token | None:
    """Who is told to have died, where they are counted: "four of them had died", "12 dead men"."""
    if loses_life(sentence, token):
        who = subject_of(sentence, token)
        return who if who is not None and _counted(sentence, who) else None
    if token.lemma.lower() in ("die", "perish") and token.dep not in ("amod", "compound"):
        who = subject_of(sentence, token)
        told = not says_more(sentence, token) or sentence.children(token, "advcl")
        return who if who is not None and told and _counted(sentence, who) else None
    noun = sentence.head(token)
    if _is_called_dead(sentence, token):
        who = subject_of(sentence, noun)
        return who if who is not None and _counted(sentence, who) else None
    if is_left(sentence, token):
        who = next(iter(sentence.children(noun, "dobj")), token)
        return who if _counted(sentence, who) else None
    dead = token.text.lower() in DEAD and token.dep == "amod" and noun.pos == "NOUN"
    return noun if dead and _counted(sentence, noun) else None


def says_more(sentence: Sentence, verb: Token) -> bool:
    """Whether more is told of a death than its day, its hour, and that it was of their wounds."""
    leads = sentence.children(verb, "prep")
    led = [t for lead in leads for t in sentence.children(lead, "pobj", "pcomp")]
    plain = [t for t in led if t.entity in _TIMES or t.lemma.lower() in _OF_WOUNDS]
    aside = sentence.children(verb, "npadvmod")
    when = [t for t in aside if t.entity in _TIMES or t.lemma.lower() in _SOME]
    others = sentence.children(verb, "dobj", "npadvmod")
    return len(plain) < len(leads) or len(when) < len(others)


def _is_called_dead(sentence: Sentence, token: Token) -> bool:
    """ "94 people are confirmed dead", "21 are dead"; not those who are feared dead."""
    verb = sentence.head(token)
    told = token.text.lower() in DEAD and token.dep in ("oprd", "acomp") and token.i > verb.i
    called = verb.lemma.lower() in _CALLING and is_passive(sentence, verb)
    return told and (called or verb.lemma == "be")


def of_wounds(sentence: Sentence, verb: Token) -> bool:
    """ "Died of her wounds", "from his injuries": of what was done to them before."""
    leads = (t for t in sentence.children(verb, "prep") if t.text.lower() in ("of", "from"))
    below = (t for lead in leads for t in sentence.children(lead, "pobj"))
    return any(t.lemma.lower() in _WOUNDS for t in below)


def is_left(sentence: Sentence, token: Token) -> bool:
    """ "Leaving 19 people dead", "left 19 dead": what a flood leaves is told of with it."""
    verb = sentence.head(token)
    dead = token.text.lower() in DEAD and token.dep in ("oprd", "acomp", "dobj")
    return dead and verb.lemma == "leave" and goes_on(sentence, verb)


def _counted(sentence: Sentence, who: Token) -> bool:
    return who.pos == "NUM" or bool(sentence.children(who, "nummod"))


def toll(sentence: Sentence, noun: Token, quantities: Iterable[Quantity]) -> Quantity | None:
    """The number given for the dead: "put the number of dead at 61", "the death toll is 61"."""
    if _is_tallied(sentence, noun):
        # The number is one of the dead, or, where no unit was read, stands right before them.
        starts = {noun.start, *(t.start for t in sentence.children(noun, "nummod"))}
        starts |= {sentence.head(noun).start} if noun.dep == "amod" else set()
        return next(
            (q for q in quantities if q.span.end <= noun.end and q.span.start in starts), None
        )
    if not _is_toll(sentence, noun):
        return None
    clause = clause_of(sentence, noun)
    inside = {t.start for t in sentence.subtree(clause)}
    behind = (q for q in quantities if noun.end <= q.span.start < sentence.end)
    first = next(iter(behind), None)
    bare = first is not None and (first.unit is None or first.unit in _VICTIMS)
    return first if first is not None and bare and inside & set(_starts(sentence, first)) else None


def _is_tallied(sentence: Sentence, noun: Token) -> bool:
    """ "Spoke of nine bodies", "counted nine dead": so many, and no word of what became of them."""
    verb = lead = sentence.head(noun)
    if noun.lemma.lower() in DEAD and verb.pos == "NUM" and noun.dep == "amod":
        noun, verb, lead = verb, sentence.head(verb), sentence.head(verb)
    elif noun.lemma.lower() not in _TALLIED or not sentence.children(noun, "nummod"):
        return False
    if noun.dep == "pobj" and lead.text.lower() == "of":
        verb = sentence.head(lead)
    elif noun.dep != "dobj":
        return False
    tellers = _COUNTING if verb == lead else _SPEAKING
    return verb.lemma.lower() in tellers and not is_passive(sentence, verb)


def _starts(sentence: Sentence, quantity: Quantity) -> list[int]:
    return [t.start for t in sentence.within(quantity.span.start, quantity.span.end)]


def _is_toll(sentence: Sentence, noun: Token) -> bool:
    lemma, above = noun.lemma.lower(), sentence.head(noun)
    if noun.dep == "nsubj" and above.lemma == "number" and above.tag == "VBD":
        return lemma in _VICTIMS  # "the dead numbered 23"
    if noun.dep == "dobj" and above.lemma.lower() in _PUTTING and lemma in {*_VICTIMS, "toll"}:
        return any(at.text.lower() == "at" for at in sentence.children(above, "prep"))
    if lemma == "toll":
        return any(t.text.lower() == "death" for t in sentence.children(noun, "compound"))
    if lemma not in _COUNTS:
        return False
    below = (t for of in sentence.children(noun, "prep") if of.text == "of"
             for t in sentence.children(of, "pobj"))  # fmt: skip
    return any(t.lemma.lower() in _VICTIMS for t in below)


def goes_on(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what came of the one that it hangs on, done by the same."""
    behind = verb.i > verb.head and not sentence.children(verb, "nsubj", "nsubjpass")
    outcome = verb.dep == "advcl" and verb.tag == "VBG" and not sentence.children(verb, "mark")
    return behind and (outcome or (verb.dep == "conj" and not is_passive(sentence, verb)))
