"""Single records in full: what the page or the fold of one record says."""
