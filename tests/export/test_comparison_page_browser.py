"""The page of a comparison in a real browser: what a reader does with it, by mouse and by keyboard alone.

Skipped, and reported as such, where no Chromium is installed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.made_comparison import PLAIN, made_comparison, made_large, made_versions

from tender_kit.export import export
from tender_kit.models.comparison import Comparison

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")  # fmt: skip
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Opener = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
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


ALL = ["预算金额", "专职社工", "入户走访", "每次时长", "付款安排", "其他条款"]


def test_a_hostile_notice_changes_nothing(show: Opener) -> None:
    page = show(made_comparison())
    assert page.title() == "需求对照表"
    assert labels(page) == ALL
    assert page.locator("script:not([type])").count() == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("社工", ["专职社工"]),
        ("每季度", ["入户走访"]),
        ("时长", ["入户走访", "每次时长"]),  # the row that it hangs under stays
        ("heian 没有这样的话", []),
        ("ＨＹＰＥＲＬＩＮＫ", ["付款安排"]),  # width and case make no difference
        ("活动12场", ["其他条款"]),  # stands in the source alone
        ("走访 20", ["入户走访"]),
    ],
)
def test_the_filter_finds_labels_clauses_and_sentences(show: Opener, words: str, expected: list[str]) -> None:
    page = show(made_comparison())
    filter_by(page, words, expected)
    assert page.locator("#nothing").is_visible() == (not expected)
    assert page.locator("#shown").inner_text() == f"显示 {len(expected)}/6 行"


def test_slash_goes_to_the_filter_and_escape_clears_it(show: Opener) -> None:
    page = show(made_comparison())
    page.keyboard.press("/")
    page.keyboard.type("社工")
    page.wait_for_timeout(250)
    assert labels(page) == ["专职社工"]
    assert page.evaluate("CSS.highlights.get('hits').size") >= 1
    page.keyboard.press("Escape")
    assert labels(page) == ALL
    assert page.input_value("#filter") == ""


def test_differences_only(show: Opener) -> None:
    page = show(made_comparison())
    page.click("#diff")
    assert labels(page) == ALL[:-1]
    assert page.get_attribute("#diff", "aria-pressed") == "true"
    page.click("#diff")
    assert labels(page) == ALL


def test_groups_fold_and_a_filter_opens_them(show: Opener) -> None:
    page = show(made_comparison())
    button = page.locator("tbody[data-group=service] .group button")
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert labels(page) == ["预算金额", "专职社工", "付款安排", "其他条款"]
    filter_by(page, "走访", ["入户走访"])
    filter_by(page, "", ["预算金额", "专职社工", "付款安排", "其他条款"])
    page.click("#fold")
    assert labels(page) == []
    page.click("#fold")
    assert labels(page) == ALL


def test_chips_show_single_groups(show: Opener) -> None:
    page = show(made_comparison())
    page.click(".chip[data-group=money]")
    page.click(".chip[data-group=service]")
    assert labels(page) == ["预算金额", "入户走访", "每次时长"]
    page.click(".chip[data-group=money]")
    page.click(".chip[data-group=service]")
    assert labels(page) == ALL


def test_columns_can_be_hidden(show: Opener) -> None:
    page = show(made_comparison())
    page.click("#columns summary")
    page.locator("#columns input").nth(1).uncheck()
    heads = [head.locator(".name").inner_text() for head in page.locator("thead th[data-source]").all() if head.is_visible()]
    assert heads == ["qingshi", "loaded"]
    assert page.locator("#columns-shown").inner_text() == "2/3"
    assert not page.get_by_text("每月入户走访2次").first.is_visible()
    page.click("#columns [data-all='1']")
    assert page.get_by_text("每月入户走访2次").first.is_visible()


def marked(page: Page) -> str:
    return "".join(page.locator("#source mark.on").all_inner_texts())


def test_an_entry_opens_its_sentence_in_the_source(show: Opener) -> None:
    page = show(made_comparison())
    page.get_by_text("每季度入户走访不少于4次").first.click()
    assert page.locator("#panel").is_visible()
    assert page.locator("#source").text_content() == PLAIN
    assert marked(page) == "每季度入户走访不少于4次"  # behind 🏛 and 𠮷
    assert page.locator("#panel-head").inner_text() == "qingshi · 入户走访"
    assert page.locator("#place").inner_text() == "第 1/2 处"
    page.click("#next")
    assert marked(page) == "每次不少于1小时"
    assert page.locator("#next").is_disabled()
    page.click("#previous")
    assert marked(page) == "每季度入户走访不少于4次"


def test_the_marked_sentence_is_scrolled_to(show: Opener) -> None:
    page = show(made_comparison())
    page.locator("tbody[data-group=other] .e").first.click()
    assert marked(page) == "全年活动8场"
    mark, source = box(page.locator("#source mark.on")), box(page.locator("#source"))
    assert source["y"] <= mark["y"] < source["y"] + source["height"]
    assert page.evaluate("document.getElementById('source').scrollTop") > 1000


def test_hostile_source_is_shown_to_the_letter(show: Opener) -> None:
    page = show(made_comparison())
    page.locator("tbody[data-group=payment] .e").nth(1).click()
    assert marked(page) == '=HYPERLINK("http://x.example")'
    assert "</script><script>document.title='owned'</script><!--" in page.locator("#source").inner_text()
    assert page.title() == "需求对照表"


def test_without_the_text_its_quotes_are_shown(show: Opener) -> None:
    page = show(made_comparison())
    page.get_by_text("每年走访20次").click()
    assert page.locator("#panel-note").inner_text() == "没有原文全文,仅列出引文。"
    assert marked(page) == "走访20次"
    page.locator("tbody[data-group=other] td:nth-child(4) .e").click()
    assert page.locator("#panel-note").inner_text() == "这一项没有引文。"


def active(page: Page) -> str:
    return str(page.evaluate("(document.activeElement.querySelector('bdi') || document.activeElement).textContent"))


def test_the_whole_page_can_be_walked_by_keyboard(show: Opener) -> None:
    page = show(made_comparison())
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('e')"):
            break
    assert active(page) == "50万元"
    page.keyboard.press("ArrowRight")
    assert active(page) == "\ufffd万05算预\ufffd"
    page.keyboard.press("ArrowDown")
    assert active(page) == "专职社工6人"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    assert active(page) == "每季度入户走访不少于4次"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert active(page) == "qingshi · 入户走访"
    assert marked(page) == "每季度入户走访不少于4次"
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    assert active(page) == "每季度入户走访不少于4次"
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    assert marked(page) == "每次不少于1小时"
    page.keyboard.press("Escape")
    page.keyboard.press("End")
    assert active(page) == "每年走访20次"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert active(page) == "配备专职社工4人"
    assert page.locator("[role=button][tabindex='0']").count() == 1


def test_escape_closes_a_menu_first(show: Opener) -> None:
    page = show(made_comparison())
    page.focus("#legend summary")
    page.keyboard.press("Enter")
    assert page.get_by_text("方向键在各项间移动").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_text("方向键在各项间移动").is_visible()


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
