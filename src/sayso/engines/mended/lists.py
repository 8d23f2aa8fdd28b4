"""Lists that a parser tears, and what it parts from the number it is told of, joined again."""

from __future__ import annotations

from sayso.records.parse import Token

_NOUNS = ("NOUN", "PROPN")
_TORN = frozenset({"nsubj", "nsubjpass", "appos"})
# What ends an aside: "the Front, the party of the miners and the poor, won".
_ENDS_ASIDE = frozenset({",", ")", "-", "–", "—", ":", ";", "."})


def with_lists(tokens: list[Token]) -> tuple[Token, ...]:
    """The words of a sentence with the lists in it that a parser tears joined again.

    "Fighters of the Guard, the police and the militia fired": it finds two subjects, or takes the
    second of three names for what the first one is.
    """
    for second in tokens:
        if second.dep in _TORN and any(t.dep == "conj" and t.head == second.i for t in tokens):
            first = _listed_before(tokens, second)
            if first is not None:
                tokens[second.i] = second._replace(dep="conj", head=first.i)
        elif second.dep == "conj" and second.pos == "PROPN":
            _part_names(tokens, second)
        elif second.dep == "appos" and second.pos == "PROPN":
            tokens[second.i] = second._replace(head=_named_by(tokens, second).i)
    for word in tokens:
        if word.dep == "appos" and word.pos == "PROPN":
            _join_to_noun(tokens, word)
        elif word.dep == "pobj" and tokens[word.head].text.lower() == "between":
            _join_both(tokens, word, tokens[word.head])
        elif word.tag == "CD" and word.dep == "dobj" and word.i + 1 < len(tokens):
            _hang_on_number(tokens, word)
    return tuple(tokens)


def _is_one_of_them(tokens: list[Token], name: Token) -> bool:
    """Put beside "one" the name that says who it is, in ``tokens``: "one of them, Ann Lee, a clerk,
    left". The parse makes two of them."""
    one = tokens[name.head]
    beside = [t for t in tokens if t.head == one.i]
    of_many = any(t.text.lower() == "of" and t.dep == "prep" for t in beside)
    first = _edges(tokens, name)[0]
    comma = first > 0 and tokens[first - 1].text == ","
    if one.text.lower() != "one" or not (of_many and comma) or any(t.dep == "cc" for t in beside):
        return False
    tokens[name.i] = name._replace(dep="appos")
    return True


def _hang_on_number(tokens: list[Token], number: Token) -> None:
    """Hang on "26" what is told of them, in ``tokens``: "the team had treated 26 wounded".

    Parsers take the second for what happened to the team.
    """
    told, verb = tokens[number.i + 1], tokens[number.head]
    apart = told.tag == "VBN" and told.dep == "advcl" and told.head == verb.i
    # "The blast left 26 wounded" tells what came of it.
    if apart and verb.lemma != "leave":
        tokens[told.i] = told._replace(dep="acl", head=number.i)


def _join_both(tokens: list[Token], first: Token, between: Token) -> None:
    """Give "between" both of its names: in "talks between the Front and a team of the board" the
    team is none of the talks."""
    noun = tokens[between.head]
    if any(t.dep == "conj" and t.head == first.i for t in tokens):
        return
    behind = [t for t in tokens[first.i + 1 :] if t.head == noun.i]
    joined = [t for t in behind if t.dep in ("cc", "conj") and t.text.lower() != "or"]
    if [t.dep for t in joined] != ["cc", "conj"] or noun.pos not in _NOUNS:
        return
    for word in joined:
        tokens[word.i] = word._replace(head=first.i)


def _join_to_noun(tokens: list[Token], name: Token) -> None:
    """Join to a noun, in ``tokens``, what "and" joins to the name right behind it.

    "The rector Ann Lee and the dean met": who the rector is says the name, and the dean is another.
    """
    noun = tokens[name.head]
    between = tokens[noun.i + 1 : name.i]
    own = all(t.head == name.i and t.dep == "compound" for t in between)
    if noun.tag != "NN" or noun.i > name.i or not own:
        return
    for low in tokens[name.i + 1 :]:
        if low.head == name.i and low.dep in ("conj", "cc"):
            tokens[low.i] = low._replace(head=noun.i)


