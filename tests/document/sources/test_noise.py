from __future__ import annotations

import pytest

from tender_kit.document.layout import Paragraph
from tender_kit.document.sources import mark_noise

BODY = [
    "某某区巡访服务竞争性磋商公告",
    "一、项目概况",
    "本项目为困难群众提供每月一次的上门巡访。",
    "二、联系方式",
    "联系人：李老师",
] * 3


def marked(*lines: str) -> list[str]:
    parts = [Paragraph(line) for line in lines]
    mark_noise(parts)
    return [part.noise for part in parts]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("当前位置：首页 >> 政务公开 >> 通知公告", "navigation"),
        ("您的位置: 首页 > 采购公告 > 正文", "navigation"),
        (" 网站首页 > ", "navigation"),
        ("*** 部分为隐藏内容,查看完整信息请", "login_wall"),
        ("登录后查看更多信息", "login_wall"),
        ("【打印本页】 【关闭窗口】", "tool"),
        ("收藏 | 订阅同类项目 | 标书代写", "tool"),
        ("字体：[大 中 小]   浏览次数：135次", "tool"),
        ("分享到：微信 微博 QQ空间", "share"),
        ("上一篇：某某区适老化改造项目成交公告", "related"),
        ("下一条：没有了", "related"),
        ("主办：某某区政府办公室  网站标识码：1234567890  某ICP备00000000号", "footer"),
        ("版权所有 © 某某采购网", "footer"),
    ],
)
def test_what_stands_around_a_notice_is_noise(line: str, kind: str) -> None:
    assert marked(*BODY, line, "三、公告期限") == ["", *[""] * 14, kind, ""]


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2026-05-11    来源：某某街道    浏览次数：    字体：[大 中 小]",
        "【信息时间：2026-04-09】【阅读次数：0】【我要打印】【关闭】",
        "位置：某某区人民路15号",
        "联系人：登录后查看",
        "注册会员单位不少于30家",
        "小程序",
        "主办单位：某某区民政局",
        "相关附件：",
        "附件1 采购需求.docx",
        "中标人应当做好平台的技术支持：每月巡检一次。",
        "（三）软件著作权的版权所有人为采购人。",
        "成交供应商应当设立首页信息公示栏",
    ],
)
def test_facts_and_clauses_are_content(line: str) -> None:
    assert marked(*BODY, line, *BODY) == [""] * 31


def test_words_of_the_edge_count_only_beside_noise() -> None:
    assert marked(*BODY, "【打印】【关闭】", "微信客服", "公众号", "小程序")[-4:] == ["tool"] * 4
    assert marked("服务渠道", "公众号", "小程序", "热线电话", *BODY)[:4] == [""] * 4


def test_the_list_of_other_notices_is_noise_to_the_end() -> None:
    tail = [
        "某某市最新招标",
        "邻区助餐服务询价公告",
        "某省 | 某市 招标公告",
        "发布时间:3小时前",
        "邻县家政服务中标公告",
        "发布时间:9小时前",
    ]
    assert marked(*BODY, *tail) == [""] * 15 + ["related"] * 6


def test_a_list_that_turns_into_the_notice_is_content() -> None:
    assert marked(*BODY, "相关信息", "一、磋商保证金", "金额为伍仟元，转账缴纳。", "二、履约保证金") == [""] * 19


def test_the_header_of_an_aggregator_is_content() -> None:
    head = [
        "某市巡访项目公告",
        "招标公告 某省 | 某市",
        "发布时间:12小时前",
        "项目编号:AB-01",
        "预算金额:50万元",
        "024-********",
        "联系人:于**",
        "招标人",
    ]
    assert marked(*head, "*** 部分为隐藏内容,登录后查看完整信息", *BODY)[:9] == [""] * 8 + ["login_wall"]


def test_a_menu_copied_one_entry_a_line_is_noise() -> None:
    assert marked("招标公告", "答疑澄清", "文件下载", "中标结果公示", *BODY)[:5] == ["navigation"] * 4 + [""]
    assert marked("招标公告", *BODY)[0] == ""
