"""Names of versions."""

from __future__ import annotations

from datetime import date

import pytest
from handbook.publish.release import Release, WrongName, version_of


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "-x", ".hidden", "2026 06", "ü", "x."])
def test_a_name_that_is_no_folder_is_refused(name: str) -> None:
    with pytest.raises(WrongName, match="expected letters"):
        Release(name)
    with pytest.raises(WrongName, match="expected letters"):
        Release("2026-06", aliases=(name,))


def test_an_alias_is_another_name() -> None:
    with pytest.raises(WrongName, match="is the version itself"):
        Release("latest", aliases=("latest",))


def test_a_release_reads_well() -> None:
    assert str(Release("2026-06", "June", ("latest", "stable"))) == "2026-06 (latest, stable)"
    assert version_of(date(2026, 6, 1)) == "2026-06"
