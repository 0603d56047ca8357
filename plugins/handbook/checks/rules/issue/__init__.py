"""Rules about issues."""
