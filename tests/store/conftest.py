"""Cases to ask and to write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store.case import Case, open_case
from tests.store.sample import fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a case may be made."""
    return tmp_path / "some case #1.sayso"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    """An open case that holds the sample."""
    with open_case(path, create=True) as opened:
        with opened.writer() as writer:
            fill(writer)
        yield opened
