"""Views: what a reader sees of records and plans, as blocks that are written as HTML or as plain Markdown."""
