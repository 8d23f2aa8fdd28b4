"""How much of a page each column of a table takes."""

from __future__ import annotations

from sayso.publish.briefing import Table

# Letters that stand on one line of a narrow column.
_SHORT = 18


def shares(table: Table) -> list[int]:
    """A column's share of the page: sentences take most, short words (0) what they need."""
    return [_share(place, table) for place in range(len(table.head))]


def _share(place: int, table: Table) -> int:
    cells = [row[place] for band in table.bands for row in band.rows]
    if any(cell.sentences for cell in cells):
        return 5
    longest = max((len(cell.text) + len(cell.small) for cell in cells), default=0)
    return 0 if longest <= _SHORT else 3
