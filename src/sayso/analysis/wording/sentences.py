"""Events and ties as one sentence each, composed from their fields and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.analysis.wording.dates import edtf_words
from sayso.analysis.wording.names import isolated, listed, name, quoted
from sayso.analysis.wording.verbs import MODES, REALIS, TIES, Phrase, kind_words, phrase_of
from sayso.records.case import Event, Measure, Tie

_BOUNDS = {
    "exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ",
    "at_most": "at most ", "less_than": "less than ", "range": "",
}  # fmt: skip


def event_sentence(event: Event, names: Mapping[str, str]) -> str:
    """What an event's reconciled fields say, as one line without a full stop.

    A statement, or an event without a named participant, also quotes its first telling.
    """
    bare = not any(part.role in ("actor", "target", "partner") for part in event.participants)
    if event.accounts and (bare or event.type == "STATE"):
        # The quote gives numbers and purpose in the report's own words.
        return f"{event_title(event, names)}: {quoted(event.accounts[0].span.quote)}"
    counts = [measure_words(measure) for measure in event.quantities]
    return "".join(
        [
            _clause(event, names),
            _tail(event, names),
            f" ({'; '.join(dict.fromkeys(counts))})" if counts else "",
            f", purpose: {quoted(event.purpose, 120)}" if event.purpose else "",
            _realis(event),
        ]
    )


def event_title(event: Event, names: Mapping[str, str]) -> str:
    """The event without what its accounts most often differ on: numbers, purpose, words."""
    return _clause(event, names) + _tail(event, names) + _realis(event)


def tie_sentence(tie: Tie, names: Mapping[str, str]) -> str:
    """What a tie says, as one line without a full stop: parties, office, territory, validity."""
    words = TIES[tie.type][tie.polarity == "negative"]
    office = name(names, tie.office) if tie.office else ""
    party = name(names, tie.object) if tie.object else ""
    if tie.type == "holds_office":
        what = office or "an office"
        rest = f", {party}" if party and party.casefold() not in what.casefold() else ""
        text = f"{name(names, tie.subject)} {words} {what}{rest}"
    else:
        rest = f" (as {office})" if office else ""
        text = f"{name(names, tie.subject)} {words} {party or 'somebody unnamed'}{rest}"
    if tie.territory:
        text += f" for {name(names, tie.territory)}"
    return text + _validity(tie)


def measure_words(measure: Measure) -> str:
    """A number with its bound and unit: "more than 16 vehicles", "2,000 to 2,500 fighters"."""
    unit = f" {measure.unit}" if measure.unit else ""
    low, high = measure.low, measure.high
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
    return "were " + words[4:] if len(subjects) > 1 and words.startswith("was ") else words


def _mode(event: Event) -> str:
    known = event.mode is None or (event.type, event.mode) in MODES
    return "" if known else f" ({str(event.mode).replace('_', ' ')})"


def _tail(event: Event, names: Mapping[str, str]) -> str:
    phrase = phrase_of(event.type, event.mode)
    said = {part.entity for part in event.participants}
    used = phrase.goes and not _of(event, names, "target")
    places = [] if used else [name(names, p) for p in event.places if p not in said]
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
    return f" [{REALIS[event.realis]}]" if event.realis in REALIS else ""


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
    return list(dict.fromkeys(found))


def _after(word: str, words: Iterable[str]) -> str:
    text = listed(words)
    return word + text if text else ""


def _validity(tie: Tie) -> str:
    if tie.since and tie.until:
        return f", {edtf_words(tie.since)} – {edtf_words(tie.until)}"
    if tie.since:
        return f", since {edtf_words(tie.since)}"
    return f", until {edtf_words(tie.until)}" if tie.until else ""


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else isolated(f"{value:,}")
