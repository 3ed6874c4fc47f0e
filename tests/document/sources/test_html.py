from __future__ import annotations

import pytest

from tender_kit.core.errors import LimitExceeded
from tender_kit.document.layout import Grid, Paragraph
from tender_kit.document.sources import Limits, read_layout

from .shapes import cells, grids, noise_of, page, texts


def test_blocks_and_breaks_part_paragraphs_and_inline_markup_does_not() -> None:
    body = "<div>预算<b>金额</b>：<span>5</span><span>0</span>万元<br>工期<p>一年</p>尾<ul><li>甲<li>乙</ul></div>"
    assert texts(page(body)) == ["预算金额：50万元", "工期", "一年", "尾", "甲", "乙"]


def test_white_space_is_drawn_together_as_in_a_browser() -> None:
    assert texts(page("<p>\n   采购人 \n  名称：&nbsp;某局&nbsp; </p><p>&nbsp;</p>")) == ["采购人 名称：\u00a0某局\u00a0"]
    assert texts(page("<p>第一章\t 公告 \t2</p>")) == ["第一章\t公告\t2"]
    assert texts(page("<pre>一  二\n三\t四</pre>")) == ["一  二", "三\t四"]


def test_entities_that_spell_a_tag_are_text() -> None:
    assert texts(page("<p>&lt;p&gt;评分&lt;60&lt;/p&gt;</p>")) == ["<p>评分<60</p>"]


def test_what_no_reader_sees_is_left_out() -> None:
    hidden = (
        "<script>var a='公告'</script><style>p{}</style><!-- 注释 --><noscript>开启脚本</noscript><template>模板</template>"
        "<p hidden>隐</p><div style='color:red; DISPLAY : none'><p>藏</p></div><input type=hidden value=密><%@ page import='x' %>"
    )
    assert texts(page(f"<p>见</p>{hidden}尾")) == ["见", "尾"]


def test_form_fields_show_their_values() -> None:
    boxes = "<p><input type=checkbox checked>是<input type=radio>否</p>"
    body = f"<p>名称：<input value='某局'></p>{boxes}<select><option>甲<option selected>乙</select>"
    assert texts(page(body)) == ["名称：某局", "■是□否", "乙"]


def test_headings_keep_their_level() -> None:
    assert [part.level for part in page("<h1>公告</h1><p>文</p><h3>一</h3>尾").parts if isinstance(part, Paragraph)] == [
        1,
        0,
        3,
        0,
    ]


def test_tables_keep_spans_heads_and_the_paragraphs_of_cells() -> None:
    table = (
        "<table><caption>清单</caption><thead><tr><td>包<td>内容</thead><tr><th rowspan=2>01<td><p>一</p><p>二</p>"
        "<tr><td>三<br>四</table>"
    )
    layout = page(table)
    grid = grids(layout.parts)[0]
    assert texts(layout) == ["清单"]
    assert cells(grid) == [["包", "内容"], ["01", "一/二"], ["三/四"]]
    assert [[(cell.rowspan, cell.head) for cell in row] for row in grid.rows] == [
        [(1, True)] * 2,
        [(2, True), (1, False)],
        [(1, False)],
    ]


def test_spans_are_cut_to_the_table() -> None:
    grid = grids(page("<table><tr><td colspan=1000000 rowspan=65535>题<tr><td>甲<td>乙</table>").parts)[0]
    assert [[(cell.rowspan, cell.colspan) for cell in row] for row in grid.rows] == [[(2, 2)], [(1, 1), (1, 1)]]


def test_a_table_inside_a_cell_is_a_grid_of_that_cell() -> None:
    grid = grids(
        page("<table><tr><td>标的<td><table><tr><td>名称<td>数量<tr><td>走访<td>2</table><tr><td>金额<td>5万</table>").parts
    )[0]
    inner = grid.rows[0][1].content[0]
    assert isinstance(inner, Grid)
    assert cells(inner) == [["名称", "数量"], ["走访", "2"]]


