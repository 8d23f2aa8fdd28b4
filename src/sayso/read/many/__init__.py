"""Sources of many reports: files with a report in each row, and stores of objects."""
