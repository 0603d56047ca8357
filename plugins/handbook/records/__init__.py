"""What a project says: the kinds of record, their fields, and the book that holds them."""
