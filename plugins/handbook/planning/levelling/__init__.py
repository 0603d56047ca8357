"""Levelling: from the records of projects that share people to one problem, and from its answer back."""
