"""Main verbs that a parser takes for participles, put back in their place."""

from __future__ import annotations

from sayso.records.parse import FINITE, Sentence, Token

_NOUNS = ("NOUN", "PROPN")
# Verbs whose past and participle are one word, besides all in "-ed".
_ALIKE = frozenset(
    (
        "bought", "brought", "built", "caught", "cut", "dealt", "felt", "fought", "found", "heard",
        "held", "hit", "kept", "laid", "led", "left", "lost", "made", "met", "paid", "put", "sent",
        "set", "shot", "shut", "sold", "sought", "spent", "stood", "struck", "told", "won",
    )
)  # fmt: skip
# Participles that stand behind the noun they are said of.
_BEHIND_NOUNS = frozenset(("involved", "concerned"))
# What is seldom suffered from nobody's order: "had two men killed" may tell of a loss.
_BY_OTHERS = frozenset(
    (
        "arrest", "behead", "burn", "confiscate", "crown", "demolish", "deport", "detain",
        "dismiss", "execute", "exile", "expel", "flog", "hang", "imprison", "jail", "murder",
        "poison", "release", "remove", "seize", "torture",
    )
)  # fmt: skip
# What is said of somebody, and never "to be" by him.
_HEARD = frozenset(
    {
        "allege",
        "believe",
        "deem",
        "presume",
        "report",
        "rumour",
        "say",
        "suppose",
        "suspect",
        "think",
    }
)
# An "and", an adverb, a verb.
_NEAR = 2
# Of shorter ones no more is there than a title or a caption.
_LEAST = 8


def with_verbs(tokens: list[Token]) -> None:
    """Give the sentence, in ``tokens``, the main verb that it must have.

    "Northgate, which holds a tenth of the shares, called on him to resign" and "a ferry carrying
    120 people capsized" have one, though parsers read "called" and "capsized" as if somebody had
    called Northgate and capsized the people.
    """
    _back_to_past(tokens)
    _back_to_tense(tokens)
    _with_subjects(tokens)
    _with_announced(tokens)
    _with_involved(tokens)
    _with_fronted(tokens)
    _with_ordered(tokens)
    _with_elided(tokens)
    _with_hearsay(tokens)
    root = next(t for t in tokens if t.head == t.i)
    _with_speakers(tokens, root)
    if len(tokens) < _LEAST or tokens[-1].text not in (".", "”", '"'):
        return
    if root.pos in _NOUNS:
        _found(tokens, root, "ROOT", root.i)
        return
    for noun in tokens:
        # "A ferry ... capsized, the coast guard said".
        apart = noun.dep == "dep" and noun.head == root.i and noun.i < root.i
        if apart and noun.pos in _NOUNS:
            _found(tokens, noun, "ccomp", root.i)


def _found(tokens: list[Token], noun: Token, dep: str, above: int) -> None:
    """Make the subject of a noun that has no verb, and the verb what it was."""
    inside = Sentence(0, tuple(tokens)).subtree(noun)
    if any(t.tag in FINITE and t.dep in ("conj", "ccomp", "parataxis") for t in inside):
        return
    verb = next((t for t in inside if _may_be_main(tokens, noun, t)), None)
    if verb is None:
        return
    tokens[verb.i] = verb._replace(tag="VBD", dep=dep, head=verb.i if dep == "ROOT" else above)
    tokens[noun.i] = noun._replace(dep="nsubj", head=verb.i)
    for behind in tokens:
        if behind.head == noun.i and behind.i > verb.i:
            tokens[behind.i] = behind._replace(head=verb.i, dep=_under_verb(behind))


def _under_verb(token: Token) -> str:
    """What a word is to a verb that was taken for a word of a noun."""
    if token.dep == "appos":
        return "oprd"  # 'called the report "a piece of fiction"'
    if token.dep not in ("acl", "relcl"):
        return token.dep
    return "xcomp" if token.tag == "VB" else "advcl"


