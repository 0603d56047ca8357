"""Fuzz the reading of records, and all rules over them: `make fuzz`.

atheris follows which lines of the loader an input reaches and changes inputs to reach more. An input is one
file of a small handbook: its first byte chooses which of all files that are read, its second for whom, the
rest is its content. Whatever it holds, nothing may be raised or hang, and every problem must have a place.
Flags are libFuzzer's, as in `python tests/fuzz/load.py -max_total_time=600`.
"""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

with atheris.instrument_imports(include=["handbook.loading", "handbook.records"]):
    from handbook.loading.load import load_tree

from tests.loading.soundness import FILES, assert_checked, assert_sound
from tests.loading.test_tree import memory

AUDIENCES = (None, "public", "restricted")
CHECKED_UP_TO = 4096
"""Rules run over inputs up to this size; they cost more than reading."""


def one_input(data: bytes) -> None:
    """Read one input, then check it."""
    if len(data) < 2:
        return
    file = f"projects/{FILES[data[0] % len(FILES)]}"
    audience = AUDIENCES[data[1] % len(AUDIENCES)]
    content = data[2:]
    loaded = load_tree(memory(**{file: content}), audience=audience)
    assert_sound(loaded, file, content)
    if len(content) <= CHECKED_UP_TO and data[1] >= 224:
        assert_checked(loaded)


def seeds(folder: Path, root: Path) -> None:
    """Write the sample records as the first inputs, and their keys as words to build others from."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted((root / "projects").rglob("*")):
        inside = file.relative_to(root / "projects").as_posix()
        parts = inside.split("/")
        as_ours = "/".join(["apollo", *parts[1:]]) if len(parts) > 1 else inside
        as_ours = as_ours if as_ours in FILES else f"{as_ours.rpartition('/')[0]}/R-9{file.suffix}"
        if file.is_file() and as_ours in FILES and file.stat().st_size < 60_000:
            head = bytes([FILES.index(as_ours), 225])
            (folder / inside.replace("/", "-")).write_bytes(head + file.read_bytes()[:4000])


def words(file: Path) -> None:
    """Write the dictionary: field names and what has a meaning in YAML."""
    from handbook.loading.marks import fields
    from handbook.records.kind import kinds

    known = {name for kind in kinds().values() for name in fields(kind.model)}
    marks = [": ", "- ", "\\x0A  ", "---\\x0A", "[[R-1]]", "&a ", "*a", "!!int ", "<<: ", *"{}[]'", "|\\x0A"]
    lines = [*(f'"{word}: "' for word in sorted(known)), *(f'"{mark}"' for mark in marks)]
    file.write_text("\n".join(lines) + "\n")


def main() -> None:
    root = Path(__file__).parent.parent.parent
    work = root / ".cache" / "fuzz"
    seeds(work / "seeds", root)
    words(work / "words.txt")
    (work / "found").mkdir(exist_ok=True)
    flags = [f"-dict={work / 'words.txt'}", "-timeout=10", "-rss_limit_mb=2000", f"-artifact_prefix={work}/"]
    atheris.Setup([sys.argv[0], *flags, *sys.argv[1:], str(work / "found"), str(work / "seeds")], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
