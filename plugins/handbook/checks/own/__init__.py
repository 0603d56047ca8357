"""Rules of a handbook's own: expressions in its settings, made into rules like those of the tool."""
