"""One word that tells of several events: the stops of a journey, the items of a list, gaps."""
