"""Letters of any script in plain Latin ones; marks that nobody sees are gone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Signs that stand for a glottal stop or a soft sign and carry no sound of their own.
SILENT = str.maketrans("", "", "'’‘`ʿʾʼ´“”\"ˈʹʺ′")
# Those of them that a keyboard has.
QUOTED = re.compile("['`\"]")
# Vowel points of Arabic and Hebrew, and the stroke that only makes a word longer.
POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
# Letters of other alphabets that look like Latin ones; read so only where the word mixes both.
LOOK_ALIKE = str.maketrans(
    "АВЕЗКМНОРСТУХаеорсухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορνικυ",
    "ABE3KMHOPCTYXaeopcyxijsdqwhABEZHIKMNOPTYXaopviku",
)
LATIN_LETTER = re.compile("[A-Za-z]")
FOREIGN_LETTER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
WORD = re.compile(r"[^\W_]+")

# What a letter with a mark sounds like, where dropping the mark would lose it.
MARKED = {
    "ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ğ": "gh",
    "ı": "i", "ž": "zh", "ż": "zh", "ź": "zh", "ĉ": "ch", "ł": "l", "ə": "e", "ø": "o",
    "æ": "e", "ß": "ss", "đ": "d", "ġ": "gh", "þ": "th", "ð": "d", "ţ": "ts", "ț": "ts",
}  # fmt: skip
CYRILLIC = {
    "щ": "shch", "ш": "sh", "ч": "ch", "ж": "zh", "х": "kh", "ц": "ts", "ю": "yu", "я": "ya",
    "ё": "yo", "э": "e", "й": "y", "ы": "y", "ь": "", "ъ": "", "є": "ye", "ї": "yi", "і": "i",
    "ґ": "g", "ў": "w", "ә": "e",
}  # fmt: skip
# Alphabets without vowels, in the signs of names.sounds: one sign a sound.
ABJAD = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "T",
    "ج": "J", "چ": "C", "ح": "h", "خ": "x", "د": "d", "ذ": "D", "ر": "r", "ز": "z", "ژ": "Z",
    "س": "s", "ش": "S", "ص": "s", "ض": "D", "ط": "t", "ظ": "D", "ع": "", "غ": "G", "ف": "f",
    "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ہ": "h",
    "ھ": "h", "ة": "a", "و": "W", "ؤ": "u", "ي": "Y", "ى": "a", "ی": "Y", "ئ": "i", "ء": "",
    "ټ": "t", "ډ": "d", "ړ": "r", "ږ": "z", "ښ": "S", "ڼ": "n", "ې": "i", "ۍ": "i", "ٹ": "t",
    "ڈ": "d", "ڑ": "r", "ں": "n", "ے": "i", "ۆ": "u", "ێ": "e", "ە": "e", "ڕ": "r", "ڤ": "W",
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "W", "ז": "z", "ח": "x", "ט": "t",
    "י": "Y", "כ": "k", "ך": "x", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s",
    "ע": "", "פ": "p", "ף": "f", "צ": "s", "ץ": "s", "ק": "k", "ר": "r", "ש": "S", "ת": "t",
}  # fmt: skip


@lru_cache(maxsize=65536)
def clean(name: str) -> str:
    """A name as it is seen: one form for each letter, invisible marks and vowel points gone."""
    if name.isascii():
        return name
    name = unicodedata.normalize("NFKC", name)
    name = "".join(c for c in name if unicodedata.category(c) not in ("Cf", "Cc", "Co"))
    name = POINTS.sub("", name)
    return " ".join(map(_one_alphabet, name.split()))


def _one_alphabet(word: str) -> str:
    mixed = LATIN_LETTER.search(word) and FOREIGN_LETTER.search(word)
    return word.translate(LOOK_ALIKE) if mixed else word


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name in plain lower-case Latin letters, single blanks, silent marks gone."""
    name = clean(name).translate(SILENT)
    if not name.isascii():
        name = anyascii(name).translate(SILENT)
    return " ".join(WORD.findall(name.lower()))


def script_of(name: str) -> str:
    """The script of the first letter that is not Latin: abjad, east or latin."""
    if name.isascii():
        return "latin"
    for letter in name:
        code = ord(letter)
        if 0x590 <= code <= 0x6FF or 0x750 <= code <= 0x77F or 0xFB1D <= code <= 0xFEFC:
            return "abjad"
        if 0x4E00 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF:
            return "east"
    return "latin"


def latin(name: str) -> str:
    """A name in lower-case Latin letters that keep the sounds of marked and Cyrillic ones."""
    if name.isascii() and not QUOTED.search(name):
        return name.lower()
    name = name.translate(SILENT).lower()
    return name if name.isascii() else "".join(map(_letter, name))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    found = MARKED.get(letter, CYRILLIC.get(letter))
    if found is not None:
        return found
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return bare if bare.isascii() else anyascii(letter).lower()


def abjad_sounds(word: str) -> str:
    """A word of Arabic or Hebrew letters in the signs of names.sounds."""
    return "".join(ABJAD.get(letter, letter if letter.isascii() else "") for letter in word)


def syllables(name: str) -> list[str]:
    """The syllables of a name in Han or Hangul characters, in Latin letters."""
    return [anyascii(c).lower() for c in name if not c.isascii() and anyascii(c).isalpha()]
