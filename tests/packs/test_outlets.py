"""The registry of outlets: sound facts, names that lead to one outlet, links that find theirs."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from sayso.packs.check import check
from sayso.packs.load import load
from sayso.packs.outlets import BODIES, MEDIA
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs
from sayso.records.errors import PackError
from tests.packs.test_load import pack


@pytest.fixture(scope="module")
def whole() -> Pack:
    return load([info.folder for info in builtin_packs()])


def test_every_outlet_says_where_it_is_known_from(whole: Pack) -> None:
    """What nobody can look up is not in the registry; of the world there is a good deal."""
    assert len(whole.outlets) > 300
    assert all(outlet.known_from.strip() for outlet in whole.outlets.values())


def test_countries_are_states_that_the_pack_knows(whole: Pack) -> None:
    """So that "Lebanese" in a report and "Lebanon" in the registry are the same."""
    countries = {outlet.country for outlet in whole.outlets.values() if outlet.country}
    assert countries <= set(whole.countries)


def test_a_name_leads_to_one_outlet(whole: Pack) -> None:
    """A form that two outlets go by is left out of both."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, outlet in whole.outlets.items():
        for form in (name, *outlet.names):
            owners[form].add(name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_a_domain_leads_to_one_outlet(whole: Pack) -> None:
    """A host belongs to one of them, and is written without www."""
    hosts = Counter(host for outlet in whole.outlets.values() for host in outlet.domains)
    assert [host for host, count in hosts.items() if count > 1 or host.startswith("www.")] == []


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("bbc.co.uk", "BBC"),
        ("www.BBC.co.uk", "BBC"),
        ("english.alarabiya.net", "Al Arabiya"),
        ("co.uk", None),
        ("com", None),
        ("", None),
        ("notbbc.co.uk", None),
    ],
)
def test_a_page_is_its_outlets(whole: Pack, host: str, name: str | None) -> None:
    """A host below an outlet's own is the outlet's too; one that only looks like it is not."""
    assert whole.outlet_at(host) == name


def test_names_are_known_in_every_spelling_of_the_article(tmp_path: Path) -> None:
    """ "Al Bahr", "al-Bahr"; "the Courier" where a report writes it small."""
    entries = "al-Bahr: {kind: daily, known_from: its masthead, names: [Bahr Daily]}\n"
    entries += "The Courier: {kind: weekly, known_from: its masthead}\n"
    found = load([pack(tmp_path / "p", outlets=entries)]).known
    assert {found[form].name for form in ("Al Bahr", "al-Bahr", "Bahr Daily")} == {"al-Bahr"}
    assert found["the Courier"].name == "The Courier"


@pytest.mark.parametrize("kind", [*MEDIA, *BODIES])
def test_a_medium_is_an_outlet_and_a_body_an_organisation(tmp_path: Path, kind: str) -> None:
    """So mentions of it get the right type."""
    entry = f"Coast Watch: {{kind: {kind}, known_from: its own page}}"
    found = load([pack(tmp_path / "p", outlets=entry)])
    expected = "Outlet" if kind in MEDIA else "Organization"
    assert found.known["Coast Watch"].type == found.outlets["Coast Watch"].type == expected


def test_an_entry_of_known_names_wins_over_the_registry(tmp_path: Path) -> None:
    """What a pack says of a form outright is not undone by an outlet's other name."""
    folder = pack(
        tmp_path / "p",
        outlets="Port Daily: {kind: daily, known_from: its masthead, names: [PD]}",
        known="PD: [Police Department, Organization]",
    )
    assert load([folder]).known["PD"].name == "Police Department"


def test_an_outlet_without_its_origin_is_a_fault(tmp_path: Path) -> None:
    """The same goes for a kind that there is not."""
    with pytest.raises(PackError) as caught:
        load([pack(tmp_path / "p", outlets="Port Daily: {kind: dialy}")])
    told = str(caught.value)
    assert "'known_from' is missing" in told
    assert "did you mean 'daily'?" in told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("country: Norwai", "no such state: 'Norwai'"),
        ("domains: [www.port.example]", "'www.port.example' is no domain"),
        ("domains: [https://port.example]", "'https://port.example' is no domain"),
        ("domains: [port]", "'port' is no domain"),
    ],
)
def test_odd_countries_and_domains_are_faults(tmp_path: Path, fields: str, told: str) -> None:
    """They would never be found in a report."""
    entry = f"Port Daily: {{kind: daily, known_from: its masthead, {fields}}}"
    folder = pack(tmp_path / "p", pack="name: p\nextends: general", outlets=entry)
    assert [fault.message for fault in check(folder)] == [told]


def test_towns_lie_in_states_that_the_pack_knows(whole: Pack) -> None:
    """A town's country is spelt as the list of states has it; parts and capitals are known too."""
    assert {town.country for town in whole.towns.values()} <= set(whole.countries)
    assert whole.country_of("Baghdad") == whole.country_of("southern Iraq") == "Iraq"
    assert whole.country_of("Nowhere") is None
