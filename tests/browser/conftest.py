"""A browser that sees only this machine, and pages at any width, in light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.browser import chromium
from tests.browser.file_server import serve

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = 900
OURS = {"127.0.0.1", None}  # a file has no host

PageAt = Callable[..., Page]
Served = Callable[[Path], str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests of a process."""
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium found: name one in CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def strangers() -> list[str]:
    """Addresses on other hosts that the pages of this test asked for, and did not get."""
    return []


@pytest.fixture
def script_errors() -> list[str]:
    """Errors that scripts on the pages of this test did not catch."""
    return []


@pytest.fixture
def page_at(browser: Browser, strangers: list[str], script_errors: list[str]) -> Iterator[PageAt]:
    """Make pages: `page_at(width, scheme, scripts=True)`, width in CSS pixels, scheme `light` or `dark`."""
    contexts = ExitStack()

    def answer(route: Route) -> None:
        address = route.request.url
        if urlsplit(address).hostname in OURS:
            route.continue_()
        else:
            strangers.append(address)
            route.abort()

    def make(width: int = 1280, scheme: str = "light", *, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,  # type: ignore[arg-type]  # a Literal there, a word of the test here
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="UTC",
        )
        contexts.callback(context.close)
        context.route("**/*", answer)
        context.on("weberror", lambda fault: script_errors.append(str(fault.error)))
        return context.new_page()

    with contexts:
        yield make


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """Serve folders over HTTP: `served(folder)` is the address of its top, the same each time."""
    servers = ExitStack()
    addresses: dict[Path, str] = {}

    def address_of(folder: Path) -> str:
        if folder not in addresses:
            addresses[folder] = servers.enter_context(serve(folder))
        return addresses[folder]

    with servers:
        yield address_of
