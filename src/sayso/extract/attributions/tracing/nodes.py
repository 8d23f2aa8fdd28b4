"""A chain of sources, and the node that each source is in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.extract.attributions.names import same
from sayso.records.statements import Link


@dataclass(frozen=True, slots=True)
class Node:
    """One source with what later words can mean it by.

    ``lemma`` and ``word`` are the noun it was told by, as in the dictionary and as written.
    ``kind`` is outlet, text, body, person or, where nothing tells, empty; ``many``: a plural;
    ``gender`` is that of the pronouns it can have, he or she, where its words tell.
    """

    link: Link
    lemma: str = ""
    word: str = ""
    kind: str = ""
    many: bool = False
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Sources from the outlet down to the one who said it, and the EDTF date of the report.

    ``own`` is how many of the last nodes the saying itself names; those before come from the
    sayings it lies in and the report that carries it. ``speaker`` is the place of its
    subject, counted from the end (-1 is the last).
    """

    nodes: tuple[Node, ...] = ()
    published: str | None = None
    own: int = 0
    speaker: int | None = None

    @property
    def links(self) -> tuple[Link, ...]:
        """The sources as a record has them."""
        return tuple(node.link for node in self.nodes)

    def upto(self, place: int) -> Chain:
        """What leads to the source at this place: all of it behind an outlet, else its saying's.

        A witness who tells what a manager said does not stand before the manager's later words.
        """
        free = self.nodes[0].kind in ("outlet", "text")
        first = 0 if free else min(len(self.nodes) - self.own, place)
        return Chain(self.nodes[first : place + 1], self.published, place + 1 - first, -1)

    def is_cited(self, place: int) -> bool:
        """Whether a source with a name stands behind a person who only cites it."""
        before = self.nodes[place - 1].kind if place else ""
        return self.nodes[place].link.entity is not None and before == "person"

    def but(self, other: Node | None, written: Link) -> Chain:
        """This chain; who is only written, where it ends in somebody whom that cannot mean."""
        barred = bool(self.nodes) and other is not None and same(self.nodes[-1].link, other.link)
        return Chain((Node(written),), own=1, speaker=-1) if barred else self

    def under(self, above: Chain) -> Chain:
        """This chain behind the one of the saying it is told in, which has its order."""
        *before, last = self.nodes or (None,)
        new = [n for n in before if n and not any(same(n.link, a.link) for a in above.nodes)]
        own = (*new, last) if last else ()
        nodes = once((*above.nodes, *own))
        dropped = len(self.nodes) - len(own)
        date = self.published or above.published
        return Chain(nodes, date, self.own - dropped, self._speaker_among(nodes))

    def singly(self) -> Chain:
        """This chain with each source once."""
        nodes = once(self.nodes)
        return replace(self, nodes=nodes, speaker=self._speaker_among(nodes))

    def _speaker_among(self, nodes: tuple[Node, ...]) -> int | None:
        """Where the speaker has its place among these: "quoting Reuters, Reuters told" has one."""
        if self.speaker is None or not -len(self.nodes) <= self.speaker < 0:
            return None
        who = self.nodes[self.speaker].link
        places = (n - len(nodes) for n, node in enumerate(nodes) if same(node.link, who))
        return next(places, None)

    def report(self) -> Chain:
        """The report that was told of: with whom it cites, without whom it only lets speak."""
        if not self.nodes or self.speaker is None:
            return self
        if self.nodes[self.speaker].kind in ("outlet", "text", "body"):
            return self.upto(len(self.nodes) - 1)
        outlets = [place for place, node in enumerate(self.nodes) if node.kind == "outlet"]
        return self.upto(outlets[-1]) if outlets else self.upto(len(self.nodes) - 1)

    def told_here(self, link: Link) -> Chain:
        """The same sources, the last of them named by the words of another link."""
        if not self.nodes:
            return self
        last = self.nodes[-1]
        last = replace(last, link=replace(last.link, span=link.span or last.link.span))
        return replace(self, nodes=(*self.nodes[:-1], last))


NOBODY = Chain()


def once(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Each source once, at its last place: a chain has no circles and ends in who said it."""
    kept: list[Node] = []
    for node in reversed(nodes):
        if not any(same(node.link, other.link) for other in kept):
            kept.append(node)
    return tuple(reversed(kept))
