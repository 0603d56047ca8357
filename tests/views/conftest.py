"""What tests of views share: a small portfolio, and links as on a page of a site."""

from pathlib import Path

import pytest
from handbook.analysis.portfolio import Portfolio
from handbook.loading.load import load
from handbook.views.links import anchor, explained

FOLDER = Path(__file__).parent / "portfolio"


class PageLinks:
    """Links of a page where all of Apollo is at home; Hermes has another page, people have none."""

    def href(self, address: str) -> str | None:
        """An id on the page, or the other page."""
        if address.startswith("apollo"):
            return f"#{anchor(address)}"
        return f"../hermes/#{anchor(address)}" if address.startswith("hermes") else None

    def why(self, address: str) -> str | None:
        """An id on the page; what makes the dates of other projects is told nowhere."""
        return f"#{anchor(explained(address))}" if address.startswith("apollo") else None

    def file(self, path: str) -> str | None:
        """Pictures beside the records."""
        return f"../{path}" if path.endswith(".png") else None


@pytest.fixture(scope="session")
def portfolio() -> Portfolio:
    """The portfolio of the fixture, as readers inside the organisation see it."""
    return Portfolio(load(FOLDER, audience="internal").book)


@pytest.fixture(scope="session")
def links() -> PageLinks:
    """Links as on a page of a site."""
    return PageLinks()
