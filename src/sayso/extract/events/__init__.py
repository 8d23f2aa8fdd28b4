"""What happened: from trigger words and grammar to accounts of events that cite their words."""
