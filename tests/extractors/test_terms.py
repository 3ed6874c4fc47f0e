"""Consortium and set-aside."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.terms import extract_consortium, extract_set_aside


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("本项目（否）接受联合体投标。", False),
        ("本项目（是）接受联合体投标。", True),
        ("本项目不接受联合体投标。", False),
        ("不接受联合申报，项目不得转包。", False),
        ("本项目接受联合体投标。", True),
        ("是否接受联合体投标：否", False),
        ("是否接受联合体投标：是", True),
        ("联合体投标：不接受", False),
        ("包号\t采购内容\t是否接受联合体\n1\t助餐\t否\n2\t助浴\t否", False),
        ("本次采购拒绝联合体参加。", False),
        ("本项目允许联合体投标，联合体成员不得超过两家。", True),
        ("不允许供应商组成联合体参加。", False),
        ("本项目不得以联合体形式投标。", False),
        ("是否接受联合体：□是 ☑否", False),
        ("是否接受联合体：■是 □否", True),
        ("本项目（☑是 □否）接受联合体投标。", True),
        ("本项目（□是 ☑否）接受联合体投标。", False),
        ("本项目（□是 □否）接受联合体投标。", None),
        ("接受联合体投标：（√）是（ ）否", True),
        ("以联合体形式投标的，应提交联合体协议。", None),
        ("如接受联合体投标，联合体各方均应具备资格。", None),
        ("供应商须独立承担民事责任。", None),
    ],
)
def test_consortia(text: str, allowed: bool | None) -> None:
    assert extract_consortium(build_document(text)).value is allowed


def test_a_refusal_holds_against_a_clause_on_how_consortia_would_bid() -> None:
    text = "本项目不接受联合体投标。\n接受联合体投标的，牵头人应当提交协议。"
    assert extract_consortium(build_document(text)).value is False


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("本项目专门面向中小企业采购。", "whole"),
        ("本项目属于专门面向小微企业采购的项目。", "whole"),
        ("本项目非专门面向中小企业采购。", "none"),
        ("本项目不专门面向中小企业采购。", "none"),
        ("本项目不属于专门面向中小企业采购的项目。", "none"),
        ("是否专门面向中小企业采购：否", "none"),
        ("是否专门面向中小企业采购：是", "whole"),
        ("是否专门面向中小企业采购：□是 ■否", "none"),
        ("是否专门面向中小企业采购：☑是 □否", "whole"),
        ("本项目（□是 ☑否）专门面向中小企业采购。", "none"),
        ("本项目（☑是 □否）专门面向中小企业采购。", "whole"),
        ("采购包1专门面向中小企业采购。\n采购包2非专门面向中小企业采购。", "partial"),
        ("如本项目专门面向中小企业采购，供应商应提交声明函。", None),
        ("小微企业价格扣除10%。", None),
        ("本项目预留份额40%以上专门面向中小企业采购。", "partial"),
        ("专门面向中小企业采购，预留份额为40%以上。", "partial"),
        ("合同款预留5%。本项目专门面向中小企业采购。", "whole"),
    ],
)
def test_set_aside(text: str, answer: str | None) -> None:
    assert extract_set_aside(build_document(text), 0).value == answer


@pytest.mark.parametrize(("lots", "answer"), [(2, "partial"), (1, "whole")])
def test_one_lot_of_two_is_set_aside(lots: int, answer: str) -> None:
    text = "1.具有独立承担民事责任的能力；\n2.B包专门面向小微企业采购。"
    assert extract_set_aside(build_document(text), lots).value == answer


def test_set_aside_in_a_column() -> None:
    table = "序号\t采购项目名称\t预算金额（万元）\t是否专门面向中小企业采购\n1\t助餐\t36\t是\n2\t助浴\t20\t否"
    assert extract_set_aside(build_document(table), 0).value == "partial"
