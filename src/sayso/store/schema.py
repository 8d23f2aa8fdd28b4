"""The tables of a case, as queries see them; migrations make them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _document(*, key: bool = False, cascade: bool = False, optional: bool = False) -> Column[str]:
    # Deferred, so that a stream of records may come in any order within one transaction.
    target = ForeignKey(
        "document.id",
        ondelete="CASCADE" if cascade else None,
        deferrable=True,
        initially="DEFERRED",
    )
    return Column("document", Text, target, primary_key=key, nullable=optional)


def _span() -> list[Column[int]]:
    return [Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)]


def _row() -> Column[int]:
    return Column("row", Integer, primary_key=True)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _body() -> Column[str]:
    """The whole record as JSON; the other columns of its table repeat what queries ask for."""
    return Column("body", Text, nullable=False)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text))
migration = Table(
    "migration",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("title", Text, nullable=False),
)
document = Table(
    "document",
    metadata,
    _id(),
    *(Column(name, Text, nullable=False) for name in ("path", "sha256", "format")),
    *(Column(n, Text) for n in ("title", "publisher", "author", "published", "language")),
    Column("extracted", Boolean, nullable=False),
    Column("note", Text),
    Column("text", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("cleaned", LargeBinary, nullable=False),
)
file = Table(
    "file",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("options_hash", Text, nullable=False),
    _document(optional=True),
    Column("state", Text, nullable=False),
)
original = Table(
    "original",
    metadata,
    _document(key=True, cascade=True),
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
result = Table(
    "result",
    metadata,
    _document(key=True, cascade=True),
    Column("step", Text, primary_key=True),
    Column("gift", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
failure = Table(
    "failure",
    metadata,
    Column("path", Text, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("message", Text, nullable=False),
    Column("hint", Text, nullable=False),
)
passage = Table("passage", metadata, _row(), _document(cascade=True), *_span())

entity = Table(
    "entity",
    metadata,
    _id(),
    Column("type", Text, nullable=False),
    Column("names", Text, nullable=False),
    _body(),
)
mention = Table(
    "mention",
    metadata,
    _row(),
    Column("entity", Text, nullable=False),
    _document(),
    *_span(),
    Column("quote", Text, nullable=False),
    Column("form", Text, nullable=False),
)
time = Table(
    "time",
    metadata,
    _row(),
    _document(),
    *_span(),
    Column("quote", Text, nullable=False),
    *(Column(name, Text) for name in ("edtf", "earliest", "latest", "anchor")),
    Column("rule", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text),
)
quantity = Table(
    "quantity",
    metadata,
    _row(),
    _document(),
    *_span(),
    Column("quote", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("unit", Text),
    Column("bound", Text, nullable=False),
)
attribution = Table("attribution", metadata, _id(), _document(), *_span(), _body())
trait = Table("trait", metadata, _id(), Column("entity", Text, nullable=False), _body())
merge = Table(
    "merge",
    metadata,
    _id(),
    *(Column(name, Text, nullable=False) for name in ("state", "left", "right")),
    _body(),
)
event = Table(
    "event",
    metadata,
    _id(),
    Column("type", Text, nullable=False),
    *(Column(name, Text) for name in ("mode", "earliest", "latest")),
    _body(),
    # Keys that sort in time; see rows.links.
    *(Column(name, Text, nullable=False) for name in ("day", "upto")),
)
tie = Table(
    "tie",
    metadata,
    _id(),
    Column("type", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    _body(),
)
account = Table(
    "account",
    metadata,
    Column("about", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    _document(),
    *_span(),
)
claim = Table("claim", metadata, _id(), _document(), *_span(), _body())
corroboration = Table("corroboration", metadata, _id(), _body())
conflict = Table("conflict", metadata, _id(), _body())
agreement = Table("agreement", metadata, _id(), _body())
check = Table("check", metadata, _id(), _document(), *_span(), _body())
judgement = Table(
    "judgement", metadata, _id(), Column("at", Text, nullable=False),
    Column("revoked_by", Text), _body(),
)  # fmt: skip
reference = Table(
    "reference",
    metadata,
    Column("id", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("target", Text, primary_key=True),
    # By which records that name one sort in time, empty for those that do not; see rows.sorting.
    Column("sorting", Text, nullable=False),
)
overview = Table(
    "overview",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    _body(),
)

user = Table(
    "user",
    metadata,
    Column("name", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("role", "password", "since")),
)
session = Table(
    "session",
    metadata,
    _id(),
    Column("user", Text, ForeignKey("user.name", ondelete="CASCADE"), nullable=False),
    Column("until", Text, nullable=False),
)
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("at", "by", "deed", "about")),
)
