"""How much of a page each column of a table takes."""

from __future__ import annotations

from sayso.publish.briefing import Table

# Letters that stand on one line of a narrow column.
_SHORT = 18
_NARROW, _MIDDLE, _WIDE = 1.7, 3.0, 5.0


def shares(table: Table) -> list[float]:
    """A column's share of the page: sentences take most, short words least."""
    return [_share(place, table) for place in range(len(table.head))]


def _share(place: int, table: Table) -> float:
    cells = [row[place] for band in table.bands for row in band.rows]
    if any(cell.sentences for cell in cells):
        return _WIDE
    longest = max((len(cell.text) + len(cell.small) for cell in cells), default=0)
    return _NARROW if longest <= _SHORT else _MIDDLE
