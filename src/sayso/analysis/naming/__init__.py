"""Who is who, as analysts see and decide it."""
