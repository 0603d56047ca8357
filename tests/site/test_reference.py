"""The reference of records and rules is part of a site that asks for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from handbook.checks.registry import modules
from handbook.exchange.starter.starter import starter
from handbook.pages.reference.reference import reference
from handbook.records.kind import kinds

MKDOCS = Path(sys.executable).with_name("mkdocs")
CONFIG = """\
site_name: Reference
theme: {name: material, font: false, features: [navigation.prune]}
plugins:
  - handbook/records
  - handbook/pages: {reference: manual}
nav:
  - index.md
  - Manual: [about.md, manual/rules/index.md]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reference")
    for path, text in starter("Reference", "Ana Ruiz", date(2026, 11, 24)).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / "mkdocs.yml").write_text(CONFIG)
    for name in ("index", "about"):
        (root / "docs" / f"{name}.md").write_text(f"# {name}\n")
    place = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [str(MKDOCS), "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_every_kind_and_every_rule_has_its_place(site: Path) -> None:
    for name in kinds():
        assert "<table>" in (site / "manual" / "records" / name / "index.html").read_text(), name
    listed = (site / "manual" / "rules" / "index.html").read_text()
    assert [code for code in modules() if f">{code}</a>" not in listed] == []


def test_a_page_stands_among_those_of_its_list(site: Path) -> None:
    page = (site / "manual" / "rules" / "risk" / "index.html").read_text()
    assert 'href="../raci/"' in page
    assert "md-nav__item--active" in page
    other = (site / "about" / "index.html").read_text()
    assert "manual/rules/raci" not in other


def test_links_among_the_pages_lead_somewhere() -> None:
    known = {page.path for pages in reference().values() for page in pages}
    for pages in reference().values():
        for page in pages:
            folder = page.path.partition("/")[0]
            text = re.sub(r"^(`{3,}).*?^\1$", "", page.markdown, flags=re.DOTALL | re.MULTILINE)
            targets = [part.partition(")")[0].partition("#")[0] for part in text.split("](")[1:]]
            assert [one for one in targets if one.endswith(".md") and f"{folder}/{one}" not in known] == []
