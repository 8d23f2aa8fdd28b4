"""A briefing as a Word document (Office Open XML) with real footnotes."""

from __future__ import annotations

from lxml import etree

from sayso.publish.briefing import Briefing
from sayso.publish.paper.docx.body import Body
from sayso.publish.paper.docx.package import package
from sayso.publish.paper.docx.words import part

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


def docx(briefing: Briefing) -> bytes:
    """The briefing as a .docx file; the same briefing always gives the same bytes.

    A note that is called more than once is written once, and its number repeated by a field.
    """
    body = Body(briefing)
    document = part(body.document())
    return package(
        {
            "word/document.xml": document,
            "word/footnotes.xml": part(body.footnotes()),
            "docProps/core.xml": part(_properties(briefing)),
        }
    )


def _properties(briefing: Briefing) -> etree._Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    title = etree.SubElement(root, f"{{{_DC}}}title")
    title.text = "".join(c for c in briefing.title if c.isprintable())
    return root
