"""What the plugins add to a site beside pages."""
