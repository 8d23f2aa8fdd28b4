"""Days and names as a user types them."""

from __future__ import annotations

from sayso.api.asking import days_of, entity_called, interval_of

__all__ = ["days_of", "entity_called", "interval_of"]
