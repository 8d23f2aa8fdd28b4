"""A case as tables: one row a finding, for spreadsheets, data frames and databases."""
