"""Order and place: which steps run, on what, where; what is kept and what is done again."""
