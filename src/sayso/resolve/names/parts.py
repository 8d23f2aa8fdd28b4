"""A name taken apart: particles and articles joined or dropped, titles gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.resolve.names.letters import abjad_sounds, clean, latin, plain, script_of, syllables
from sayso.resolve.names.lexicon import NO_LEXICON, Lexicon
from sayso.resolve.names.sounds import size, skeleton_of, sounds, turkish

__all__ = ["Part", "initials", "parts", "plain", "read_name"]

ARTICLES = frozenset(
    {
        "al", "el", "ul", "ol", "l", "as", "es", "ash", "ad", "ed", "ar", "er", "az", "an", "en",
        "at", "ath", "the",
    }
)  # fmt: skip
LINKS = frozenset(
    {
        "bin", "ibn", "ben", "b", "bn", "bint", "ould", "wuld", "von", "van", "de", "der", "of",
        "and", "for", "&", "e", "i", "wa", "va", "li", "und", "og", "och", "et", "y",
    }
)  # fmt: skip
# Links that are common as initials or syllables count as links only in the middle of a name.
MIDDLE = frozenset(
    {"b", "e", "i", "l", "li", "wa", "va", "an", "en", "ben", "und", "og", "och", "et", "y"}
)
# Words that begin a compound given name ("Abd al-Rahman") or end one ("Nur al-Din").
SERVANT = frozenset(
    {"abd", "abdul", "abdel", "abdol", "abdal", "abdur", "abdu", "abdoul", "abdus", "abdil"}
)
DIN = frozenset({"din", "deen", "dine", "eddin", "eddine", "addin", "uddin", "aldin"})
ALLAH = frozenset({"allah", "ullah", "ollah"})
SON = frozenset({"zadeh", "zada", "zade", "zadah"})
OF_GOD = DIN | ALLAH
ENDED = OF_GOD | SON
FATHER_OF = frozenset({"abu", "abou", "umm"})
LATIN_WORD = re.compile(r"[a-z0-9]+")
GLUED_SERVANT = re.compile(r"abd[aueo]l?([a-z]{4,})")
GLUED_DIN = re.compile(r"(.{2,}?)(?:e|a|u|i)d{1,2}[iy]?(?:n|ne|in|een|ine)")
GLUED_ALLAH = re.compile(r"(.{3,}?)(?:u|o)l{1,2}ah")
GLUED_ARTICLE = re.compile("[ae]l.{4}")
# How the sounds of a compound end that may lose its second half.
ENDINGS = ("din", "dYn", "alah")
PATRONYMIC = re.compile(r".{3,}(?:[oeyi]vi[ct]?[zhj]?h?|[oe]v[iy]ch|[oei]vn[ay]|i[cn]hn?a)")
# "16th" in the name of a regiment is the "16" of another way to write it.
ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}")
# "Louis XVI": a number behind a name, in capitals where the name is not.
REGNAL_LETTERS = ("I", "V", "X")
REGNAL = re.compile(r"(?<=[a-zà-ÿ] )[IVX]{1,6}$")
# "Ben-Ami" alone is the family name of "Shlomo Ben Ami".
SON_OF = re.compile(r"^(?:[Bb]en|[Bb]ar|[Bb]in|[Ii]bn)-(?=\w{3})")
SLASHED = re.compile(r"\b([A-Za-z])/([A-Za-z])\b")
POSSESSIVE = re.compile(r"['’]s\b")
ABJAD_WORD = re.compile(r"[^\W_]+")
ABJAD_ARTICLE, ABJAD_LINKS = "ال", frozenset({"بن", "ابن", "ولد", "بنت"})
ABJAD_SERVANT, ABJAD_DIN = "عبد", frozenset({"دين", "دین"})
ABJAD_ALLAH = frozenset({"الله", "اله"})
ABJAD_TITLES = frozenset({"سيد", "سید"})


@dataclass(slots=True, eq=False)
class Part:
    """One part of a name: its letters, its sounds, and the family of spellings it belongs to.

    Equal parts are one object, so that comparing two parts again costs a look-up. It is never
    changed; to make a frozen one takes six times as long.
    """

    text: str
    signs: str
    size: float
    family: int | None = None
    abjad: bool = False
    # The same part with an article that may be none ("Elias").
    whole: str = ""
    number: bool = False
    skeleton: str = ""
    # The same part with the "c" of Turkish, which is a "j" ("Cemal").
    turkish: str = ""
    # Whether the part may be another with an article or an ending on it.
    compound: bool = False


Word = tuple[str, bool, str]


@lru_cache(maxsize=65536)
def read_name(name: str, kind: str, lexicon: Lexicon = NO_LEXICON) -> tuple[Part, ...]:
    """The parts of a name that tell it from others, compounds joined, in order.

    ``kind`` is person, org or place. "Abd al-Rahman al-Sayyid" gives abdrahman and sayyid.
    """
    name = clean(name)
    if kind == "org":
        name = POSSESSIVE.sub("", ABBREVIATION.sub(_closed_up, SLASHED.sub(r"\1\2", name)))
    if kind == "person":
        name = _western_order(name)
        if name.endswith(REGNAL_LETTERS):
            name = REGNAL.sub(_in_digits, name)
        if "-" in name:
            name = SON_OF.sub("", name)
    script = script_of(name)
    if script == "abjad":
        words = _abjad_words(name)
    elif script == "east":
        found = syllables(name) or [plain(name)]
        words = [(word, False, "") for word in (found[0], "".join(found[1:])) if word]
    else:
        words = [(word, False, "") for word in _latin_words(name, kind, lexicon)]
    return tuple([_part(word, kind, lexicon) for word in words])


def parts(name: str) -> tuple[str, ...]:
    """The same as plain text."""
    return tuple(part.text for part in read_name(name, "person"))


def initials(name: str) -> str:
    """The first letters of a name's words, as an acronym takes them ("of" and "the" left out)."""
    small = {"of", "and", "for", "the", "de", "der", "von", "van"}
    return "".join(word[0] for word in plain(name).split() if word not in small)


