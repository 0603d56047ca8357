"""What a check remembers of the last one, so that only what has changed is checked again."""
