"""Rules about reports."""
