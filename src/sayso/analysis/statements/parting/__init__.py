"""Where two statements of one deed part, slot by slot."""
