"""What happened, by day, for calendars and timelines."""
