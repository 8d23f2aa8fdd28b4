"""What a web page says of itself: JSON-LD, OpenGraph, meta tags, its title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree, html

from sayso.read.metadata.dates import read_date
from sayso.read.reading import Metadata

# Names of meta tags, the most telling first, all in lower case.
_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHER = ("og:site_name", "citation_publisher", "citation_journal_title", "dc.publisher",
              "dcterms.publisher", "publisher", "application-name")  # fmt: skip
_AUTHOR = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator",
           "parsely-author", "byl")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished",
              "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
              "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "pubdate",
              "publishdate", "publish-date", "date")  # fmt: skip
_ARTICLES = ("article", "newsarticle", "report", "blogposting", "analysisnewsarticle",
             "reportagenewsarticle", "scholarlyarticle", "opinionnewsarticle",
             "webpage")  # fmt: skip
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LONGEST_SCRIPT = 200_000
_PARTINGS = (" | ", " - ", " – ", " — ", " · ", " :: ")


def page_metadata(page: html.HtmlElement) -> Metadata:
    """Metadata of a page; what a page says to machines on purpose goes before its title."""
    tags = _tags(page)
    language = page.get("lang") or page.get(_XML_LANG) or ""
    by_tags = Metadata(
        title=_first(tags, _TITLE),
        publisher=_first(tags, _PUBLISHER),
        author=_person(_first(tags, _AUTHOR)),
        published=_date(_first(tags, _PUBLISHED)) or _time(page),
        language=language[:2].lower() or None,
    )
    told = _linked_data(page).over(by_tags)
    title = told.title or _heading(page)
    return Metadata(title=_without_site(title, told.publisher)).over(told)


def _tags(page: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = " ".join((tag.get("content") or "").split())
        if content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _date(value: str | None) -> str | None:
    return read_date(value) if value else None


def _person(value: str | None) -> str | None:
    # Some sites give the address of the author's page.
    return None if value is None or value.startswith(("http://", "https://")) else value


def _time(page: html.HtmlElement) -> str | None:
    """The date of a <time> that is marked as the date of publication."""
    for tag in page.iter("time"):
        if tag.get("pubdate") is not None or tag.get("itemprop") == "datePublished":
            return _date(tag.get("datetime") or tag.text_content())
    return None


def _heading(page: html.HtmlElement) -> str | None:
    headings = [" ".join(h.text_content().split()) for h in page.iter("h1")]
    headings = [heading for heading in headings if heading]
    title = page.find(".//title")
    named = " ".join(title.text_content().split()) if title is not None else ""
    return headings[0] if len(headings) == 1 else named or None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    for parting in _PARTINGS:
        if title and publisher and title.endswith(parting + publisher):
            return title[: -len(parting + publisher)]
    return title


def _linked_data(page: html.HtmlElement) -> Metadata:
    told = Metadata()
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            for article in _articles(script):
                told = told.over(_article(article))
    return told


def _articles(script: etree._Element) -> Iterator[dict[str, Any]]:
    source = script.text or ""
    try:
        value = json.loads(source) if len(source) < _LONGEST_SCRIPT else None
    except (ValueError, RecursionError):
        return
    graph = value.get("@graph", value) if isinstance(value, dict) else value
    for item in graph if isinstance(graph, list) else [graph]:
        if isinstance(item, dict) and str(_one(item.get("@type"))).lower() in _ARTICLES:
            yield item


def _article(item: dict[str, Any]) -> Metadata:
    published = _one(item.get("datePublished"))
    return Metadata(
        title=_text(item.get("headline")),
        publisher=_name(item.get("publisher")),
        author=_name(item.get("author")),
        published=_date(published if isinstance(published, str) else None),
    )


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _name(value: Any) -> str | None:
    names = [
        _text(entry.get("name") if isinstance(entry, dict) else entry)
        for entry in (value if isinstance(value, list) else [value])
    ]
    return _person(", ".join(name for name in names if name) or None)


def _text(value: Any) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None
