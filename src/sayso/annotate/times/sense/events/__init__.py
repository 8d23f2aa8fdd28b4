"""Times that hang on events: which event is meant, and when it was."""
