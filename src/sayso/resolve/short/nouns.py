"""Who is told of again by what they are: "the agency", "the brigade", "the former" of two."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.packs.pack import Pack
from sayso.records.marks import NAME_FORMS, Mention
from sayso.records.notes import Notes
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.parts import plain
from sayso.resolve.short.beside import called_beside
from sayso.resolve.short.joins import Join, Named

# How many sentences one looks back for a body, and for the two of "the former".
REACH, NEAR = 3, 1
GLUED = 4
_DEFINITE = re.compile(r"\b(?:the|this|that) (?:[\w-]+ )?$", re.IGNORECASE)
# In letters: an article, and a word between it and the noun.
REACH_BACK = 24
BACK = "the last told of that is one"
BODIES = ("Organization", "Outlet")
PAIRED = ("Person", "Organization", "Outlet", "Place")
Told = list[tuple[int, str, Mention]]


def by_noun(notes: Notes, named: Named, pack: Pack) -> Iterator[tuple[str, Join]]:
    """Descriptions in the singular and the body named last that they fit, in the same block.

    Of two that fit and are named in one sentence neither is chosen.
    """
    told = _told(named)
    kinds = [frozenset(line.split()) for line in sorted(pack.list("outlet_kinds"))]
    lines = [line.split() for line in pack.list("body_kinds")]
    likes = {line[0]: frozenset(line[1:]) for line in lines}
    beside = called_beside(named, notes.document.text)
    for key, group in sorted(named.items(), key=lambda one: one[1][0].span.start):
        noun = group[0].name.lower()
        if group[0].form != "description" or group[0].type not in BODIES or " " in noun:
            continue
        alike = frozenset({noun}).union(*(kind for kind in kinds if noun in kind))
        start = group[0].span.start
        # "A company controlled by Orr", "Orr's company": not the one told of in the last paragraph.
        over = bool(_DEFINITE.search(notes.document.text[max(0, start - REACH_BACK) : start]))
        reach = list(_sentences_before(notes, told, start, REACH, over=over))
        fitting = _of_this_text(noun, alike, reach, beside, pack)
        for near in reach if not fitting else ():
            fitting = {k for _, k, m in near if _is_one(noun, alike, m, pack)}
            # "The agency" of a programme, "the fund" of a firm that is called Capital.
            like = likes.get(noun, frozenset()) if not fitting else frozenset()
            fitting |= {k for _, k, m in near if m.type in BODIES and like & _words(m, pack)}
            if not fitting and noun in pack.list("firm_nouns"):
                # A firm rather than a paper, which would be called one.
                firms = {k for k in _firms(notes, near, group[0], pack) if not _is_person(k, named)}
                fitting = _main(firms, named)
            fitting = fitting or {k for _, k, m in near if _may_be(m, alike, kinds, pack)}
            if fitting:
                break
        if len(fitting) == 1:
            meant = fitting.pop()
            # Who was told of by a noun is told of, for whatever noun comes next.
            insort(told, (group[0].span.start, meant, group[0]), key=lambda row: row[:2])
            yield key, Join(meant, BACK, 0.8)


def _of_this_text(
    noun: str,
    alike: frozenset[str],
    reach: Sequence[Told],
    beside: Mapping[str, frozenset[str]],
    pack: Pack,
) -> set[str]:
    """Whom a description means before any body that a pack knows: "the bank" is the one that this
    text introduced, though it named the World Bank since."""
    for near in reach:
        fitting = {
            k for _, k, m in near
            if not m.known and (noun in beside.get(k, ()) or _is_one(noun, alike, m, pack))
        }  # fmt: skip
        if fitting:
            return fitting
    return set()


def _firms(notes: Notes, near: Told, mention: Mention, pack: Pack) -> Iterator[str]:
    """The firms of a sentence that a firm told of again may be: no public body, and not of
    another nation than it is told to be of."""
    public = pack.list("public_bodies")
    lands = {land for _, _, m in near if m.type == "Place" and (land := _land(m, pack))}
    nation = _nation_of(notes, mention)
    for _, key, told in near:
        firm = told.type == "Organization" and public.isdisjoint(plain(told.name).split())
        # "By a European drugmaker" names none.
        before = notes.document.text[max(0, told.span.start - 3) : told.span.start].lower()
        firm = firm and told.form in NAME_FORMS and not before.endswith((" a ", "an "))
        if firm and not (nation and lands and nation not in lands):
            yield key


def _is_person(key: str, named: Named) -> bool:
    """Whether what is taken for a body here is somebody's whole name, told of by the last word of
    it elsewhere."""
    given, _, family = plain(named[key][0].name).rpartition(" ")
    return bool(given) and f"Person:{family}" in named


def _main(firms: set[str], named: Named) -> set[str]:
    """Of several firms the one that the report names most often, if there is one."""
    counts = Counter({key: sum(m.form in NAME_FORMS for m in named[key]) for key in firms})
    ranked = counts.most_common(2)
    return {ranked[0][0]} if len(ranked) > 1 and ranked[0][1] > 2 * ranked[1][1] else firms


def _land(mention: Mention, pack: Pack) -> str | None:
    return mention.stands_for or pack.country_of(mention.known or mention.name)


def _nation_of(notes: Notes, mention: Mention) -> str | None:
    """Of which nation a description says that it is: "the Danish group"."""
    start = mention.span.start
    before = (m for m in notes.mentions if m.form == "adjective" and m.span.end < start)
    last = max(before, key=lambda m: m.span.end, default=None)
    between = notes.document.text[last.span.end : start] if last is not None else "."
    near = last is not None and between.count(" ") < NEAR + 2 and between.replace(" ", "").isalpha()
    return last.known if last is not None and (near or between == " ") else None


def _told(named: Mapping[str, Sequence[Mention]]) -> Told:
    rows = ((m.span.start, key, m) for key, group in named.items() for m in group)
    return sorted((row for row in rows if row[2].form in NAME_FORMS), key=lambda row: row[:2])


def _is_one(noun: str, alike: frozenset[str], mention: Mention, pack: Pack) -> bool:
    """Whether a name or a pack says that a body or outlet is what it is called here."""
    # "Banco Velm" is a bank.
    same = lexicon_of(pack).same
    words = _words(mention, pack)
    words |= {same[word] for word in words if word in same}
    outlet = mention.type == "Outlet" and not words.isdisjoint(alike)
    # "Norddeutsche Seebank" is a bank.
    glued = len(noun) >= GLUED and any(word.endswith(noun) for word in words)
    return outlet or (mention.type in BODIES and (noun in words or glued))


def _may_be(
    mention: Mention, alike: frozenset[str], kinds: Sequence[frozenset[str]], pack: Pack
) -> bool:
    """Whether nothing tells of what kind an outlet is, and outlets are so called."""
    told = _words(mention, pack).intersection(*[frozenset().union(*kinds)]) if kinds else ()
    return mention.type == "Outlet" and len(alike) > 1 and not told


def _words(mention: Mention, pack: Pack) -> frozenset[str]:
    name = mention.known or mention.name
    entry = pack.outlets.get(name)
    return frozenset(plain(name).split()) | ({entry.kind} if entry is not None else set())


def _sentences_before(
    notes: Notes, told: Told, start: int, reach: int, *, over: bool = False
) -> Iterator[Told]:
    """The names of the sentence that holds a place, up to it, then of those before it.

    They are those of its paragraph; ``over``: of one that opens a paragraph, of the one before too.
    """
    sentences = notes.parse.sentences
    at = bisect_left(sentences, start, key=lambda sentence: sentence.end)
    if at >= len(sentences):
        return
    block = sentences[at].block
    opens = over and at > 0 and sentences[at - 1].block != block
    lowest = block - 1 if opens and _goes_on(notes, block) else block
    for back in range(min(reach, at) + 1):
        one = sentences[at - back]
        if one.block < lowest:
            return
        first = bisect_left(told, one.start, key=lambda row: row[0])
        last = bisect_left(told, min(one.end, start), key=lambda row: row[0])
        yield told[first:last]


def _goes_on(notes: Notes, block: int) -> bool:
    """Whether a paragraph stands right behind another; items of a list are each by themselves."""
    blocks = notes.document.blocks[max(block - 1, 0) : block + 1]
    return len(blocks) > 1 and all(one.kind == "paragraph" for one in blocks)


def of_pairs(notes: Notes, named: Mapping[str, Sequence[Mention]]) -> Iterator[tuple[Mention, str]]:
    """ "The former", "the latter", and whom they mean of the two of a kind told of last."""
    told = _told(named)
    for mention in notes.mentions:
        name = mention.name.lower()
        if mention.form == "pronoun" and name in ("former", "latter", "first", "second"):
            pair = next(_pairs(notes, told, mention.span.start), None)
            if pair is not None:
                yield mention, pair[name in ("latter", "second")]


def _pairs(notes: Notes, told: Told, start: int) -> Iterator[tuple[str, str]]:
    for near in _sentences_before(notes, told, start, NEAR):
        for kind in PAIRED:
            keys = tuple(dict.fromkeys(key for _, key, m in near if m.type == kind))
            if len(keys) == 2:
                yield keys[0], keys[1]
            if len(keys) > 2:
                return
