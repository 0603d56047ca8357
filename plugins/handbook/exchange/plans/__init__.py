"""Plans of other schedulers: their files, what is between files and records, and the records of it."""
