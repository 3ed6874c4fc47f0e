"""Consortium, set-aside, term and place of service."""

from __future__ import annotations

from datetime import date

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.terms import extract_consortium, extract_service, extract_set_aside
from tender_kit.models.notice import Service
from tender_kit.models.values import NoticeKind, Period


def service_of(text: str, kind: NoticeKind = NoticeKind.TENDER) -> Service:
    return extract_service(build_document(text), kind)


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


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("合同履行期限：自合同签订之日起一年", Period(months=12)),
        ("服务期限：12个月", Period(months=12)),
        ("服务期：三年，合同一年一签", Period(months=36)),
        ("工期：100日历天", Period(days=100)),
        ("服务期限：合同签订后90天内完成", Period(days=90)),
        ("服务期限：2026年5月1日至2027年4月30日", Period(months=12, start=date(2026, 5, 1), end=date(2027, 4, 30))),
        ("服务时间：2026年5月1日-12月31日", Period(months=8, start=date(2026, 5, 1), end=date(2026, 12, 31))),
        ("履约期限：半年", Period(months=6)),
        ("服务期为合同签订后的一年，不另顺延。", Period(months=12)),
        ("服务期两年，合同一年一签。", Period(months=24)),
        ("服务期满一年后考核。", None),
        ("服务期间每年考核两次。", None),
        ("服务期限：2026年3月20日 起 2027年3月19日 止", Period(months=12, start=date(2026, 3, 20), end=date(2027, 3, 19))),
        ("合同期限：自****年**月**日起至****年**月**日止（共十二个月）", Period(months=12)),
        ("公告期限：5个工作日", None),
        ("质保期限：一年", None),
    ],
)
def test_terms(text: str, period: Period | None) -> None:
    assert service_of(text).period.value == period


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("服务期限：*年", "masked", id="asterisk"),
        pytest.param("服务期限：按采购人要求", "unread", id="no-length"),
        pytest.param("服务内容：走访", "absent", id="nothing-said"),
    ],
)
def test_terms_that_cannot_be_read(text: str, state: str) -> None:
    assert service_of(text).period.state == state


def test_terms_of_several_items_end_with_the_latest() -> None:
    table = "序号\t服务内容\t完成时间\n1\t走访\t2026年10月31日\n2\t宣传\t2026年11月30日"
    period = service_of(table).period.value
    assert period is None or period.end == date(2026, 11, 30)


def test_a_corrected_term_is_the_later_one() -> None:
    table = "更正公告\n序号\t更正项\t更正前内容\t更正后内容\n1\t交货期\t合同签订后45天内\t合同签订后60天内\n"
    assert service_of(table, NoticeKind.CORRECTION).period.value == Period(days=60)


def test_a_term_that_a_sentence_corrects_is_the_later_one() -> None:
    text = "更正公告\n1、原文件“服务期自合同签订之日起半年”，修改为“服务期自合同签订之日起一年”。\n"
    assert service_of(text, NoticeKind.CORRECTION).period.value == Period(months=12)


def test_the_place_ends_with_its_sentence() -> None:
    assert service_of("服务地点：石桥镇辖区。具体由采购人安排。").place.value == "石桥镇辖区"
