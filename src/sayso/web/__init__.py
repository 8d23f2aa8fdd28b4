"""The workbench: a case in the browser, written on the server, on this machine alone."""
