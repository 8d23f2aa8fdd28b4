"""Chinese and Korean names, whose every syllable counts, in several systems of romanisation.

Pinyin, Wade-Giles, Revised Romanisation and McCune-Reischauer write one syllable with letters of
one class: those that differ only in breath or place fall together, as their marks are left out
in print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.resolve.names.letters import clean, latin, script_of, syllables
from sayso.resolve.names.lexicon import Lexicon

INITIALS = (
    ("tsh", "Z"), ("zh", "C"), ("ch", "C"), ("sh", "S"), ("hs", "S"), ("ts", "Z"), ("tz", "Z"),
    ("ss", "S"), ("kk", "K"), ("tt", "T"), ("pp", "P"), ("jj", "C"), ("b", "P"), ("p", "P"),
    ("m", "M"), ("f", "F"), ("d", "T"), ("t", "T"), ("n", "N"), ("l", "L"), ("r", "L"),
    ("g", "K"), ("k", "K"), ("h", "H"), ("j", "C"), ("q", "C"), ("x", "S"), ("z", "Z"),
    ("c", "Z"), ("s", "S"), ("y", ""), ("w", ""),
)  # fmt: skip
CLASS = dict(INITIALS)
VOWEL = (
    "iao|iau|uai|uei|yeo|yae|wae|iou|ieu|eui|uae|iai|ai|ei|ao|au|ou|ia|ie|io|iu|ua|uo|ui|ue|ae|eo|"
    "oe|oi|eu|yu|ya|ye|yo|yi|wa|we|wi|wo|oo|ee|ih|a|o|e|i|u"
)
SYLLABLE = re.compile(
    f"({'|'.join(letters for letters, _ in INITIALS)})?({VOWEL})"
    "(ng(?![aeiou])|n(?![aeiou])|r(?![aeiou])|m(?![aeiou])|[lkpt](?![aeiouh])|h(?![aeiou]))?"
)
FINALS = (
    ("ien", "ian"), ("ung", "ong"), ("uong", "ong"), ("iong", "ong"), ("yeo", "io"), ("eo", "o"),
    ("ih", "i"), ("ieh", "ie"), ("iou", "iu"), ("yu", "iu"), ("oo", "u"), ("ee", "i"),
    ("oe", "oi"), ("ay", "ai"), ("ae", "ai"), ("uei", "ui"), ("eu", "u"), ("ueh", "ue"),
    ("en", "an"), ("ou", "u"), ("iung", "ong"), ("ioo", "u"), ("ioun", "un"),
)  # fmt: skip
FINAL = dict(FINALS)
TOKEN = re.compile("[a-z]+")
CLOSE_FINAL, OTHER_FINAL, OTHER_INITIAL = 0.9, 0.55, 0.2
TURNED = 0.97
# Vowels that Korean names exchange before a consonant.
ROUND = frozenset("ou")
Syllables = tuple[tuple[str, str], ...]
# In front of a family name that stands behind the given name.
LAST = "-"
# The syllables, and the family name if one is known.
Read = tuple[Syllables, str]


def eastern(a: str, b: str, lexicon: Lexicon) -> tuple[Syllables, Syllables] | None:
    """The syllables of two names, if both can be read so and one of them is plainly such a name."""
    if not (_shows(a, lexicon) or _shows(b, lexicon)):
        return None
    one, other = _read(a, lexicon), _read(b, lexicon)
    if one is None or other is None:
        return None
    same = one[1] and one[1] == other[1]
    return (_of_family(one), _of_family(other)) if same else (one[0], other[0])


def eastern_key(name: str, lexicon: Lexicon) -> str | None:
    """What two such names share if they may be one, in any system and order; null for others."""
    read = _read(name, lexicon) if _shows(name, lexicon) else None
    if read is None:
        return None
    whole = _of_family(read)
    return " ".join(sorted(first + end[len(end.rstrip("ngmrlkpth")) :] for first, end in whole))


def _of_family(read: Read) -> Syllables:
    """The syllables, the family name in the one spelling of all that are one."""
    whole, family = read
    found = SYLLABLE.fullmatch(family.lstrip(LAST)) if family else None
    if found is None:
        return whole
    own = (_classes(found),)
    return (*whole[:-1], *own) if family.startswith(LAST) else (*own, *whole[1:])


def compare_eastern(left: Syllables, right: Syllables) -> tuple[float, tuple[str, ...]]:
    """The score of two names in syllables, and why: a syllable less is another name."""
    if not left or len(left) != len(right):
        return 0.4, (f"{len(left)} syllables and {len(right)}",)
    straight = _same(left, right)
    turned = max(_same(left[1:] + left[:1], right), _same(left, right[1:] + right[:1])) * TURNED
    score = max(straight, turned)
    one, other = (" ".join(a + b for a, b in syllables).lower() for syllables in (left, right))
    order = ", family name on the other side" if turned > straight else ""
    return score, (f"{one} ~ {other} (syllable by syllable{order}, {score:.2f})",)


def _same(left: Syllables, right: Syllables) -> float:
    scores = [_syllable(a, b) for a, b in zip(left, right, strict=True)]
    return 0.5 * sum(scores) / len(scores) + 0.5 * min(scores)


def _syllable(a: tuple[str, str], b: tuple[str, str]) -> float:
    if a == b:
        return 1.0
    if a[0] != b[0]:
        return OTHER_INITIAL
    ends = a[1].lstrip("aeiou"), b[1].lstrip("aeiou")
    if ends[0] != ends[1]:
        return OTHER_INITIAL
    if ends[0] and {a[1][-len(ends[0]) - 1], b[1][-len(ends[0]) - 1]} == ROUND:
        # "Seok", "Sok" and "Suk" are one.
        return CLOSE_FINAL
    shared = set(a[1]) & set(b[1]) & set("aeiou")
    return CLOSE_FINAL if shared else OTHER_FINAL


@lru_cache(maxsize=65536)
def _shows(name: str, lexicon: Lexicon) -> bool:
    """Whether a name shows that it is such a one, if it can be read so at all: most are none, and
    to look costs less than to read."""
    name = clean(name)
    if script_of(name) == "east":
        return True
    words = TOKEN.findall(latin(name))
    if words and (words[0] in lexicon.east or words[-1] in lexicon.east):
        return True
    return _hyphened(name)


@lru_cache(maxsize=16384)
def _read(name: str, lexicon: Lexicon) -> Read | None:
    """A name in syllables, and its family name in the spelling of all that are one; null where it
    cannot be read so."""
    name = clean(name)
    if script_of(name) == "east":
        return tuple(map(_classes, filter(None, map(_split_one, syllables(name))))), ""
    words = TOKEN.findall(latin(name))
    if not 2 <= len(words) <= 4 or max(map(len, words)) > 12:
        return None
    family = _family(words, lexicon)
    found = [_split(word) or _split(lexicon.families.get(word, word)) for word in words]
    if any(not split or len(split) > 2 for split in found):
        return None
    whole = [syllable for split in found for syllable in split]
    if not 2 <= len(whole) <= 4:
        return None
    return tuple(map(_classes, whole)), family


def _family(words: list[str], lexicon: Lexicon) -> str:
    """The family name that leads a name, or ends it; empty where none is known by its spellings."""
    if words[0] in lexicon.families:
        return lexicon.families[words[0]]
    return LAST + lexicon.families[words[-1]] if words[-1] in lexicon.families else ""


def _hyphened(name: str) -> bool:
    # "Tse-tung", "Ing-wen": a small letter behind the hyphen.
    return "-" in name and re.search(r"[a-z]['’]?-[a-z]", name) is not None


def _split_one(word: str) -> re.Match[str] | None:
    return SYLLABLE.fullmatch(word)


def _split(word: str) -> list[re.Match[str]]:
    found = []
    place = 0
    while place < len(word):
        match = SYLLABLE.match(word, place)
        if match is None:
            return []
        found.append(match)
        place = match.end()
    return found


def _classes(found: re.Match[str]) -> tuple[str, str]:
    initial, vowel, final = found.groups()
    letters = initial or ""
    if letters == "y" and not vowel.startswith("i"):
        vowel = "i" + vowel if vowel not in ("u",) else vowel
    if letters == "w" and not vowel.startswith("u"):
        vowel = "u" + vowel
    if initial and vowel[:1] == "y":
        # "Hyon" and "Hyun", "Myong" and "Myung".
        vowel = "i" + vowel[1:]
    end = (final or "").replace("h", "")
    whole = vowel + end
    whole = FINAL.get(whole, FINAL.get(vowel, vowel) + end)
    return CLASS.get(letters, ""), whole


def family_first(parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a name of two or three syllables begins with its family name: "Guo Zhenhai".

    Parts are in plain letters; where the first is a given name elsewhere ("Lee Smith"), it does
    not, unless the given name is in two halves.
    """
    eastern = 1 < len(parts) < 4 and parts[0] in lexicon.east
    return eastern and (len(parts) == 3 or parts[0] not in lexicon.people)


def family_sound(word: str, lexicon: Lexicon) -> str:
    """The class of sounds of a family name of one syllable ("Guo", "Kuo"); a word of more as it
    is."""
    word = lexicon.families.get(word, word)
    found = SYLLABLE.fullmatch(word)
    if found is None:
        return word
    initial, vowel, end = found.group(1) or "", found.group(2), found.group(3) or ""
    return f"~{CLASS.get(initial, initial)}{FINAL.get(vowel + end, vowel + end)}"
