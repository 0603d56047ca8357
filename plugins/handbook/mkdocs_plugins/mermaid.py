"""The plugin ``handbook/mermaid``: mermaid2 with a script of this host, on pages with a diagram only."""

from __future__ import annotations

import json
import logging
import re
from html import escape
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mermaid2.plugin import MarkdownMermaidPlugin
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

LAST = -100
SCRIPT = "assets/handbook/mermaid.min.js"
DRAWING = "assets/handbook/mermaid-drawing.js"
PLACES = ("node_modules/mermaid/dist/mermaid.min.js", "docs/assets/mermaid.min.js")
"""Where npm, or `handbook assets`, puts the script, seen from the folder of ``mkdocs.yml``."""

SAFE = {"startOnLoad": False, "securityLevel": "strict"}
"""Arguments that hold whatever else is given: text is escaped, and drawing waits for our script."""

_DIAGRAM = re.compile(
    r"<pre(?:><code class=\"(?:language-)?mermaid\">| class=\"mermaid\"><code>)(.*?)</code></pre>", re.DOTALL
)
_DRAWN = re.compile(r"<div class=\"mermaid\">.*?</div>", re.DOTALL)
_SCRIPTS = re.compile(r"<script.*</script>", re.DOTALL)
_FIGURE = re.compile(r"<figure class=\"hb-diagram\">.*?</figure>\s*<details class=\"hb-twin\">", re.DOTALL)

log = get_plugin_logger("handbook")
logging.getLogger("mkdocs.plugins.mermaid2.util").setLevel(logging.WARNING)  # it tells of every page


class MermaidPlugin(MarkdownMermaidPlugin):  # type: ignore[misc]  # mermaid2 has no types
    """As mermaid2, but it asks no other host for anything, neither while building nor on a page."""

    script: Path | None = None

    @property
    def javascript(self) -> str:
        """The address of the script in the site."""
        return SCRIPT

    def on_config(self, config: MkDocsConfig) -> None:
        """Find the script. Raises `PluginError` for one that is not on this machine."""
        self.script = find_script(config, self.config["javascript"])
        if self.script is None:
            log.info("no script for diagrams found, they stand as lists – 'handbook assets' fetches it")
            return
        self.config["javascript"] = SCRIPT
        self.config["arguments"] = {**self.config["arguments"], **SAFE}
        super().on_config(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the script to the site."""
        if self.script:
            drawing = resources("handbook.mkdocs_plugins.assets") / Path(DRAWING).name
            level = InclusionLevel.INCLUDED
            files.append(File.generated(config, DRAWING, content=drawing.read_text("utf-8"), inclusion=level))
            files.append(File.generated(config, SCRIPT, abs_src_path=str(self.script), inclusion=level))

    @event_priority(LAST)
    def on_post_page(self, output_content: str, *, config: MkDocsConfig, page: Page, **more: Any) -> str:
        """Let mermaid2 see the diagrams of a page, and nothing else: it would write the whole anew."""
        diagrams = [
            f'<pre><code class="mermaid">{match[1]}</code></pre>'
            for match in _DIAGRAM.finditer(output_content)
        ]
        if not diagrams:
            return output_content
        if self.script is None:
            return without_drawing(output_content)
        small = f"<html><body>{''.join(diagrams)}</body></html>"
        done = super().on_post_page(small, config=config, page=page, **more)
        drawn = iter(_DRAWN.findall(done))
        output = _DIAGRAM.sub(lambda match: next(drawn), output_content)
        scripts = f"{_drawing_last(done)}\n{self._drawing(page)}"
        return f"{scripts}\n</body>".join(output.rsplit("</body>", 1))

    def _drawing(self, page: Page) -> str:
        source = get_relative_url(DRAWING, page.url)
        return f'<script src="{source}" data-arguments="{escape(json.dumps(self.mermaid_args))}"></script>'


def _drawing_last(done: str) -> str:
    """The script tags that mermaid2 wrote."""
    found = _SCRIPTS.search(done)
    return found[0] if found else ""


def find_script(config: MkDocsConfig, named: str | None) -> Path | None:
    """The file that ``named`` means, or the one installed; None if neither is there to be meant."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    if named and "://" in named:
        raise PluginError(f"handbook/mermaid: expected a file as 'javascript', found the address {named}")
    places = [root / named, Path(config.docs_dir) / named] if named else [root / place for place in PLACES]
    found = next((place for place in places if place.is_file()), None)
    if named and found is None:
        raise PluginError(f"handbook/mermaid: expected the file {named}, found none – run 'handbook assets'")
    return found


def without_drawing(output: str) -> str:
    """The page with the lists that stand for its diagrams unfolded, and without what no script will draw."""
    return _FIGURE.sub('<details class="hb-twin" open>', output)
