"""HEALTH: the DCMA 14-point assessment of a plan."""
