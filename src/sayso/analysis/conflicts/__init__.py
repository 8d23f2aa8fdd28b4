"""Where tellings cannot all be right, field by field, with both sides quoted and none chosen."""

from sayso.analysis.conflicts.find import find_conflicts

__all__ = ["find_conflicts"]
