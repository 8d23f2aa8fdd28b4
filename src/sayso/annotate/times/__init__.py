"""Times: expressions found by a grammar, placed on the calendar in the order of the text."""

from sayso.annotate.times.conventions import Conventions
from sayso.annotate.times.reading import read_times
from sayso.annotate.times.readings import Reading
from sayso.annotate.times.sense.events.hanging import told_elsewhere

__all__ = ["Conventions", "Reading", "read_times", "told_elsewhere"]
