"""Answers on paper: a briefing in HTML and Markdown, and a case as lines."""
