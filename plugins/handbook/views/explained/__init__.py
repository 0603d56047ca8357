"""Explained dates for readers: the chain, the paths nearly as long, and what would bring the date in."""
