"""How much of a page each column of a table takes."""

from __future__ import annotations

from sayso.publish.briefing import Table

# Letters that stand on one line of a slim and of a narrow column, and those of a long title.
_TINY, _SHORT, _LONG = 5, 18, 80
_SLIM, _NARROW, _MIDDLE, _WIDE = 1.0, 1.7, 3.0, 5.0
# Letters on a line of the page; those that the space between columns takes, bold letters counted
# in; and those of a word that may be cut: addresses have no end.
_LINE, _BETWEEN, _LONGEST = 92, 4, 10


def shares(table: Table) -> list[float]:
    """A column's share of the page: sentences take most, short words least, and no word is cut
    that is not very long."""
    columns = range(len(table.head))
    wanted = [_share(place, table) for place in columns]
    least = [float(_longest_word(place, table) + _BETWEEN) for place in columns]
    narrow: set[int] = set()
    while True:
        room = _LINE - sum(least[place] for place in narrow)
        wide = [place for place in columns if place not in narrow]
        scale = max(room, 0) / (sum(wanted[place] for place in wide) or 1)
        more = {place for place in wide if wanted[place] * scale < least[place]}
        if not more:
            return [least[p] if p in narrow else wanted[p] * scale for p in columns]
        narrow |= more


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


def _longest_word(place: int, table: Table) -> int:
    cells = (row[place] for band in table.bands for row in band.rows)
    texts = (text for cell in cells for text in (cell.text, cell.small))
    words = (word for text in (table.head[place], *texts) for word in text.split())
    return min(max(map(len, words), default=0), _LONGEST)
