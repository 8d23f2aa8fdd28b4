"""The step that finds the mentions of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.annotate.mentions.brackets import join_linked
from sayso.annotate.mentions.chains import ChainFinder
from sayso.annotate.mentions.draft import STRONG, THING, Draft, nickname
from sayso.annotate.mentions.evidence import is_acronym
from sayso.annotate.mentions.kinds import decide, fold
from sayso.annotate.mentions.lookup import Lookup, lookup
from sayso.annotate.mentions.metonyms import metonym
from sayso.annotate.mentions.odd.borders import borders
from sayso.annotate.mentions.odd.casing import (
    in_other_script,
    named_forms,
    ordinary_forms,
    proper_forms,
)
from sayso.annotate.mentions.odd.described import join_described
from sayso.annotate.mentions.odd.endings import numbered_names, with_days
from sayso.annotate.mentions.phrases import groups, offices, parts_of_places, pronouns, told_again
from sayso.annotate.mentions.split import split
from sayso.engines.protocols import Typer
from sayso.packs.lexicon import Known
from sayso.packs.pack import Pack
from sayso.records.marks import Mention
from sayso.records.notes import Notes
from sayso.records.parse import Sentence

# Capitals that are fewer are as a rule letters of a body.
LONGEST_LETTERS = 4


# Where a word stands that is a phrase by itself and describes no other.
_WHOLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "ROOT"})


def names_of(sentences: Sequence[Sentence], look: Lookup) -> list[tuple[Sentence, list[Draft]]]:
    """The sentences of a document, each with the names in it as far as it tells itself."""
    finder = ChainFinder(
        look, proper_forms(sentences), ordinary_forms(sentences), numbered_names(sentences, look),
        named_forms(sentences),
    )  # fmt: skip
    found = [(s, _names(s, finder, look)) for s in sentences]
    _own_nations(found, look)
    return found


def _own_nations(per_sentence: Sequence[tuple[Sentence, list[Draft]]], look: Lookup) -> None:
    """A nation's word that is the end of somebody's name is that person once it stands alone
    without an article: "Dora Finn left. Finn denied it"."""
    families: set[str] = set()
    for _, drafts in per_sentence:
        for draft in drafts:
            word = draft.tokens[-1]
            if len(draft.words) > 1 and draft.type is None and word.text in look.demonyms:
                families |= {word.text} if word.entity == "PERSON" else set()
            elif draft.name in families and _stands_alone(draft):
                draft.form, draft.type, draft.known, draft.stands_for = "name", None, None, None
                draft.evidence = (("Person", STRONG),)


def _stands_alone(draft: Draft) -> bool:
    bare = draft.before is None or draft.before.pos not in ("DET", "ADJ", "NUM")
    return bare and draft.tokens[0].dep in _WHOLE


def find_mentions(notes: Notes, pack: Pack, typer: Typer | None = None) -> tuple[Mention, ...]:
    """Everybody and everything named in a document, in text order, longer before nested ones."""
    look = lookup(pack)
    sentences = notes.parse.sentences
    per_sentence = names_of(sentences, look)
    types = decide(
        (draft for _, drafts in per_sentence for draft in drafts), look, sentences, typer
    )
    found: list[Draft] = []
    so_far: list[Draft] = []
    for sentence, drafts in per_sentence:
        named: list[Draft] = []
        for draft in drafts:
            if _settle(draft, types, look) or _rewritten(draft, named):
                named.append(draft)
        so_far += named
        found += _with_phrases(sentence, named, drafts, look)
        found += told_again(sentence, so_far, look)
    _own_letters(so_far, look)
    return tuple(_mention(draft, notes, look) for draft in _ordered(found))


def _own_letters(named: list[Draft], look: Lookup) -> None:
    """Letters that a pack knows of another body are those of the one that the text names in full:
    "NNA" of the Nishtiman News Agency."""
    bodies = [d for d in named if d.type in ("Organization", "Outlet") and len(d.words) > 1]
    full = {d.name for d in bodies}
    starts = {
        "".join(w[0] for w in d.words if w[:1].isupper()) for d in bodies
        if d.words not in look.phrases
    }  # fmt: skip
    for draft in named:
        known = look.phrases.get(draft.words)
        letters = known is not None and draft.form == "acronym" and draft.name in starts
        draft.own = letters and known is not None and known.name not in full


def _names(sentence: Sentence, finder: ChainFinder, look: Lookup) -> list[Draft]:
    chains = with_days(join_described(join_linked(finder.find(sentence), look), look), look)
    drafts = [draft for chain in chains for draft in split(chain, look)]
    return [*drafts, *(n for draft in drafts if (n := _nickname(draft)) is not None)]


def _nickname(draft: Draft) -> Draft | None:
    """What somebody is called inside the name, as a name of its own."""
    marks = nickname(draft.tokens)
    if marks is None:
        return None
    places = draft.first + marks[0] + 1, draft.first + marks[1] - 1
    return Draft(draft.sentence, *places, type="Person", nested=True)


def _settle(draft: Draft, types: dict[str, str], look: Lookup) -> bool:
    """Give a name the type its document decided on; false where nothing speaks for any."""
    if draft.name in look.nouns["peoples"] or _thing(draft, look):
        return False
    if draft.type is None:
        draft.type = types.get(fold(draft.name))
    if (
        draft.form == "name"
        and is_acronym(draft.words)
        and (draft.type != "Place" or len(draft.name) < 5)
    ):
        draft.form = "acronym"
    return draft.type not in (None, THING)


def _rewritten(draft: Draft, named: list[Draft]) -> bool:
    """Give a name in its own script, or another one of somebody, the type of the one in front of
    its brackets."""
    owner = named[-1] if named else None
    if owner is None or owner.last != draft.first - 2 or owner.sentence is not draft.sentence:
        return False
    after = draft.after
    bracketed = draft.before is not None and draft.before.text == "("
    closed = bracketed and after is not None and after.text == ")"
    another = closed and owner.type == "Person" and draft.form == "name"
    if in_other_script(draft.name) or another:
        draft.type = owner.type
        return True
    return False


def _thing(draft: Draft, look: Lookup) -> bool:
    """Whether a name is that of a treaty, a war or a prize, which is nobody and nowhere."""
    words = [word.lower() for word in draft.words]
    body = any(word in look.nouns["organization_nouns"] for word in words)
    opened = any(
        " ".join(words[:size]) in look.nouns["thing_openings"]
        for size in (1, 2)
        if size < len(words)
    )
    return len(words) > 1 and (opened or words[-1] in look.nouns["thing_nouns"]) and not body


def _with_phrases(
    sentence: Sentence, named: list[Draft], runs: list[Draft], look: Lookup
) -> Iterable[Draft]:
    lines = list(borders(sentence, named, look))
    # "The Orl-Velm border" is no border of Velm.
    ends = {line.last for line in lines if line.form == "name"}
    named = [draft for draft in named if draft.last not in ends]
    told = list(groups(sentence, named, look))
    titles = list(offices(sentence, [*runs, *told], look))
    told = [g for g in told if not any(_is_office(g, office) for office in titles)]
    parts = list(parts_of_places(named, look))
    for draft in named:
        draft.nested |= any(_inside(draft, outer) for outer in (*titles, *told, *parts, *lines))
    return [*lines, *named, *parts, *titles, *told, *pronouns(sentence)]


def _inside(inner: Draft, outer: Draft) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _is_office(group: Draft, office: Draft) -> bool:
    """Whether a phrase tells of no more than an office: "a former minister", of energy.

    A body named in an office ("head of the Velm militias") is a body.
    """
    inside = office.first <= group.last <= office.last
    return inside and (group.form != "name" or group.first <= office.first)


def _ordered(drafts: Iterable[Draft]) -> Iterable[Draft]:
    """Text order; of two drafts over the same words the first found stays."""
    seen: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        seen.setdefault((draft.tokens[0].start, -draft.tokens[-1].end), draft)
    return (seen[key] for key in sorted(seen))


def _mention(draft: Draft, notes: Notes, look: Lookup) -> Mention:
    tokens = draft.tokens
    known = None if draft.own else draft.known
    if known is None and draft.form in ("name", "acronym"):
        entry = None if draft.own else look.phrases.get(draft.words) or _shouted(draft, look)
        known = entry.name if entry is not None else _town(draft, look)
    stands_for, kind = (draft.stands_for, None) if draft.stands_for else metonym(draft, look)
    if kind == "Organization":
        # A town that stands for a body of other lands: "Brussels" for the European Union.
        known = stands_for
    return Mention(
        span=notes.document.span(tokens[0].start, tokens[-1].end),
        type=kind or draft.type or "Group",
        form=draft.form,
        name=draft.name,
        known=known,
        stands_for=stands_for,
    )


def _shouted(draft: Draft, look: Lookup) -> Known | None:
    """What a pack knows of a place that a dateline has in capitals: "ADDIS ABABA"."""
    if draft.type != "Place" or not draft.name.isupper() or len(draft.name) < LONGEST_LETTERS:
        return None
    name = draft.name.title()
    town = Known(name, "Place") if name in look.towns else None
    return look.phrases.get(tuple(word.title() for word in draft.words)) or town


def _town(draft: Draft, look: Lookup) -> str | None:
    """The name that a gazetteer has for a town, where it is that of one town."""
    if draft.type != "Place" or draft.name in look.towns:
        return None
    spot = look.gazetteer.find(draft.name)
    return spot.name if spot is not None else None
