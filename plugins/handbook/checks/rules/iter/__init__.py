"""Rules about iterations."""
