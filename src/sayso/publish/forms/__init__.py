"""Every form in which a case goes out to other programs."""
