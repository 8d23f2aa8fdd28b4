"""Names that sound alike, names that do not, and the reasons given."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.packs.load import load
from sayso.packs.shelf import builtin_packs
from sayso.resolve.names.lexicon import lexicon_of
from sayso.resolve.names.match import compare_names
from sayso.resolve.names.parts import initials, parts, plain
from sayso.resolve.names.sounds import alike, skeleton

SAME = [
    ("Qasim Rahimi", "Ghasem Rahimi", "person"),
    ("Yousef al-Khatib", "Yusuf Khateeb", "person"),
    ("Dmitri Sokolov", "Dmitry Sokolov", "person"),
    ("Abd al-Rahman Nasser", "Abdul Rahman Naser", "person"),
    ("Rivers & Ports Authority", "Rivers and Ports Authority", "org"),
    ("Al Qutayfah", "al-Qutaifa", "place"),
]
DIFFERENT = [
    ("Maria Lopez", "Marta Lopez", "person"),
    ("Ahmad Rahimi", "Ahmad Karimi", "person"),
    ("Liberation Front", "National Liberation Front of the Delta", "org"),
    ("3rd Brigade", "5th Brigade", "org"),
    ("Iran", "Iraq", "place"),
]


@pytest.mark.parametrize(("a", "b", "kind"), SAME)
def test_spellings_of_one_name_score_high(a: str, b: str, kind: str) -> None:
    """Other systems of writing down the same sounds do not hide a name."""
    assert compare_names(a, b, kind).score >= 0.8


@pytest.mark.parametrize(("a", "b", "kind"), DIFFERENT)
def test_look_alikes_score_low(a: str, b: str, kind: str) -> None:
    """A different part is a different bearer."""
    assert compare_names(a, b, kind).score < 0.75


def test_a_score_has_reasons() -> None:
    """Whoever doubts a match can read why it was made."""
    found = compare_names("Ahmad Rahimi", "Ahmed Karimi", "person")

    assert any("ahmad ~ ahmed" in reason for reason in found.reasons)
    assert any("contradicts" in reason for reason in found.reasons)


def test_articles_and_compounds_are_folded() -> None:
    """Particles do not count as parts; compounds count as one."""
    assert parts("Abd al-Karim al-Sayyid") == ("abdkarim", "sayyid")
    assert parts("Salah al-Din") == ("salahdin",)
    assert parts("Haddad, Lina") == ("lina", "haddad")


def test_initials_leave_out_small_words() -> None:
    """The acronym of a body takes the letters of its weighty words."""
    assert initials("Ministry of Ports and Shipping") == "mps"


names = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Lo", "Zs"]), max_size=30)


@given(names, names, st.sampled_from(["person", "org", "place"]))
@example("A", "\u06cf", "person")  # no table writes this letter in Latin letters
def test_scores_are_fair(a: str, b: str, kind: str) -> None:
    """A score lies between 0 and 1 and does not depend on who comes first."""
    score = compare_names(a, b, kind).score

    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(compare_names(b, a, kind).score)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_word_is_like_itself(word: str) -> None:
    """Nothing is more alike than the same."""
    assert alike(word, word) == 1.0
    assert skeleton(word) == skeleton(word)


@given(names)
def test_plain_names_stay_plain(name: str) -> None:
    """Making plain twice changes nothing more."""
    assert plain(plain(name)) == plain(name)


LEXICON = lexicon_of(load(pack.folder for pack in builtin_packs()))
ONE = [
    ("Lee Jae-myung", "Yi Chae-myong", "person"),
    ("Park Sung-hoon", "Pak Song-hun", "person"),
    ("Yoon Suk-yeol", "Yun Sok-yol", "person"),
    ("Roh Moo-hyun", "No Mu-hyon", "person"),
    ("Faris Mahdawi", "فارس مهداوي", "person"),
    ("Abd al-Karim Sabri", "عبد الكريم صبري", "person"),
    ("Oleh Petrenko", "Олег Петренко", "person"),
    ("Wu Yifan", "吴一凡", "person"),
    ("Hsu Chia-ming", "Xu Jiaming", "person"),
    ("Yusuf Demir", "Youssef Demir", "person"),
    ("Nadav Ben-Ami", "נדב בן עמי", "person"),
    ("Rivermouth Defence Organisation", "Rivermouth Defense Organization", "org"),
    ("Velm Trading Company", "Velm Trading Ltd", "org"),
    ("Iraqi Harbour Union", "Iraq's Harbour Union", "org"),
]
TWO = [
    ("Lee Jae-myung", "Park Jae-myung", "person"),
    ("Li Peng", "Yi Peng", "person"),
    ("Hasan Mahdawi", "Husayn Mahdawi", "person"),
    ("Hamad Sabri", "Hamid Sabri", "person"),
    ("Xu Jia", "Xu Jiaming", "person"),
    ("Mohammad Baqeri", "Mohammad Baqer Sabri", "person"),
    ("Faris Sabri", "Karim Faris Sabri", "person"),
    ("Rivermouth", "Rivermouth Youth Council", "org"),
    ("Iraqi Harbour Union", "Syrian Harbour Union", "org"),
    ("Unit 840", "Unit 340", "org"),
    ("Northern Velm", "Southern Velm", "place"),
]


@pytest.mark.parametrize(("a", "b", "kind"), ONE)
def test_one_name_in_any_script_and_spelling(a: str, b: str, kind: str) -> None:
    """With the packs' lists, scripts and systems of romanisation do not hide a name."""
    assert compare_names(a, b, kind, LEXICON).score >= 0.8


