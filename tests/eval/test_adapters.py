"""What the benchmarks ask of sayso still answers: a changed room must not break them unseen."""

from eval.adapters_happenings import happenings
from eval.adapters_retelling import linked_event


def test_events_and_ties_of_one_report_come_out() -> None:
    """One passage, read and linked as the happenings benchmark does."""
    events, ties = happenings("Anna Berg, the mayor of Lisbon, visited Peru on 3 May 2020.", None)

    assert [event["type"] for event in events] == ["CONSULT"]
    assert [tie["type"] for tie in ties] == ["holds_office"]


def test_mentions_of_one_event_come_out_together() -> None:
    """Two reports of one attack, linked as the benchmark of retellings does."""
    texts = ("Norway attacked Peru on 3 May 2020.", "On 3 May 2020 Norway attacked Peru again.")
    given = [
        {"id": f"m{n}", "document": f"d{n}", "document_text": text,
         "spans": [(text.index("attacked"), text.index("attacked") + len("attacked"))]}
        for n, text in enumerate(texts)
    ]  # fmt: skip

    one, other = linked_event(given)

    assert one == other
    assert one.startswith("ev-")
