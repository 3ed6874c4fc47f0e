"""Title, kind and method of a notice."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.kinds import extract_kind, extract_method, extract_title


def kind_of(text: str) -> str | None:
    document = build_document(text + "\n")
    return extract_kind(document, extract_title(document)).value


def method_of(text: str) -> str | None:
    document = build_document(text + "\n")
    return extract_method(document, extract_title(document)).value


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("青石县助餐项目公开招标公告\n项目编号：1-01", "青石县助餐项目公开招标公告", id="first-line"),
        pytest.param(
            "首页\n当前位置：首页>公告\n青石县助餐项目比选公告\n正文。", "青石县助餐项目比选公告", id="below-navigation"
        ),
        pytest.param("中标公告\n青石县助餐项目中标公告\n一、项目编号：1", "青石县助餐项目中标公告", id="named-before-bare"),
        pytest.param("青石县助餐服务采购项目\n竞争性磋商公告\n正文。", "青石县助餐服务采购项目", id="subject-above-bare-words"),
        pytest.param(
            "松江镇2026年6月政府采购意向\n为便于了解。", "松江镇2026年6月政府采购意向", id="intention-without-notice-word"
        ),
        pytest.param("青石县助餐项目招标公告（第二次）\n正文。", "青石县助餐项目招标公告（第二次）", id="second-time"),
        pytest.param("政府采购合同（服务类）\n合同编号：1", "政府采购合同（服务类）", id="a-contract"),
    ],
)
def test_titles(text: str, title: str) -> None:
    reading = extract_title(build_document(text))
    assert reading.value is not None
    assert reading.value.replace("(", "（").replace(")", "）") == title


def test_a_text_without_title_has_none() -> None:
    assert extract_title(build_document("一、服务内容\n1.每月走访两次。\n")).state == "absent"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青石县助餐项目公开招标公告", "tender"),
        ("青石县助餐项目竞争性磋商公告", "tender"),
        ("青石县助餐项目询价通知书公告", "tender"),
        ("青石县助餐服务比选公告", "tender"),
        ("青石县助餐服务遴选公告", "tender"),
        ("青石县助餐项目中标（成交）结果公告", "award"),
        ("青石县助餐项目中标候选人公示", "award"),
        ("关于青石县助餐项目成交结果的公示", "award"),
        ("青石县助餐项目更正公告", "correction"),
        ("青石县助餐项目竞争性磋商更正公告（第一次）", "correction"),
        ("青石县助餐项目变更公告", "correction"),
        ("关于青石县助餐项目延期开标的公告", "correction"),
        ("青石县助餐项目招标文件澄清公告", "correction"),
        ("青石县助餐项目终止公告", "termination"),
        ("青石县助餐项目废标公告", "termination"),
        ("青石县助餐项目流标公示", "termination"),
        ("青石县助餐项目合同公告", "contract"),
        ("青石县助餐项目单一来源采购公示", "single_source"),
        ("青石县民政局2026年3月政府采购意向公告", "intention"),
        ("青石县助餐项目资格预审公告", "prequalification"),
        ("青石县助餐项目验收结果公告", "acceptance"),
    ],
)
def test_kinds_by_title(title: str, kind: str) -> None:
    assert kind_of(f"{title}\n项目编号：QS-2026-1") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "一、服务内容\n1.走访。\n二、服务期限：一年\n三、付款方式：按季支付", "requirements", id="bare-requirements"
        ),
        pytest.param(
            "一、项目编号：A-1\n二、中标供应商名称：某公司\n三、中标金额：5万元\n四、评审专家名单：周某",
            "award",
            id="award-headings",
        ),
        pytest.param(
            "资格预审公告\n工程建设 招标公告 资格预审公告 中标候选人公示\n妇幼保健院勘察设计资格预审公告\n一、招标条件",
            "prequalification",
            id="the-menu-of-a-portal",
        ),
        pytest.param("今日天气晴。\n明日多云。", None, id="no-notice-at-all"),
    ],
)
def test_kinds_without_title(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("青石县助餐项目公开招标公告", "open_tender"),
        ("青石县助餐项目采购公告\n采购方式：竞争性谈判", "competitive_negotiation"),
        ("青石县助餐项目采购公告\n采购方式：邀请招标", "invited_tender"),
        ("青石县助餐项目成交公告\n采购方式：询价", "inquiry"),
        ("青石县助餐项目竞争性磋商公告", "competitive_consultation"),
        ("青石县助餐项目比选公告", "price_comparison"),
        ("青石县助餐项目遴选公告", "selection"),
        ("青石县助餐项目竞价公告", "auction"),
        ("青石县助餐项目框架协议采购征集公告", "framework"),
        ("青石县助餐项目公告\n现采用公开比选的方式选定承接单位。", "price_comparison"),
        ("青石县助餐项目公告\n供应商可于本月领取磋商文件。", "competitive_consultation"),
        ("青石县助餐项目公告\n竞争性磋商响应文件须用最新版编制。", "competitive_consultation"),
        ("青石县助餐项目公告\n附件：公开招标文件（定稿）.pdf", "open_tender"),
        ("青石县助餐项目结果公告\n其他事项：采购方式为公开招标，公告期一日。", "open_tender"),
        ("青石县助餐项目公告\n预算：5万元", None),
    ],
)
def test_methods(text: str, method: str | None) -> None:
    assert method_of(text) == method


def test_the_label_wins_over_the_title() -> None:
    assert method_of("青石县助餐项目招标公告\n采购方式：竞争性磋商\n潜在供应商应获取谈判文件。") == "competitive_consultation"
