"""Tests of sayso.extract.attributions.tracing."""