def test_a_nested_table_that_fills_its_columns_is_lifted() -> None:
    inner = "<table><tr><td>走访<td>2<tr><td>培训<td>3</table>"
    table = f"<table><tr><td>包<td>品目<td>数量<td>预算<tr><td>1<td colspan=2>{inner}<td>5万</table>"
    grid = grids(page(table).parts)[0]
    assert cells(grid) == [["包", "品目", "数量", "预算"], ["1", "走访", "2", "5万"], ["培训", "3"]]
    assert [cell.rowspan for cell in grid.rows[1]] == [2, 1, 1, 2]


def test_layout_tables_dissolve_into_paragraphs() -> None:
    article = "".join(f"<p>第{i}条 供应商应当履约。</p>" for i in range(12))
    assert not grids(page(f"<table><tr><td>{article}</table>").parts)
    assert not grids(page(f"<table><tr><td><tr><td>&nbsp;<td>{article}<td></table>").parts)
    outer = page("<table><tr><td><table><tr><td>包<td>价<tr><td>1<td>5</table></table>")
    assert cells(grids(outer.parts)[0]) == [["包", "价"], ["1", "5"]]


def test_a_form_row_with_a_long_answer_is_a_table() -> None:
    article = "".join(f"<p>第{i}条 供应商应当履约。</p>" for i in range(12))
    assert len(grids(page(f"<table><tr><td>名称<td>走访服务<tr><td>要求<td>{article}</table>").parts)) == 1


def test_rows_without_a_table_are_one_table() -> None:
    assert cells(grids(read_layout("<tr><td>包<td>价</tr>\n<tr><td>1<td>5</tr><p>注</p>").parts)[0]) == [["包", "价"], ["1", "5"]]


def test_tables_too_deep_are_read_as_paragraphs() -> None:
    layout = read_layout("<table><tr><td>甲<td>乙" * 30, limits=Limits(depth=3))
    assert str(layout).count("'甲'") == 30


def test_menus_side_bars_and_footers_are_noise() -> None:
    body = (
        "<ul class='nav'><li><a href=/>首页</a><li><a href=/1>政策</a></ul>"
        "<div><a href=/a>法规</a><a href=/b>办事</a><a href=/c>互动</a></div>"
        "<h1>某区走访项目公告</h1><p>发布时间：2026-01-02 来源：区民政局</p><p>一、概况</p>"
        "<div class='side-bar related'><p>热门文章</p></div><footer>某区民政局主办</footer>"
    )
    layout = page(body)
    assert noise_of(layout) == {
        "首页": "navigation",
        "政策": "navigation",
        "法规办事互动": "navigation",
        "热门文章": "related",
        "某区民政局主办": "footer",
    }


def test_attachments_and_header_facts_are_content_whatever_their_class() -> None:
    body = (
        "<div class='header'><p>项目编号：AB-1</p></div><p>附件：</p>"
        "<p><a href=1>采购文件</a></p><p><a href=2>图一.pdf</a></p><p><a href=3>表二</a></p>"
        "<table class=top><tr><td>索引号<td>01<td>发文单位<td>民政局</table>"
    )
    layout = page(body)
    assert noise_of(layout) == {}
    assert grids(layout.parts)[0].noise == ""


def test_a_table_of_nothing_but_links_is_noise() -> None:
    links = "".join(f"<td><a href={i}>栏目{i}</a>" for i in range(6))
    assert grids(page(f"<p>公告</p><table><tr>{links}</table><p>正文</p>").parts)[0].noise == "navigation"


def test_markup_that_no_parser_gets_through_is_read_as_text_with_a_note() -> None:
    layout = read_layout("<p>甲&amp;乙</p><script>x</script>" + "<div>" * 5000 + "丙")
    assert texts(layout) == ["甲&乙", "丙"]
    assert [code for code, _, _ in layout.notes] == ["source.markup"]


def test_limits_name_the_option_that_raises_them() -> None:
    with pytest.raises(LimitExceeded, match=r"上限 5.*table_cells"):
        read_layout("<table><tr>" + "<td>一" * 6, limits=Limits(table_cells=5))
    with pytest.raises(LimitExceeded, match=r"上限 9.*Limits\(elements"):
        read_layout("<p>" * 10, limits=Limits(elements=9))
    with pytest.raises(LimitExceeded, match=r"上限 9.*Limits\(bytes"):
        read_layout("一" * 10, limits=Limits(bytes=9))
