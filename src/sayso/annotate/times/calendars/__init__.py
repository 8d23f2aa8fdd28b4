"""Calendars: the Gregorian and its periods, how they are written and cut, others, and feasts."""
