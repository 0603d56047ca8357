"""Renaming: another id for a record, wherever it is written."""
