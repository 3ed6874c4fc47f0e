"""The page of a comparison as text: nothing of a notice escapes, nothing is fetched, every place leads to its quote."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from lxml import html
from tests.export.made_comparison import (
    HOSTILE,
    HOSTILE_TITLE,
    PLAIN,
    Text,
    known,
    made_comparison,
    made_large,
    made_versions,
    said,
)

from tender_kit.core.readings import Evidence
from tender_kit.export import render
from tender_kit.export.comparison_sources import as_inert_json, sources_of
from tender_kit.models.comparison import Cell, Column, Comparison, Row


def page_of(comparison: Comparison, language: str = "zh") -> str:
    return render(comparison, ".html", language=language).decode("utf-8")  # type: ignore[arg-type]


def texts_of(page: str) -> list[dict[str, Any]]:
    return [
        json.loads(found) for found in re.findall(r'<script type="application/json" id="text-\d+">(.*?)</script>', page, re.S)
    ]


def slice_utf16(text: str, start: int, end: int) -> str:
    """Cut a text where a browser would."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def shown_quotes(page: str) -> list[list[str]]:
    """For each entry the sentences that the page would mark for it."""
    texts = texts_of(page)
    tree = html.fromstring(page.encode("utf-8"))
    of_column = [int(head.get("data-source")) for head in tree.xpath("//thead//th[@data-source]")]
    found = []
    for row in tree.xpath("//tr[contains(@class, 'r')][td]"):
        for column, cell in enumerate(row.xpath("./td")):
            for entry in cell.xpath(".//div[@role='button']"):
                pairs = [tuple(map(int, pair.split("-"))) for pair in entry.get("data-p").split()]
                found.append([slice_utf16(texts[of_column[column]]["text"], *pair) for pair in pairs])
    return found


def test_every_entry_leads_to_its_sentence_also_behind_characters_that_count_twice() -> None:
    comparison = made_comparison()
    shown = sorted(map(tuple, shown_quotes(page_of(comparison))))
    entries = [entry for row in comparison.rows for cell in row.cells for entry in cell.entries]
    meant = sorted(
        tuple(piece.quote.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd") for piece in e.evidence) for e in entries
    )
    assert shown == meant
    assert ("每季度入户走访不少于4次",) in shown


def test_each_text_stands_in_the_page_once() -> None:
    made = made_comparison()
    lots = made.columns[0].model_copy(update={"key": "qingshi/03"})
    doubled = Comparison(
        columns=(*made.columns, lots),
        rows=tuple(row.model_copy(update={"cells": (*row.cells, row.cells[0])}) for row in made.rows),
    )
    texts = texts_of(page_of(doubled))
    assert [text["whole"] for text in texts] == [True, True, False]
    assert texts[0]["text"] == PLAIN


def test_without_a_document_only_the_quotes_are_shown() -> None:
    loaded = texts_of(page_of(made_comparison()))[2]
    assert loaded == {"text": "走访20次\n\n**%", "whole": False}


def test_a_document_that_is_not_the_one_that_was_read_is_not_shown() -> None:
    column = Column(key="a", sha256="aa", document=Text("另一份公告,文字完全不同"))
    entry = said(PLAIN, "每季度入户走访不少于4次")
    sources = sources_of(Comparison(columns=(column,), rows=(Row(group="other", key="k", label="k", cells=(known(entry),)),)))
    assert (sources[0].text, sources[0].whole) == ("每季度入户走访不少于4次", False)


def test_nothing_of_a_notice_becomes_markup() -> None:
    page = page_of(made_comparison())
    tree = html.fromstring(page.encode("utf-8"))
    assert len(tree.xpath("//script[not(@type)]")) == 1
    assert tree.xpath("//img | //iframe | //object | //*[@onerror] | //*[@style] | //a[@href]") == []
    assert HOSTILE_TITLE in tree.xpath("string(//thead)")
    assert "49" not in tree.xpath("string(//tbody)")


def test_hidden_characters_are_shown_as_such() -> None:
    page = page_of(made_comparison())
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)
    assert texts_of(page)[1]["text"].count("\ufffd") == 4
    assert len(texts_of(page)[1]["text"]) == len(HOSTILE)


def test_the_policy_lets_only_the_own_style_and_script_run() -> None:
    page = page_of(made_comparison())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for tag, source in (("style", "style-src"), ("script", "script-src")):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert body
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{source} 'sha256-{digest}'" in policy[1]
    assert re.findall(r'(?:src|href)="(?!data:,)[^"]*"', page) == []
    assert "url(" not in page
    assert "@import" not in page


