"""Who may do what in a case, and who did what: users, sessions, the audit log."""
