"""A row that no sayso wrote is told of as damage, whatever is wrong with it."""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from sayso.records.errors import CaseError, LineError, UngroundedError

Given = ParamSpec("Given")
Read = TypeVar("Read")
# What reading a made-up value raises: wrong types, wrong JSON, JSON without end, wrong bytes.
_FAULTS = (
    TypeError, ValueError, KeyError, AttributeError, IndexError, RecursionError, OverflowError,
    zlib.error, LineError, UngroundedError,
)  # fmt: skip
# Bytes that something compressed may have; more is made to fill the memory of who opens it.
LARGEST = 1 << 30


def sound(read: Callable[Given, Read]) -> Callable[Given, Read]:
    """A function that reads a row, with CaseError in place of what a false row makes it raise."""

    @functools.wraps(read)
    def checked(*given: Given.args, **named: Given.kwargs) -> Read:
        try:
            return read(*given, **named)
        except _FAULTS as error:
            raise CaseError(
                f"the case holds a record that cannot be read ({type(error).__name__}: {error})",
                hint="it is damaged or was tampered with: read the folder into a new case",
            ) from error

    return checked


def inflated(data: bytes) -> bytes:
    """What ``zlib.compress`` was given; ValueError for more than a gigabyte."""
    inflater = zlib.decompressobj()
    found = inflater.decompress(data, LARGEST)
    if inflater.unconsumed_tail:
        raise ValueError("it would fill the memory")
    if not inflater.eof:
        raise ValueError("its end is missing")
    return found
