"""What reports tell of people beside their names, and whether it speaks for one or for two."""
