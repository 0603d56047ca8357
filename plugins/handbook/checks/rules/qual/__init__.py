"""Rules about quality gates, their criteria and the evidence for them."""
