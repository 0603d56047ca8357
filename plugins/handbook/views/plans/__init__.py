"""Plans for readers: the lines, bars and words that pictures and tables of a plan share."""
