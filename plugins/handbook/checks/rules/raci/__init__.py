"""Rules about responsibilities."""
