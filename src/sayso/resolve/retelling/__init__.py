"""Whether words of two reports tell of one happening: subjects of reports, kin of words, pairs."""
