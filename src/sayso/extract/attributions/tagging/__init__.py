"""A trained tagger's reading of who says what, beside that of the rules."""
