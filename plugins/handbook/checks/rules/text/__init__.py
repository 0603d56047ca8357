"""What can be wrong with prose."""
