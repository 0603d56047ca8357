"""Reporters: problems as text for people and for machines, one format a file."""
