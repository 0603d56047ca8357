"""Project records in Markdown and YAML: checked like code, scheduled like a plan, published as a site."""

from importlib.metadata import version

__version__ = version("mkdocs-project-handbook")
