"""What was reviewed elsewhere comes home: as judgements, each of which can be taken back."""
