"""The cluster: the same case as here, workers that die, tools loaded once, places that are none."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.records.errors import CaseError, UsageError
from sayso.run.groups.group import group
from sayso.store.case import open_case
from sayso.store.postgres.server import forget_readers
from sayso.store.scratch.shards import Shards
from tests.run.reports import bench, lines_of, read, write
from tests.run.test_full_disk import Disk, disk, server
from tests.run.test_local import Tools, lost, times, treacherous
from tests.run.test_survival import StopsAfter, many_reports
from tests.servers import Postgres

__all__ = ["disk", "server"]

pytest.importorskip("ray", reason='Ray is missing: pip install "sayso[cluster]" to test clusters')

from sayso.run.cluster.connect import joined
from sayso.run.cluster.executor import Cluster

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
NAMES = ("Ana Ruiz", "Omar Haddad", "Lina Saleh", "Jonas Vidal", "Mara Costa")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with joined("ray", 2) as executor:
        yield executor


def many(folder: Path, count: int = 40) -> Path:
    """Reports of which every second tells of one person."""
    return write(
        folder,
        {
            f"r{n:02d}.txt": f"Digest {n}\n\n{NAMES[n % 2 and n % 5]} met {NAMES[n % 5 - 1]} in Porto on "
            f"{n % 9 + 1} May 2021. Lina Saleh said that {n + 3} ships had left.\n"
            for n in range(count)
        },
    )


def process_of(item: int, tools: Tools) -> tuple[int, int]:
    return os.getpid(), id(tools)


def one_that_is_killed(item: int, tools: Path) -> int:
    """Dies at its first try, as if somebody had killed it."""
    if item % 10 == 3:
        mark = tools / str(item)
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return item


def sums(key: str, values: list[int]) -> list[tuple[str, int]]:
    return [(key, sum(values))]


def dies_of_all(key: str, values: list[int]) -> list[int]:
    os._exit(11)


def test_results_are_those_of_one_machine(cluster: Cluster) -> None:
    """Where the work is done does not change what comes out."""
    assert sorted(cluster.map(times, range(50), Tools(3), lost)) == [n * 3 for n in range(50)]


def test_tools_are_brought_to_a_worker_once(cluster: Cluster) -> None:
    """All items of one process meet the very same tools."""
    found = set(replace(cluster, together=2).map(process_of, range(40), Tools(1), lost))

    assert len(found) == len({process for process, _ in found})


def test_an_item_that_kills_or_hangs_costs_one_item(cluster: Cluster) -> None:
    """The items that no worker survives are reported, all others are done."""
    executor = replace(cluster, limit_s=3.0)
    found = sorted(executor.map(treacherous, range(12), Tools(1), lost))

    assert found == [-5, -3, 0, 1, 2, 4, 6, 7, 8, 9, 10, 11]


def test_a_killed_worker_costs_nothing_but_time(cluster: Cluster, tmp_path: Path) -> None:
    """What a killed worker had in hand is done by another."""
    found = cluster.map(one_that_is_killed, range(40), tmp_path, lost)

    assert sorted(found) == list(range(40))
    assert len(list(tmp_path.iterdir())) == 4


def test_the_same_reports_give_the_same_case(cluster: Cluster, tmp_path: Path) -> None:
    """Read here or there, the lines of the case are the same, byte for byte."""
    folder = many(tmp_path / "reports")
    read(folder, tmp_path / "here.sayso")
    summary = read(folder, tmp_path / "there.sayso", executor=cluster)

    assert summary.read == 40
    assert lines_of(tmp_path / "there.sayso") == lines_of(tmp_path / "here.sayso")


def test_a_read_with_dying_workers_gives_the_same_case(cluster: Cluster, tmp_path: Path) -> None:
    """Workers are killed while one reads; the case is as if they had lived."""
    folder = many(tmp_path / "reports")
    read(folder, tmp_path / "here.sayso")
    done = threading.Event()
    killed: list[int] = []
    killer = threading.Thread(target=_kill_workers, args=(done, killed))
    killer.start()
    summary = read(folder, tmp_path / "there.sayso", executor=replace(cluster, together=2))
    done.set()
    killer.join()

    assert killed
    assert summary.failed == 0
    assert lines_of(tmp_path / "there.sayso") == lines_of(tmp_path / "here.sayso")


def _kill_workers(done: threading.Event, killed: list[int], most: int = 3) -> None:
    while not done.wait(0.3) and len(killed) < most:
        for status in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if status.read_bytes().startswith(b"ray::at_work"):
                    killed.append(int(status.parent.name))
                    os.kill(killed[-1], signal.SIGKILL)
                    break
            except OSError:
                continue


def test_a_read_that_was_broken_off_goes_on(cluster: Cluster, tmp_path: Path) -> None:
    """What was written stays; the next read does the rest and ends in the same case."""
    folder, case = many(tmp_path / "reports"), tmp_path / "there.sayso"

    class Broken(Cluster):
        def map(self, *given):  # type: ignore[no-untyped-def]
            for number, result in enumerate(cluster.map(*given)):
                if number == 10:
                    raise KeyboardInterrupt
                yield result

    with pytest.raises(KeyboardInterrupt):
        read(folder, case, executor=Broken())
    summary = read(folder, case, executor=cluster)
    read(folder, tmp_path / "here.sayso")

    assert 0 < summary.unchanged <= 10
    assert lines_of(case) == lines_of(tmp_path / "here.sayso")


READER = """
import sys
from pathlib import Path
from sayso.run.cluster.connect import joined
from tests.run.reports import read
with joined("ray", 2) as executor:
    read(Path(sys.argv[1]), Path(sys.argv[2]), executor=executor)
