"""Commands that ask for the whole picture: the workbench and the network."""