def _may_be_main(tokens: list[Token], noun: Token, verb: Token) -> bool:
    """Whether a participle may be the verb that a noun is the subject of: what is told of the noun
    in passing is closed before it."""
    alike = verb.text.lower().endswith("ed") or verb.text.lower() in _ALIKE
    if verb.tag not in ("VBN", "VBD") or verb.pos != "VERB" or not alike:
        return False
    if verb.dep not in ("acl", "appos"):
        return False
    if _has(tokens, verb, "agent", "auxpass", "aux", "nsubj"):
        return False
    between = tokens[noun.i + 1 : verb.i]
    # "The embassy called his report fiction": a past is no participle.
    if (
        verb.head == noun.i == noun.head
        and verb.tag == "VBD"
        and _has(tokens, verb, "dobj", "oprd")
    ):
        return True
    if verb.head == noun.i:
        commas = [t.i for t in between if t.text == ","]
        return len(commas) > 1 and commas[0] == noun.i + 1 and commas[-1] == verb.i - 1
    # "Carrying 120 people capsized": the people are what the clause before it ends with.
    return verb.head == verb.i - 1 and any(
        t.head == noun.i and t.tag == "VBG" and t.dep == "acl" for t in between
    )


def _back_to_past(tokens: list[Token]) -> None:
    """ "Ordered them to be kept in port and suspended the master": what has an object was not to
    be done to somebody, so that it stands beside the first verb."""
    for verb in tokens:
        above = tokens[verb.head]
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or above.tag != "VBN":
            continue
        below = _below(tokens, verb)
        object_ = any(t.dep == "dobj" and t.i > verb.i for t in below)
        to = any(t.tag == "TO" for t in _below(tokens, above))
        first = tokens[above.head]
        if object_ and to and _has(tokens, above, "auxpass") and first.tag == "VBD":
            tokens[verb.i] = verb._replace(tag="VBD", head=first.i)


def _back_to_tense(tokens: list[Token]) -> None:
    """ "Confirms that he changed jobs but denies that he complained": of one tense with the first
    verb, and not with the one it seems to be joined to."""
    for verb in tokens:
        joined = tokens[verb.head]
        first = tokens[joined.head]
        if verb.dep != "conj" or joined.dep != "ccomp" or first.pos != "VERB" or first.i > joined.i:
            continue
        joint = next((t for t in _below(tokens, joined) if t.dep == "cc" and _joins(t, verb)), None)
        told, other = _tense(tokens, verb), _tense(tokens, joined)
        same = told == _tense(tokens, first) != other and told and other
        # "Believes he was born here and was fit": what is said to be so goes on.
        bare = verb.pos == "VERB" and not _has(tokens, verb, "nsubj", "nsubjpass", "auxpass")
        if joint is not None and same and bare:
            tokens[verb.i] = verb._replace(head=first.i)
            tokens[joint.i] = joint._replace(head=first.i)


def _joins(joint: Token, verb: Token) -> bool:
    """Whether an "and" stands right before a verb, or before its adverb."""
    return 0 < verb.i - joint.i <= _NEAR


def _tense(tokens: list[Token], verb: Token) -> str:
    """Past, present or modal as the first word of a verb tells; empty for what has no tense."""
    words = [t for t in _below(tokens, verb) if t.dep in ("aux", "auxpass") and t.i < verb.i]
    tag = (words[0] if words else verb).tag
    return {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}.get(tag, "")


def _with_subjects(tokens: list[Token]) -> None:
    """ "Condemned the coup and the States suspended aid": who stands right before a second verb
    does what it tells, and is no second thing that was condemned."""
    for verb in tokens:
        first = tokens[verb.head]
        if verb.dep != "conj" or verb.tag not in FINITE or first.pos != "VERB" or verb.i < 2:
            continue
        noun = tokens[verb.i - 1]
        thing = tokens[noun.head]
        second = noun.dep == "conj" and noun.pos in _NOUNS and thing.head == first.i < thing.i
        joint = next((t for t in _below(tokens, thing) if t.dep == "cc"), None)
        if not second or joint is None or _has(tokens, noun, "conj"):
            continue
        if not _has(tokens, verb, "nsubj", "nsubjpass", "cc", "aux", "auxpass"):
            tokens[noun.i] = noun._replace(dep="nsubj", head=verb.i)
            tokens[joint.i] = joint._replace(head=first.i)


