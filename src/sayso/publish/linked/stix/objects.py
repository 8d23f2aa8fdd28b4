"""Objects of STIX 2.1: names that never change, and what every object must have."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from sayso.publish.linked.jsonld import known

# A name space of our own, as the standard wants for objects that are not observables.
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:sayso")
SOFTWARE = "software"
Object = dict[str, Any]


def ref(type: str, id: str) -> str:
    """The identifier of an object, the same in every run."""
    return f"{type}--{uuid.uuid5(_SPACE, id)}"


def moment(when: str | None) -> str | None:
    """An ISO day or time as STIX writes it, to the millisecond; null before the common era."""
    if not when or when.startswith("-"):
        return None
    read = dt.datetime.fromisoformat(when)
    return f"{read:%Y-%m-%dT%H:%M:%S}.{read.microsecond // 1000:03d}Z"


def made(type: str, id: str, at: str, **values: Any) -> Object:
    """An object of sayso's making; ``at`` is when, values that are null are left out."""
    return {
        "type": type,
        "spec_version": "2.1",
        "id": ref(type, id),
        "created_by_ref": ref("identity", SOFTWARE),
        "created": at,
        "modified": at,
        **known(**values),
    }
