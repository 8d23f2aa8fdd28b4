"""Records to rows and back, and the gate that every row passes."""
