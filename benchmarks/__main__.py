"""All benchmarks, each as a process of its own: `python -m benchmarks [name …]`."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def main(names: list[str]) -> int:
    """Run the benchmarks with these names, or all, and print what each measures beside what it found."""
    failed = 0
    for file in sorted(FOLDER.glob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        is_one = any(isinstance(part, ast.FunctionDef) and part.name == "main" for part in tree.body)
        if file.name == "__main__.py" or not is_one or (names and file.stem not in names):
            continue
        print(f"{file.stem}: {(ast.get_docstring(tree) or '').splitlines()[0]}", flush=True)
        done = subprocess.run((sys.executable, str(file)), stdout=subprocess.PIPE, text=True, check=False)
        print("".join(f"    {line}\n" for line in done.stdout.splitlines()), flush=True)
        failed += bool(done.returncode)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
