"""The verbs of changes: a file in this room is one."""
