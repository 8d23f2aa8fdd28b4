"""Words of likelihood: which are hedges, their probability ranges, and the words they govern."""
