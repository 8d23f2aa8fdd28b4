"""The model cards speak of the models that are shipped."""

import json
from pathlib import Path

import pytest

from sayso.engines.tagger import HEADS

CARDS = Path(__file__).parents[2] / "docs/models"


@pytest.mark.parametrize("head", ["attribution", "names"])
def test_the_card_names_the_digest_of_the_weights(head: str) -> None:
    """New weights need a new card."""
    told = json.loads((HEADS / head / "head.json").read_text("utf-8"))
    assert f"`{told['sha256']}`" in (CARDS / f"{head}.md").read_text("utf-8")
