"""Events that are nearly the same: told apart where they are two, joined where they are one."""

from collections.abc import Iterable

import pytest

from sayso.records.case import Event
from sayso.records.dates import overlap
from sayso.records.notes import Notes
from sayso.run.linking import link
from tests.extract.happenings import notes_of, pack


def linked(engine, *texts: str) -> list[Event]:
    """The events of a case of these reports."""
    notes = sorted((notes_of(engine, text) for text in texts), key=lambda n: n.document.id)

    def read(gifts: Iterable[str], *, texts: bool) -> Iterable[Notes]:
        return notes

    return [record for record in link(read, pack()) if isinstance(record, Event)]


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
