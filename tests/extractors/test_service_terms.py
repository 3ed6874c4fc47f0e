"""Term and place of service, of the project and of its lots."""

from __future__ import annotations

from datetime import date

import pytest

from tender_kit import parse
from tender_kit.document.build import build_document
from tender_kit.extractors.service_terms import extract_service
from tender_kit.models.notice import Service
from tender_kit.models.values import NoticeKind, Period


def service_of(text: str, kind: NoticeKind = NoticeKind.TENDER) -> Service:
    return extract_service(build_document(text), kind)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("合同履行期限：自合同签订之日起一年", Period(months=12)),
        ("服务期限：12个月", Period(months=12)),
        ("服务期：三年，合同一年一签", Period(months=36)),
        ("工期：100日历天", Period(days=100)),
        ("到货时间要求：成交后7天内送达", Period(days=7)),
        ("勘察设计服务期限：90日历天", Period(days=90)),
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


SENTENCE = "计划工期：1标段75日历天，2标段30日历天"
COLUMN = "标段号\t标段名称\t服务期限\n1\t东院改造\t75天\n2\t西院改造\t30天"
HEADINGS = "1标段要求：\n服务期限：75天\n2标段要求：\n服务期限：30天"


@pytest.mark.parametrize("said", [SENTENCE, COLUMN, HEADINGS], ids=["in-one-value", "a-column", "below-their-headings"])
def test_terms_that_differ_are_those_of_the_lots(said: str) -> None:
    notice = parse(f"敬老院改造招标公告\n一、项目概况\n1标段：东院改造\n2标段：西院改造\n{said}\n")
    assert [lot.service.value for lot in notice.lots] == [Period(days=75), Period(days=30)]
    assert notice.service.period.state == "ambiguous"
    assert [candidate.value for candidate in notice.service.period.candidates] == [Period(days=75), Period(days=30)]
    assert "ambiguous" not in {finding.code for finding in notice.findings}


def test_a_term_that_all_lots_share_is_the_projects() -> None:
    notice = parse("敬老院改造招标公告\n1标段：东院\n2标段：西院\n服务期限：1标段一年，2标段一年\n")
    assert notice.service.period.value == Period(months=12)
    assert [lot.service.value for lot in notice.lots] == [Period(months=12)] * 2
