"""Which words date an event."""

import pytest

from sayso.analysis.timeline import Dated
from sayso.records.marks import Time
from tests.factory import Builder

LINE = "Ruiz has led the port since 2021. Saleh was hurt."


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((None, "2023-06-15"), []),
        (("2021-01-01", "2023-06-15"), ["since 2021"]),
        (("2021-01-01", None), ["since 2021"]),
        ((None, "2023-06-14"), []),
    ],
)
def test_by_the_day_of_the_report_no_words_date_it(
    days: tuple[str | None, str | None], words: list[str]
) -> None:
    """A span that is clipped at the report ends where every undated event does."""
    made = Builder()
    report = made.report("r", LINE, published="2023-06-15")
    span = made.quote(report, "since 2021")
    made.parts.times.append(
        Time(span, edtf=None, anchor=None, rule="since year", earliest="2021-01-01",
             latest="2023-06-15")
    )  # fmt: skip
    told = made.told(report, "Saleh was hurt", earliest=days[0], latest=days[1])
    made.event("ASSAULT", told)

    assert [time.span.quote for time in Dated(made.view()).by([told])] == words