def _with_announced(tokens: list[Token]) -> None:
    """ "Told the paper that sixty men, among them the captain, surrendered": whom the telling
    seems to be told to are those of whom it tells."""
    for verb in tokens:
        first = tokens[verb.head]
        if verb.dep != "conj" or verb.tag not in FINITE or first.pos != "VERB":
            continue
        between = [t for t in _below(tokens, first) if first.i < t.i < verb.i]
        that = next((t for t in tokens[first.i : verb.i] if _announces(tokens, t, first)), None)
        things = [
            t for t in between
            if that and t.i > that.i and t.dep in ("dobj", "dative", "ccomp") and t.pos in _NOUNS
        ]  # fmt: skip
        if that is None or not things or any(t.dep == "cc" for t in between):
            continue
        if _has(tokens, verb, "nsubj", "nsubjpass", "expl"):
            continue
        told, *named = things
        tokens[verb.i] = verb._replace(dep="ccomp")
        tokens[that.i] = that._replace(dep="mark", head=verb.i)
        tokens[told.i] = told._replace(
            dep="nsubjpass" if _has(tokens, verb, "auxpass") else "nsubj", head=verb.i
        )
        for one in named:
            tokens[one.i] = one._replace(dep="appos", head=told.i)


def _announces(tokens: list[Token], word: Token, verb: Token) -> bool:
    """Whether a "that" opens what a verb tells, be it hung on the verb or on a noun below it."""
    above = tokens[word.head]
    below = verb.i in (above.i, above.head) and (above.i == verb.i or above.pos in _NOUNS)
    return word.text.lower() == "that" and word.tag == "IN" and below


def _with_involved(tokens: list[Token]) -> None:
    """ "Dismissed the managers involved" tells of nothing that the managers did."""
    for word in tokens:
        noun, verb = tokens[word.i - 1], tokens[word.head]
        if word.text not in _BEHIND_NOUNS or word.dep != "ccomp" or verb.pos != "VERB":
            continue
        alone = [t for t in _below(tokens, word) if t.i != noun.i and t.dep != "punct"]
        if noun.head == word.i and noun.dep == "nsubj" and verb.i < noun.i and not alone:
            tokens[noun.i] = noun._replace(dep="dobj", head=verb.i)
            tokens[word.i] = word._replace(tag="VBN", dep="acl", head=noun.i)


def _with_fronted(tokens: list[Token]) -> None:
    """ "In Niger, the first men, made up of engineers, landed": they are not what Niger is."""
    for verb in tokens:
        if verb.tag not in FINITE or _has(tokens, verb, "nsubj", "nsubjpass", "expl", "csubj"):
            continue
        for lead in _below(tokens, verb):
            places = [t for t in _below(tokens, lead) if t.dep == "pobj"]
            fronted = lead.dep == "prep" and lead.i < verb.i and len(places) == 1
            if not fronted or verb.dep not in ("ROOT", "ccomp"):
                continue
            beside = [t for t in _below(tokens, places[0]) if t.dep == "appos" and t.i < verb.i]
            noun = beside[0] if len(beside) == 1 else None
            if noun and noun.pos in _NOUNS and tokens[verb.i - 1].text == ",":
                passive = _has(tokens, verb, "auxpass")
                tokens[noun.i] = noun._replace(dep="nsubjpass" if passive else "nsubj", head=verb.i)


def _with_ordered(tokens: list[Token]) -> None:
    """ "Had the son of the mayor arrested": whoever has it done does it, through others."""
    for had in tokens:
        if had.lemma != "have" or had.pos != "VERB":
            continue
        found = next(
            (_ordered(tokens, had, t) for t in tokens[had.i + 1 :] if t.tag == "VBN"), None
        )
        if found is None:
            continue
        noun, verb = found
        tokens[noun.i] = noun._replace(dep="dobj", head=verb.i)
        for one in _below(tokens, had):
            if one.i not in (verb.i, noun.i):
                tokens[one.i] = one._replace(head=verb.i)
        above = verb.i if had.head == had.i else had.head
        tokens[verb.i] = verb._replace(tag="VBD", dep=had.dep, head=above)
        tokens[had.i] = had._replace(dep="aux", head=verb.i)


