"""Which passages and accounts go back to one word: copies, near copies and circles."""
