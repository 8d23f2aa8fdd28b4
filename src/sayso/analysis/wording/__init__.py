"""Records in plain English: dates, names, events, ties, chains of sources, certainty."""
