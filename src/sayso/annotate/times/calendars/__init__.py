"""Calendars: the Gregorian with its periods, and those whose days are turned into its days."""
