"""A case in Python: questions that give typed rows, and rows that become data frames."""
