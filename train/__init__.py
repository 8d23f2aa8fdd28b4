"""Training of the models that sayso ships; not part of the installed package."""
