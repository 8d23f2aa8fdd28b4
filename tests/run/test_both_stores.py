"""The same reports make the same case, whether it lies in a file or on a server."""

from __future__ import annotations

from pathlib import Path

from sayso.publish.lines import import_lines
from sayso.records.case import Judgement
from sayso.run.deciding import decide
from sayso.store.case import open_case
from sayso.store.postgres.server import forget_readers
from sayso.store.where import Where
from tests.run.reports import lines_of, read, write
from tests.servers import Postgres

ODD = {
    "robert'); DROP TABLE document;--.txt": "On 3 May 2021 Ana Ruiz visited Porto.\n",
    "zero.txt": "Torn\0 text\x01 of 4 May 2021: Omar Haddad met Ana Ruiz in Porto.\n",
    "Ärger/é.txt": "“Über” said Lina Saleh on 5 May 2021. İzmir ﬁne 漢字 \U0001f923.\n",
}


def test_the_same_reports_give_the_same_lines(tmp_path: Path, postgres: Postgres) -> None:
    """Byte for byte, after a read, a second one, a change and a decision."""
    folder = write(write(tmp_path / "reports"), ODD)
    places: list[Where] = [tmp_path / "case.sayso", postgres.fresh()]
    for where in places:
        read(folder, where)
        assert read(folder, where).read == 0
    assert lines_of(places[0]) == lines_of(places[1])
    (folder / "a.txt").write_text("Port digest\n\nOmar Haddad resigned on 9 May 2021.\n")
    (folder / "d.txt").unlink()
    for where in places:
        assert read(folder, where, prune=True).documents == 5
        with open_case(where) as case:
            about = ("Person/Ana Ruiz", "Person/Lina Saleh")
            made = Judgement("j-1", "Ada", "2024-01-01", about, "different", "holds", "'; --")
            decide(case, [made])
    assert lines_of(places[0]) == lines_of(places[1])
    assert '"j-1"' in lines_of(places[0])
    forget_readers()


def test_lines_of_one_store_make_the_same_case_in_the_other(
    tmp_path: Path, postgres: Postgres
) -> None:
    """Export there, import here."""
    folder, server = write(write(tmp_path / "reports"), ODD), postgres.fresh()
    read(folder, server)
    told = lines_of(server)
    with open_case(tmp_path / "copy.sayso", create=True) as case, case.writer() as writer:
        import_lines(told.splitlines(keepends=True), writer)
    assert lines_of(tmp_path / "copy.sayso") == told
    forget_readers()
