"""Sections on what is judged: the ledger of judgements, checks, and gaps in the sourcing."""
