"""Tests of the reading by a trained tagger."""
