"""The package of a Word document: a zip of XML parts, the same bytes in every run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from importlib.resources import files

# No clock: the earliest day that a zip can tell.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_STILL = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml",
          "word/settings.xml")  # fmt: skip


def package(parts: Mapping[str, bytes]) -> bytes:
    """The document as bytes: these parts, and those that are the same in every document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _STILL:
            _add(archive, name, _still(name))
        for name, part in parts.items():
            _add(archive, name, part)
    return stream.getvalue()


def _add(archive: zipfile.ZipFile, name: str, part: bytes) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, part)


def _still(name: str) -> bytes:
    flat = name.replace("/", "-").replace("[", "").replace("]", "").replace("-.rels", "-rels.rels")
    return files("sayso.publish").joinpath("templates", "docx", flat).read_bytes()
