"""What a mention is filed under inside its document."""

from __future__ import annotations

from sayso.records.marks import Mention
from sayso.resolve.names.parts import parts, plain


def mention_key(mention: Mention) -> str | None:
    """The key of a mention; null for pronouns.

    A description ("two fighters") stands for itself: the same words elsewhere may mean others.
    """
    if mention.form == "pronoun":
        return None
    if mention.stands_for and meant(mention) == mention.stands_for:
        return f"{mention.type}:{plain(mention.stands_for)}"
    if mention.form == "description":
        return f"{mention.type}:@{mention.span.start}-{mention.span.end}"
    if mention.known:
        return f"{mention.type}:{plain(mention.known)}"
    if mention.type == "Person":
        return f"Person:{' '.join(parts(mention.name))}"
    return f"{mention.type}:{plain(mention.name).removeprefix('the ')}"


def meant(mention: Mention) -> str | None:
    """The name, as packs have it, of whom a mention means; null where none knows.

    A capital that stands for its state means the state; a house with a name of its own
    ("the Kremlin") stays itself, whomever it stands for.
    """
    own = mention.known is not None and mention.type == "Organization"
    return mention.known if own else mention.stands_for or mention.known


# Behind it in a key stands where a mention is that names somebody else of the same name.
OTHER = "#"
