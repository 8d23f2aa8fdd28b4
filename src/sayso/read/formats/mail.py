"""Mail: the subject as a heading, the message as it reads."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from sayso.read.formats.html import read_html
from sayso.read.formats.plain import plain_blocks
from sayso.read.reading import PARTING, Metadata, Reading
from sayso.read.words.decode import decode
from sayso.records.documents import Block
from sayso.records.errors import UnreadableError


def read_mail(data: bytes) -> Reading:
    """Read one mail: its plain text, or its HTML where it has no other; attachments are not."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        told, body, attached = _told(message), _body(message), _attachments(message)
    except (MessageError, LookupError, ValueError, AttributeError, IndexError) as error:
        raise UnreadableError(
            f"it is not a mail that can be read ({error})", hint="save the mail again as .eml"
        ) from error
    notes = (body.note, f"attachments that are not read: {attached}" if attached else None)
    return _with_subject(body, told, "; ".join(filter(None, notes)) or None)


def _told(message: EmailMessage) -> Metadata:
    return Metadata(
        title=_header(message, "subject"),
        author=_sender(message),
        published=_day(_header(message, "date")),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message[name] or "").split()) or None


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message["from"], "addresses", ())
    return (addresses[0].display_name or addresses[0].addr_spec or None) if addresses else None


def _day(header: str | None) -> str | None:
    try:
        # The sender's own day, not the one it was in Greenwich.
        return parsedate_to_datetime(header).date().isoformat() if header else None
    except ValueError:
        return None


def _body(message: EmailMessage) -> Reading:
    part = message.get_body(("plain", "html"))
    if part is None:
        return Reading("", ())
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if part.get_content_type() == "text/html":
        return read_html(data, part.get_content_charset())
    text, note = decode(data, part.get_content_charset())
    blocks, dropped = plain_blocks(text)
    return Reading(text, blocks, dropped=dropped, note=note)


def _attachments(message: EmailMessage) -> int:
    return sum(1 for _ in message.iter_attachments())


def _with_subject(body: Reading, told: Metadata, note: str | None) -> Reading:
    """The body under its subject, all offsets moved along."""
    if told.title is None:
        return Reading(body.text, body.blocks, told, body.told, body.dropped, note)
    shift = len(told.title) + len(PARTING)
    # A first line of the body is no second title.
    blocks = [Block("heading", 0, len(told.title), 1)]
    for b in body.blocks:
        level = max(b.level, 2) if b.kind == "heading" else b.level
        blocks.append(replace(b.moved(shift), level=level))
    dropped = tuple((start + shift, end + shift) for start, end in body.dropped)
    text = told.title + PARTING + body.text
    return Reading(text, tuple(blocks), told, body.told, dropped, note)