"""


def test_kill_9_in_the_middle_of_a_read_on_ray(cluster: Cluster, tmp_path: Path) -> None:
    """With some reports in the case the whole process goes; the next read ends in the same case."""
    folder, case = many(tmp_path / "reports", 200), tmp_path / "there.sayso"
    command = [sys.executable, "-c", READER, str(folder), str(case)]
    with subprocess.Popen(command, cwd=Path(__file__).parents[3]) as process:
        until = time.monotonic() + 120
        while _written(case) < 5 and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        process.kill()
    had = _written(case)
    summary = read(folder, case, executor=cluster)
    read(folder, tmp_path / "here.sayso")

    assert process.returncode == -signal.SIGKILL
    assert 5 <= had < 200
    assert summary.unchanged == had
    assert lines_of(case) == lines_of(tmp_path / "here.sayso")


def test_a_disk_that_fills_while_ray_reads(cluster: Cluster, tmp_path: Path, disk: Disk) -> None:
    """It is said, what was written stays, and with room again the read goes on."""
    folder, place = many_reports(tmp_path / "reports"), disk.folder / "case.sayso"
    with pytest.raises(CaseError, match="the disk is full") as caught:
        read(folder, place, executor=StopsAfter(10, disk.fill, cluster))
    disk.make_room()
    summary = read(folder, place, executor=cluster)
    read(folder, tmp_path / "here.sayso")

    assert "nothing is lost" in caught.value.hint
    assert summary.unchanged >= 10
    assert lines_of(place) == lines_of(tmp_path / "here.sayso")


def test_a_server_that_stops_while_ray_reads(
    cluster: Cluster, tmp_path: Path, server: Postgres
) -> None:
    """As by a power cut: it is said, and started again it has what was written."""
    folder, place = many_reports(tmp_path / "reports"), server.fresh()
    with pytest.raises(CaseError, match=r"went away|cannot be reached"):
        read(folder, place, executor=StopsAfter(10, lambda: server.stop("immediate"), cluster))
    forget_readers()
    server.start()
    summary = read(folder, place, executor=cluster)
    read(folder, tmp_path / "here.sayso")

    assert summary.unchanged >= 10
    assert lines_of(place) == lines_of(tmp_path / "here.sayso")


def test_a_cluster_that_falls_in_the_middle_of_a_read(cluster: Cluster, tmp_path: Path) -> None:
    """Without the process that hands out its work a cluster ends, and Ray ends who works with it;
    the case holds what was written, and the next read does the rest."""
    folder, case = many(tmp_path / "reports", 200), tmp_path / "there.sayso"
    command = [sys.executable, "-c", READER, str(folder), str(case)]
    with subprocess.Popen(
        command, cwd=Path(__file__).parents[3], stderr=subprocess.PIPE
    ) as process:
        until = time.monotonic() + 120
        while _written(case) < 5 and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        os.kill(_raylet_of(process.pid), signal.SIGKILL)
        process.communicate(timeout=120)
    had = _written(case)
    summary = read(folder, case, executor=cluster)
    read(folder, tmp_path / "here.sayso")

    assert process.returncode != 0
    assert 5 <= had < 200
    assert summary.unchanged == had
    assert lines_of(case) == lines_of(tmp_path / "here.sayso")


def _raylet_of(driver: int) -> int:
    """The process of Ray that hands out the work of a cluster that this one began."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, parent = re.match(r"\d+ \((.+)\) \S (\d+)", status.read_text()).groups()
            if (name, int(parent)) == ("raylet", driver):
                return int(status.parent.name)
    raise AssertionError("there is no such process")


