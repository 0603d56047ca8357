"""Pages: which views stand on which page, and the templates that say so."""
