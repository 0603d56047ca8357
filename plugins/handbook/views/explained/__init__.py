"""Explained dates for readers: the chain, the paths next to it, and what would bring the date in."""
