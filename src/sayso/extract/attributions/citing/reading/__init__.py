"""What the words of one citation say: sources, dates, works and web addresses."""
