"""What reports say clause by clause, held side by side: where they say the same, and where not."""
