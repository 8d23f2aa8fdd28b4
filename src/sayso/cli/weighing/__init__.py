"""Weighing hypotheses, and holding a written report against its case."""
