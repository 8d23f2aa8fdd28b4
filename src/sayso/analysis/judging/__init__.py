"""What an analyst settles of single findings: accepted, rejected, corrected, left undecided."""
