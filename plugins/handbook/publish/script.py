"""The script that draws diagrams: fetched from the npm registry, checked, put beside a site's pages."""

import base64
import hashlib
import json
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

VERSION = "12.3.0"
INTEGRITY = "4113TdXeLAsMruJ79OpFL5O8+LTFXhQqZ260rF3tgUmiNAtRm4Uume04I+65PRN6yZ69J4f8rVYWW8zRk65UYw=="
"""What npm's lock says of the package: the base64 of its SHA-512."""
_MEMBER = "package/dist/mermaid.min.js"
NAME = "mermaid.min.js"


class NotFetched(Exception):
    """The script is not there; the argument says why, in one line."""


def fetch(folder: Path) -> Path:
    """Put the script into ``folder`` and return its path. Raises `NotFetched`; nothing is written then."""
    with TemporaryDirectory(prefix="handbook-") as aside:
        script = _member(_packed(Path(aside)))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / NAME
    target.write_bytes(script)
    return target


def _packed(folder: Path) -> Path:
    """The package as npm brings it, which runs nothing of what is in it."""
    words = ("npm", "pack", f"mermaid@{VERSION}", "--json", "--ignore-scripts", "--silent")
    try:
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise NotFetched(
            "expected the command npm, found none – install Node.js, or do without diagrams"
        ) from error
    if done.returncode:
        told = done.stderr.strip().splitlines() or ["it does not say why"]
        raise NotFetched(f"npm could not fetch mermaid {VERSION}: {told[-1]}")
    package = folder / str(json.loads(done.stdout)[0]["filename"])
    found = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if found != INTEGRITY:
        raise NotFetched(
            f"expected mermaid {VERSION} with the checksum {INTEGRITY[:12]}…, found {found[:12]}…"
        )
    return package


def _member(package: Path) -> bytes:
    with tarfile.open(package) as archive:
        file = archive.extractfile(_MEMBER)
        if file is None:
            raise NotFetched(f"expected {_MEMBER} in {package.name}, found none")
        return file.read()
