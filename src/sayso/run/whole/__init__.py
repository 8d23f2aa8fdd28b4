"""What is worked out from a case as a whole, once it is linked."""
