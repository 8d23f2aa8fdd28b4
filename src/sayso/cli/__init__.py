"""The commands. The only room that prints."""
