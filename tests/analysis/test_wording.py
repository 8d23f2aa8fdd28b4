"""Records in plain English."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.wording.chains import certainty_words, chain_words
from sayso.analysis.wording.dates import date_words, edtf_words, precision
from sayso.analysis.wording.names import clipped, folded, isolated, listed
from sayso.analysis.wording.sentences import (
    event_sentence,
    event_title,
    measure_words,
    tie_sentence,
    tie_title,
)
from sayso.analysis.wording.verbs import MODES, TIES, TYPES
from sayso.packs.load import builtin, load
from sayso.records.accounts import EVENT_TYPES, TIE_TYPES, Participant
from sayso.records.case import Account, Event, Measure, Tie
from sayso.records.spans import Span
from sayso.records.statements import Attribution, Hedge, Link

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
NAMES = {"a": "Ada", "b": "Bo", "c": "Cy", "x": "Portville", "o": "chair", "org": "Acme"}


def event(kind: str, *who: tuple[str, str], places: tuple[str, ...] = (), **facts: object) -> Event:
    type, _, mode = kind.partition("/")
    span = Span("d-1", 0, 4, "they")
    made = Event(
        id="ev-1",
        type=type,
        mode=mode or None,
        realis="actual",
        earliest=None,
        latest=None,
        edtf=None,
        participants=tuple(Participant(role, entity) for role, entity in who),
        places=places,
        quantities=(),
        purpose=None,
        part_of=None,
        accounts=(Account(span, (), "asserted"),),
    )
    return replace(made, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("earliest", "latest", "words", "how"),
    [
        ("2020-07-19", "2020-07-19", "19 July 2020", "day"),
        ("2020-07-01", "2020-07-31", "July 2020", "month"),
        ("2020-01-01", "2020-12-31", "2020", "year"),
        ("2020-08-02", "2020-08-03", "2–3 August 2020", "interval"),
        ("2020-07-01", "2020-08-31", "July–August 2020", "interval"),
        ("2020-07-30", "2020-08-02", "30 July – 2 August 2020", "interval"),
        ("1997-01-01", "1998-12-31", "1997–1998", "interval"),
        ("2019-12-01", "2020-01-31", "December 2019 – January 2020", "interval"),
        ("2019-12-30", "2020-01-02", "30 December 2019 – 2 January 2020", "interval"),
        (None, "2020-05-03", "by 3 May 2020", "open"),
        ("2020-05-03", None, "from 3 May 2020", "open"),
        ("2020-05-01", None, "from May 2020", "open"),
        ("2020-01-01", None, "from 2020", "open"),
        (None, "2020-12-31", "by the end of 2020", "open"),
        (None, "2020-05-31", "by the end of May 2020", "open"),
        (None, None, "date not given", "unknown"),
    ],
)
def test_dates_read_as_an_editor_writes_them(
    earliest: str | None, latest: str | None, words: str, how: str
) -> None:
    """Whole months and years lose their days, open bounds say so."""
    assert date_words(earliest, latest) == words
    assert precision(earliest, latest) == how


@given(DAYS, st.integers(0, 900))
def test_every_interval_has_words_that_name_its_last_year(first: date, length: int) -> None:
    """Whatever the bounds, the words are there and end in the year they end in."""
    last = min(first + timedelta(days=length), date(2100, 12, 31))

    assert date_words(first.isoformat(), last.isoformat()).endswith(str(last.year))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020-03-26", "26 March 2020"),
        ("2020-03", "March 2020"),
        ("2020-03~", "about March 2020"),
        ("2020?", "perhaps 2020"),
        ("198X", "the 1980s"),
        ("2020-22", "summer 2020"),
        ("2020-03/2020-05", "March 2020 – May 2020"),
        ("1997/1998", "1997–1998"),
        ("2020-03/..", "from March 2020"),
        ("../2020", "until 2020"),
        ("[1667,1668]", "[1667,1668]"),
        ("2020-13", "2020-13"),
        (None, "date not given"),
    ],
)
def test_edtf_dates_have_words_and_strange_ones_stay(edtf: str | None, words: str) -> None:
    """What is not understood is shown as it stands, never guessed."""
    assert edtf_words(edtf) == words


def test_every_type_of_event_and_tie_has_words() -> None:
    """The vocabulary is closed, and none of it is left without a phrase."""
    assert set(TYPES) == set(EVENT_TYPES)
    assert set(TIES) == set(TIE_TYPES)
    assert {type for type, _ in MODES} <= set(EVENT_TYPES)
    frames = load([builtin("general"), builtin("conflict")]).frames.values()
    assert {(frame.type, frame.mode) for frame in frames if frame.mode} <= set(MODES)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (event("CONSULT/visit", ("actor", "a"), places=("x",)), "Ada visited Portville"),
        (
            event("CONSULT/visit", ("actor", "a"), ("target", "b"), places=("x",)),
            "Ada visited Bo in Portville",
        ),
        (event("CONSULT/meet", ("actor", "a"), ("partner", "b")), "Ada met Bo"),
        (event("CONSULT/meet", ("actor", "a"), ("actor", "b")), "Ada and Bo met"),
        (event("CONSULT/meet", ("actor", "a")), "Ada held a meeting"),
        (event("ASSAULT/kill", ("target", "b"), ("target", "c")), "Bo and Cy were killed"),
        (event("ASSAULT/rocket", ("target", "b")), "Bo came under rocket fire"),
        (
            event("APPOINT/appoint", ("actor", "a"), ("target", "b"), ("office", "o")),
            "Ada appointed Bo as chair",
        ),
        (
            event("APPOINT/resign", ("actor", "a"), ("office", "o"), ("organization", "org")),
            "Ada resigned as chair, Acme",
        ),
        (event("COERCE/blockade", ("actor", "a"), ("target", "b")), "Ada used coercion against Bo (blockade)"),
        (event("AGREE/sign", ("actor", "a"), realis="planned"), "Ada signed an agreement [planned]"),
        (
            event("MOBILIZE/deploy", ("actor", "a"), quantities=(Measure(16, None, "trucks", "more_than"),)),
            "Ada deployed forces (more than 16 trucks)",
        ),
        (event("AID", ("actor", "a"), ("beneficiary", "b"), ("instrument", "c")), "Ada gave aid for Bo using Cy"),
        (event("STATE", ("actor", "a")), "Ada made a statement: “they”"),
        (event("ASSAULT/airstrike", places=("x",)), "Air strike in Portville: “they”"),
        (event("AGREE", ("actor", "nobody-knows")), "Nobody-knows reached an agreement"),
    ],
)  # fmt: skip
def test_an_event_becomes_a_sentence_from_its_fields(made: Event, sentence: str) -> None:
    """Participants, places, numbers and realis find their place; nothing is added."""
    assert event_sentence(made, NAMES) == sentence


def test_plural_nouns_take_plural_verbs() -> None:
    """By form alone: common nouns in the plural, never a name that ends in s."""
    names = NAMES | {"m": "local militias in the south", "p": "Ivo Klaas"}

    killed = event_sentence(event("ASSAULT/kill", ("target", "m")), names)
    assert killed == "Local militias in the south were killed"
    assert event_sentence(event("ASSAULT/kill", ("target", "p")), names) == "Ivo Klaas was killed"
    tie = Tie("t-1", "opposes", "m", "a", None, None, None, None, "positive", ())
    assert tie_sentence(tie, names) == "Local militias in the south oppose Ada"
    denied = replace(tie, type="part_of", polarity="negative")
    assert tie_sentence(denied, names) == "Local militias in the south are not part of Ada"


def test_nobody_is_named_twice_in_a_title() -> None:
    """A group and whom it belongs to, a place and the one it lies in by name; all stay parts."""
    names = NAMES | {"g": "Iranian officials", "s": "Iran", "h": "Baghdad airport", "q": "Baghdad"}

    accused = event("ACCUSE", ("actor", "a"), ("target", "g"), ("target", "s"))
    assert event_title(accused, names) == "Ada accused Iranian officials"
    killed = event("ASSAULT/kill", ("target", "a"), places=("h", "q"))
    assert event_title(killed, names) == "Ada was killed in Baghdad airport"
    both = event("CONSULT/meet", ("actor", "s"), ("actor", "q"))
    assert event_title(both, names) == "Iran and Baghdad met"


def test_half_of_nobody_knows_what_is_no_number() -> None:
    made = event("AGREE", ("actor", "a"), quantities=(Measure(0.5, 0.5, "share", "exact"),))
    assert event_sentence(made, NAMES) == "Ada reached an agreement"


def test_a_title_leaves_out_what_accounts_differ_on() -> None:
    """Numbers, purpose and quotes are for the accounts to give."""
    made = event(
        "STATE", ("actor", "a"), purpose="to calm", quantities=(Measure(1, 1, "x", "exact"),)
    )

    assert event_title(made, NAMES) == "Ada made a statement"


def test_a_tie_says_office_validity_and_denial() -> None:
    """Affirmed and denied ties read differently, and terms are told."""
    tie = Tie("t-1", "holds_office", "a", "org", "o", None, "2020-01", "2021", "positive", ())

    assert tie_sentence(tie, NAMES) == "Ada is named as chair, Acme, from January 2020 until 2021"
    denied = replace(tie, type="commands", office=None, polarity="negative", until=None)
    assert tie_sentence(denied, NAMES) == "Ada does not command Acme, from January 2020"
    file = replace(tie, type="responsible_for", object=None, office=None, territory="x", since=None)
    assert tie_sentence(file, NAMES) == "Ada is responsible for Portville, until 2021"
    bare = replace(tie, office=None, object=None)
    assert tie_title(bare, NAMES) == "Ada is named as holding an office"


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (Measure(2000, 2500, "fighters", "range"), "2,000 to 2,500 fighters"),
        (Measure(175, 175, None, "about"), "about 175"),
        (Measure(None, 5, "homes", "less_than"), "less than 5 homes"),
        (Measure(1.5, 1.5, "tonnes", "exact"), "1.5 tonnes"),
        (Measure(None, None, "homes", "exact"), "a number of homes"),
    ],
)
def test_a_number_keeps_its_bound(measure: Measure, words: str) -> None:
    """At least, about, less than: the bound is part of the number."""
    assert measure_words(measure) == words


def attribution(*chain: str, **facts: object) -> Attribution:
    links = tuple(Link(name) for name in chain)
    made = Attribution(
        "a-1", None, None, None, Span("d-1", 0, 4, "they"), links, None, (), "affirms"
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def test_a_chain_runs_from_outlet_to_speaker() -> None:
    """The date belongs to the outlet's report, so it stands beside the outlet."""
    found = attribution("Gulf Post", "two officials", "Ada", published="2020-07-19")

    assert chain_words(found) == "Gulf Post, 19 July 2020 ← two officials ← Ada"
    assert chain_words(found, dated=False) == "Gulf Post ← two officials ← Ada"
    assert chain_words(attribution()) == "source not named"
    assert chain_words(replace(attribution(), published="2022-09-30")) == "source not named"