def _written(case: Path) -> int:
    if not case.exists():
        return 0
    with suppress(CaseError), open_case(case) as opened:
        return opened.view().count_documents()
    return 0


def test_a_bad_report_is_a_failure_and_the_others_are_read(
    cluster: Cluster, tmp_path: Path
) -> None:
    """As on one machine."""
    folder = many(tmp_path / "reports", 10)
    (folder / "bad.pdf").write_bytes(b"no pdf at all")
    summary = read(folder, tmp_path / "case.sayso", executor=cluster)

    assert (summary.read, summary.failed) == (10, 1)


def test_groups_are_worked_on_there_where_they_are_many(cluster: Cluster) -> None:
    """With one key in half of the pairs the sums are right."""
    shards: Shards[str, int] = Shards(held=50)
    for number in range(1000):
        shards.put("everywhere" if number % 2 else f"k{number % 100}", number)
    found = dict(group(cluster, sums, shards))

    assert found["everywhere"] == sum(range(1, 1000, 2))
    assert len(found) == 51


def test_parts_of_groups_go_out_one_by_one(cluster: Cluster) -> None:
    """Eight together would bring most of what lies on disk back into memory."""
    assert cluster.together > 1
    assert cluster.one_by_one().together == 1
    assert cluster.one_by_one().cores == cluster.cores


def test_a_lost_part_of_a_group_stops_the_linking(cluster: Cluster) -> None:
    """Half a result would be a wrong one."""
    shards: Shards[str, int] = Shards(held=1)
    shards.put("a", 1)

    with pytest.raises(CaseError, match="lost"):
        list(group(cluster, dies_of_all, shards))


def test_no_cluster_where_there_is_none() -> None:
    """What is no cluster's name is refused, with the names that are."""
    with pytest.raises(UsageError, match="cannot read on"), joined("spark"):
        pass


def test_a_cluster_that_does_not_come_up_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that is too busy Ray raises a plain Exception after half a minute."""

    def late(**_: object) -> None:
        raise Exception("The current node timed out during startup.")

    monkeypatch.setattr("ray.init", late)
    with pytest.raises(UsageError, match="came up on this machine"), joined("ray"):
        pass
    with pytest.raises(UsageError, match="no cluster of Ray at 'head:1'"), joined("ray://head:1"):
        pass


def test_the_steps_run_with_real_tools(cluster: Cluster, tmp_path: Path) -> None:
    """A worker gets packs and an engine; nothing of them is made anew for each report."""
    started = time.monotonic()
    read(many(tmp_path / "reports", 30), tmp_path / "a.sayso", bench(), executor=cluster)

    assert time.monotonic() - started < 60
