"""Correction notices are read as they stand after the correction."""

from __future__ import annotations

from datetime import datetime

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.corrections import corrected_pairs, stale_spans
from tender_kit.extractors.schedule import extract_schedule
from tender_kit.models.values import NoticeKind


def moments(text: str) -> tuple[str | None, str | None]:
    schedule = extract_schedule(build_document(text + "\n"), NoticeKind.CORRECTION)
    found = []
    for reading in (schedule.bid_deadline, schedule.opening):
        value = reading.value
        found.append(value.strftime("%m-%d %H:%M") if isinstance(value, datetime) else value and value.isoformat())
    return found[0], found[1]


@pytest.mark.parametrize(
    ("text", "deadline", "opening"),
    [
        pytest.param(
            "更正内容：原投标截止时间：2026年2月24日9:30，现更正为：2026年3月3日9:30。",
            "03-03 09:30",
            None,
            id="prose-with-colons",
        ),
        pytest.param(
            "投标截止时间由2026年2月24日9:30变更为2026年3月3日9:30，其他内容不变。", "03-03 09:30", None, id="prose-from-to"
        ),
        pytest.param(
            "原公告的开标时间：2026年2月24日9:30\n现更正为\n开标时间：2026年3月3日9:30",
            None,
            "03-03 09:30",
            id="old-line-new-line",
        ),
        pytest.param(
            "序号\t更正项\t更正前内容\t更正后内容\n1\t投标截止时间\t2026年2月24日9:30\t2026年3月3日9:30\n"
            "2\t开标时间\t2026年2月24日9:30\t2026年3月3日9:30",
            "03-03 09:30",
            "03-03 09:30",
            id="table",
        ),
        pytest.param(
            "1.投标文件递交截止时间：由2026年2月24日9时30分延至2026年3月3日9时30分。", "03-03 09:30", None, id="put-off-to"
        ),
        pytest.param("1.开标时间：由2026年2月24日9:30提前至2026年2月20日9:30。", None, "02-20 09:30", id="brought-forward"),
        pytest.param("投标截止时间延期至2026年3月3日9:30。", "03-03 09:30", None, id="postponed"),
        pytest.param("投标截止时间：2026年3月3日9:30", "03-03 09:30", None, id="nothing-replaced"),
        pytest.param(
            "1.原投标文件递交截止时间及开标时间“2026年2月24日9:30”，现变更为“2026年3月3日9:30”。",
            "03-03 09:30",
            "03-03 09:30",
            id="two-labels-changed-together",
        ),
    ],
)
def test_what_holds_after_the_correction(text: str, deadline: str | None, opening: str | None) -> None:
    assert moments(text) == (deadline, opening)


def test_documents_may_be_had_longer() -> None:
    text = "获取招标文件的期限由2026年2月24日顺延至2026年3月6日17时。\n"
    schedule = extract_schedule(build_document(text), NoticeKind.CORRECTION)
    value = schedule.documents_until.value
    assert value is not None
    assert value.strftime("%m-%d %H") == "03-06 17"


def test_what_stood_before_is_stale() -> None:
    document = build_document("序号\t更正项\t更正前内容\t更正后内容\n1\t预算金额\t50万元\t48万元\n")
    assert [document.text[start:end] for start, end in stale_spans(document)] == ["50万元"]


def test_pairs_after_the_correction() -> None:
    document = build_document("序号\t更正项\t更正前内容\t更正后内容\n1\t预算金额\t50万元\t48万元\n")
    (pair,) = corrected_pairs(document)
    assert (pair.fields[0], pair.value.text, pair.form) == ("budget", "48万元", "correction")


def test_a_tender_notice_corrects_nothing() -> None:
    document = build_document("投标截止时间：2026年3月3日9:30\n预算金额：50万元\n")
    assert (corrected_pairs(document), stale_spans(document)) == ([], [])
