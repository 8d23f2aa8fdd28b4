"""Keys under which mentions and entities are compared at all."""

from __future__ import annotations

from sayso.records.marks import LocalEntity, Mention
from sayso.resolve.names.parts import parts, plain
from sayso.resolve.names.sounds import skeleton


def mention_key(mention: Mention) -> str | None:
    """What a mention is filed under inside its document; null for pronouns.

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


def entity_keys(entity: LocalEntity) -> tuple[str, ...]:
    """What an entity is filed under across documents: those that share a key are compared.

    Descriptions get none: they never join across documents.
    """
    if all(mention.form in ("description", "pronoun") for mention in entity.mentions):
        return ()
    names = (entity.name, *entity.aliases)
    found = {f"{entity.type}={plain(entity.known)}"} if entity.known else set()
    for name in names:
        found |= _person_keys(name) if entity.type == "Person" else _thing_keys(entity.type, name)
    return tuple(sorted(found))


def _person_keys(name: str) -> set[str]:
    """The sound of the last part, and of the first: "Kassem Sulaimani" meets "Qasem Soleimani"."""
    given = parts(name)
    return {f"Person~{skeleton(given[-1])}"} if given else set()


def _thing_keys(kind: str, name: str) -> set[str]:
    bare = plain(name).removeprefix("the ")
    sounded = " ".join(skeleton(word) for word in parts(name))
    return {f"{kind}={bare}", f"{kind}~{sounded}"} if bare else set()
