"""sayso reads reports and keeps an account of who says what happened, and on whose word."""

__version__ = "0.4.0"
