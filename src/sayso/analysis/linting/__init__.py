"""A written report held against its case: what it says without support, or says otherwise."""
