"""Writers: blocks as HTML for a site, or as plain Markdown for any generator."""
