"""What many tests share: the real engine, loaded once, and a real server, started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sayso.engines.spacy import SpacyEngine
from sayso.store.postgres.server import forget_readers
from sayso.store.where import Where
from tests.servers import Postgres, Unavailable

# A machine that others use is slow now and then: no test fails by the clock.
settings.register_profile("sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sayso")


@pytest.fixture(scope="session")
def engine() -> SpacyEngine:
    """The default engine; its model loads on first use."""
    return SpacyEngine()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL for all tests; those that need it are skipped where none can be had."""
    try:
        server = Postgres()
    except Unavailable as error:
        pytest.skip(f"no PostgreSQL: {error}")
    yield server
    server.close()


@pytest.fixture(params=["file", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Where]:
    """Where a case may be made: each test runs on both stores."""
    if request.param == "file":
        yield tmp_path / "some case #1.sayso"
    else:
        yield request.getfixturevalue("postgres").fresh()
        forget_readers()
