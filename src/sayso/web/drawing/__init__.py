"""Charts as numbers, before a template makes them SVG."""
