"""Links: web addresses in the text, and those that a page keeps behind its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.attributions.citing.citation import Citation
from sayso.extract.attributions.citing.reading.closed import cite_address
from sayso.extract.attributions.citing.reading.outlets import Outlets
from sayso.extract.attributions.citing.reading.pieces import ADDRESS, is_page


def find_links(outlets: Outlets) -> Iterator[Citation]:
    """Links to one page of a known outlet; each covers its sentence.

    Addresses of others are passed over, for a firm or a town is not its own witness, and so are
    front doors, which hold no report.
    """
    for block in outlets.scene.document.blocks:
        for address in ADDRESS.finditer(outlets.text, block.start, block.end):
            if is_page(address[0]) and outlets.is_known_host(address[1]):
                cited = cite_address(outlets, address)
                yield Citation(cited.source, (cited,), cited.published, "sentence")
        for link in block.links:
            target = ADDRESS.match(link.address)
            if target and is_page(link.address) and outlets.is_known_host(target[1]):
                cited = replace(cite_address(outlets, target), source=(link.start, link.end))
                yield Citation(cited.source, (cited,), cited.published, "sentence")
