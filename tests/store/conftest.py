"""Cases to ask and to write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store.case import Case, open_case
from sayso.store.where import Where
from tests.store.sample import fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a case may be made in a file."""
    return tmp_path / "some case #1.sayso"


@pytest.fixture
def case(where: Where) -> Iterator[Case]:
    """An open case that holds the sample, in either store."""
    with open_case(where, create=True) as opened:
        with opened.writer() as writer:
            fill(writer)
        yield opened
