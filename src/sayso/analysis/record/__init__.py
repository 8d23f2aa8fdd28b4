"""Questions to the record of one person, tie or office: where, with whom, in which post, when."""
