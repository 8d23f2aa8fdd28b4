"""From bytes to words, and from lines to what they are for."""
