"""Benchmarks: what sayso scores on the kits, and how fast it is."""
