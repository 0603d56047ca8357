"""A new handbook: the files of a repository that checks and builds at once."""
