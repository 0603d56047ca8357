"""Checks: what is wrong with a handbook, rule by rule, and how it is told."""
