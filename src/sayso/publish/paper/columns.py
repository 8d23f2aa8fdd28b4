"""How much of a page each column of a table takes."""

from __future__ import annotations

from sayso.publish.briefing import Table

# Letters that stand on one line of a slim and of a narrow column, and those of a long title.
_TINY, _SHORT, _LONG = 5, 18, 80
_SLIM, _NARROW, _MIDDLE, _WIDE = 1.0, 1.7, 3.0, 5.0


def shares(table: Table) -> list[float]:
    """A column's share of the page: sentences take most, short words least."""
    return [_share(place, table) for place in range(len(table.head))]


def _share(place: int, table: Table) -> float:
    cells = [row[place] for band in table.bands for row in band.rows]
    if any(cell.sentences for cell in cells):
        return _WIDE
    longest = max((len(cell.text) + len(cell.small) for cell in cells), default=0)
    if max(longest, len(table.head[place])) <= _TINY:
        return _SLIM
    if longest > _LONG:
        return _WIDE
    return _NARROW if longest <= _SHORT else _MIDDLE
