"""One writes, others wait or hear who it is; a killed writer leaves the former state."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.records.errors import CaseError
from sayso.store.case import Case, open_case
from tests.store.sample import ONE, TWO

HOLDER = """
import sys, time
from sayso.store.case import open_case
from tests.store.sample import ONE, LINKS, JUDGEMENT
from sayso.records.documents import Failure
with open_case(sys.argv[1]) as case, case.writer() as writer:
    if sys.argv[2] == "holds":
        print("ready", flush=True)
        time.sleep(float(sys.argv[3]))
    elif sys.argv[2] == "in a transaction":
        with writer.transaction():
            writer.drop_files(["one.txt"])
            for n in range(3000):
                writer.put_failure(Failure(f"{n}.txt", "read", "x" * 500, ""))
            print("ready", flush=True)
            time.sleep(60)
    else:
        print("ready", flush=True)
        for n in range(100_000):
            with writer.transaction():
                writer.put_failure(Failure(f"{n:06}", "read", "x" * 500, ""))
                writer.put_failure(Failure(f"{n:06}", "again", "x" * 500, ""))
"""


@pytest.fixture
def where(path: Path) -> Path:
    """What is told here is of files."""
    return path


def start(path: Path, *how: str) -> subprocess.Popen:
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), *how], cwd=root, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    return child


def kill(child: subprocess.Popen) -> None:
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()


def test_a_second_writer_is_told_who_writes(case: Case, path: Path) -> None:
    """The message names the process and the machine."""
    child = start(path, "holds", "60")
    try:
        holder = f"written by process {child.pid} on "
        with pytest.raises(CaseError, match=holder) as caught, case.writer():
            pass
        assert caught.value.hint
        assert case.view().counts()["event"] == 3
    finally:
        kill(child)


def test_a_second_writer_can_wait(case: Case, path: Path) -> None:
    """It goes on as soon as the first is done."""
    child = start(path, "holds", "0.3")
    with open_case(path, wait=30.0) as other, other.writer() as writer:
        writer.set_meta("after", "all")
    kill(child)
    assert case.view().meta("after") == "all"


def test_a_killed_writer_leaves_the_former_state(case: Case, path: Path) -> None:
    """Half a transaction is nothing; the lock is free; the case is one file again."""
    case.close()
    kill(start(path, "in a transaction"))
    with open_case(path) as after, after.writer() as writer:
        view = after.view()
        assert [document for document in view.documents()] == [ONE, TWO]
        assert view.counts()["failure"] == 1
        assert view.counts()["event"] == 3
        writer.set_meta("still", "writable")
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("moment", [0.0, 0.03, 0.1, 0.3])
def test_killed_at_any_moment_a_case_holds_whole_transactions(
    case: Case, path: Path, moment: float
) -> None:
    """What was committed is there, and nothing by half."""
    case.close()
    child = start(path, "writes on and on")
    time.sleep(moment)
    kill(child)
    with open_case(path) as after:
        found = [failure.path for failure in after.view().failures() if failure.path[0] == "0"]
        assert found[::2] == found[1::2] == [f"{n:06}" for n in range(len(found) // 2)]
        integrity = after._connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        assert integrity == "ok"
