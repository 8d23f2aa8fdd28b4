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
    if mention.stands_for:
        return f"Place:{plain(mention.stands_for)}"
    if mention.form == "description":
        return f"{mention.type}:@{mention.span.start}-{mention.span.end}"
    if mention.known:
        return f"{mention.type}:{plain(mention.known)}"
    if mention.type == "Person":
        return f"Person:{' '.join(parts(mention.name))}"
    return f"{mention.type}:{plain(mention.name).removeprefix('the ')}"
