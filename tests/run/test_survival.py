"""kill -9 at any moment, a full disk: nothing is lost, and the next read ends as if nothing was."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.run.reports import lines_of, read, write

ROOT = Path(__file__).parents[2]
READER = """
import sys
from pathlib import Path
from tests.run.reports import read
print("started", flush=True)
read(Path(sys.argv[1]), Path(sys.argv[2]))
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
