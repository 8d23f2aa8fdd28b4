"""Ways to find sayings; each takes a scene and yields sayings, so a trained tagger can be one."""
