"""Sections on the network before and after its turning points, and on the ledger over time."""
