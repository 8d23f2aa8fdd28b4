"""What becomes a row or crosses between rooms. Standard library only."""
