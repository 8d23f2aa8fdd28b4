"""What is decided in the browser is what the command line decides, and nothing gets lost."""

import re
import threading

import pytest
from click.testing import CliRunner

from sayso.analysis.naming.merges import doubts
from sayso.cli.main import sayso
from sayso.store.case import open_case
from tests.web.driver import Bench


def judgements(path):
    with open_case(path) as case:
        return list(case.view().judgements())


def names(path) -> dict[str, str]:
    with open_case(path) as case:
        return {entity.name: entity.id for entity in case.view().entities()}


def pair(path):
    with open_case(path) as case:
        found = doubts(case.view())[0]
        return found.left, found.right


def test_merge_undo_gives_the_same_case_back(bench: Bench, path) -> None:
    """Two become one, and by undo two again, with the log of both."""
    left, right = pair(path)
    before = names(path)
    assert bench.post("/do/name", decision="same", a=left.id, b=right.id).status == 303
    joined = names(path)
    [made] = judgements(path)
    bench.post("/do/undo", id=made.id)

    assert len(joined) == len(before) - 1
    assert names(path) == before
    assert [(j.decision, j.by) for j in judgements(path)] == [("same", "Ada"), ("same", "Ada")]


def test_the_command_line_and_the_browser_make_one_judgement(path, tmp_path) -> None:
    """Apart from hour and hand, both write the same."""
    left, right = pair(path)
    Bench(path).post("/do/name", decision="different", a=left.id, b=right.id)
    other = tmp_path / "other.sayso"
    other.write_bytes((path).read_bytes())
    CliRunner().invoke(sayso, ["undo", "--case", str(other)])
    done = CliRunner().invoke(sayso, ["different", left.name, right.name, "--case", str(other)])
    mine, theirs = judgements(path)[0], judgements(other)[-1]

    assert done.exit_code == 0
    assert (mine.decision, mine.about, mine.value) == (theirs.decision, theirs.about, theirs.value)


def test_a_conflict_is_settled_and_the_next_one_comes(bench: Bench, path) -> None:
    """Yes, then undo, then undecided: the queue follows."""
    with open_case(path) as case:
        conflict, *others = (conflict.id for conflict in case.view().conflicts())
    open = f"Open {1 + len(others)}"
    assert open in bench.get("/conflicts").words
    bench.post("/do/settle", about=conflict, decision="accept", seen="")
    [made] = judgements(path)
    assert "Settled 1" in bench.get("/conflicts").words
    bench.post("/do/undo", id=made.id)
    assert open in bench.get("/conflicts").words
    bench.post("/do/settle", about=conflict, decision="undecided", seen="")
    assert "Undecided 1" in bench.get("/conflicts").words
    assert len(judgements(path)) == 3


def test_the_second_of_two_tabs_is_told_and_overwrites_nothing(bench: Bench, path) -> None:
    """A page made before another decision cannot close that decision unseen."""
    with open_case(path) as case:
        event = next(case.view().events()).id
    first = bench.post("/do/settle", about=event, decision="reject", seen="")
    second = bench.post("/do/settle", about=event, decision="accept", seen="")
    [kept] = judgements(path)

    assert (first.status, second.status) == (303, 409)
    assert (kept.decision, kept.revoked_by) == ("reject", None)
    assert bench.post("/do/settle", about=event, decision="accept", seen=kept.id).status == 303


