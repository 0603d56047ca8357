"""The words of the command, one file each; a file dropped in here is a new word."""
