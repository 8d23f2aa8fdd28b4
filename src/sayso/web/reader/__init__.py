"""The text of a report with its findings laid on it."""