def test_certainty_names_hedges_with_their_ranges() -> None:
    """A word of likelihood is shown with the range of its convention."""
    hedged = attribution("Ada", hedges=(Hedge("likely", 0.55, 0.8),), stance="unsure")

    assert certainty_words("hedged", [hedged]) == (
        "told with reserve; left open; “likely” (55–80 %)"
    )
    assert certainty_words("asserted") == "stated as fact"
    assert "may" in certainty_words("hedged", [attribution(hedges=(Hedge("may", None, None),))])


def test_lists_and_names_are_tidy() -> None:
    """Each name once, Arabic walled off, long quotes cut at a word."""
    assert listed(["a", "b", "a", "c"]) == "a, b and c"
    assert listed([]) == ""
    assert isolated("سلام") == "\u2068سلام\u2069"
    assert isolated("plain") == "plain"
    assert clipped("one two  three", 9) == "one two …"
    assert folded("Qa’ani") == folded("qaani")
    assert folded("al-Amīrī") == "al amiri"


def test_what_nobody_tells_without_a_doubt_says_so() -> None:
    """One plain telling is enough to drop the mark; the realis goes first."""
    span = Span("d-1", 0, 4, "they")
    hedged, plain = Account(span, (), "hedged"), Account(span, (), "asserted")
    killed = event("ASSAULT/kill", ("target", "a"), accounts=(hedged, hedged))
    planned = replace(killed, realis="planned")

    assert event_title(killed, NAMES) == "Ada was killed [told with doubt]"
    assert event_title(replace(killed, accounts=(hedged, plain)), NAMES) == "Ada was killed"
    assert event_title(planned, NAMES).endswith("[planned]")
