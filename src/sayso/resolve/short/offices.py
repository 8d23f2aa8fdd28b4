"""Offices under other words inside one report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.packs.pack import Pack
from sayso.records.marks import NAME_FORMS, Mention
from sayso.records.notes import Notes
from sayso.records.parse import Sentence, Token
from sayso.resolve.names.parts import plain
from sayso.resolve.short.joins import Join, Named

# Words of an office that do not tell which it is, and ranks that make another of it.
_LOOSE = frozenset({"of", "the", "for", "to", "former", "new", "late", "acting", "interim", "s"})
# Between an office and its holder stands no more than a comma.
_NEAR = 3
_RANKS = frozenset({"deputy", "vice", "assistant"})

# How many words of a title are looked at: "chief financial officer Ann Lee".
_LONGEST = 3
_WORD = re.compile(r"[\w'’&-]+")
_THE = re.compile(r"\b[Tt]he $")
# What tells which one is meant, or whose name it is: "the judge who", "the mayor, Ann Lee".
_WHICH = re.compile(r",? [A-Z]|,? the\b| (?:of|for|at|in|from|who|whose|that|then)\b|['’]s? [A-Z]")
_ANOTHERS = re.compile(r" (?:of|for|at|who|whose)\b")
_LEADS = re.compile(r" (?:of|for|to|in|at) ")
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
# "She was made the mayor", "as the mayor": what somebody is or was to be.
_SAID_TO_BE = frozenset({"attr", "oprd", "appos"})
TITLED = "the only one of the report with that title"

# Behind it in the key of a bare office stands its holder.
HELD_BY = "@"


def by_office(named: Named, pack: Pack, text: str) -> Iterator[tuple[str, Join]]:
    """ "Iraqi prime minister" joins "Prime Minister of Iraq", "the prime minister" joins both.

    The first where the words are the same but for order and form, the second where only one
    office of the document goes by the words and more, and none of these is a rank below it; of
    "President Orr", one that Orr has elsewhere.
    """
    nations = {word: plain(land) for land, c in pack.countries.items()
               for word in (plain(form) for form in (land, *c.demonyms))}  # fmt: skip
    groups = {key: group for key, group in named.items() if key.startswith("Office:")}
    words = {key: _office_words(group[0].name, nations) for key, group in groups.items()}
    first: dict[frozenset[str], str] = {}
    for key, own in words.items():
        same = first.setdefault(own, key) if HELD_BY not in key else key
        if same != key:
            yield key, Join(same, "the same office in other words", 0.95)
    held = holders((m for group in named.values() for m in group), text)
    whose = {key: {held[m.span.start] for m in group if m.span.start in held}
             for key, group in groups.items()}  # fmt: skip
    for own, key in first.items():
        fuller = _fuller(own, first)
        if len(own) > 1 and len(fuller) == 1:
            other = first[fuller[0]]
            # "Defence Minister Orr" is not "the Norland defence minister, Ann Lee".
            if not (whose[key] and whose[other] and whose[key].isdisjoint(whose[other])):
                yield key, Join(other, "the only office so called in the report", 0.85)
    for key in (key for key in words if HELD_BY in key):
        holder = key.partition(HELD_BY)[2]
        fuller = [own for own in _fuller(words[key], first) if holder in whose[first[own]]]
        if len(fuller) == 1:
            yield key, Join(first[fuller[0]], "the office that is told of the same person", 0.9)


def _fuller(own: frozenset[str], offices: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Offices of which more is told than these words, ranks below it left out."""
    return [other for other in offices if own < other and not (other - own) & _RANKS]


def _office_words(name: str, nations: dict[str, str]) -> frozenset[str]:
    words = (plain(word.removesuffix("'s")) for word in name.replace("’", "'").split())
    return frozenset(nations.get(word, word) for word in words if word not in _LOOSE)


def holders(mentions: Iterable[Mention], text: str) -> dict[int, str]:
    """By where a mention of an office begins, the last name of the person right behind it."""
    told = list(mentions)
    people = {m.span.start: m for m in told if m.type == "Person" and m.form != "pronoun"}
    found = {}
    for mention in told:
        behind = text[mention.span.end : mention.span.end + _NEAR]
        start = mention.span.end + len(behind) - len(behind.lstrip(" ,"))
        if mention.type == "Office" and start in people:
            found[mention.span.start] = "".join(plain(people[start].name).split()[-1:])
    return found


