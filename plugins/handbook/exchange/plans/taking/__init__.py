"""The records of a project as a plan for another scheduler."""
