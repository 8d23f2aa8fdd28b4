"""The workbench for several people: accounts, roles, and the gate that asks for them."""
