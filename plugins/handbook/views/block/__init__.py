"""Blocks: the small vocabulary in which every view speaks."""
