"""Explained dates: the chain that makes one, the paths that come next to it, what would bring it in."""
