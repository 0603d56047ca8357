"""Rules about the schedule as a whole: the DCMA 14-point assessment."""
