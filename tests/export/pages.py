"""What the tests of pages in a browser ask of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Opener = Callable[..., Any]
ALL = ["预算金额", "专职社工", "入户走访", "每次时长", "付款安排", "其他条款"]


def box(locator: Locator) -> dict[str, float]:
    """Where something stands on the screen."""
    found = locator.bounding_box()
    assert found is not None
    return found


def labels(page: Page) -> list[str]:
    """The names of the rows that are seen."""
    return [bdi.inner_text() for bdi in page.locator("tr.r .what bdi").all() if bdi.is_visible()]


def filter_by(page: Page, words: str, expected: list[str]) -> None:
    page.fill("#filter", words)
    page.wait_for_timeout(250)
    assert labels(page) == expected


def marked(page: Page) -> str:
    return "".join(page.locator("#source mark.on").all_inner_texts())


def active(page: Page) -> str:
    return str(page.evaluate("(document.activeElement.querySelector('bdi') || document.activeElement).textContent"))
