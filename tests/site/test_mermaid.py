"""Diagrams: drawn by a script of the same host where there is one, lists where there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.builds import MATERIAL, article, build, built, make

OURS = "plugins: [search, handbook/records, handbook/pages, handbook/mermaid]\n"
NAMED = "plugins: [handbook/records, handbook/pages, handbook/mermaid: {{javascript: {}}}]\n"
SCRIPT = "docs/assets/mermaid.min.js"


def with_script(folder: Path, config: str = MATERIAL + OURS, docs: dict[str, str] | None = None) -> Path:
    return make(folder, config, docs={"assets/mermaid.min.js": "window.mermaid = {}", **(docs or {})})


def test_a_diagram_is_left_to_the_script_and_only_its_page_loads_it(tmp_path: Path) -> None:
    site = built(with_script(tmp_path), "--strict")
    plan = (site / "apollo" / "plan" / "index.html").read_text()
    assert '<script src="../../assets/handbook/mermaid.min.js"></script>' in plan
    assert '"securityLevel": "strict"' in plan or "securityLevel&quot;: &quot;strict" in plan
    assert re.search(r'<div class="mermaid">[^<]*flowchart', plan)
    assert '<details class="hb-twin">' in plan
    assert 'class="language-mermaid"' not in plan
    loading = {page.parent.name for page in site.rglob("*.html") if "mermaid.min.js" in page.read_text()}
    assert loading == {"plan"}


def test_without_a_script_a_diagram_is_a_list(tmp_path: Path) -> None:
    done = build(make(tmp_path, MATERIAL + OURS), "--strict")
    assert done.returncode == 0
    assert "'handbook assets' fetches it" in done.stderr
    plan = article(tmp_path / "site" / "apollo" / "plan" / "index.html")
    assert '<details class="hb-twin" open>' in plan
    assert "flowchart" not in plan
    assert not (tmp_path / "site" / "assets" / "handbook" / "mermaid.min.js").exists()


def test_the_rest_of_a_page_is_not_touched(tmp_path: Path) -> None:
    drawn = built(with_script(tmp_path / "drawn")) / "apollo" / "plan" / "index.html"
    config = MATERIAL + OURS.replace(", handbook/mermaid", "")
    plain = built(make(tmp_path / "plain", config)) / "apollo" / "plan" / "index.html"
    cut = re.compile(
        r'<pre><code class="language-mermaid">.*?</code></pre>|<div class="mermaid">.*?</div>', re.DOTALL
    )
    script = re.compile(r"<script src=\"\.\./\.\./assets/handbook/mermaid.*</body>", re.DOTALL)
    expected = cut.sub("", plain.read_text())
    assert script.sub("</body>", cut.sub("", drawn.read_text())).split() == expected.split()


FENCE = '```mermaid\nflowchart LR\n  a["<img src=x onerror=alert(1)>"] --> b\n```\n'
SUPERFENCES = """markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""


@pytest.mark.parametrize("extensions", ["markdown_extensions: [fenced_code]\n", SUPERFENCES])
def test_diagrams_of_the_site_are_drawn_alike(extensions: str, tmp_path: Path) -> None:
    folder = with_script(tmp_path, MATERIAL + OURS + extensions, {"own.md": f"# Own\n\n{FENCE}"})
    page = (built(folder) / "own" / "index.html").read_text()
    assert "mermaid.min.js" in page
    assert '<pre class="mermaid">' not in page  # Material would ask another host for a script
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("https://unpkg.com/mermaid", "expected a file as 'javascript', found the address https://unpkg.com"),
        ("lib/none.js", "expected the file lib/none.js, found none"),
    ],
)
def test_a_script_that_is_not_here_is_refused(named: str, told: str, tmp_path: Path) -> None:
    done = build(make(tmp_path, MATERIAL + NAMED.format(named)))
    assert done.returncode == 1
    assert told in done.stderr


def test_a_script_can_be_named(tmp_path: Path) -> None:
    docs = {"lib/drawing.js": "window.mermaid = {}"}
    site = built(make(tmp_path, MATERIAL + NAMED.format("lib/drawing.js"), docs=docs))
    assert (site / "assets" / "handbook" / "mermaid.min.js").read_text() == "window.mermaid = {}"
