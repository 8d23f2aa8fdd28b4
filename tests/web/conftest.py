"""A case that was really read, once; a copy of it for each test; a browser, where there is one."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from sayso.analysis.weighing.hypotheses import proposed
from sayso.run.local import Serial
from sayso.run.reading import read_sources
from sayso.run.tools import tools
from sayso.run.weighing.kept import guide_of, keep
from sayso.store.case import open_case
from sayso.web.app import application
from sayso.web.serve import address, listen, server
from tests.web.driver import Bench

ROOT = Path(__file__).parents[2]
ARABIC = """---
title: زيارة إلى الميناء
---

زار الوزير الميناء يوم الثلاثاء والتقى العمال، وقال إن الميناء سيبقى مفتوحا.
"""
HOSTILE = """---
title: "<script>document.title='PWNED'</script> Digest"
author: "<img src=x onerror=document.title='PWNED'>"
published: 2021-03-09
---

# <svg onload="document.title='PWNED'"><style>body{display:none}</style>

The mayor </p></article></main><script>document.title='PWNED'</script> met Ines Caldeira on 3 March 2021, according to "<iframe src=//evil.example>" and the Coast Wire.

" onmouseover="document.title='PWNED'" style="position:fixed;inset:0;background:red" x="

\u202ethgir ot tfel morf snur txet siht\u202c but this sentence is plain. \u2066\u2067nested\u2069

{{ 7 * 7 }} {% raw %} </textarea><script>document.title='PWNED'</script> [click](javascript:document.title='PWNED')
"""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example reports of the port, a hostile one, an Arabic one, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("reports")
    shutil.copytree(ROOT / "examples" / "harbour", folder / "harbour")
    (folder / "harbour" / "hostile.md").write_text(HOSTILE, "utf-8")
    (folder / "harbour" / "arabic.md").write_text(ARABIC, "utf-8")
    (folder / "harbour" / "broken.pdf").write_bytes(b"%PDF-1.4 not really")
    path = folder / "port.sayso"
    with open_case(path, create=True) as case:
        bench = tools()
        read_sources(case, [str(folder / "harbour")], bench, Serial())
        sheet = proposed(case.view()).sheet
        keep(case, sheet, guide_of(case.view(), bench.pack))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A copy of the case, to be written."""
    return Path(shutil.copy(made, tmp_path / "port.sayso"))


@pytest.fixture
def bench(path: Path) -> Bench:
    """The workbench of the copy."""
    return Bench(path)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A case with nothing in it."""
    path = tmp_path / "empty.sayso"
    open_case(path, create=True).close()
    return path


@pytest.fixture
def served(path: Path) -> Iterator[str]:
    """The address, with its token, at which the copy is really served."""
    with listen(0) as door, running(application(path, "secret", by="Ada"), door):
        yield address(door, "secret")


@contextmanager
def running(app: ASGIApp, door: socket.socket) -> Iterator[None]:
    """A workbench that answers at this door."""
    serving = server(app)
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    yield
    serving.should_exit = True
    thread.join(10)
