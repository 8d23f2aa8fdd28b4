"""The second verb of every executor: values brought together by key, and work on each group."""
