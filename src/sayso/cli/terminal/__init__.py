"""What commands share on the terminal: options, tables, progress."""
