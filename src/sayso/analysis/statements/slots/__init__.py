"""What a clause tells beside its deed: where, by whom, how long."""