def test_tabs_and_command_line_at_once_lose_nothing(path) -> None:
    """Ten hands write at the same time; every decision is in the log, and holds."""
    bench = Bench(path)
    with open_case(path) as case:
        events = [event.id for event in case.view().events()][:9]
    answers = []

    def judge(id: str) -> None:
        answers.append(bench.post("/do/settle", about=id, decision="accept", seen="").status)

    def command() -> None:
        from sayso.store.case import open_case as again

        with again(path, wait=20) as case:
            left, right = pair(path)
            from sayso.analysis.naming.deciding import anchor, judged
            from sayso.run.deciding import decide, now

            view = case.view()
            made = judged(
                "different",
                anchor(view, left.id),
                anchor(view, right.id),
                by="Bo",
                at=now(),
                reason=None,
            )
            decide(case, [made])

    hands = [threading.Thread(target=judge, args=(id,)) for id in events]
    hands.append(threading.Thread(target=command))
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert sorted(answers) == [303] * 9
    assert sorted(j.decision for j in judgements(path)) == ["accept"] * 9 + ["different"]
    assert all(j.revoked_by is None for j in judgements(path))


def test_words_are_added_only_where_they_stand(bench: Bench, path) -> None:
    """What an analyst adds cites the report; a place outside it is refused."""
    with open_case(path) as case:
        document = next(case.view().documents())
    added = bench.post("/do/add", report=document.id, at="3-12", kind="Place", value="Dock 4")
    refused = bench.post("/do/add", report=document.id, at="3-99999999", kind="Place")
    [made] = judgements(path)

    assert (added.status, refused.status) == (303, 404)
    assert made.about == (document.id, "3-12", document.text[3:12])
    assert "Place: Dock 4" in bench.get(f"/report/{document.id}").words


def test_a_grade_is_given_changed_and_taken_back(bench: Bench, path) -> None:
    """The scale is the command line's; a letter that is none is refused."""
    bench.post("/do/grade", about="Coast Wire", value="B")
    bench.post("/do/grade", about="Coast Wire", value="D")
    bench.post("/do/grade", about="Coast Wire", value="")

    assert [j.value for j in judgements(path)] == ["B", "D", None]
    assert bench.post("/do/grade", about="Coast Wire", value="Z").status == 404


def test_a_cell_is_set_seen_and_taken_back(bench: Bench, path) -> None:
    """The mark stands with its name; a second tab is told; undo gives the proposal back."""
    row = re.search(r'href="/weigh\?row=([\w-]+)', bench.get("/weigh").text)
    assert row is not None
    piece = row[1]
    assert 'name="mark"' in bench.get(f"/weigh?row={piece}").text
    form = {"piece": piece, "hypothesis": "H1", "mark": "II", "reason": "read it", "seen": ""}
    first, second = (bench.post("/do/cell", **form) for _ in range(2))
    [made] = judgements(path)

    assert (first.status, second.status) == (303, 409)
    assert (made.decision, made.value, made.reason, made.by) == ("weigh", "II", "read it", "Ada")
    assert "1 of " in bench.get("/weigh").words
    assert "read it" in bench.get("/review").words
    bench.post("/do/cell", **{**form, "mark": "C", "seen": made.id})
    bench.post("/do/undo", id=judgements(path)[-1].id)
    assert "0 of " in bench.get("/weigh").words
    assert [j.value for j in judgements(path)] == ["II", "C", None]


@pytest.mark.parametrize(
    ("deed", "form"),
    [
        ("cell", {}),
        ("cell", {"piece": "pc-", "hypothesis": "H1", "mark": "C"}),
        ("cell", {"piece": "ev-0", "hypothesis": "H1", "mark": "C"}),
        ("name", {"decision": "same", "a": "nobody", "b": "at all"}),
        ("name", {"decision": "eat", "a": "x", "b": "y"}),
        ("undo", {"id": "j-0"}),
        ("undo", {}),
        ("settle", {"about": "ev-0", "decision": "accept"}),
        ("settle", {}),
        ("add", {"report": "d-0", "at": "1-2"}),
        ("layout", {"order": "timeline,timeline"}),
    ],
)
def test_what_cannot_be_done_is_told_and_not_done(bench: Bench, path, deed: str, form) -> None:
    """Each refusal is a page with advice, and the log stays empty."""
    answer = bench.post(f"/do/{deed}", **form)

    assert answer.status in (404, 409)
    assert judgements(path) == []
