"""What hangs on whom, how surely it can be told, and what a turning point changed."""
