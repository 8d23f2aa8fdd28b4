"""Commands that ask the record of one person, tie or office."""
