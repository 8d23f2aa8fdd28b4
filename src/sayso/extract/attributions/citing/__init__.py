"""Citations: words that point to other reports, which reports those are, and what they cover."""
