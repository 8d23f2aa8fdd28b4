"""The case of the port, made by hand, for everything that is written from a case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store.case import open_case
from sayso.store.view import View
from tests.affair import affair, put


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the case."""
    return put(affair(), tmp_path_factory.mktemp("port") / "port.sayso")


@pytest.fixture
def view(port: Path) -> Iterator[View]:
    """The case, opened to be asked."""
    with open_case(port) as case:
        yield case.view()
