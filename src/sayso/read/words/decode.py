"""Bytes → characters: by byte order mark, by UTF-8, by what is declared, by likelihood."""

from __future__ import annotations

import codecs
import re

from sayso.records.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Guessing looks at this much and no more: a longer sample changes the time, not the guess.
_SAMPLE = 100_000
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
# A file with more damage than one byte in a hundred well-formed characters is another encoding.
_DAMAGE = 0.01
_ACCENTED, _PLAIN = re.compile(rb"[\x80-\xff]"), re.compile(rb"[A-Za-z]")
_FEW = 0.15
_HINT = "save it as UTF-8 text, or as .pdf, .docx or .html, and read it again"


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The characters of some text, without byte order mark, and a note where some are damaged.

    Raises UnreadableError for bytes that are no text in any encoding we can tell.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _by_name(data[len(mark) :], name), None
    encoding = _without_mark(data)
    if encoding:
        return _by_name(data, encoding), None
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _otherwise(data, declared)


def _by_name(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"it says it is {encoding.upper()} text, and is not (byte {error.start:,})", hint=_HINT
        ) from error
    if "\0" in text:
        raise _binary()
    return text


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: most of every second byte is zero."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 4 or b"\0" not in sample:
        return None
    if sample[1::2].count(0) > 0.7 * pairs and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * pairs and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if b"\0" in data or len(_CONTROLS.findall(sample)) > _DAMAGE * len(sample):
        raise _binary()


def _binary() -> UnreadableError:
    return UnreadableError("it is not text: it holds bytes that no text has", hint=_HINT)


def _otherwise(data: bytes, declared: str | None) -> tuple[str, str | None]:
    patched = data.decode("utf-8", "replace")
    damaged = patched.count("\ufffd")
    if damaged <= max(1, _DAMAGE * len(_MULTIBYTE.findall(data))) and _MULTIBYTE.search(data):
        return patched, f"{damaged} damaged characters of the file are shown as \ufffd"
    for encoding in (declared, _likely(data)):
        try:
            return data.decode(encoding or "utf-8"), None
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableError("its characters are in no encoding that can be told", hint=_HINT)


def _likely(data: bytes) -> str | None:
    """Windows' Western letters where accents are few among plain letters; else the best guess."""
    sample = data[:_SAMPLE]
    if len(_ACCENTED.findall(sample)) < _FEW * len(_PLAIN.findall(sample)):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, seldom needed

    best = from_bytes(sample).best()
    return best.encoding if best else None
