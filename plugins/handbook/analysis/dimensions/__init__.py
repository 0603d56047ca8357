"""The dimensions of health, one file each; each docstring is the published rule of its colour."""
