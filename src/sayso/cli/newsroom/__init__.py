"""Commands for several people and several places: copy, users, audit, serve."""