@lru_cache(maxsize=65536)
def _part(word: Word, kind: str, lexicon: Lexicon) -> Part:
    text, abjad, whole = word
    text = ORDINAL.sub(r"\1", lexicon.same.get(text, text)) if kind == "org" else text
    signs = text if abjad else sounds(text)
    family = lexicon.given.get(text)
    compound = bool(whole) or signs.endswith(ENDINGS) or bool(GLUED_ARTICLE.match(text))
    return Part(
        text, signs, size(signs), family, abjad, whole, text[:1].isdigit(),
        skeleton_of(signs), turkish(text) if kind == "person" and not abjad else "", compound,
    )  # fmt: skip


def _in_digits(found: re.Match[str]) -> str:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in found.group()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-one if one < other else one for one, other in pairs))


def _closed_up(found: re.Match[str]) -> str:
    return found.group().replace(".", "")


def _western_order(name: str) -> str:
    # "Rahman, Ali" is a listing form.
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _latin_words(name: str, kind: str, lexicon: Lexicon) -> list[str]:
    words = LATIN_WORD.findall(latin(name).replace("-", " "))
    if kind == "person":
        words = _without_titles(words, lexicon.titles)
        if len(words) > 2 and words[1] in lexicon.middles and words[0] in lexicon.middled:
            return words
    found: list[str] = []
    place = 0
    while place < len(words):
        place += _take(words, place, found, kind)
    return found or words


def _without_titles(words: list[str], titles: frozenset[str]) -> list[str]:
    while len(words) > 2 and words[0] in titles:
        words = words[1:]
    return [w for n, w in enumerate(words) if n in (0, len(words) - 1) or w not in titles]


def _take(words: list[str], place: int, found: list[str], kind: str) -> int:
    """Put the part that begins at a place among those found; how many words it took."""
    word, more = words[place], place + 1 < len(words)
    if word in SERVANT and more:
        return _servant(words, place, found)
    if kind == "person" and word in FATHER_OF and more:
        after = place + 2 if words[place + 1] in ARTICLES and place + 2 < len(words) else place + 1
        found.append("abu" + words[after])
        return after + 1 - place
    if word in ARTICLES and more and (word not in MIDDLE or found):
        return _article(words, place, found)
    if word in LINKS and more and (found or word not in MIDDLE):
        return 1
    if found and word in ENDED:
        found[-1] += _ending(word)
    else:
        found.append(_unglued(word, kind))
    return 1


def _servant(words: list[str], place: int, found: list[str]) -> int:
    after = place + 1
    while after < len(words) - 1 and words[after] in ARTICLES:
        after += 1
    found.append("abdallah" if words[after] in ALLAH else "abd" + words[after])
    return after + 1 - place


def _article(words: list[str], place: int, found: list[str]) -> int:
    follower = words[place + 1]
    if found and follower in OF_GOD:
        found[-1] += _ending(follower)
        return 2
    return 1


def _ending(word: str) -> str:
    return "din" if word in DIN else "allah" if word in ALLAH else "zadeh"


def _unglued(word: str, kind: str) -> str:
    if kind != "person":
        return word
    if word in ("abdallah", "abdullah", "abdollah", "abdulla", "abdalla", "abdellah"):
        return "abdallah"
    if word.startswith("abd") and (found := GLUED_SERVANT.fullmatch(word)):
        return "abd" + re.sub("^l(?=[^aeiou])", "", found.group(1))
    if word.endswith(("n", "ne")) and (found := GLUED_DIN.fullmatch(word)):
        return found.group(1) + "din"
    if word.endswith("lah") and (found := GLUED_ALLAH.fullmatch(word)):
        return found.group(1) + "allah"
    return word


def _abjad_words(name: str) -> list[Word]:
    words = ABJAD_WORD.findall(name.replace("\u200c", ""))
    found: list[Word] = []
    pending = ""
    for word in words:
        bare = word.removeprefix(ABJAD_ARTICLE) if len(word) > 3 else word
        if word == ABJAD_ARTICLE or (len(words) > 2 and word in ABJAD_LINKS):
            continue
        if not found and len(words) > 2 and word in ABJAD_TITLES:
            continue
        if word == ABJAD_SERVANT:
            pending = "abd"
        elif word in ABJAD_ALLAH and (found or pending):
            _close(found, pending, "alah")
            pending = ""
        elif bare in ABJAD_DIN and found:
            _close(found, "", "dYn")
        else:
            found.append(_abjad_word(word, bare, pending))
            pending = ""
    return found


def _close(found: list[Word], pending: str, ending: str) -> None:
    text, _, _ = found.pop() if not pending else (pending, True, "")
    found.append((text + ending, True, ""))


def _abjad_word(word: str, bare: str, pending: str) -> Word:
    if word.startswith(ABJAD_SERVANT + ABJAD_ARTICLE) and len(word) > 6:
        rest = abjad_sounds(word[5:])
        return ("abd" + ("alah" if rest in ("lh", "h") else rest), True, "")
    whole = abjad_sounds(word) if bare != word else ""
    return (pending + abjad_sounds(bare), True, "" if pending else whole)
