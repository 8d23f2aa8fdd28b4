"""What was reviewed elsewhere becomes judgements, once, and never against one that holds."""

import json

import pytest

from sayso.publish.forms.forms import FORMS
from sayso.publish.reviewed.review import Desk, Review, review
from sayso.records.errors import LineError
from tests.affair import affair

AT = "2024-05-01T12:00:00Z"


def taken(form: str, text: str, case=None) -> Review:
    return review(form, Desk(case or affair(), "eva", AT), text)


def ids(case) -> dict[str, str]:
    return {entity.name: entity.id for entity in case.entities()}


def told(found: Review) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.decision, one.about) for one in found.made]


def test_names_of_one_row_are_one() -> None:
    """Two of the case that a list knows as one become one, by a judgement that says from where."""
    found = taken("actors", 'name,type,aliases\nIlka Marrow,Person,"Ada Pell | I. Marrow"\n')
    assert told(found) == [("same", ("Person/Ada Pell", "Person/Ilka Marrow"))]
    assert (found.made[0].by, found.made[0].at, found.made[0].reason) == ("eva", AT, "from line 2")


def test_names_of_others_are_apart() -> None:
    """The column "not" makes a judgement that two differ."""
    found = taken("actors", "name,not\nIlka Marrow,Ada Pell\n")
    assert told(found) == [("different", ("Person/Ada Pell", "Person/Ilka Marrow"))]


def test_a_list_of_the_case_itself_says_nothing_new() -> None:
    """The entities of an export, unchanged, make no judgement."""
    case = affair()
    rows = "".join(f'{e.id},{e.type},{e.name},"{" | ".join(e.aliases)}"\n' for e in case.entities())
    found = taken("actors", f"id,type,name,aliases\n{rows}", case)
    assert (found.made, found.passed) == ([], [])


def test_of_two_of_one_name_nobody_is_guessed() -> None:
    """A name that two bear is passed over, and the message names both."""
    case = affair()
    twin = next(e for e in case.entities() if e.name == "Ada Pell")
    case._parts.entities["e-twin"] = type(twin)("e-twin", "Person", "Ada Pell", ())
    found = taken("actors", "name,aliases\nIlka Marrow,Ada Pell\n", case)
    assert found.made == []
    assert "may be 2" in found.passed[0].why
    assert "e-twin" in found.passed[0].why


def test_types_are_kept_apart() -> None:
    """A person of the list is no place of the case."""
    assert taken("actors", "name,type,aliases\nIlka Marrow,Person,Port Velm\n").made == []


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("actors", "who\nx\n", "a column 'name'"),
        ("actors", "name,type\nx,Robot\n", "'Robot' is no type"),
        ("actors", "name,type\n,Person\n", "without a name"),
        ("ftm", "{}\n", "no entity"),
        ("ftm", "[1\n", "no JSON"),
        ("ftm", '{"id": "a", "schema": "Person", "properties": []}', "must be an object"),
        ("annotations", "nothing", "no JSON"),
        ("annotations", "3", "no annotations"),
    ],
)
def test_a_file_that_is_none_is_refused(form: str, text: str, words: str) -> None:
    """With the line and what it should be."""
    with pytest.raises(LineError, match=words):
        taken(form, text)


def test_merged_entities_come_home() -> None:
    """Entities that a reviewer merged are the same; an export as it was says nothing."""
    case = affair()
    known = ids(case)
    merged = {
        "id": "Q-1", "schema": "Person", "referents": [known["Ilka Marrow"], known["Tomas Reyl"]],
        "properties": {"name": ["Ilka Marrow"]},
    }  # fmt: skip
    assert told(taken("ftm", json.dumps(merged), case)) == [
        ("same", ("Person/Ilka Marrow", "Person/Tomas Reyl"))
    ]
    pytest.importorskip("followthemoney", reason="make exchange installs followthemoney")
    own = b"".join(FORMS["ftm"].pieces(case)).decode()
    found = taken("ftm", own, case)
    assert (found.made, found.passed) == ([], [])


def page(case) -> dict:
    return json.loads(b"".join(FORMS["annotations"].pieces(case)))


def test_our_own_annotations_say_nothing_new() -> None:
    """A page that nobody touched makes no judgement."""
    case = affair()
    found = taken("annotations", json.dumps(page(case)), case)
    assert (found.made, found.passed, found.known) == ([], [], 0)


