"""Events that are nearly the same: told apart where they are two, joined where they are one."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.analysis.conflicts import find_conflicts
from sayso.records.accounts import EventAccount
from sayso.records.case import Event, Tie
from sayso.records.dates import overlap
from sayso.records.notes import Notes
from sayso.records.spans import Span
from sayso.resolve.merging import merge_event
from sayso.run.linking import link
from tests.extract.happenings import pack, read_on
from tests.extract.telling import document_of


def records(engine, *texts: str) -> list[object]:
    """The records of a case of these reports."""
    documents = (document_of(text) for text in sorted(texts))
    notes = [
        read_on(Notes(replace(document, id=f"d-{n}", path=f"{n}.txt")), engine)
        for n, document in enumerate(documents)
    ]

    def read(gifts: Iterable[str], *, texts: bool) -> Iterable[Notes]:
        return notes

    return list(link(read, pack()))


def linked(engine, *texts: str) -> list[Event]:
    """The events of a case of these reports."""
    return [record for record in records(engine, *texts) if isinstance(record, Event)]


STRIKES = (
    "On the night of 3 May 2020 the army shelled a depot near Baghdad. "
    "On the night of 3 May 2020 the army shelled a depot near Damascus."
)
MEETINGS = (
    "Ann Lee met Omar Haddad in Paris on 3 May 2020. Ann Lee met Jan Vasko in Paris on 3 May 2020."
)
DAYS = "Ann Lee visited Ankara on 3 May 2020. Ann Lee visited Ankara on 12 June 2020."


@pytest.mark.parametrize(
    ("text", "kind"), [(STRIKES, "ASSAULT"), (MEETINGS, "CONSULT"), (DAYS, "CONSULT")]
)
def test_twins_of_one_night_one_day_or_one_town_stay_two(engine, text: str, kind: str) -> None:
    """Another place, another partner or another day is another event, in one report or in two."""
    assert len([e for e in linked(engine, text) if e.type == kind]) == 2
    first, second = text.split(". ")
    assert len([e for e in linked(engine, f"{first}.", second) if e.type == kind]) == 2


def test_one_visit_of_two_reports_is_one_and_covers_what_they_tell(engine) -> None:
    """Its days are days that both accounts allow, and each account keeps its words."""
    texts = (
        "Ann Lee visited Ankara on 3 May 2020 with Omar Haddad.",
        "On 3 May 2020, Ann Lee visited Ankara, officials said.",
    )
    (visit,) = (e for e in linked(engine, *texts) if e.type == "CONSULT")
    assert len(visit.accounts) == 2
    for account in visit.accounts:
        assert overlap((visit.earliest, visit.latest), (account.earliest, account.latest))
    assert linked(engine, *texts) == linked(engine, *reversed(texts))


def test_fillers_of_each_telling_stay_with_it(engine) -> None:
    """What one report says was used, the other does not say."""
    texts = (
        "On 3 May 2020 Ann Lee attacked Omar Haddad with a knife in Ankara.",
        "Ann Lee attacked Omar Haddad in Ankara on 3 May 2020.",
    )
    (attack,) = (e for e in linked(engine, *texts) if e.type == "ASSAULT")
    used = [[f.span.quote for f in a.fillers if f.role == "instrument"] for a in attack.accounts]
    assert sorted(used) == [[], ["knife"]]


def test_one_visit_told_with_two_dates_is_one_and_the_dates_are_a_conflict(engine) -> None:
    """A day apart, with the same two in the same town: neither date is dropped."""
    texts = (
        "Ann Lee met Omar Haddad in Ankara on 3 May 2020.",
        "Ann Lee met Omar Haddad in Ankara on 4 May 2020, officials said.",
    )
    (meeting,) = (e for e in linked(engine, *texts) if e.type == "CONSULT")
    days = {account.earliest for account in meeting.accounts}

    assert days == {"2020-05-03", "2020-05-04"}
    assert [c.field for c in find_conflicts([meeting], [], {}, {})] == ["time"]


DAY = st.sampled_from([None, "2020-05-01", "2020-05-03", "2020-05-09", "2020-06-01"])
INTERVAL = st.tuples(DAY, DAY).filter(lambda d: None in d or d[0] <= d[1])


def told_on(number: int, days: tuple[str | None, str | None]) -> EventAccount:
    return EventAccount(
        id=f"ev-{number}", type="CONSULT", mode="meet", realis="actual",
        span=Span(f"d-{number}", 0, 3, "met"), trigger="meet", factuality="asserted",
        attributions=(), earliest=days[0], latest=days[1], edtf=None, participants=(),
        places=(), quantities=(), purpose=None,
    )  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(INTERVAL, min_size=1, max_size=4))
def test_the_days_of_an_event_fit_all_its_accounts_or_a_conflict_says_so(told) -> None:
    """No account is overruled in silence."""
    event = merge_event([told_on(n, days) for n, days in enumerate(told)], None)
    whole = (event.earliest, event.latest)
    fits = all(overlap(whole, days) for days in told if days != (None, None))

    assert fits or "time" in {c.field for c in find_conflicts([event], [], {}, {})}


def test_who_tells_that_it_did_not_happen_denies_it(engine) -> None:
    """An author's own "signed no agreement" is no second account of the signing."""
    texts = (
        "Omar Faris signed an agreement with Norway on 3 May 2020.",
        "Omar Faris signed no agreement with Norway on 3 May 2020.",
    )
    (signed,) = (e for e in linked(engine, *texts) if e.type == "AGREE")

    assert sorted(account.factuality for account in signed.accounts) == ["asserted", "denied"]
    assert [c.field for c in find_conflicts([signed], [], {}, {})] == ["occurrence"]