def held_key(mention: Mention, key: str | None, held: Mapping[int, str]) -> str | None:
    """The key of a bare office with its holder: of "President Orr" and "President Lee" each has
    an office of their own; any other key as it is."""
    # "Orr's deputy, Ann Lee": Orr begins where the office does, and is nobody's.
    bare = mention.type == "Office" and " " not in mention.name
    whose = held.get(mention.span.start) if bare else None
    return f"{key}{HELD_BY}{whose}" if whose else key


def titled_again(
    notes: Notes, keyed: Sequence[tuple[Mention, str]]
) -> dict[tuple[int, int], tuple[str, str]]:
    """Where "the mayor" stands behind "Mayor Ann Lee", the key of who is meant and that name.

    By where the mention stands. Silent where two of the report have the title, where more words
    tell which one is meant, where it tells what somebody became, and in a sentence of another year.
    """
    text = notes.document.text
    titles: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for mention, key in keyed:
        if mention.type == "Person" and mention.form in NAME_FORMS:
            for title in _titles_before(text, mention.span.start):
                titles[title].append((mention.span.start, key, mention.name))
    for title, one in _titles_beside(text, keyed):
        titles[title].append(one)
    found = {}
    others: dict[str, int] = {}
    for mention, _ in sorted(keyed, key=lambda row: row[0].span.start):
        title = _plainly(mention)
        told = [one for one in titles[title] if one[0] < mention.span.start]
        alone = len({key for _, key, _ in titles[title]}) == 1
        if mention.form not in ("office", "description"):
            continue
        # "The president of the club" stands between: it may be he.
        near = told and told[-1][0] > others.get(title, -1)
        if near and alone and _is_bare(notes, mention):
            found[mention.span.start, mention.span.end] = told[-1][1:]
        if " of " in title or _ANOTHERS.match(text, mention.span.end):
            others[title.partition(" of ")[0]] = mention.span.start
    return found


def _titles_beside(
    text: str, keyed: Sequence[tuple[Mention, str]]
) -> Iterator[tuple[str, tuple[int, str, str]]]:
    """The titles of offices that stand with a comma in front of their holder, what they are of
    left out: "envoy" of "the envoy for the Karst, Ann Lee"."""
    people = {
        m.span.start: (m.span.start, key, m.name) for m, key in keyed
        if m.type == "Person" and m.form in NAME_FORMS
    }  # fmt: skip
    for mention, _ in keyed:
        holder = people.get(mention.span.end + 2)
        beside = text[mention.span.end : mention.span.end + 2] == ", "
        if mention.type == "Office" and mention.form == "office" and beside and holder:
            title = _LEADS.split(mention.name)[0]
            yield from ((one, holder) for one in _titles_before(title, len(title)))


def _plainly(mention: Mention) -> str:
    return " ".join(word.lower() for word in _WORD.findall(mention.name))


def _titles_before(text: str, start: int) -> Iterator[str]:
    """The words right before a name, the last one, two and three of them."""
    before = text[max(0, start - 60) : start]
    words = [found for found in _WORD.finditer(before)]
    end = len(before)
    for count, word in enumerate(reversed(words[-_LONGEST:]), start=1):
        if before[word.end() : end].strip():
            return
        end = word.start()
        yield " ".join(w.group().lower() for w in words[len(words) - count :])


def _is_bare(notes: Notes, mention: Mention) -> bool:
    """Whether "the" and the title are all that is said, of somebody who does something."""
    text, start, end = notes.document.text, mention.span.start, mention.span.end
    sentence = notes.parse.sentence_at(start)
    if sentence is None or not _THE.search(text, max(0, start - 5), start):
        return False
    words = list(sentence.within(start, end))
    plain_words = words and words[-1].tag in ("NN", "NNP") and not _WHICH.match(text, end)
    dated = _YEAR.search(text, sentence.start, sentence.end)
    return bool(plain_words) and not dated and not _is_said_to_be(sentence, words[-1])


def _is_said_to_be(sentence: Sentence, noun: Token) -> bool:
    return noun.dep in _SAID_TO_BE or sentence.head(noun).text.lower() in ("as", "become", "became")
