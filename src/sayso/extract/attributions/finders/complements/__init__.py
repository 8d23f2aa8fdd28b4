"""What a verb of saying governs: what is said, and where it stands."""
