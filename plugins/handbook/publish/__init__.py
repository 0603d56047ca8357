"""Versions of a site in a branch: built aside, put in place whole or not at all."""
