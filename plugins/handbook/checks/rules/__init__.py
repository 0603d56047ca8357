"""The rules, one file each in the folder of its family; a file dropped in here is a new rule."""
