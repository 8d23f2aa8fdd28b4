"""Counting origins: copies of one word count once."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.corroboration import corroborate, origins
from sayso.records.case import Account, Event
from tests.factory import Builder

TEXT = """The bridge fell on Monday.
It fell at night, the Wire said.
It fell, said Ann Lee.
Lee told a radio station that it fell.
The old bridge over the river fell on Monday evening without warning."""


def bridge(*tellings: tuple[str, tuple[str, ...], str | None]) -> tuple[Builder, list[Account]]:
    """Accounts in reports of their own, each on the word of a chain."""
    case = Builder()
    case.add("Person", "Ann Lee", "Lee")
    accounts = []
    for i, (words, chain, published) in enumerate(tellings):
        report = case.report(f"r{i}", TEXT, publisher=f"Paper {i}")
        said = [case.said(report, words, *chain, published=published)] if chain else []
        accounts.append(case.told(report, words, *said))
    return case, accounts


def groups(
    case: Builder, accounts: list[Account], voices: dict[str, str] | None = None
) -> list[tuple[int, ...]]:
    known = {f"d-r{i}": f"Paper {i}" for i in range(len(accounts))} if voices is None else voices
    speakers = {report: (voice,) for report, voice in known.items()}
    return [found.accounts for found in origins(accounts, case.parts.attributions, speakers)]


def test_two_papers_on_their_own_word_are_two_origins() -> None:
    """Different reports with different voices stand for themselves."""
    case, accounts = bridge(("bridge fell", (), None), ("It fell at night", (), None))

    assert groups(case, accounts) == [(0,), (1,)]
    assert groups(case, accounts, {"d-r0": "Lee", "d-r1": "lee"}) == [(0, 1)]


def test_one_speaker_through_two_outlets_is_one_origin() -> None:
    """Who speaks at the end of the chain decides, not who passes it on."""
    case, accounts = bridge(
        ("It fell at night", ("Wire", "Ann Lee"), "2020-01-02"),
        ("It fell, said", ("Radio", "Ann Lee"), "2020-01-03"),
        ("Lee told", ("Radio", "Bo"), "2020-01-04"),
    )

    assert groups(case, accounts) == [(0, 1), (2,)]
    reason = origins(accounts, case.parts.attributions, {})[0].reason
    assert reason == "the same voice at the end of the chain"


def test_one_report_of_an_outlet_is_one_origin() -> None:
    """The same outlet on the same date is one report, whatever officials it cites."""
    case, accounts = bridge(
        ("It fell at night", ("Wire", "an official"), "2020-01-02"),
        ("It fell, said", ("Wire", "a clerk"), "2020-01-02"),
        ("Lee told", ("Wire", "a driver"), "2020-02-02"),
    )

    assert groups(case, accounts) == [(0, 1), (2,)]


def test_a_long_quote_word_for_word_is_a_copy() -> None:
    """Eight words in the same order do not come about twice; two words may."""
    long = "The old bridge over the river fell on Monday evening"
    case, accounts = bridge((long, (), None), (long, (), None))
    assert groups(case, accounts) == [(0, 1)]

    case, accounts = bridge(("bridge fell", (), None), ("bridge fell", (), None))
    assert groups(case, accounts) == [(0,), (1,)]


def test_a_denial_is_no_support() -> None:
    """It counts as an account and stands in no group; denials alone are grouped as usual."""
    case, accounts = bridge(("bridge fell", (), None), ("It fell at night", (), None))
    denied = Account(accounts[1].span, (), "denied")
    event = case.event("STATE", accounts[0], denied)
    found = corroborate(case.parts.events[event], {}, {})

    assert (found.accounts, found.origins, found.groups) == (2, 1, ((0,),))
    assert groups(case, [denied, denied]) == [(0, 1)]


CHAINS = st.lists(st.sampled_from(["Wire", "Radio", "Ann Lee", "Bo"]), max_size=3)


@given(st.lists(st.tuples(CHAINS, st.sampled_from([None, "2020", "2021"])), min_size=1, max_size=6))
def test_groups_divide_the_accounts_whatever_their_order(
    given_chains: list[tuple[list[str], str | None]],
) -> None:
    """Every account is in one group; reading the reports in another order changes no count."""
    tellings = [("It fell", tuple(chain), published) for chain, published in given_chains]
    case, accounts = bridge(*tellings)
    found = groups(case, accounts)

    assert sorted(place for group in found for place in group) == list(range(len(accounts)))
    assert len(groups(case, accounts[::-1], {})) == len(groups(case, accounts, {}))


def test_the_record_names_what_it_is_about() -> None:
    """An event's corroboration names the event and no tie."""
    case, accounts = bridge(("bridge fell", (), None))
    event: Event = case.parts.events[case.event("STATE", *accounts)]

    assert (corroborate(event, {}, {}).event, corroborate(event, {}, {}).tie) == (event.id, None)


def test_a_report_and_those_who_cite_its_publisher_are_one_origin() -> None:
    """A wire story with a byline, and a paper that passes it on by the wire's name."""
    case, accounts = bridge(
        ("bridge fell", (), None), ("It fell at night", ("Port Wire",), "2020-01-02")
    )
    speakers = {"d-r0": ("Ann Lee", "Port Wire"), "d-r1": ("Bo Holm", "Daily")}

    assert len(origins(accounts, case.parts.attributions, speakers)) == 1
