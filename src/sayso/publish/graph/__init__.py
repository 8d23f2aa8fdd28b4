"""A network as files for other programs, and as a picture."""
