"""Rules about checking itself: allowances, settings, and rules that break down."""
