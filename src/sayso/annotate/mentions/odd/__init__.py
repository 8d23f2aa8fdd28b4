"""Names that are not all capitals in a row: nicknames, orders, dashes, descriptions behind."""
