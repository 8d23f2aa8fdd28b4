"""A briefing as a Word document, written part by part."""
