"""Events without their tellings are the same events, in either store."""

from dataclasses import fields, replace

from sayso.records.case import EventRow
from sayso.store.case import open_case
from sayso.store.where import Where
from tests.store.sample import ONE, TWO, VISIT

# The words that begin the tellings of an event, as a report may have them.
TRICK = ',"accounts":[ \\",\\"accounts\\":['


def test_an_event_is_cut_before_its_tellings_and_nowhere_else(where: Where) -> None:
    """Whatever words stand in its purpose."""
    odd = replace(VISIT, id="ev-odd", purpose=TRICK)
    with open_case(where, create=True) as case:
        with case.writer() as writer:
            for document in (ONE, TWO):
                writer.put_document(document, document.text.encode())
            writer.replace_links([VISIT, odd])
        whole, heads = list(case.view().events()), list(case.view().event_rows())

    assert len(heads) == 2
    for one, head in zip(whole, heads, strict=True):
        assert type(head) is EventRow
        assert all(getattr(one, f.name) == getattr(head, f.name) for f in fields(EventRow))
