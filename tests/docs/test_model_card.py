"""The model card speaks of the model that is shipped."""

import json
from pathlib import Path

from sayso.engines.tagger import HEADS

CARD = Path(__file__).parents[2] / "docs/models/attribution.md"


def test_the_card_names_the_digest_of_the_weights() -> None:
    """New weights need a new card."""
    head = json.loads((HEADS / "attribution/head.json").read_text("utf-8"))
    assert f"`{head['sha256']}`" in CARD.read_text("utf-8")
