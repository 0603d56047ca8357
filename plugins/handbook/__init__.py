"""Project records in Markdown and YAML: checked like code, scheduled like a plan, published as a site."""

__version__ = "0.1.0"
