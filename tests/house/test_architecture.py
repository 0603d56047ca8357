"""The floors hold, and the contracts that say so would notice if they did not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LINT = (str(Path(sys.executable).with_name("lint-imports")), "--no-cache")

FAULTS = {
    "a floor that imports the one above it": ("floors", "problems/place.py", "import handbook.loading"),
    "neighbours that know each other": ("floors", "records/record.py", "import handbook.schedule"),
    "a package on no floor": ("floors", "helpers/__init__.py", ""),
    "the host inside the core": ("host", "pages/status.py", "import mkdocs.plugins"),
    "the theme inside the core": ("host", "views/theme.py", "import material"),
    "a second reader of YAML": ("parsers", "pages/front_matter.py", "import yaml"),
    "a kind that knows another": ("kinds", "records/kinds/risk.py", "import handbook.records.kinds.issue"),
    "a rule that knows another": ("rules", "checks/rules/due.py", "import handbook.checks.rules.owner"),
    "a view that knows another": ("gallery", "views/gallery/gates.py", "import handbook.views.gallery.raci"),
    "a format that knows another": (
        "formats",
        "exchange/formats/csv.py",
        "import handbook.exchange.formats.ics",
    ),
    "a command that knows another": (
        "commands",
        "cli/commands/check.py",
        "import handbook.cli.commands.plan",
    ),
}


def test_the_package_keeps_every_contract(repository: Path) -> None:
    done = subprocess.run(LINT, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("story", FAULTS)
def test_a_contract_notices(story: str, repository: Path, tmp_path: Path) -> None:
    contract, file, line = FAULTS[story]
    for module in _sound_modules():
        _write(tmp_path / "handbook" / module, "")
    check = (*LINT, "--config", str(repository / "pyproject.toml"), "--contract", contract)
    place = {**os.environ, "PYTHONPATH": str(tmp_path)}

    sound = subprocess.run(check, cwd=tmp_path, env=place, capture_output=True, text=True, check=False)
    _write(tmp_path / "handbook" / file, line)
    faulty = subprocess.run(check, cwd=tmp_path, env=place, capture_output=True, text=True, check=False)

    assert sound.returncode == 0, sound.stdout
    assert faulty.returncode == 1, faulty.stdout
    assert "1 broken" in faulty.stdout


def _sound_modules() -> list[str]:
    imported = [line.removeprefix("import handbook.") for _, _, line in FAULTS.values() if "handbook" in line]
    return [module.replace(".", "/") + "/__init__.py" for module in imported]


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    top = next(folder for folder in file.parents if folder.name == "handbook")
    for folder in [file.parent, *file.parent.parents]:
        (folder / "__init__.py").touch()
        if folder == top:
            break
    file.write_text(text)
