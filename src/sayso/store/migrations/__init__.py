"""How the tables of a case came to be, step by step; a step that has shipped never changes."""
