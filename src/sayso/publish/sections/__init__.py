"""The chapters of a briefing, one function each: from a desk to a section."""