@pytest.mark.parametrize(("a", "b", "kind"), TWO)
def test_two_names_however_near(a: str, b: str, kind: str) -> None:
    """Another given name, a syllable, a number, a nation or a body inside it makes two."""
    assert compare_names(a, b, kind, LEXICON).score < 0.8


def test_what_nobody_sees_changes_nothing() -> None:
    """Marks of direction, vowel points and look-alike letters leave a name what it is."""
    seen = compare_names("Anna Ruiz", "Anna Ruiz", "person").score

    for other in ("\u200fAnna\u200e Ruiz", "Аnnа Ruiz", "Anna\u200b Ruiz", "Ａnna Ruiz"):
        assert plain(other) == "anna ruiz"
        assert compare_names("Anna Ruiz", other, "person").score == seen
    assert compare_names("محمد", "مُحَمَّد", "person").score >= 0.97


@pytest.mark.parametrize("name", ["A", "ع", "x" * 500, "ab " * 200, "", "--", "王", "٣ 4"])
@pytest.mark.parametrize("kind", ["person", "org", "place"])
def test_odd_names_are_survived(name: str, kind: str) -> None:
    """One letter, hundreds of them, none: a score comes out, in no time worth telling."""
    assert 0.0 <= compare_names(name, "Anna Ruiz", kind, LEXICON).score <= 1.0
    assert compare_names(name, name, kind, LEXICON).score >= 0.9 or not parts(name)


def test_names_are_compared_quickly() -> None:
    """Twenty thousand pairs a second on a quiet machine; a fifth of it anywhere."""
    given_names = ["Ali", "Omar", "Anna", "Piotr", "Lina", "Karim", "Wei", "Ibrahim", "Olga"]
    surnames = [f"{a}{b}{c}" for a in ("Sab", "Mah", "Kol") for b in "aiou" for c in ("ri", "dan")]
    names = [f"{one} {other}" for one in given_names for other in surnames]
    pairs = [(a, b) for a in names[:100] for b in names[100:]]
    started = time.process_time()
    for a, b in pairs:
        compare_names(a, b, "person", LEXICON)

    assert len(pairs) / (time.process_time() - started) > 4_000
