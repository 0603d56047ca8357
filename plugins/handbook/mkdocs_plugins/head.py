"""Style sheet and script, on the pages that need them and on no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.structure.pages import Page


def with_assets(output: str, page: Page, styles: Sequence[str] = (), scripts: Sequence[str] = ()) -> str:
    """The page with links to files of the site at the end of its head; scripts wait until it is read."""
    links = [f'<link rel="stylesheet" href="{get_relative_url(path, page.url)}">' for path in styles]
    links += [f'<script src="{get_relative_url(path, page.url)}" defer></script>' for path in scripts]
    return output.replace("</head>", "\n".join((*links, "</head>")), 1)
