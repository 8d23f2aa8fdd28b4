"""What many tests share: the real engine, loaded once."""

import pytest

from sayso.engines.spacy import SpacyEngine


@pytest.fixture(scope="session")
def engine() -> SpacyEngine:
    """The default engine; its model loads on first use."""
    return SpacyEngine()
