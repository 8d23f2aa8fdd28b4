"""Which tellings are of one event: brought together by key, compared, joined."""
