"""Families of words, subjects of reports, and near-twins that must not become one."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolve.events import Telling
from sayso.resolve.retelling.families import family_of, family_told, shipped_families, stem_of
from sayso.resolve.retelling.subjects import subjects, terms_of, words_of
from sayso.resolve.tellings.joining import group_tellings

ANA = frozenset({"e-ana"})
MEETING = Telling(
    "d-1", "CONSULT", "meet", "actual", "2021-05-03", "2021-05-03",
    frozenset({("actor", "e-ana"), ("partner", "e-omar")}), frozenset(), ANA | {"e-omar"},
)  # fmt: skip
STRIKE = Telling(
    "d-1", "ASSAULT", "airstrike", "actual", "2021-05-03", "2021-05-03",
    frozenset({("target", "e-port")}), frozenset({"e-velm"}), frozenset(),
)  # fmt: skip
UNDATED = {"earliest": None, "latest": None}


def groups(*tellings: Telling, **subjects: int) -> set[frozenset[int]]:
    found = group_tellings(tellings, subjects or {t.document: 0 for t in tellings})
    return {frozenset(group) for group in found.groups().values()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resign", "resignation"),
        ("announce", "announcement"),
        ("rob", "robbery"),
        ("die", "death"),
        ("takeover", "acquisition"),
        ("walkout", "stoppage"),
        ("quake", "temblor"),
    ],
)
def test_words_of_one_family_know_each_other(one: str, other: str) -> None:
    """By their stem, or because training has seen them tell of one thing."""
    assert family_of(one) == family_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("visit", "attack"), ("win", "winter"), ("say", "sail")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """A few letters in common are no kinship."""
    assert family_of(one) != family_of(other)


@pytest.mark.parametrize(
    ("trigger", "word"),
    [
        ("strike at", "strike"),
        ("meet with", "meeting"),
        ("walk out", "walkout"),
        ("take over", "takeover"),
        ("resign", "resignation"),
    ],
)
def test_what_stands_behind_a_verb_leaves_its_family(trigger: str, word: str) -> None:
    """Whom or where it says, or it makes one word of two."""
    assert family_told(trigger) == family_of(word)


def test_other_verbs_of_two_words_keep_to_themselves() -> None:
    """To break up is not to break."""
    assert family_told("break up") != family_of("break")


def test_a_family_has_one_name() -> None:
    """Every stem is in one family only, and the name is one of its stems."""
    families = shipped_families()
    assert all(families[name] == name for name in families.values())
    assert all(stem_of(stem) for stem in families)


def test_reports_that_share_rare_words_are_on_one_subject() -> None:
    """Two on the harbour, two on the trial, in whatever order they come."""
    texts = [
        "The ferry Halkyon sank off Torvik harbour. Divers from Torvik reached the Halkyon.",
        "Torvik harbour was closed after the Halkyon sank, the ferry's owner said. Divers came.",
        "The banker Fontana went on trial in Lugano. Prosecutors accused Fontana of fraud.",
        "In Lugano the trial of Fontana, a banker, opened. Fontana denied fraud, prosecutors said.",
        "Rain fell.", "Snow fell.", "Prices rose.", "Wages fell.",
    ]  # fmt: skip
    found = subjects([terms_of(words_of(text)) for text in texts])

    assert found[0] == found[1] != found[2] == found[3]
    assert subjects([]) == []


FERRY = "The ferry Halkyon sank off Torvik harbour after midnight. Divers from Torvik found her."
SINKING = "When the Halkyon went down, Torvik had no divers. The harbour of Torvik was closed."
TRIAL = "The banker Fontana went on trial in Lugano. Prosecutors accused him of fraud on Monday."


@pytest.mark.parametrize("others", [(), (TRIAL,), (TRIAL, "Rain fell in Genoa for days.")])
def test_two_reports_alone_may_be_on_one_subject(others: tuple[str, ...]) -> None:
    """Few reports do not tell which words are rare; reports at large do."""
    texts = (FERRY, SINKING, *others)
    found = subjects([terms_of(words_of(text)) for text in texts])

    assert found == [0, 0, *range(2, len(texts))]


def test_common_words_put_no_two_reports_on_one_subject() -> None:
    """Police said so on Monday, here and there."""
    one = "Police said on Monday that they had arrested a man in the city after he was told to go."
    other = "She said police had told her on Monday of a new case in the city, and of the man."

    assert subjects([terms_of(words_of(text)) for text in (one, other, FERRY)]) == [0, 1, 2]


def test_a_meeting_told_without_its_day_is_the_only_one_it_can_be() -> None:
    """On one subject, of the same two people."""
    assert len(groups(MEETING, replace(MEETING, document="d-2", **UNDATED))) == 1


def test_of_two_meetings_one_without_a_day_could_be_either() -> None:
    """So it stays apart from both."""
    other = replace(MEETING, document="d-3", earliest="2021-05-20", latest="2021-05-20")
    bare = replace(MEETING, document="d-2", **UNDATED)

    assert len(groups(MEETING, other, bare)) == 3


def test_reports_on_other_subjects_tell_of_other_meetings() -> None:
    """Two people meet more than once in a life."""
    bare = replace(MEETING, document="d-2", **UNDATED)

    assert len(groups(MEETING, bare, **{"d-1": 0, "d-2": 1})) == 2


def test_two_strikes_of_one_night_on_two_places_are_two() -> None:
    """Same night, same kind, another place or another target."""
    market = replace(STRIKE, document="d-2", roles=frozenset({("target", "e-market")}))
    tarn = replace(STRIKE, document="d-2", places=frozenset({"e-tarn"}))

    assert len(groups(STRIKE, market)) == len(groups(STRIKE, tarn)) == 2


def test_two_meetings_of_one_day_with_others_are_two() -> None:
    """Ana meets Omar, then Lee."""
    lee = frozenset({("actor", "e-ana"), ("partner", "e-lee")})
    other = replace(MEETING, document="d-2", roles=lee, persons=ANA | {"e-lee"})

    assert len(groups(MEETING, other)) == 2


def test_one_visit_told_with_two_dates_is_one() -> None:
    """Two reports a day apart on the same two people; a conflict of dates, not two meetings."""
    later = replace(MEETING, document="d-2", earliest="2021-05-04", latest="2021-05-04")

    assert len(groups(MEETING, later)) == 1


def test_the_same_count_told_again_is_told_of_once() -> None:
    """ "At least six visits", here and in the summary."""
    six = frozenset({(6.0, None, "visits")})
    visits = replace(MEETING, mode="visit", counts=six, places=frozenset({"e-velm"}), **UNDATED)

    assert len(groups(visits, visits)) == 1
    said = replace(visits, type="STATE", mode=None, roles=frozenset({("actor", "e-ana")}))
    assert len(groups(said, said)) == 2


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_merging_does_not_hang_on_the_order_of_reports(data: st.DataObject) -> None:
    """Whatever the tellings and whichever comes first, the same ones are one."""
    days = st.sampled_from([None, "2021-05-03", "2021-05-04", "2021-05-30"])
    who = st.sampled_from(["e-omar", "e-lee"])
    told = [
        replace(
            MEETING, document=f"d-{n}", earliest=day, latest=day,
            roles=frozenset({("actor", "e-ana"), ("partner", data.draw(who))}),
            persons=ANA | {"e-omar", "e-lee"},
        )
        for n in range(4)
        for day in [data.draw(days)]
    ]  # fmt: skip
    made = {
        frozenset(frozenset(told[place].document for place in group) for group in groups(*order))
        for order in (told, *list(permutations(told))[1::5])
    }
    assert made
    sets = [
        frozenset(frozenset(order[p].document for p in group) for group in groups(*order))
        for order in permutations(told)
    ]
    assert len(set(sets)) == 1
