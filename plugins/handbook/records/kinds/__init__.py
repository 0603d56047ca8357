"""The kinds of record, one file each; a file dropped in here is a new kind."""
