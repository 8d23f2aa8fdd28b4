"""The list of verdicts on what the seeds raise is sound, and says when it is out of date."""

from typing import Any

import pytest
from eval.raised import LIST, VERDICTS, differences, keys, verdicts


def record(kind: str, *starts: int) -> dict[str, Any]:
    sides = [{"spans": [{"document": "d", "start": start}]} for start in starts]
    return {"kind": kind, "scope": "within", "field": "time", "sides": sides, "reason": "why"}


def test_every_line_has_one_verdict() -> None:
    """The list is of both kinds, and most of it is right."""
    read = verdicts(LIST.read_text())

    assert {key.split()[0] for key in read} == {"conflict", "agreement"}
    assert set(read.values()) == set(VERDICTS)
    assert sum(one == "right" for one in read.values()) >= 0.6 * len(read)


def test_what_is_new_or_gone_is_told() -> None:
    """A record is known by its places, whichever side comes first."""
    document = {"kind": "document", "id": "d", "path": "in/r.txt"}
    raised = keys([document, record("conflict", 7, 3), record("conflict", 9, 4)])
    read = verdicts("right\tconflict within time r:3 r:7\nwrong\tconflict within time r:1 r:2")

    assert differences(raised, read) == [
        "not read yet: conflict within time r:4 r:9 (why)",
        "raised no more: conflict within time r:1 r:2",
    ]


@pytest.mark.parametrize("line", ["fine\tconflict a", "right\tk\nwrong\tk"])
def test_a_line_without_a_verdict_ends_the_run(line: str) -> None:
    """A slip in the list is no verdict."""
    with pytest.raises(SystemExit):
        verdicts(line)
