"""Agile work: what a team finished, how long that took, and what follows for what is left."""
