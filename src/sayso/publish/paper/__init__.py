"""A case on paper: Word, PDF, and the reports as references."""
