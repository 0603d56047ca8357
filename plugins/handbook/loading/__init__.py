"""Files to a book, with every problem in its place."""
