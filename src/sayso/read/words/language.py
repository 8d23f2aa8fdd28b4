"""Which language a text is in, by an offline model of byte sequences."""

from __future__ import annotations

import re

ENGLISH = "en"
# Below this many letters a guess says more about the model than about the text.
_LETTERS = 60
# Up to this many letters, what the file declares is believed before the guess.
_DOUBTFUL = 400
# So much likelier a byte must be in another language before a short text in which English is
# possible is taken for that: names from elsewhere make much of a few lines, and are no language.
_LEAD = 0.55
_NO_LANGUAGE = "zxx"
_SAMPLE = 3_000
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of a text's language; null where too little is said to tell."""
    half = _SAMPLE // 2
    middle = max(half, len(text) // 2)
    sample = text[:half] + " " + text[middle : middle + half]
    letters = len(_LETTER.findall(sample))
    if letters < _LETTERS or (declared and letters < _DOUBTFUL):
        return declared
    import py3langid  # noqa: PLC0415 - loads numpy, which a run without new files never needs

    code = str(py3langid.classify(sample)[0])
    if code != ENGLISH and letters < _DOUBTFUL:
        ranked = py3langid.rank(sample)
        lead = float(ranked[0][1]) - float(dict(ranked)[ENGLISH])
        code = ENGLISH if lead < _LEAD * len(sample.encode()) else code
    return None if code == _NO_LANGUAGE else code


def language_name(code: str) -> str:
    """What a language is called in English: "Moroccan Arabic" for "ary"; its code where Unicode's
    list has no name for it."""
    from babel import Locale  # noqa: PLC0415 - seldom wanted: most reports are in English

    return str(Locale("en").languages.get(code, code))
