"""Who and what is named: people, organisations, outlets, places, groups, offices."""
