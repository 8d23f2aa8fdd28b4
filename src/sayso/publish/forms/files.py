"""A case written in one of the forms, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.publish.forms.forms import FORMS
from sayso.records.errors import UsageError

_HINT = "name a place you may write to with -o, or make room on the disk"


def export(view: Any, form: str, output: Path) -> None:
    """Write a case in a form to a file, or for a form of several files to a folder.

    Raises UsageError for a form there is not, and where writing fails.
    """
    if form not in FORMS:
        raise UsageError(f"there is no form '{form}'", hint=f"forms: {', '.join(FORMS)}")
    if FORMS[form].folder:
        with whole_folder(output) as folder:
            FORMS[form].fill(view, folder)
    else:
        write_whole(output, FORMS[form].pieces(view))


def write_whole(output: Path, pieces: Iterable[bytes]) -> None:
    """Write a file beside its place and move it there; raises UsageError where that fails."""
    partial = output.with_name(output.name + ".part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            stream.writelines(pieces)
        partial.replace(output)
    except OSError as error:
        raise _unwritten(output, error) from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def whole_folder(output: Path) -> Iterator[Path]:
    """A folder to fill; what is in it comes to ``output`` when all of it is written.

    Files of other names that lie at ``output`` stay. Raises UsageError where that fails.
    """
    partial = output.with_name(output.name + ".part")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        yield partial
        output.mkdir(parents=True, exist_ok=True)
        for file in sorted(partial.iterdir()):
            file.replace(output / file.name)
    except OSError as error:
        raise _unwritten(output, error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _unwritten(output: Path, error: OSError) -> UsageError:
    told = error.strerror or str(error)
    return UsageError(f"it could not be written: {told}", where=str(output), hint=_HINT)
