"""The grounds of a comparison of names, as sentences for an analyst."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analysis.naming.likeness import likeness
from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.match import compare_names


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (["quds ~ quds (the same, 1.00)", "force ~ force (the same, 1.00)"],
         ["“quds” and “force” stand in both names."]),
        (["words that the other lacks: lebanon / –", "only one names a nation"],
         ["Only one of the names has “lebanon”.", "Only one names a nation."]),
        (["words that the other lacks: north / south"],
         ["Where one name has “north”, the other has “south”."]),
        (["baqer ~ baqeri (sounds alike, 0.94)", "left out: qalibaf"],
         ["“baqer” and “baqeri” sound alike.", "One of the names leaves out “qalibaf”."]),
        (["both beside reyl", "both beside velm", "both beside the port"],
         ["The reports name both beside “reyl”, “velm” and “the port”."]),
        (["a midfielder against a General"],
         ["Reports tell of one: a midfielder; of the other: a General."]),
        (["known as Velm and Velm"], ["Both are known as “Velm”."]),
        (["fits several of this name"], ["Fits several of this name."]),
        ([], []),
    ],
)  # fmt: skip
def test_grounds_are_told_as_sentences(reasons: list[str], told: list[str]) -> None:
    """Like grounds in one sentence, what is shared first."""
    assert list(likeness(reasons)) == told


def test_words_are_spelt_as_in_the_names() -> None:
    """The comparison knows no capitals, and its words for nations are not those of the names."""
    told = likeness(["assad ~ assad (the same, 1.00)", "left out: iran"], ("al-Assad", "Iranian x"))

    assert told == ("“Assad” stands in both names.", "One of the names leaves out “iran”.")


def test_letters_that_the_comparison_drops_are_shown() -> None:
    """It knows no accents; the names have them."""
    told = likeness(["hallstrom ~ hallstrom (the same, 1.00)"], ("Hallström", "Hallström Ltd"))

    assert told == ("“Hallström” stands in both names.",)


def test_across_scripts_no_sign_of_sounds_is_shown() -> None:
    """Sounds are compared in signs that no analyst knows; what else speaks for them stays."""
    reasons = ["bn ~ ben (sounds alike, 0.90)", "left out: YWsf", "both beside velm"]
    told = likeness(reasons, ("יוסף בן חיים", "Ben-Haim"))

    assert told == (
        "Across scripts, parts of the names sound alike.",
        "The reports name both beside “velm”.",
    )


@given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), max_size=6))
def test_whatever_the_grounds_each_is_a_sentence(reasons: list[str]) -> None:
    """No form of words breaks it, and none is lost without a word."""
    told = likeness(reasons)

    assert bool(told) == bool(reasons)
    assert all(line.endswith(".") for line in told)


NAMES = (
    "Lina Haddad",
    "Leena al-Haddad",
    "Mohammad Baqer Qalibaf",
    "Mohammad Baqeri",
    "Ri Su-yong",
)
BODIES = ("Velm Port Authority", "Port Authority of North Velm", "3rd Velm Brigade", "Velm Brigade")
PLACES = ("Al Qaim", "al-Qa'im crossing", "New Velm", "Velm")


@pytest.mark.parametrize("kind", ["person", "org", "place"])
def test_no_sign_of_the_comparison_is_left(kind: str) -> None:
    """What the comparison of names really says holds no score, tilde or slash as a sentence."""
    names = {"person": NAMES, "org": BODIES, "place": PLACES}[kind]
    lexicon = lexicon_of(load(info.folder for info in builtin_packs()))
    for one in names:
        for other in names:
            for line in likeness(compare_names(one, other, kind, lexicon).reasons):
                assert not re.search(r"~| / |\d\.\d\d", line), (one, other, line)
