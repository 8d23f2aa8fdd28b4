"""Packages that an extra brings along, loaded when they are wanted."""

from __future__ import annotations

import importlib
from types import ModuleType

from sayso.records.errors import UsageError


def wanted(module: str, extra: str) -> ModuleType:
    """The module of a package that the extra brings; raises UsageError where it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise UsageError(
            f"this needs the package {package}, which is not installed",
            hint=f'install it with: pip install "sayso[{extra}]"',
        ) from error
