"""Nobody died, told where somebody else tells of dead: "denied that anyone had died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.events.casting.roles import Scenery
from sayso.extract.events.later.tolls import of_deed
from sayso.extract.events.scene import Scene
from sayso.extract.events.triggers import Trigger
from sayso.extract.events.when import When
from sayso.extract.grammar import clause_of, is_passive
from sayso.packs.frames import Frame
from sayso.records.accounts import EventAccount
from sayso.records.marks import Quantity
from sayso.records.parse import Sentence, Token

_DYING = frozenset({"die", "perish"})
_HARMING = frozenset({"kill", "hit"})
_ANYBODY = frozenset({"anybody", "anyone"})
_LOSSES = frozenset({"casualty", "death", "fatality", "loss", "victim"})
_TELLING = frozenset({"be", "have", "report", "record", "suffer", "sustain", "take", "there"})
_DENYING = frozenset({"deny", "dispute", "reject"})
# So many sentences back in its paragraph, or in the one before, the dead are gone back to.
_BACK = 4


def with_unharmed(found: Sequence[EventAccount], scene: Scene) -> Iterator[EventAccount]:
    """The accounts, and those of none dead of a deed of which another tells that it killed.

    Where nobody tells of dead, that there were none is no event.
    """
    yield from found
    for number, sentence in enumerate(scene.notes.parse.sentences):
        for token in sentence:
            if not _is_of_none(sentence, token):
                continue
            last = scene.notes.parse.sentences[max(0, number - _BACK) : number + 1]
            deed = _killing(found, [s for s in last if sentence.block - s.block <= 1], token)
            if deed is not None:
                yield of_deed(deed, _account(scene, sentence, token))


def _is_of_none(sentence: Sentence, token: Token) -> bool:
    """Whether a word tells that nobody died."""
    lemma, above = token.lemma.lower(), sentence.head(token)
    if lemma in _DYING or (lemma in _HARMING and is_passive(sentence, token)):
        subjects = sentence.children(token, "nsubj", "nsubjpass")
        anybody = any(t.text.lower() in _ANYBODY for t in subjects)
        return anybody and token.dep == "ccomp" and above.lemma in _DENYING
    if lemma not in _LOSSES or above.lemma.lower() not in _TELLING:
        return False
    return any(t.text.lower() == "no" for t in sentence.children(token, "det"))


def _killing(
    found: Sequence[EventAccount], near: Sequence[Sentence], token: Token
) -> EventAccount | None:
    """The last killing told of before, in one of these sentences."""
    before = [
        one for one in found
        if (one.type, one.mode, one.realis) == ("ASSAULT", "kill", "actual")
        and near[0].start <= one.span.start and one.span.end <= token.start
    ]  # fmt: skip
    return before[-1] if before else None


def _account(scene: Scene, sentence: Sentence, token: Token) -> EventAccount:
    clause = clause_of(sentence, token)
    # What is cited holds the denial.
    verb = sentence.head(clause) if token.lemma not in _LOSSES else clause
    words = Trigger(Frame("ASSAULT", "kill"), sentence, verb, None, (token,))
    account = scene.account(
        words, Scenery((), (), frozenset({"target"})), "actual", When(), said=token
    )
    span = scene.notes.document.span(token.start, token.end)
    none = Quantity(span, 0, 0, "people", "exact")
    # To deny that anyone died is to tell that none did.
    told = "reported" if account.attributions else "asserted"
    return replace(account, quantities=(none,), factuality=told)