def test_json_cannot_end_its_element() -> None:
    text = as_inert_json({"a": "</script><!-- & \u2028"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!-- & \u2028"}


def text_of(page: str, path: str) -> str:
    return " ".join(html.fromstring(page.encode("utf-8")).xpath(f"string({path})").split())


SAID_ZH = (
    "要求最高 +4 次/年(20%)",
    "仅此提出",
    "已遮蔽",
    "未能读懂",
    "有多个值",
    "每万元预算 0.32",
    "每服务月 0.333",
    "= 16 次/年",
    "未比较: 属于上一项要求",
    "未提出: loaded",
    "比较值 24 次/年",
    "仅 qingshi",
    "包 01、02 · 50万元 · 12 个月 · 4 人".replace(" · ", ""),
    "专业服务",
    "★",
)
SAID_EN = (
    "asks most +4 次/year(20%)",
    "asks alone",
    "not compared: part of another demand",
    "Home visits",
    "does not ask: loaded",
)


@pytest.mark.parametrize(("language", "words"), [("zh", SAID_ZH), ("en", SAID_EN)])
def test_the_table_says_all_that_the_comparison_knows(language: str, words: tuple[str, ...]) -> None:
    shown = text_of(page_of(made_comparison(), language), "//table")
    assert [word for word in words if word not in shown] == []


def test_the_number_of_columns_that_speak_is_told_where_the_silent_ones_are_many() -> None:
    assert "1/5 列写明" in text_of(page_of(made_large(5, 4, 100)), "//table")


def test_the_page_says_where_its_columns_come_from() -> None:
    shown = text_of(page_of(made_comparison()), "//footer")
    assert "qingshi · 青石县救助服务 · qingshi.txt · SHA-256 aaaaaaaaaaaa" in shown


def test_states_are_told_apart_by_words_and_marks() -> None:
    tree = html.fromstring(page_of(made_comparison()).encode("utf-8"))
    cells = tree.xpath("//tr[contains(@class, 'r')]/td")
    by_state = {
        state: [c for c in cells if (c.get("class") or "known").split()[0] == state] for state in ("absent", "masked", "unread")
    }
    assert {cell.text_content() for cell in by_state["absent"]} == {"—"}
    assert all("已遮蔽" in cell.text_content() for cell in by_state["masked"])
    assert all(cell.text_content().count("未能读懂") == 1 for cell in by_state["unread"])
    assert any('=HYPERLINK("http://x.example")' in cell.text_content() for cell in by_state["unread"])


def test_versions_say_what_changed() -> None:
    shown = text_of(page_of(made_versions()), "//table")
    for word in ("↑ 收紧", "− 删除", "+ 新增", "= 相同"):
        assert shown.count(word) == 1
    assert "同一项目的版本" in text_of(page_of(made_versions()), "//header")


def test_rows_and_entries_that_hang_under_others_are_indented() -> None:
    tree = html.fromstring(page_of(made_comparison()).encode("utf-8"))
    assert [row.xpath("string(.//bdi)") for row in tree.xpath("//tr[@data-depth='1']")] == ["每次时长"]
    assert [entry.xpath("string(.//bdi)") for entry in tree.xpath("//div[@class='e d1']")] == ["每次不少于1小时"]


def test_a_comparison_read_from_its_json_has_a_page() -> None:
    again = Comparison.model_validate_json(render(made_comparison(), ".json"))
    quotes = [quote for entry in shown_quotes(page_of(again)) for quote in entry]
    assert "每季度入户走访不少于4次" in quotes
    assert all(not text["whole"] for text in texts_of(page_of(again)))


def test_an_empty_comparison_has_a_page() -> None:
    assert "<table" in page_of(Comparison(columns=(), rows=()))
    silent = Row(group="other", key="k", label="k", cells=(Cell(),))
    assert "—" in page_of(Comparison(columns=(Column(key="a", sha256="a"),), rows=(silent,)))


def test_evidence_that_repeats_is_marked_once() -> None:
    piece = Evidence(start=0, end=2, quote="走访", rule="a")
    entry = said("走访", "走访", evidence=(piece, piece.model_copy(update={"rule": "b"})))
    row = Row(group="other", key="k", label="k", cells=(known(entry),))
    assert shown_quotes(page_of(Comparison(columns=(Column(key="a", sha256="a"),), rows=(row,)))) == [["走访"]]


def test_a_page_for_a_province_stays_small() -> None:
    """A hundred notices in 150 rows: the texts once, and a few dozen bytes for a silent cell."""
    made = made_large(100, 150, 5_000)
    page = render(made, ".html")
    texts = sum(len(column.document.text.encode("utf-8")) for column in made.columns if column.document)
    asked = sum(cell.state != "absent" for row in made.rows for cell in row.cells)
    silent = sum(cell.state == "absent" for row in made.rows for cell in row.cells)
    assert len(page) < texts * 1.1 + asked * 320 + silent * 40 + 100_000
    assert page.count(b'class="folded"') == 4
