"""kill -9 at any moment, a full disk: nothing is lost, and the next read ends as if nothing was."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.records.errors import CaseError
from sayso.run.local import Executor, Serial
from sayso.store.case import open_case
from sayso.store.postgres.faults import explain
from sayso.store.postgres.server import forget_readers
from tests.run.reports import lines_of, read, write
from tests.servers import Postgres

ROOT = Path(__file__).parents[2]
READER = """
import sys
from pathlib import Path
from sayso.store.where import where
from tests.run.reports import read
print("started", flush=True)
read(Path(sys.argv[1]), where(sys.argv[2]))
"""
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
"""
MOMENTS = 30


def many_reports(folder: Path) -> Path:
    return write(
        folder,
        {
            f"r{n:02d}.txt": f"Digest {n}\n\nAna Ruiz met Omar Haddad in Porto on {n + 1} May 2021.\n"
            f"Lina Saleh of the Harbour Union said that {n + 3} ships had left.\n"
            for n in range(25)
        },
    )


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


@pytest.mark.slow
def test_kill_9_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    """Killed at thirty random moments and then left alone, a read ends in the same case."""
    folder, case = many_reports(tmp_path / "reports"), tmp_path / "case.sayso"
    started = time.monotonic()
    read(folder, tmp_path / "whole.sayso")
    whole = time.monotonic() - started
    chance = random.Random(7)
    for _ in range(MOMENTS):
        process = start(READER, folder, case)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if chance.random() < 0.2 and case.exists():
            # Now and then from the start, so that early moments are met as well.
            case.unlink()
    read(folder, case)

    assert lines_of(case) == lines_of(tmp_path / "whole.sayso")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="file size limits are a matter of Unix")
def test_a_full_disk_is_said_and_survived(tmp_path: Path) -> None:
    """The error names the case; with room again, the read goes on."""
    folder, case = many_reports(tmp_path / "reports"), tmp_path / "case.sayso"
    program = READER.replace("print(", FULL + "print(")
    done = start(program, folder, case, 300_000)
    _, errors = done.communicate()

    assert done.returncode != 0
    assert "CaseError" in errors
    read(folder, case)
    read(folder, tmp_path / "whole.sayso")
    assert lines_of(case) == lines_of(tmp_path / "whole.sayso")


@pytest.mark.slow
def test_kill_9_loses_nothing_on_a_server(tmp_path: Path, postgres: Postgres) -> None:
    """The lock is the session's: it ends with the reader, and the next one goes on."""
    folder, place = many_reports(tmp_path / "reports"), postgres.fresh()
    started = time.monotonic()
    read(folder, tmp_path / "whole.sayso")
    whole = time.monotonic() - started
    chance = random.Random(7)
    for _ in range(8):
        process = start(READER, folder, place.address)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    time.sleep(0.2)
    read(folder, place)

    assert lines_of(place) == lines_of(tmp_path / "whole.sayso")
    forget_readers()


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_that_stops_in_the_middle_of_a_read(tmp_path: Path, how: str) -> None:
    """Shut down, or as by a power cut: it is said, and the next read ends as if nothing was."""
    from tests.servers import Unavailable

    try:
        server = Postgres()
    except Unavailable as error:
        pytest.skip(f"no PostgreSQL: {error}")
    folder, place = many_reports(tmp_path / "reports"), server.fresh()
    try:
        with pytest.raises(CaseError, match="went away") as caught:
            read(folder, place, executor=StopsAfter(10, lambda: server.stop(how)))
        assert "same command goes on" in caught.value.hint
        with pytest.raises(CaseError, match="cannot be reached"):
            open_case(place)
        server.start()
        with open_case(place) as case:
            assert case.view().counts()["document"] == 10
        read(folder, place)
        read(folder, tmp_path / "whole.sayso")
        assert lines_of(place) == lines_of(tmp_path / "whole.sayso")
    finally:
        forget_readers()
        server.close()


# No room from the sixtieth finding on, told by the server itself in the code of a full disk: a real
# one would need a file system of its own.
_FILLS = """
CREATE FUNCTION fills() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT count(*) FROM result) >= 60 THEN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fills BEFORE INSERT ON result FOR EACH ROW EXECUTE FUNCTION fills()
"""


def test_a_server_without_room_is_said_and_survived(tmp_path: Path, postgres: Postgres) -> None:
    """What was committed stays; with room again, the read ends as if there had always been some."""
    folder, place = many_reports(tmp_path / "reports"), postgres.fresh()
    open_case(place, create=True).close()
    postgres.tell(_FILLS, place)
    with pytest.raises(CaseError, match="no room left") as caught:
        read(folder, place)
    assert "nothing is lost" in caught.value.hint
    with open_case(place) as case:
        assert 0 < case.view().counts()["document"] < 25
    postgres.tell("DROP TRIGGER fills ON result; DROP FUNCTION fills()", place)
    read(folder, place)
    read(folder, tmp_path / "whole.sayso")

    assert lines_of(place) == lines_of(tmp_path / "whole.sayso")
    forget_readers()


class StopsAfter(Serial):
    """An executor in whose middle something happens, be it one here or of a cluster."""

    def __init__(
        self, count: int, happen: Callable[[], None], inner: Executor | None = None
    ) -> None:
        self._count, self._happen, self._inner = count, happen, inner or Serial()

    def map(self, *given):
        """See Executor."""
        for done, result in enumerate(self._inner.map(*given)):
            if done == self._count:
                self._happen()
            yield result


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("53100", "no room left"), ("53300", "no connection left"), ("57P01", "went away"),
        ("08006", "went away"), ("28P01", "refuses the log-in"), ("42501", "does not allow"),
        ("25006", "cannot be written"), ("40P01", "in use"), ("23503", "refuses the record"),
        ("XX001", "damaged"), ("3D000", "no such database"), ("42601", None),
    ],
)  # fmt: skip
def test_what_a_server_says_is_told_with_advice(state: str, told: str | None) -> None:
    """By the codes of PostgreSQL; a fault of ours is left as one."""
    fault = Exception("FATAL: something\nwith details")
    fault.sqlstate = state
    error = explain("postgresql://host/case", SimpleNamespace(original_exception=fault))
    if told is None:
        assert error is None
    else:
        assert told in error.message
        assert error.hint
        assert "details" not in error.message
