"""Short names and the full ones that they stand for, in a report and across a case."""
