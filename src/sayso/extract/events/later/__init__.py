"""What later words tell of an event that was told before."""
