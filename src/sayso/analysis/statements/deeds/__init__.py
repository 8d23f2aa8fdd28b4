"""What statements tell to have been done, deed by deed, and where two of them part."""
