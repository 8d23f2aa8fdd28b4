"""Whether two names may be names of the same, by their letters and sounds alone."""
