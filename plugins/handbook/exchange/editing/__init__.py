"""Editing: changes to files of records that leave everything else in them as it is."""
