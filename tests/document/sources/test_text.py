from __future__ import annotations

import pytest

from tender_kit.document.layout import Paragraph
from tender_kit.document.sources import read_layout

from .shapes import noise_of, texts

WRAPPED = """              某某区社工站运营采购需求

一、服务内容

    为巩固本区社工站建设成果，推动专业力量参与困难群众的帮扶工作，现
通过购买服务方式委托专业机构承接运营。本项目分为两个包，供应商可以
兼投，但最多成为其中一个包的成交供应商。

1.1人员配置：每个社工站配备专职社工不少于 2 名，其中持有职业水平证
书的不少于 1 名；专职社工离职的，供应商应在 15
个工作日内补齐。

1.2站点开放：每周开放不少于 5 天，每天不少于 7 小时；
在醒目位置公示服务时间。

1.3个案服务：每站全年开展个案服务不少于 6 例，每例面谈不少于 4 次，

                              1
                       某某区社工站运营采购需求
个案记录须经督导审阅签字，结案率不低于 80%。

1.4督导支持：外聘督导到站督导每月不少于

                              2
3 次，每季度召开一次片区督导例会，督导记录与整改情况一并存档备查。

1.5能力建设：专职社工每人每年参加专业培训不少于 40 学时，服务期内持
证率达到 60%以上。

二、联系方式
采购人：某某区民政局
地址：某某区人民路某号某大厦某层（东门进，由南侧电梯上到三楼即达）
联系人：王老师

                              3
"""


def contents() -> list[Paragraph]:
    return [part for part in read_layout(WRAPPED).parts if isinstance(part, Paragraph) and not part.noise]


def test_lines_come_through_to_the_letter() -> None:
    lines = ["## 一、项目概况", "- **预算**: 5万元", "1\t某服务\t\t2", "|1 | 2|", "  ●  &lt;p&gt; <b>", "\u3000\u3000正文\u00a0"]
    assert texts(read_layout("\r\n".join(lines))) == lines


def test_blank_lines_are_counted_and_empty_cells_kept() -> None:
    layout = read_layout("\t序号\n\t1\n\t\n\t二\n\n\n三")
    assert [(p.text, p.gap) for p in layout.parts if isinstance(p, Paragraph)] == [
        ("\t序号", 0),
        ("\t1", 0),
        ("\t\n\t二", 0),
        ("三", 2),
    ]


def test_line_breaks_that_were_spelt_out_are_breaks() -> None:
    assert texts(read_layout("newlinenewline招标公告newlinenewline一、工程名称：某楼newline" * 9))[:2] == [
        "招标公告",
        "一、工程名称：某楼",
    ]
    assert texts(read_layout("产品支持 newline 命令")) == ["产品支持 newline 命令"]


def test_wrapped_lines_are_one_paragraph() -> None:
    found = {part.text[:4].strip(): part.text for part in contents()}
    assert next(text for text in found.values() if "为巩固" in text).count("\n") == 2
    assert found["1.1人"].endswith("应在 15\n个工作日内补齐。")
    assert found["1.2站"] == "1.2站点开放：每周开放不少于 5 天，每天不少于 7 小时；"


PROSE = """    为巩固本区社工站建设成果，推动专业力量参与困难群众的帮扶工作，现通过购
买服务方式委托专业机构承接运营，供应商应按期完成。
"""


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("    时间：4月14日至4月20日（节假日除外），每天上午8:30至12:00，下午", "14:00至17:30。", True),
        ("    本项目采用综合评分法，分值构成为：商务三十分，技术六十分，报价为十分。", "评审部分", False),
        ("    本项目采用综合评分法，分值构成为：商务三十分，技术六十分，报价为十分。", "由评审小组独立评审。", True),
    ],
    ids=["a-time-that-had-no-room", "the-head-of-a-table", "the-end-of-a-paragraph"],
)
def test_what_goes_on_below_the_edge_of_a_page(before: str, after: str, joined: bool) -> None:
    found = texts(read_layout(PROSE * 4 + f"{before}\n{after}\n评审因素\n"))
    assert (f"{before}\n{after}" in found) is joined


def test_a_paragraph_goes_on_over_a_page_number() -> None:
    going_on = [part.text for part in contents() if part.continues]
    assert going_on == [
        "个案记录须经督导审阅签字，结案率不低于 80%。",
        "3 次，每季度召开一次片区督导例会，督导记录与整改情况一并存档备查。",
    ]


def test_page_numbers_and_running_headers_are_noise() -> None:
    noise = [(part.text.strip(), part.noise) for part in read_layout(WRAPPED).parts if part.noise and isinstance(part, Paragraph)]
    assert noise == [
        ("1", "page_number"),
        ("某某区社工站运营采购需求", "running_header"),
        ("2", "page_number"),
        ("3", "page_number"),
    ]


def test_labels_stay_apart_though_their_lines_are_long() -> None:
    assert [part.text for part in contents()][-3:] == [
        "采购人：某某区民政局",
        "地址：某某区人民路某号某大厦某层（东门进，由南侧电梯上到三楼即达）",
        "联系人：王老师",
    ]


def test_text_that_is_not_wrapped_stays_line_by_line() -> None:
    lines = [f"({i})每季度开展社区活动不少于{i}场，" + "参加人数不少于三十人，" * i for i in range(1, 12)]
    assert texts(read_layout("\n".join(lines))) == lines


def test_columns_are_never_joined() -> None:
    rows = [f"{i}   某某区第{i}片区社工站日常运营和入户走访探视服务采购项目        1项   52.8" for i in range(1, 9)]
    assert texts(read_layout("\n".join(rows))) == rows


def test_figures_of_a_flat_table_are_no_page_numbers() -> None:
    table = "序号\n名称\n分值\n" + "\n".join(f"{i}\n第{i}项服务\n{10 - i}" for i in range(1, 8))
    assert noise_of(read_layout(table)) == {}


def test_dressed_page_numbers_count_upwards() -> None:
    body = [f"第{i}条 供应商应当按照合同约定提供服务。" for i in range(1, 5)]
    layout = read_layout("\n".join(f"{line}\n- {i} -" for i, line in enumerate(body, 1)))
    assert list(noise_of(layout)) == ["- 1 -", "- 2 -", "- 3 -", "- 4 -"]
    assert noise_of(read_layout("评分\n3/10\n说明\n1/10")) == {}


def test_lines_cut_by_the_number_of_their_characters() -> None:
    sentences = [
        "1.服务中心周一至周六对外开放,每日9:00至17:30接待来访,全年不少于300天,每周组织活动2次以上,节假日照常值守。",
        "2.项目组不得少于6人,其中持有社会工作师证书者4人以上,督导1人,2026年起每季度集中培训1次,每次不少于90分钟。",
        "3.全年个案不少于24例,每例面谈不少于6次,危机个案须在1小时内响应,并于24小时内形成记录,报街道备案存查一次。",
    ]
    lines = [sentence[at : at + 24] for sentence in sentences for at in range(0, len(sentence), 24)]
    layout = read_layout("\n".join(lines))
    assert [text.replace("\n", "") for text in texts(layout)] == sentences
