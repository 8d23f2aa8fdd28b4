"""Over a whole case: which reports meet, and what several of them say alike."""
