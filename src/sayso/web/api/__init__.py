"""The case for programs: the workbench's answers as JSON, read only, described by OpenAPI."""
