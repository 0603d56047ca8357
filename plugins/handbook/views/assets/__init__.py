"""Assets: the style sheet and the script that the pages share."""
