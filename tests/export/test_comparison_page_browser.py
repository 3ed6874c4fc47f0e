"""The page of a comparison in a real browser: what a reader does with it, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from tests.export.made_comparison import PLAIN, known, made_comparison, said
from tests.export.pages import ALL, Opener, active, box, filter_by, labels, marked

from tender_kit.models.comparison import Cell, Comparison, Entry


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
    assert box(page.locator("tr.r td:nth-child(2)").first)["width"] > 500  # the others have its room
    page.locator("#columns input").nth(0).uncheck()
    assert labels(page) == [label for label in ALL if label not in ("预算金额", "每次时长")]  # of which "loaded" does not speak
    page.click("#columns [data-all='1']")
    assert page.get_by_text("每月入户走访2次").first.is_visible()


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


def test_a_cell_with_many_entries_shows_the_first_until_asked(show: Opener) -> None:
    made = made_comparison()
    text = made.columns[1].document
    assert text is not None
    many = tuple(said(text.text, "专职社工6人", text=f"第{place}项") for place in range(1, 10))
    row = made.rows[-1].model_copy(update={"cells": (Cell(), known(*many), Cell())})
    page = show(Comparison(columns=made.columns, rows=(row,)))
    shown = page.locator(".e >> visible=true")
    assert (shown.count(), page.locator(".more").inner_text()) == (6, "还有 3 项")
    page.emulate_media(media="print")
    assert shown.count() == 9
    page.emulate_media(media="screen")
    page.focus(".more")
    page.keyboard.press("Enter")
    assert shown.count() == 9
    assert active(page) == "第7项"
    assert not page.locator(".more").is_visible()


def test_a_filter_looks_into_cells_with_many_entries(show: Opener) -> None:
    made = made_comparison()
    many = tuple(Entry(text=f"第{place}项") for place in range(1, 10))
    page = show(Comparison(columns=made.columns[:1], rows=(made.rows[-1].model_copy(update={"cells": (known(*many),)}),)))
    filter_by(page, "第9项", ["其他条款"])
    assert page.get_by_text("第9项").is_visible()


def test_escape_closes_a_menu_first(show: Opener) -> None:
    page = show(made_comparison())
    page.focus("#legend summary")
    page.keyboard.press("Enter")
    assert page.get_by_text("方向键在各项间移动").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_text("方向键在各项间移动").is_visible()
