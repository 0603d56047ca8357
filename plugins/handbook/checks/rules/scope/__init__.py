"""Rules about charters."""
