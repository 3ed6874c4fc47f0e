"""A real browser for the tests of pages; they are skipped, and reported as such, where no Chromium is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.pages import DESK, Opener

from tender_kit.export import export
from tender_kit.models.comparison import Comparison

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as engine:
        found = engine.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield found
        found.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open a comparison; afterwards nothing may have been logged, thrown, asked or fetched."""
    noise: list[str] = []
    contexts = []

    def opened(comparison: Comparison, *, viewport: dict[str, int] = DESK, **options: object) -> Page:
        target = export(comparison, tmp_path / "page.html")
        contexts.append(browser.new_context(viewport=viewport, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("dialog", lambda dialog: noise.append(dialog.message))
        page.on("request", lambda request: request.url == target.as_uri() or request.url == "data:," or noise.append(request.url))
        page.goto(target.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert noise == []
