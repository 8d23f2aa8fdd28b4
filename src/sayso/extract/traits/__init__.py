"""What sources are, as a report tells it: kind, country, owner, leaning."""
