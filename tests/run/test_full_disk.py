"""A file system that is really full, in the middle of a read: nothing is lost, nothing doubled."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from sayso.records.errors import CaseError
from sayso.store.case import open_case
from sayso.store.postgres.server import forget_readers
from tests.run.reports import lines_of, read
from tests.run.test_survival import StopsAfter, many_reports
from tests.servers import Postgres, Unavailable


class Disk:
    """A file system of a few megabytes, which ``fill`` fills to the last byte."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leave no room."""
        with self._ballast.open("wb", buffering=0) as ballast:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while ballast.write(b"\0" * size):
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        """Take away what filled it."""
        self._ballast.unlink()


@pytest.fixture
def disk() -> Iterator[Disk]:
    """A disk of one's own, where one may be mounted; under /tmp, where the server may look."""
    folder = Path("/tmp") / f"sayso-disk-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", "size=48m", "sayso", str(folder)]
    mount = shutil.which("mount")
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        folder.rmdir()
        pytest.skip("no file system may be mounted here")
    try:
        yield Disk(folder)
    finally:
        forget_readers()
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.rmdir()


@pytest.fixture
def server() -> Iterator[Postgres]:
    """A server of its own: it may fall."""
    try:
        made = Postgres()
    except Unavailable as error:
        pytest.skip(f"no PostgreSQL: {error}")
    try:
        yield made
    finally:
        forget_readers()
        made.close()


def test_a_file_on_a_full_disk(tmp_path: Path, disk: Disk) -> None:
    """It is said, what was written stays, and with room again the read goes on."""
    folder, place = many_reports(tmp_path / "reports"), disk.folder / "case.sayso"
    with pytest.raises(CaseError, match="the disk is full") as caught:
        read(folder, place, executor=StopsAfter(10, disk.fill))
    assert "nothing is lost" in caught.value.hint
    ends_as_if_there_had_been_room(place, folder, tmp_path, disk.make_room)


def test_a_server_whose_tables_find_no_room(tmp_path: Path, disk: Disk, server: Postgres) -> None:
    """Its own code for it (53100), from a file system that is full."""
    tables = disk.folder / "tables"
    tables.mkdir()
    if os.geteuid() == 0:
        os.chown(tables, 65534, 65534)
    server.tell(f"CREATE TABLESPACE small LOCATION '{tables}'")
    server.tell("ALTER DATABASE postgres SET default_tablespace = small")
    folder, place = many_reports(tmp_path / "reports"), server.fresh()
    with pytest.raises(CaseError, match=r"no room left .*No space left on device") as caught:
        read(folder, place, executor=StopsAfter(10, disk.fill))
    assert "nothing is lost" in caught.value.hint
    ends_as_if_there_had_been_room(place, folder, tmp_path, disk.make_room)


def test_a_server_whose_log_finds_no_room(tmp_path: Path, disk: Disk, server: Postgres) -> None:
    """It writes ahead what it will do, and falls where it cannot: started again, it has all that
    was written."""
    server.stop()
    log, there = server.folder / "data" / "pg_wal", disk.folder / "wal"
    shutil.copytree(log, there, copy_function=shutil.copy2)
    shutil.rmtree(log)
    log.symlink_to(there)
    if os.geteuid() == 0:
        subprocess.run(["chown", "-RH", "65534:65534", str(there)], check=True)
        os.chown(log, 65534, 65534, follow_symlinks=False)
    there.chmod(0o700)
    server.start()
    folder, place = many_reports(tmp_path / "reports"), server.fresh()

    def fill() -> None:
        disk.fill()
        # The rest of this part of the log is room yet; the next part finds none.
        with contextlib.suppress(psycopg.Error):
            server.tell("SELECT pg_switch_wal()")

    with pytest.raises(CaseError, match=r"no room left .*pg_wal") as caught:
        read(folder, place, executor=StopsAfter(10, fill))
    assert "nothing is lost" in caught.value.hint

    def make_room() -> None:
        disk.make_room()
        with contextlib.suppress(Unavailable):
            server.stop("immediate")
        server.start()

    ends_as_if_there_had_been_room(place, folder, tmp_path, make_room)


def ends_as_if_there_had_been_room(
    place, folder: Path, tmp_path: Path, make_room: Callable[[], None]
) -> None:
    forget_readers()
    make_room()
    with open_case(place) as case:
        assert 0 < case.view().counts()["document"] < 25
    read(folder, place)
    read(folder, tmp_path / "whole.sayso")
    assert lines_of(place) == lines_of(tmp_path / "whole.sayso")
