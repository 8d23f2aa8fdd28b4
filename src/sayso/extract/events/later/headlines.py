"""What a headline tells is what the report below it tells with more: "Ferry sinks off Koral".

A headline names few, and no day. Where the report begins with an event of its kind, of somebody or
something that the headline has too, both are that event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.phrases import head_word
from sayso.records.accounts import EventAccount
from sayso.records.notes import Notes
from sayso.records.spans import Span

# So many blocks below a headline stand what it sums up.
_BELOW = 4
_NAMELESS = frozenset({"Office", "Group"})


def with_headlines(accounts: Sequence[EventAccount], notes: Notes) -> Iterator[EventAccount]:
    """The accounts in order; those of the title with the day, place and people of the report."""
    for account in accounts:
        block = _block(account, notes)
        if block == 0 and notes.document.blocks[0].kind == "heading" and account.earliest is None:
            told = next((o for o in accounts if _is_below(o, account, notes)), None)
            yield _told_with(account, told, notes) if told is not None else account
        else:
            yield account


def _block(account: EventAccount, notes: Notes) -> int | None:
    sentence = notes.parse.sentence_at(account.span.start)
    return sentence.block if sentence is not None else None


def _is_below(told: EventAccount, account: EventAccount, notes: Notes) -> bool:
    """Whether the report tells here what an account of its headline tells."""
    block = _block(told, notes)
    near = block is not None and 0 < block <= _BELOW
    kinds = (told.type, told.realis) == (account.type, account.realis)
    modes = told.mode == account.mode or None in (told.mode, account.mode)
    if not near or not kinds or not modes or told.earliest is None:
        return False
    who = {p.entity for p in told.participants} & {p.entity for p in account.participants}
    return bool(who or _things(told, notes) & _things(account, notes))


def _things(account: EventAccount, notes: Notes) -> set[tuple[str, str]]:
    """The nouns that fill its roles."""
    return {(f.role, _noun(f.span, notes)) for f in account.fillers}


def _noun(span: Span, notes: Notes) -> str:
    sentence = notes.parse.sentence_at(span.start)
    head = head_word(sentence, span.start, span.end) if sentence is not None else None
    return head.lemma.lower() if head is not None else span.quote.lower()


def _told_with(account: EventAccount, told: EventAccount, notes: Notes) -> EventAccount:
    kinds = {entity.id: entity.type for entity in notes.entities}
    roles = {p.role for p in told.participants}
    kept = (p for p in account.participants
            if p.role not in roles or kinds.get(p.entity) not in _NAMELESS)  # fmt: skip
    more = (p for p in told.participants if p not in account.participants)
    return replace(
        account,
        earliest=told.earliest,
        latest=told.latest,
        edtf=told.edtf,
        places=account.places or told.places,
        participants=(*kept, *more),
    )
