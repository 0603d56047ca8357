"""Formats that registers are written in, one file each; a file dropped in here is a new format."""
