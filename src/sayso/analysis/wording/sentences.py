"""Events and ties as one sentence each, composed from their fields and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import capital, is_many, isolated, listed, name, quoted
from sayso.analysis.wording.verbs import (
    DOUBTED,
    MODES,
    REALIS,
    TIES,
    Phrase,
    kind_words,
    phrase_of,
)
from sayso.records.case import Account, Event, Measure, Tie

_BOUNDS = {
    "exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ",
    "at_most": "at most ", "less_than": "less than ", "range": "",
}  # fmt: skip

# Roles that words without a name may fill, and how a sentence tells of them.
_UNNAMED = {"actor": "by", "target": "target", "instrument": "with"}
_SHOWN = 3
# "Half" of what, no sentence of ours can say.
_SHARE = "share"


def event_sentence(event: Event, names: Mapping[str, str]) -> str:
    """What an event's reconciled fields say, as one line without a full stop.

    A statement, or an event without a named participant, also quotes its first telling.
    """
    bare = not any(part.role in ("actor", "target", "partner") for part in event.participants)
    if event.accounts and (bare or event.type == "STATE"):
        # The quote gives numbers and purpose in the report's own words.
        return f"{event_title(event, names)}: {quoted(event.accounts[0].span.quote)}"
    told = (measure for measure in event.quantities if measure.unit != _SHARE)
    counts = dict.fromkeys(measure_words(measure) for measure in told)
    numbers = f" ({'; '.join(counts)})" if counts else ""
    purpose = f", purpose: {quoted(event.purpose, 120)}" if event.purpose else ""
    text = _clause(event, names) + _tail(event, names) + _unnamed(event)
    return capital(text + numbers + purpose + _realis(event))


def _unnamed(event: Event) -> str:
    """What or who fills a role that no participant has, in the words of the tellings."""
    filled = {part.role for part in event.participants}
    told = ""
    for role, label in _UNNAMED.items():
        words = dict.fromkeys(
            filler.span.quote
            for account in event.accounts
            for filler in account.fillers
            if filler.role == role and filler.entity is None
        )
        if words and role not in filled:
            told += f", {label} " + listed([quoted(one, 60) for one in list(words)[:_SHOWN]])
    return told


def filler_words(account: Account) -> list[str]:
    """The words of a telling that fill its roles without naming anybody, each with its role."""
    return [f"{quoted(f.span.quote, 60)} ({f.role})" for f in account.fillers if f.entity is None]


def event_title(event: Event, names: Mapping[str, str]) -> str:
    """The event without what its accounts most often differ on: numbers, purpose, words."""
    return capital(_clause(event, names) + _tail(event, names) + _realis(event))


def tie_sentence(tie: Tie, names: Mapping[str, str]) -> str:
    """What a tie says, as one line without a full stop: parties, office, territory, validity."""
    return tie_title(tie, names) + _validity(tie)


def tie_title(tie: Tie, names: Mapping[str, str]) -> str:
    """The tie without since when and until when it holds."""
    words = TIES[tie.type][tie.polarity == "negative"]
    if is_many(name(names, tie.subject)):
        words = _plural_verb(words)
    named = {id: name(names, id) for id in (tie.office, tie.object, tie.territory) if id}
    office, party, territory = (
        named.get(id or "", "") for id in (tie.office, tie.object, tie.territory)
    )
    if tie.type == "holds_office":
        # "He took over the force" does not say as what.
        what = office or (f"holding an office in {party}" if party else "holding an office")
        rest = f", {party}" if party.casefold() not in what.casefold() else ""
    else:
        what = party or territory or "somebody or something not named"
        rest = f" (as {office})" if office else ""
    place = f" for {territory}" if territory and territory != what else ""
    return capital(f"{name(names, tie.subject)} {words} {what}{rest}{place}")


def measure_words(measure: Measure) -> str:
    """A number with its bound and unit: "more than 16 vehicles", "2,000 to 2,500 fighters"."""
    unit = f" {measure.unit}" if measure.unit else ""
    low, high = measure.low, measure.high
    if high == 0 and measure.unit == "people":
        return "nobody"
    if low is not None and high is not None and low != high:
        return f"{_number(low)} to {_number(high)}{unit}"
    value = low if low is not None else high
    if value is None:
        return f"a number of{unit}" if unit else "a number"
    return f"{_BOUNDS.get(measure.bound, '')}{_number(value)}{unit}"


def _clause(event: Event, names: Mapping[str, str]) -> str:
    phrase = phrase_of(event.type, event.mode)
    actors = _of(event, names, "actor")
    objects = _of(event, names, "target")
    if phrase.joins:
        objects += [who for who in _of(event, names, "partner") if who not in objects]
    if phrase.goes and not objects:
        objects = [name(names, place) for place in event.places]
    if actors and objects:
        return f"{listed(actors)} {phrase.does} {listed(objects)}{_mode(event)}"
    if actors:
        return f"{listed(actors)} {_alone(phrase, actors)}{_mode(event)}"
    return _without_actor(event, phrase, objects)


def _without_actor(event: Event, phrase: Phrase, objects: Sequence[str]) -> str:
    noun = kind_words(event.type, event.mode)
    if not objects:
        return noun
    if phrase.goes or (phrase.joins and len(objects) == 1):
        return f"{noun} {'to' if phrase.noun == 'Visit' else 'with'} {listed(objects)}"
    return f"{listed(objects)} {_number_of_verb(phrase.suffers, objects)}{_mode(event)}"


def _alone(phrase: Phrase, actors: Sequence[str]) -> str:
    return phrase.suffers if phrase.joins and len(actors) > 1 else phrase.alone


def _number_of_verb(words: str, subjects: Sequence[str]) -> str:
    many = len(subjects) > 1 or is_many(subjects[0])
    return "were " + words[4:] if many and words.startswith("was ") else words


def _plural_verb(words: str) -> str:
    verb, _, rest = words.partition(" ")
    verb = {"is": "are", "does": "do"}.get(verb, verb.removesuffix("s"))
    return f"{verb} {rest}".strip()


def _mode(event: Event) -> str:
    known = event.mode is None or (event.type, event.mode) in MODES
    return "" if known else f" ({str(event.mode).replace('_', ' ')})"


def _tail(event: Event, names: Mapping[str, str]) -> str:
    phrase = phrase_of(event.type, event.mode)
    said = {part.entity for part in event.participants}
    used = phrase.goes and not _of(event, names, "target")
    places = [] if used else _finest([name(names, p) for p in event.places if p not in said])
    partners = [] if phrase.joins else _of(event, names, "partner")
    return "".join(
        [
            _office(event, names),
            _after(" with ", partners),
            _after(" for ", _of(event, names, "beneficiary")),
            _after(" using ", _of(event, names, "instrument")),
            _after(" in ", places),
        ]
    )


def _realis(event: Event) -> str:
    """That something is planned or denied, or that nobody tells of it without a doubt."""
    doubted = bool(event.accounts) and all(a.factuality == "hedged" for a in event.accounts)
    word = REALIS.get(event.realis) or (DOUBTED if doubted else None)
    return f" [{word}]" if word else ""


def _office(event: Event, names: Mapping[str, str]) -> str:
    office = listed(_of(event, names, "office"))
    body = listed(_of(event, names, "organization"))
    if body and body.casefold() in office.casefold():
        body = ""
    if office:
        return f" as {office}" + (f", {body}" if body else "")
    return f" at {body}" if body else ""


def _of(event: Event, names: Mapping[str, str], role: str) -> list[str]:
    found = (name(names, part.entity) for part in event.participants if part.role == role)
    told = list(dict.fromkeys(found))
    # "Iranian officials and Iran": those who are told of by whom they belong to.
    groups = [one for one in told if is_many(one) and one.split()[-1].islower()]
    return [one for one in told if not any(_begins_as(one, group) for group in groups)]


def _begins_as(one: str, group: str) -> bool:
    """Whether a group is told of by a name, or by the adjective of it."""
    return len(one) > 2 and one != group and group.casefold().startswith(one.casefold())


def _finest(places: Sequence[str]) -> list[str]:
    """Places without those in the name of another: "Baghdad airport and Baghdad" is one place."""
    return [
        one
        for one in places
        if not any(one != o and f" {one} ".casefold() in f" {o} ".casefold() for o in places)
    ]


def _after(word: str, words: Iterable[str]) -> str:
    text = listed(words)
    return word + text if text else ""


def _validity(tie: Tie) -> str:
    since = f", from {edtf_words(tie.since)}" if tie.since else ""
    return since + (f"{' ' if since else ', '}until {edtf_words(tie.until)}" if tie.until else "")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else isolated(f"{value:,}")
