"""The section tree, by what stands above a line."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.document.model import Document


def path_of(document: Document, words: str) -> tuple[str, ...]:
    return next(block.section.path for block in document.blocks if words in block.flow.text)


def test_a_tree_of_three_styles() -> None:
    text = (
        "一、项目概况\n概况正文在此。\n二、服务要求\n（一）人员要求\n1.社工两名。\n"
        "（二）场地要求\n场地一处。\n三、付款方式\n按季度支付。"
    )
    document = build_document(text)
    assert path_of(document, "社工两名") == ("服务要求", "人员要求")
    assert path_of(document, "场地一处") == ("服务要求", "场地要求")
    assert path_of(document, "按季度") == ("付款方式",)
    assert [section.title for section in document.root.children] == ["项目概况", "服务要求", "付款方式"]
    assert [section.number for section in document.root.children] == ["一、", "二、", "三、"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("四、服务要求\n四、付款方式\n目标行", ("付款方式",), id="an-ordinal-used-twice"),
        pytest.param("三、服务要求\n七、付款方式\n目标行", ("付款方式",), id="ordinals-that-jump"),
        pytest.param("1.服务要求\n1.1人员\n目标行", ("服务要求", "人员"), id="decimal-below-arabic"),
        pytest.param("# 公告标题\n## 一、服务要求\n目标行", ("公告标题", "服务要求"), id="markdown"),
        pytest.param("第三章 采购需求\n一、服务要求\n目标行", ("采购需求", "服务要求"), id="chapter"),
        pytest.param("*、服务要求\n目标行", ("服务要求",), id="ordinal-hidden-by-an-asterisk"),
        pytest.param("*、服务要求\n*.人员\n*.探访\n目标行", ("服务要求", "探访"), id="hidden-ordinals-of-two-ranks"),
        pytest.param("、服务要求\n目标行", ("服务要求",), id="ordinal-lost"),
        pytest.param("一、服务要求：\n目标行", ("服务要求",), id="colon-is-no-part-of-the-title"),
        pytest.param("01包要求：\n目标行", ("01包要求",), id="heading-that-names-a-lot"),
        pytest.param(
            "一、商务要求\n按月报送。\n二、包组1：基地运营服务\n（一）人员\n目标行",
            ("包组1:基地运营服务", "人员"),
            id="a-lot-with-its-name-behind-a-colon",
        ),
        pytest.param("02、03包采购需求\n目标行", ("02、03包采购需求",), id="heading-that-names-two-lots"),
    ],
)
def test_what_stands_above(text: str, path: tuple[str, ...]) -> None:
    assert path_of(build_document(text), "目标行") == path


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1.供应商须在每季度末提交工作报告；", id="a-clause"),
        pytest.param("2.项目编号：QS-2026-01", id="a-label-with-its-value"),
        pytest.param("3.中标人应当为派驻的全部服务人员足额购买意外伤害保险和雇主责任保险并承担由此产生的费用", id="a-long-line"),
    ],
)
def test_clauses_and_labels_are_no_headings(line: str) -> None:
    document = build_document(f"一、服务要求\n{line}\n目标行")
    assert path_of(document, "目标行") == ("服务要求",)


def test_a_numbered_label_ends_the_section_before_it() -> None:
    document = build_document("一、采购需求\n服务内容一项。\n二、公告期限：3个工作日\n目标行")
    assert path_of(document, "目标行") == ()
    assert document.root.children[0].end == document.text.index("二、")


def test_headings_of_the_source_count_without_numbers() -> None:
    html = "<h2>服务要求</h2><p>人员两名。</p><h3>场地</h3><p>目标行</p>"
    assert path_of(build_document(html, media_type="text/html"), "目标行") == ("服务要求", "场地")
