"""Many machines: the work on reports as tasks of a Ray cluster. Nobody else imports Ray."""