def test_allies_are_allies_whichever_is_told_first(engine) -> None:
    """One tie with two accounts, not one each way; who backs whom stays as it is told."""
    told = records(
        engine,
        "Norway is an ally of Sweden. Norway backs Peru.",
        "Sweden is an ally of Norway. Peru backs Norway.",
    )
    ties = [record for record in told if isinstance(record, Tie)]

    assert sorted((t.type, len(t.accounts)) for t in ties) == [
        ("allied_with", 2),
        ("backs", 1),
        ("backs", 1),
    ]


MINE = (
    "The tailings dam of the Quillay mine burst in February. In 2009 Minera Colque bought the "
    "Quillay mine for 85 million dollars."
)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Minera Colque had acquired the Quillay mine for 85 million dollars.", 1),
        ("Minera Colque had acquired the Quillay mine in 2009.", 1),
        ("In 2011 Minera Colque bought the Tarma mine for 85 million dollars.", 2),
        ("Minera Colque plans to buy the Quillay mine for 85 million dollars.", 2),
    ],
)
def test_a_purchase_told_in_other_words_is_one_unless_something_speaks_against_it(
    engine, told: str, number: int
) -> None:
    """The same sum and the same mine; but not another year, and not a plan."""
    other = f"Mud of the tailings dam at Quillay went down the valley in February. {told}"
    bought = [e for e in linked(engine, MINE, other) if e.type == "COOPERATE"]

    assert len(bought) == number
    assert sum(len(event.accounts) for event in bought) == 2


def test_an_event_bears_the_kind_that_most_tell() -> None:
    """And a mode of that kind, whatever the first account of it says."""
    days = ("2020-05-03", "2020-05-03")
    seized, taken, again = (
        replace(told_on(n, days), type=type, mode=mode)
        for n, (type, mode) in enumerate(
            [("ASSAULT", "capture"), ("COERCE", "arrest"), ("COERCE", "arrest")]
        )
    )

    assert merge_event([seized, taken, again], None).type == "COERCE"
    assert merge_event([seized, taken, again], None).mode == "arrest"
    assert merge_event([seized, taken], None).mode == "capture"


def test_one_is_arrested_in_one_report_and_seized_in_the_other(engine) -> None:
    """Who is arrested and who is charged on one day are two events, be it one person."""
    arrested = "The director of the bank, Rui Matos, was arrested on 27 May 1998 in Braga."
    seized = "Rui Matos, the director of the bank, was seized by police on 27 May 1998."
    charged = "Rui Matos, the director of the bank, was charged on 27 May 1998."

    assert [len(event.accounts) for event in linked(engine, arrested, seized)] == [2]
    assert [len(event.accounts) for event in linked(engine, arrested, charged)] == [1, 1]
