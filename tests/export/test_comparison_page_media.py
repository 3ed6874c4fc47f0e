"""The page of a comparison on a phone, on paper, in the dark, with many cells, and without its script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.made_comparison import made_comparison, made_large, made_versions
from tests.export.pages import ALL, PHONE, Opener, box, labels, marked

from tender_kit.export import export
from tender_kit.models.comparison import Comparison

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.mark.parametrize("made", [made_comparison, made_versions], ids=["notices", "versions"])
def test_a_phone_has_no_sideways_scroll_of_the_page(show: Opener, made: Callable[[], Comparison]) -> None:
    page = show(made(), viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert 200 < box(page.locator("tr.r td").first)["width"] < PHONE["width"]
    page.locator(".e").first.click()
    panel = box(page.locator("#panel"))
    assert (panel["x"], panel["width"]) == (0, PHONE["width"])
    assert round(panel["y"] + panel["height"]) == PHONE["height"]
    assert box(page.locator(".e.open"))["y"] < panel["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_heads_and_labels_stay_in_sight(show: Opener) -> None:
    page = show(made_large(12, 60, 200))
    page.evaluate("document.getElementById('scroll').scrollTo(1500, 800)")
    scroll, head, label = box(page.locator("#scroll")), box(page.locator("thead th").nth(8)), box(page.locator("tr.r th").nth(20))
    assert head["y"] == scroll["y"]
    assert label["x"] == scroll["x"]


def test_paper_shows_all_groups_and_no_controls(show: Opener) -> None:
    page = show(made_comparison())
    page.click("#fold")
    page.locator("body").click(position={"x": 5, "y": 5})
    page.emulate_media(media="print")
    assert labels(page) == ALL
    assert not page.locator("#filter").is_visible()
    assert not page.locator("#panel").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def luminance(page: Page, what: str) -> float:
    colour = page.evaluate(f"getComputedStyle(document.body).{what}")
    return float(sum(map(int, colour[4:-1].split(","))) / 3)


def test_light_and_dark(show: Opener) -> None:
    light, dark = show(made_comparison(), color_scheme="light"), show(made_comparison(), color_scheme="dark")
    assert luminance(light, "backgroundColor") > 240 > 60 > luminance(light, "color")
    assert luminance(dark, "backgroundColor") < 40 < 200 < luminance(dark, "color")


def test_a_large_comparison_opens_and_answers(show: Opener) -> None:
    page = show(made_large(80, 120, 2_000))
    assert page.locator("tbody.folded").count() == 3
    page.fill("#filter", "主题119")
    page.locator("tbody[data-group=legal] tr.r").last.wait_for(state="visible")
    page.locator("tbody[data-group=legal] tr.r:not([hidden]) .e").first.click()
    assert marked(page) == "每季度入户走访不少于4次"


def test_it_reads_without_its_script(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(export(made_comparison(), tmp_path / "page.html").as_uri())
    assert page.get_by_text("每季度入户走访不少于4次").first.is_visible()
    assert not page.locator("#filter").is_visible()
    context.close()
