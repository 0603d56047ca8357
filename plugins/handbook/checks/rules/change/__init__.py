"""Rules about change requests."""
