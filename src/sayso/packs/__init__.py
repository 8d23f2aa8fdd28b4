"""Domain knowledge as data: YAML in, one frozen Pack out. The only room that reads YAML."""
