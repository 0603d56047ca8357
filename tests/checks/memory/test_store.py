"""The store: what it keeps, what it does not trust, and what it lets go."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from handbook.checks.memory.store import Store


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "store"
    Store(folder).put("one", {"told": ["ä", 1, None, True]})
    assert Store(folder).get("one") == {"told": ["ä", 1, None, True]}
    assert Store(folder).get("other") is None


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    Store(folder).put("one", [1])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()] == [0o600]


@pytest.mark.parametrize("broken", ["", "{", '["one', "\0", "[" * 100_000, "NaN="])
def test_what_is_broken_was_not_kept(broken: str, tmp_path: Path) -> None:
    Store(tmp_path / "store").put("one", [1])
    (tmp_path / "store" / "one.json").write_text(broken)
    assert Store(tmp_path / "store").get("one") is None


def test_what_others_may_write_is_not_trusted(tmp_path: Path) -> None:
    Store(tmp_path / "store").put("one", [1])
    (tmp_path / "store").chmod(0o777)
    assert Store(tmp_path / "store").get("one") is None
    Store(tmp_path / "store").put("two", [2])
    assert not (tmp_path / "store" / "two.json").exists()


def test_a_folder_that_cannot_be_made_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Store(tmp_path / "file" / "store").put("one", [1])
    assert Store(tmp_path / "file" / "store").get("one") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", most=250)
    for at, name in enumerate(("first", "second", "third")):
        store.put(name, "x" * 70)
        os.utime(tmp_path / "store" / f"{name}.json", (at, at))
    assert store.get("first") is not None
    store.put("fourth", "x" * 70)
    assert {file.stem for file in (tmp_path / "store").iterdir()} == {"first", "third", "fourth"}


def test_half_a_file_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store")
    store.put("one", "old")

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "replace", full)
    store.put("one", "new")
    assert store.get("one") == "old"
    assert [file.name for file in (tmp_path / "store").iterdir()] == ["one.json"]
