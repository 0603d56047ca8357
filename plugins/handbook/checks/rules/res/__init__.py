"""Rules about people and their load."""
