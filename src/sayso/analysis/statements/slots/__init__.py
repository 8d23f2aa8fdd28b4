"""What a clause tells: its deeds, and beside them where, by whom, how long."""
