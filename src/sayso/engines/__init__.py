"""Trained models behind protocols. The only room that loads models."""
