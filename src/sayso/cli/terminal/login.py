"""Who decides, where no name is given."""

from __future__ import annotations

import getpass


def login() -> str:
    """The name of this login, "analyst" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # A container may have no name for its user.
        return "analyst"
