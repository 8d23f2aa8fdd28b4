"""Judgments, documents with a symbol, and accounts on platforms, which are cited by forms of their
own: "Lee v. Orr, 412 U.S. 77 (1973)", "S/2019/332, para. 44", "@VelmWatch on X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.attributions.citing.citation import Citation
from sayso.extract.attributions.citing.reading.closed import cite
from sayso.extract.attributions.citing.reading.forms import CASE, case_in
from sayso.extract.attributions.citing.reading.outlets import Outlets

# What ends the sentence before one that only cites: "... nothing more. Cf. Lee v. Orr, ..."
_SENTENCE_BEFORE = re.compile(r"[.!?;][\"”’)\]]*\s+\Z")
_SENTENCE_END = re.compile(r"[.;]?(?=\s|\Z)")
_LOOK_BACK = 60


def find_cases(outlets: Outlets) -> Iterator[Citation]:
    """Sentences that do nothing but cite a judgment, for what the sentence before them says."""
    for block in outlets.scene.document.blocks:
        for found in CASE.finditer(outlets.text, block.start, block.end):
            case = case_in(outlets.text, found.span())
            closes = _SENTENCE_END.match(outlets.text, found.end(), block.end)
            start = _start(outlets, found.start(), block.start)
            if case is None or closes is None or start is None:
                continue
            cited = replace(cite(outlets, outlets.behind_signal(case.who), case.year), law=True)
            yield Citation((start, found.end()), (cited,), case.year, "sentence")


def _start(outlets: Outlets, place: int, block: int) -> int | None:
    """Where a sentence begins that cites a case, its "see" or "cf." before it; null inside one."""
    low, text = max(block, place - _LOOK_BACK), outlets.text
    starts = (at for at in range(place, low - 1, -1) if at == place or text[at - 1 : at].isspace())
    for start in starts:
        if _SENTENCE_BEFORE.search(text, low, start) is None:
            continue
        if start == place or outlets.behind_signal((start, place))[0] == place:
            return start
    return None