def _part_names(tokens: list[Token], second: Token) -> None:
    if not _is_one_of_them(tokens, second):
        _part_two(tokens, second)


def _part_two(tokens: list[Token], second: Token) -> None:
    """Give the two names of "shares of Orca and Velm Capital" each its place, in ``tokens``.

    Parsers make both names parts of the one name Capital. Behind "the", they may be: "the Trade and
    Industry Board".
    """
    first = tokens[second.head]
    whole = tokens[first.head]
    near = first.i + 2 == second.i and tokens[first.i + 1].text.lower() == "and"
    between = tokens[second.i + 1 : whole.i]
    if first.dep != "nmod" or not near or not first.pos == whole.pos == "PROPN":
        return
    hanging = [t for t in tokens if t.head == whole.i and t.i < first.i]
    if second.i < whole.i and not hanging and all(t.pos == "PROPN" for t in between):
        top = first.i if whole.head == whole.i else whole.head
        tokens[first.i] = first._replace(dep=whole.dep, head=top)
        tokens[whole.i] = whole._replace(dep="conj", head=first.i)
        tokens[second.i] = second._replace(dep="compound", head=whole.i)


def _named_by(tokens: list[Token], name: Token) -> Token:
    """The word beside which a name stands.

    Of "Orr and his deputy, Ann Lee", parsers hang Lee on Orr.
    """
    noun = _before_comma(tokens, _edges(tokens, name)[0]) or name
    owned = any(t.dep == "poss" and t.head == noun.i for t in tokens)
    beside = noun.dep == "conj" and noun.pos == "NOUN" and noun.head == name.head
    return noun if beside and owned else tokens[name.head]


def _listed_before(tokens: list[Token], second: Token) -> Token | None:
    """The word before a comma that a torn list begins with, if it is one."""
    left, right = _edges(tokens, second)
    first = _before_comma(tokens, left)
    if first is None or second.head == second.i:
        return None
    if first.pos not in _NOUNS or second.pos not in _NOUNS:
        return None
    if second.dep == "appos":
        before = [] if _closes(tokens, right) else _told_alike(tokens, first, second)
    else:
        torn = (t for t in tokens[: left - 1] if t.dep in _TORN and t.dep != "appos")
        before = [t for t in torn if t.head == second.head and _hangs_on(tokens, first, t)]
    if not before:
        return None
    # "The head of the bank, the mayor and the bishop met": only many are of many.
    return first if before[-1].tag in ("NNS", "NNPS") else before[-1]


def _told_alike(tokens: list[Token], first: Token, second: Token) -> list[Token]:
    """What stands in front of an aside, where it may be the first of three: all have an article.

    "Of Zarb, the council and the guild": a name needs none, but of Ann Lee, the mayor and the head
    of the guild, more may be told.
    """
    above = tokens[second.head]
    third = (t for t in tokens if t.dep == "conj" and t.head == second.i)
    alike = all(_has_article(tokens, t) for t in (second, *third))
    named = above.pos == "PROPN" and above.entity not in ("", "PERSON")
    alike = alike and (named or _has_article(tokens, above))
    return [above] if alike and _hangs_on(tokens, first, above) else []


def _edges(tokens: list[Token], word: Token) -> tuple[int, int]:
    """The first and the last word of the stretch around a word that hangs on it."""
    left = right = word.i
    while left and _hangs_on(tokens, tokens[left - 1], word):
        left -= 1
    while right + 1 < len(tokens) and _hangs_on(tokens, tokens[right + 1], word):
        right += 1
    return left, right


def _before_comma(tokens: list[Token], left: int) -> Token | None:
    """The word in front of the comma before a stretch, where there is one."""
    return tokens[left - 2] if left > 1 and tokens[left - 1].text == "," else None


def _closes(tokens: list[Token], right: int) -> bool:
    """Whether what ends an aside stands behind its last word."""
    return right + 1 < len(tokens) and tokens[right + 1].text in _ENDS_ASIDE


def _hangs_on(tokens: list[Token], low: Token, high: Token) -> bool:
    """Whether a word is or hangs below another."""
    for _ in tokens:
        if low.i == high.i:
            return True
        low = tokens[low.head]
    return False


def _has_article(tokens: list[Token], noun: Token) -> bool:
    return any(t.head == noun.i and t.dep == "det" and t.text.lower() == "the" for t in tokens)
