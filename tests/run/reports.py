"""A folder of reports to read, and a bench whose engine needs no model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from sayso.engines.fake import FakeEngine
from sayso.packs.load import builtin, load
from sayso.publish.lines import export_lines
from sayso.run.local import Serial
from sayso.run.plan import PLAN
from sayso.run.reading import Summary, read_sources
from sayso.run.work import Bench
from sayso.store.case import open_case
from sayso.store.where import Where

REPORTS = {
    "a.txt": "Port digest\n\nThe mayor Ana Ruiz met Omar Haddad in Porto on 3 May 2021.\n",
    "b.txt": "Second digest\n\nOn 4 May 2021 Lina Saleh visited Lisbon with 12 officials.\n",
    "inner/c.md": "# Third\n\nOmar Haddad resigned, the Gazette reported (Gazette, May 6, 2021).\n",
    "d.txt": "Fourth digest\n\nAbout 40 workers of the Harbour Union marched in Porto in May.\n",
}


def write(folder: Path, reports: dict[str, str] = REPORTS) -> Path:
    """Write the reports and give back their folder."""
    for name, text in reports.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def bench(
    engine: FakeEngine | None = None, packs: Iterable[Path] = (), remark: str | None = None
) -> Bench:
    """The real plan and packs with an engine that needs no model."""
    folders = [builtin("general"), builtin("conflict"), *packs]
    return Bench(PLAN, load(folders), engine or FakeEngine(), remark=remark)


def read(folder: Path, case: Where, tools: Bench | None = None, **options: Any) -> Summary:
    """Read a folder into a case, in this process unless an executor is given."""
    executor = options.pop("executor", Serial())
    with open_case(case, create=True) as opened:
        return read_sources(opened, [str(folder)], tools or bench(), executor, **options)


def lines_of(case: Where) -> str:
    """The whole case as lines."""
    stream = StringIO()
    with open_case(case) as opened:
        export_lines(opened.view(), stream)
    return stream.getvalue()


class Backwards:
    """An executor that takes the last item first."""

    def one_by_one(self) -> Backwards:
        """See Executor."""
        return self

    def map(
        self,
        work: Callable[[Any, Any], Any],
        items: Iterable[Any],
        tools: Any,
        lost: Callable[[Any, str], Any],
    ) -> Iterator[Any]:
        """See Executor."""
        for item in reversed(list(items)):
            yield work(item, tools)
