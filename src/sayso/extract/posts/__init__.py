"""Offices that one person holds at a time: who is told to hold them, and where nobody is named."""
