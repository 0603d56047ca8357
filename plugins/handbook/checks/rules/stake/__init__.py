"""Rules about stakeholders and what they are told."""
