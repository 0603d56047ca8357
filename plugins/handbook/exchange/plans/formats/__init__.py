"""Formats of plans: each module reads one, and writes it if it can."""
