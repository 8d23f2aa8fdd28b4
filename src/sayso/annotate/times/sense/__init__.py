"""From time expressions to days of the calendar, read in the order of the text."""
