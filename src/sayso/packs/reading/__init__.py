"""YAML files into records, with every fault named at its line and column."""
