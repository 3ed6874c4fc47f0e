"""What the opening sentence says of parties, project, deadline and session."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.prose import announced_deadlines, announced_openings, commissions, subjects


def parties(text: str) -> dict[str, str]:
    return {found.role: found.name.text for found in commissions(build_document(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "恒信咨询有限公司受青石县民政局委托，就助餐项目组织竞争性磋商。",
            {"agency": "恒信咨询有限公司", "buyer": "青石县民政局"},
            id="agency-commissioned-by-buyer",
        ),
        pytest.param(
            "恒信咨询有限公司（以下简称“代理机构”）受青石县民政局（以下简称“采购人”）的委托，现进行公开招标。",
            {"agency": "恒信咨询有限公司", "buyer": "青石县民政局"},
            id="with-short-names-in-brackets",
        ),
        pytest.param(
            "受云岭镇人民政府委托，云岭工程管理咨询有限公司就托养服务以比选方式进行采购。",
            {"agency": "云岭工程管理咨询有限公司", "buyer": "云岭镇人民政府"},
            id="buyer-first",
        ),
        pytest.param(
            "青石县民政局现委托恒信咨询有限公司对助餐项目进行询价。",
            {"agency": "恒信咨询有限公司", "buyer": "青石县民政局"},
            id="buyer-hands-over",
        ),
        pytest.param("青石县民政局拟采购助餐服务，欢迎报名。", {"buyer": "青石县民政局"}, id="buyer-alone"),
        pytest.param("本项目委托第三方机构开展绩效评价。", {}, id="commissioned-work-is-no-party"),
        pytest.param("供应商不得委托他人投标。", {}, id="a-ban"),
        pytest.param("本项目为助餐项目，由青石县残疾人联合会组织实施。", {}, id="who-runs-it-is-not-said-to-buy"),
    ],
)
def test_parties(text: str, expected: dict[str, str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("恒信公司受托就青石县助餐项目（项目编号：QS-01）进行磋商。", "青石县助餐项目", "QS-01"),
        ("现就“青石县助餐服务”项目（招标编号：QS/2026-01）公开招标。", "青石县助餐服务", "QS/2026-01"),
        ("青石县助餐服务项目的潜在供应商应在平台获取采购文件。", "青石县助餐服务项目", None),
        ("本项目为青石县助餐服务项目，采购人：青石县民政局。", "青石县助餐服务项目", None),
        ("一、项目概况\n青石县社区助餐服务项目，采购标的如下。", "青石县社区助餐服务项目", None),
    ],
)
def test_the_project_of_the_opening_sentence(text: str, name: str, number: str | None) -> None:
    (subject, *_) = subjects(build_document(text))
    assert subject.name.text == name
    assert (subject.number.text if subject.number else None) == number


@pytest.mark.parametrize(
    "text", ["无为青石县助餐项目（项目编号：QS-01）。", "本项目为一般项目。", "青石县社区助餐服务项目，采购标的如下。"]
)
def test_what_names_no_project(text: str) -> None:
    assert [subject.name.text for subject in subjects(build_document(text))] == []


def texts(flows: object) -> list[str]:
    return [flow.text for flow in flows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("潜在供应商应获取文件，并于2026年4月8日9点30分（北京时间）前提交响应文件。", ["2026年4月8日9点30分"]),
        ("请于2026年4月8日17:00前将密封的报价文件送达我局办公室。", ["2026年4月8日17:00"]),
        ("报名截止时间为2026年4月8日，逾期不予受理。", ["2026年4月8日"]),
        ("至2026年4月8日9时响应文件递交截止时，共三家递交。", ["2026年4月8日9时"]),
        ("请于2026年4月1日前领取采购文件。", []),
        ("投标保证金应于2026年4月1日前缴纳。", []),
        ("如有疑问应于2026年4月1日前递交书面质疑。", []),
        ("供应商每月5日前提交月报。", []),
    ],
)
def test_deadlines_in_sentences(text: str, expected: list[str]) -> None:
    assert texts(announced_deadlines(build_document(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("比选会定于2026年4月9日上午9时在三楼召开。", ["2026年4月9日上午9时"]),
        ("评审时间安排在2026年4月9日，地点另行通知。", ["2026年4月9日"]),
        ("磋商时间为2026年4月9日上午9:00", ["2026年4月9日上午9:00"]),
        ("已于2026年4月9日上午9:00开标。", ["2026年4月9日上午9:00"]),
        ("2026年4月9日上午9:00开标时间另行通知。", []),
        ("服务于2026年4月9日开始。", []),
    ],
)
def test_sessions_in_sentences(text: str, expected: list[str]) -> None:
    assert texts(announced_openings(build_document(text))) == expected
