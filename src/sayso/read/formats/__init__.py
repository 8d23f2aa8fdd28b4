"""One reader for each format: bytes → Reading."""
