"""Days and hours of a notice."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.schedule import extract_schedule, published_day
from tender_kit.models.notice import Schedule
from tender_kit.models.values import NoticeKind

BEIJING = timezone(timedelta(hours=8))


def read(text: str, kind: NoticeKind = NoticeKind.TENDER) -> Schedule:
    return extract_schedule(build_document(text + "\n"), kind)


def said(schedule: Schedule, name: str) -> str | None:
    value = getattr(schedule, name).value
    if value is None:
        return None
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else value.isoformat()


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("投标截止时间：2026年4月8日9:30", "2026-04-08 09:30"),
        ("提交响应文件截止时间：2026年4月8日09点30分（北京时间）", "2026-04-08 09:30"),
        ("递交截止时间：2026-04-08 14:00:00", "2026-04-08 14:00"),
        ("投标文件递交截止时间：2026年4月8日下午3时", "2026-04-08 15:00"),
        ("报价截止时间：2026年4月8日", "2026-04-08"),
        ("四、响应文件提交\n截止时间：2026年4月8日9:30\n地点：二楼", "2026-04-08 09:30"),
        ("四、提交投标文件截止时间、开标时间和地点\n2026年4月8日9点30分（北京时间）\n地点：二楼", "2026-04-08 09:30"),
        ("请于2026年4月8日17:00前将报价文件密封送达。", "2026-04-08 17:00"),
        ("报价时间：2026年3月2日至3月6日17时止", "2026-03-06 17:00"),
        ("响应文件递交时间：2026年4月8日9:00至9:30", "2026-04-08 09:30"),
        ("五、投标与开标\n投标文件递交时间：2026年4月8日8时30分至9时30分", "2026-04-08 09:30"),
        ("五、投标截止\n截止：2026年4月8日9时", "2026-04-08 09:00"),
        ("比选时间：2026年4月8日下午3:00（申报材料当场递交）", "2026-04-08 15:00"),
        ("比选时间：2026年4月8日下午3:00", None),
        ("质疑截止时间：2026年4月1日", None),
        ("投标保证金缴纳截止时间：2026年4月1日17:00", None),
        ("投标截止时间：另行通知", None),
        ("服务期限：2026年5月1日至2027年4月30日", None),
        ("【投标截止时间】2026年4月8日9时30分（北京时间）", "2026-04-08 09:30"),
        ("[递交截止时间]：2026年4月8日9:30", "2026-04-08 09:30"),
        ("投标截止时间 2026年4月8日9:30", "2026-04-08 09:30"),
        ("至投标截止时间（2026年4月8日9时30分），有效投标人不足三家。", "2026-04-08 09:30"),
        ("【公开招标】某某局2026年4月8日起采购", None),
    ],
)
def test_deadlines(text: str, deadline: str | None) -> None:
    assert said(read(text), "bid_deadline") == deadline


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("开标时间：2026年4月8日9:30", "2026-04-08 09:30"),
        ("投标截止时间及开标时间：2026年4月8日9:30", "2026-04-08 09:30"),
        ("五、开启\n时间：2026年4月8日9:30\n地点：二楼", "2026-04-08 09:30"),
        ("磋商时间：2026年4月8日上午10时", "2026-04-08 10:00"),
        ("比选会定于2026年4月9日上午9时在三楼召开。", "2026-04-09 09:00"),
        ("开标时间为2026年9月2日11:00（北京时间）。", "2026-09-02 11:00"),
        ("磋商时间为2026年4月8日上午9:00", "2026-04-08 09:00"),
        ("开标日期2026年4月8日上午9时00分，地点另行通知。", "2026-04-08 09:00"),
        ("本项目于2026年4月8日上午9:30开标。", "2026-04-08 09:30"),
        ("2026年4月8日9:30在四楼会议室开启。", "2026-04-08 09:30"),
        ("本项目于2026年4月8日上午9:30开标后公示结果。", None),
        ("五、投标与开标\n投标文件递交时间：2026年4月8日8时30分至9时30分", None),
        ("投标截止时间：2026年4月8日9:30", None),
        ("响应文件递交截止时间（即开启时间）：2026年4月8日9:30", "2026-04-08 09:30"),
        ("递交截止时间即开标时间：2026年4月8日9:30", "2026-04-08 09:30"),
        ("投标截止时间：2026年4月8日9:30；开标时间同投标截止时间。", "2026-04-08 09:30"),
        ("6.投标文件的递交\n6.1 投标文件递交的截止时间（开标时间，下同）为2026年4月8日9时30分，地点为二楼。", "2026-04-08 09:30"),
        ("投标截止时间：2026年4月8日9:30\n开标时间：与投标文件递交截止时间一致", "2026-04-08 09:30"),
        ("投标截止时间：2026年4月8日9:30\n开标时间：另行通知", None),
        ("〖投标截止时间〗2026年4月8日9:30\n〖开标时间〗与投标截止时间同时", "2026-04-08 09:30"),
    ],
)
def test_openings(text: str, opening: str | None) -> None:
    assert said(read(text), "opening") == opening


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "三、获取采购文件\n时间：2026年3月27日至2026年4月2日，每天上午9:00至12:00，下午14:00至17:00",
            "2026-03-27 09:00",
            "2026-04-02 17:00",
        ),
        ("获取招标文件时间：2026年3月27日至4月2日", "2026-03-27", "2026-04-02"),
        ("报名时间：2026-03-27 09:00 至 2026-04-02 17:00", "2026-03-27 09:00", "2026-04-02 17:00"),
        ("获取采购文件截止时间：2026年4月2日17:00", None, "2026-04-02 17:00"),
        ("文件发售时间：2026年3月27日起", "2026-03-27", None),
        ("三、获取采购文件\n地点：交易中心网站", None, None),
    ],
)
def test_documents_on_offer(text: str, first: str | None, last: str | None) -> None:
    schedule = read(text)
    assert (said(schedule, "documents_from"), said(schedule, "documents_until")) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("发布时间：2026-03-26 15:20\n正文。", "2026-03-26"),
        ("公告日期：2026年3月26日\n正文。", "2026-03-26"),
        ("助餐项目公告\n2026-03-26\n正文。", "2026-03-26"),
        ("助餐项目公告\n[2026-03-26]　来源：交易中心　点击：132次\n正文。", "2026-03-26"),
        ("助餐项目公告\n青石县公共资源交易中心　2026-03-26　点击数：203\n正文。", "2026-03-26"),
        ("助餐项目公告\n来源：青石县民政局　2026-03-26　点击：41\n正文。", "2026-03-26"),
        ("正文如下。\n" * 14 + "青石县民政局\n2026年3月26日", "2026-03-26"),
        ("正文如下。\n" * 14 + "青石县民政局2026年3月26日", "2026-03-26"),
        ("磋商邀请\n" + "正文如下。\n" * 20 + "2026年3月26日\n第二章 供应商须知\n" + "正文如下。\n" * 20, "2026-03-26"),
        ("邀请\n" + "正文如下。\n" * 20 + "恒信咨询有限公司\n2026年3月26日\n须知\n" + "正文如下。\n" * 20, "2026-03-26"),
        ("合同签订日期：2026年3月20日\n合同公告日期：2026年3月26日", "2026-03-26"),
        ("发布时间：12小时前\n正文。", None),
        ("服务期限自2026年3月26日起。", None),
    ],
)
def test_publication_is_a_day(text: str, day: str | None) -> None:
    schedule = read(text)
    assert said(schedule, "published") == day
    assert (published_day(schedule) is None) == (day is None)


@pytest.mark.parametrize(("kind", "day"), [(NoticeKind.AWARD, None), (NoticeKind.TENDER, "2026-03-20")])
def test_the_day_of_the_tender_notice_is_not_that_of_the_result(kind: NoticeKind, day: str | None) -> None:
    assert said(read("三、采购公告日期：2026年3月20日\n正文。", kind), "published") == day
    assert said(read("其他事宜\n1.磋商公告发布日期：2026年3月20日\n正文。", kind), "published") == day


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("公告期限：自本公告发布之日起5个工作日。", 5, "working_day"),
        ("六、公告期限\n自本公告发布之日起3个工作日。", 3, "working_day"),
        ("公示期限：7日", 7, "day"),
        ("公示期：2026年3月2日至2026年3月9日（5个工作日）", 5, "working_day"),
        ("公示时间为三个工作日，如有异议请书面提出。", 3, "working_day"),
    ],
)
def test_notice_periods(text: str, count: int, unit: str) -> None:
    period = read(text).notice_period.value
    assert period is not None
    assert (int(period.count), period.unit) == (count, unit)


def test_other_periods_are_no_notice_period() -> None:
    assert read("质疑应在7个工作日内提出。\n合同签订后30日内支付。").notice_period.state == "absent"
    assert read("有异议的应在公示期内提出，招标人自收到之日起3日内答复。").notice_period.state == "absent"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("投标截止时间：****年**月**日**:**", "masked", id="asterisks"),
        pytest.param("投标截止时间：按平台规则执行", "unread", id="no-moment"),
        pytest.param("投标截止时间：2026年4月8日9:30\n开标\n投标截止时间：2026年4月9日9:30", "ambiguous", id="two-moments"),
        pytest.param("投标截止时间：2026年4月8日\n开标\n投标截止时间：2026年4月8日9:30", "known", id="a-day-and-its-hour"),
    ],
)
def test_states(text: str, state: str) -> None:
    assert read(text).bid_deadline.state == state


def test_times_are_of_beijing() -> None:
    assert read("投标截止时间：2026年4月8日24时").bid_deadline.value == datetime(2026, 4, 9, tzinfo=BEIJING)