def _ordered(tokens: list[Token], had: Token, verb: Token) -> tuple[Token, Token] | None:
    """Who it is done to, and what is done, where a verb tells what somebody had done."""
    if verb.lemma not in _BY_OTHERS or _has(tokens, verb, "aux", "auxpass", "agent"):
        return None
    if verb.dep == "ccomp" and verb.head == had.i:
        own = [t for t in _below(tokens, verb) if t.dep == "nsubj" and had.i < t.i < verb.i]
        return (own[0], verb) if len(own) == 1 else None
    noun = tokens[verb.head]
    while noun.dep in ("pobj", "prep") and noun.head != had.i:
        noun = tokens[noun.head]
    if verb.dep != "acl" or noun.dep != "dobj" or noun.head != had.i:
        return None
    inside = Sentence(0, tuple(tokens)).subtree(noun)
    last = max(t.i for t in inside if verb not in (t, *Sentence(0, tuple(tokens)).ancestors(t)))
    return (noun, verb) if last == verb.i - 1 else None


def _with_elided(tokens: list[Token]) -> None:
    """ "A teacher was shot and two pupils wounded": what happened to the pupils, with "were" left
    out."""
    for noun in tokens:
        verb = tokens[noun.head]
        if noun.dep != "conj" or noun.pos not in _NOUNS or verb.tag != "VBN":
            continue
        told = [t for t in _below(tokens, noun) if t.dep == "acl" and t.i == noun.i + 1]
        if told and told[0].tag in ("VBN", "VBD") and _has(tokens, verb, "auxpass"):
            tokens[told[0].i] = told[0]._replace(tag="VBN", dep="conj", head=verb.i)
            tokens[noun.i] = noun._replace(dep="nsubjpass", head=told[0].i)


def _with_hearsay(tokens: list[Token]) -> None:
    """ "The vessel, said to be owned by Orvex, sank": nobody says so of himself."""
    for verb in tokens:
        aim = tokens[verb.i + 1 : verb.i + 3]
        heard = verb.tag == "VBD" and verb.lemma in _HEARD and verb.dep != "acl"
        if not heard or [t.lemma for t in aim] not in (["to", "be"], ["to", "have"]):
            continue
        subjects = [t for t in _below(tokens, verb) if t.dep == "nsubj" and t.i < verb.i]
        later = (
            t for t in _below(tokens, verb)
            if t.dep in ("ccomp", "conj") and (t.tag in FINITE or _has(tokens, t, "auxpass"))
        )  # fmt: skip
        main = next(iter(later), None)
        if tokens[verb.i - 1].text != "," or not subjects or main is None:
            continue
        if _has(tokens, main, "nsubj", "nsubjpass", "mark", "cc", "expl"):
            continue
        noun, passive = subjects[0], _has(tokens, main, "auxpass")
        above = main.i if verb.head == verb.i else verb.head
        tokens[main.i] = main._replace(dep=verb.dep, head=above)
        tokens[noun.i] = noun._replace(dep="nsubjpass" if passive else "nsubj", head=main.i)
        tokens[verb.i] = verb._replace(tag="VBN", dep="acl", head=noun.i)
        for mark in _below(tokens, verb):
            if mark.i > main.i:
                tokens[mark.i] = mark._replace(head=main.i)


def _with_speakers(tokens: list[Token], root: Token) -> None:
    """ "And detained the president, witnesses and diplomats said": the witnesses are free."""
    told = any(t.dep == "ccomp" and t.i < root.i for t in _below(tokens, root))
    if not told or root.i < 2 or _has(tokens, root, "nsubj", "nsubjpass", "expl"):
        return
    first = tokens[root.i - 1]
    if first.pos not in _NOUNS:
        return
    while (
        first.dep == "conj" and tokens[first.i - 1].text != "," and tokens[first.head].dep == "conj"
    ):
        first = tokens[first.head]
    if first.dep == "conj" and tokens[first.i - 1].text == ",":
        tokens[first.i] = first._replace(dep="nsubj", head=root.i)


def _below(tokens: list[Token], word: Token) -> list[Token]:
    """What hangs on a word, in text order."""
    return [t for t in tokens if t.head == word.i != t.i]


def _has(tokens: list[Token], word: Token, *deps: str) -> bool:
    return any(t.dep in deps for t in _below(tokens, word))
