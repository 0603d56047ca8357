"""A plan of another scheduler as the records of a project."""
