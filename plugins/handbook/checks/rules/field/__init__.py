"""What can be wrong with one value."""
