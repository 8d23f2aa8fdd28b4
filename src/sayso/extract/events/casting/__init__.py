"""Who and what fills the roles of an event, and in which words."""
