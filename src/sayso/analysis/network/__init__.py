"""Who is tied to whom on a day, and before and after a turning point."""
