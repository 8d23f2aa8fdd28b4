"""Times: expressions found by a grammar, placed on the calendar in the order of the text."""

from sayso.annotate.times.reading import Reading, read_times

__all__ = ["Reading", "read_times"]
