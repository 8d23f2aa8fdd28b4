"""Answers as a list of typed rows that becomes a data frame, JSON, or a table in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from sayso.analysis.wording.names import plural
from sayso.publish.forms.extras import wanted
from sayso.publish.tables.tables import columns_of
from sayso.records.codec import plain

if TYPE_CHECKING:
    import pandas
    import polars

Row = TypeVar("Row", covariant=True)
# A notebook shows so many rows; all of them are there.
_SHOWN = 20


class Listing(Sequence[Row], Generic[Row]):
    """Rows of one kind, in a stable order; each is a frozen dataclass."""

    def __init__(self, kind: type[Any], rows: Iterable[Row]) -> None:
        self._kind = kind
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Listing[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Listing[Row]:
        if isinstance(place, slice):
            return Listing(self._kind, self._rows[place])
        return self._rows[place]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listing) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        lines = [plural(len(self), "row"), *(f"  {row!r}" for row in self._rows[:_SHOWN])]
        more = len(self) - _SHOWN
        return "\n".join([*lines, *([f"  … {more} more"] if more > 0 else [])])

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(
            f"rows have no '{name}': to_pandas() and to_polars() make a data frame of them, "
            "to_dicts() plain dictionaries; each row has its own fields"
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as plain dictionaries, ready for JSON."""
        return [plain(row) for row in self._rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame of pandas, a column for each field.

        Text is of the type ``string``, whole numbers ``Int64``, so that unknown is null and not
        NaN; a list stays a list. Raises UsageError where pandas is not installed.
        """
        frames = wanted("pandas", "tables")
        kinds = {"text": "string", "whole": "Int64", "number": "Float64", "flag": "boolean"}
        frame: dict[str, Any] = {}
        for column in columns_of(self._kind):
            values = [_cell(getattr(row, column.name)) for row in self._rows]
            frame[column.name] = frames.Series(values, dtype=kinds.get(column.type, "object"))
        found: pandas.DataFrame = frames.DataFrame(frame)
        return found

    def to_polars(self) -> polars.DataFrame:
        """The rows as a data frame of polars; raises UsageError where it is not installed."""
        frames = wanted("polars", "polars")
        kinds = {
            "text": frames.String,
            "whole": frames.Int64,
            "number": frames.Float64,
            "flag": frames.Boolean,
            "texts": frames.List(frames.String),
        }
        columns = columns_of(self._kind)
        found: polars.DataFrame = frames.DataFrame(
            {c.name: [_cell(getattr(row, c.name)) for row in self._rows] for c in columns},
            schema={column.name: kinds[column.type] for column in columns},
        )
        return found

    def _repr_html_(self) -> str:
        """What a notebook shows: a table of the first rows."""
        names = [column.name for column in columns_of(self._kind)]
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        body = "".join(_html(row, names) for row in self._rows[:_SHOWN])
        more = len(self) - _SHOWN
        below = f"<p>{more:,} more rows</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


def _cell(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _html(row: Any, names: Iterable[str]) -> str:
    cells = (getattr(row, name) for name in names)
    return f"<tr>{''.join(f'<td>{escape(_words(cell))}</td>' for cell in cells)}</tr>"


def _words(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