def test_a_correction_on_a_finding_comes_home() -> None:
    """A reviewer's body on an annotation of ours rejects or corrects the finding, signed and dated."""
    case = affair()
    items = page(case)["items"]
    claim = next(i for i in items if ":at:claim:" in i["id"])
    event = next(i for i in items if ":at:account:ev-" in i["id"])
    claim["body"].append(
        {"type": "TextualBody", "value": "reject: not said", "purpose": "assessing"}
    )
    claim["creator"] = {"type": "Person", "name": "Fay"}
    claim["modified"] = "2024-06-01T08:00:00Z"
    event["body"].append(
        {"type": "TextualBody", "value": "was a courtesy call", "purpose": "editing"}
    )
    found = taken("annotations", json.dumps([claim, event]), case)

    reject, correct = found.made
    assert (reject.decision, reject.about, reject.reason) == ("reject", ("cl-1",), "not said")
    assert (reject.by, reject.at) == ("Fay", "2024-06-01T08:00:00Z")
    assert (correct.decision, correct.value) == ("correct", "was a courtesy call")
    assert correct.about[0] in [event.id for event in case.events()]
    assert (correct.by, correct.at) == ("eva", AT)


def on(document: str, exact: str, start: int | None = None, **body) -> str:
    selectors = [{"type": "TextQuoteSelector", "exact": exact}]
    if start is not None:
        selectors.append(
            {"type": "TextPositionSelector", "start": start, "end": start + len(exact)}
        )
    return json.dumps(
        {
            "type": "Annotation",
            "body": [{"type": "TextualBody", "purpose": "tagging", **body}],
            "target": {"source": document, "selector": selectors},
        }
    )


def test_words_that_nobody_found_come_home_as_additions() -> None:
    """By id or path of the report, by quote or by place; the judgement is on the words."""
    case = affair()
    text = case.document("d-review").text
    start = text.index("loan agreement")
    for note in (
        on("urn:sayso:d-review", "loan agreement", value="Agreement"),
        on("reports/review.txt", "loan agreement", start, value="Agreement"),
    ):
        made = taken("annotations", note, case).made[0]
        place = f"{start}-{start + 14}"
        assert (made.decision, made.value) == ("accept", "Agreement")
        assert made.about == ("d-review", place, "loan agreement")


def test_words_that_moved_are_found_by_their_quote() -> None:
    """A place that no longer fits gives way to the quote; a quote that fits twice to nobody."""
    case = affair()
    made = taken("annotations", on("d-review", "loan agreement", 3, value="x"), case).made[0]
    assert made.about[2] == "loan agreement"
    twice = taken("annotations", on("d-review", "Norland Shipping", value="x"), case)
    assert twice.made == []
    assert "2 places" in twice.passed[0].why
    gone = taken("annotations", on("d-review", "not a word of it", value="x"), case)
    assert "no places" in gone.passed[0].why
    nowhere = taken("annotations", on("d-none", "x", value="x"), case)
    assert "no report" in nowhere.passed[0].why


def test_whom_words_stand_for_is_corrected_in_their_report() -> None:
    """Words that identify another of the case make the two one, in this report alone."""
    case = affair()
    known, text = ids(case), case.document("d-digest").text
    start = text.index("Pell added")
    note = json.loads(on("d-digest", "Pell", start))
    note["body"] = [
        {"type": "SpecificResource", "purpose": "identifying",
         "source": f"urn:sayso:{known['Ilka Marrow']}"}
    ]  # fmt: skip
    found = taken("annotations", json.dumps(note), case)
    assert told(found) == [("same", ("Person/Ada Pell @ reports/digest.txt", "Person/Ilka Marrow"))]


def test_what_is_decided_is_not_decided_again_or_over() -> None:
    """A judgement that holds is counted as known; one against it is told, not overturned."""
    case = affair()
    raid = next(event.id for event in case.events() if event.mode == "raid")
    note = {
        "type": "Annotation", "motivation": "assessing", "target": f"urn:sayso:{raid}",
        "body": [{"type": "TextualBody", "value": "accept"}],
    }  # fmt: skip
    again = taken("annotations", json.dumps(note), case)
    assert (again.made, again.known) == ([], 1)
    note["body"][0]["value"] = "reject"
    against = taken("annotations", json.dumps(note), case)
    assert against.made == []
    assert "ada decided 'accept' here" in against.passed[0].why


def test_who_is_nobody_here_is_counted() -> None:
    """A list of hundreds may be on others altogether: that is no fault of it, and who they are is
    known by name."""
    found = taken("actors", "name,aliases\nZed Nobody,Z. N.\nIlka Marrow,\nAnn Other,\n")
    assert (found.made, found.passed, found.strangers) == ([], [], ["Zed Nobody", "Ann Other"])


@pytest.mark.parametrize(
    ("column", "meant"), [("alias", "aliases"), ("Aliases", "aliases"), ("types", "type")]
)
def test_a_column_that_is_nearly_ours_is_not_missed_in_silence(column: str, meant: str) -> None:
    """Other columns of a sheet are let be: those of an export are."""
    with pytest.raises(LineError, match=f"no column '{column}'") as caught:
        taken("actors", f"name,{column}\nIlka Marrow,Ada Pell\n")
    assert f"did you mean '{meant}'" in caught.value.hint
    assert taken("actors", "name,mentions,documents,remark\nIlka Marrow,3,2,x\n").made == []
