"""Rival hypotheses weighed against the case: which of them the record speaks against least.

The method is the analysis of competing hypotheses (Heuer, "Psychology of Intelligence Analysis",
1999, chapter 8): every piece of evidence is held against every hypothesis, what speaks against a
hypothesis counts, and what speaks alike of all of them tells nothing.
"""
