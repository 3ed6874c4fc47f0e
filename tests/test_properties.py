"""What holds for every input: quotes are true, JSON gives the notice back, and nothing but our own error leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tender_kit
from tender_kit.core.errors import TenderKitError

# Pieces of notices, whole and broken: random letters alone never reach the rules.
PIECES = (
    "项目名称:", "采购人:某县民政局", "预算金额(万元)", "50万元", "**万元", "壹佰贰拾万元整", "一、项目基本情况\n", "(一)",
    "1.1 ", "★", "不少于", "每季度", "4次", "≥95%", "2026年4月31日 25:61", "2026-04-20 09:30", "合同签订后支付40%", "评分表\n",
    "10分", "02、03包要求", "具有独立承担民事责任的能力", "|", "\t", "\n", "<td>", "</table>", "<table>", "&#x4e00;", "\u3000",
    "\x00", "９９", "，", "。",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def quotes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every evidence in a dumped notice."""
    if isinstance(value, dict):
        if {"start", "end", "quote", "rule"} <= value.keys():
            yield value
        for part in value.values():
            yield from quotes_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotes_in(part)


def read(source: str | bytes) -> tender_kit.Notice | None:
    """Read a source; only one kind of error may leave."""
    try:
        return tender_kit.parse(source)
    except TenderKitError:
        return None


def check(notice: tender_kit.Notice | None) -> None:
    if notice is None:
        return
    assert notice.document is not None
    dumped = notice.model_dump(mode="json")
    for evidence in quotes_in(dumped):
        assert notice.document.text[evidence["start"] : evidence["end"]] == evidence["quote"]
    again = type(notice).model_validate_json(notice.model_dump_json())
    assert again == notice.model_copy(update={"document": None})


@quick
@given(texts)
def test_any_text_gives_a_true_notice(text: str) -> None:
    check(read(text + "\n"))


@quick
@given(st.binary(max_size=400))
def test_any_bytes_give_a_notice_or_one_clear_error(data: bytes) -> None:
    check(read(data))


@quick
@given(texts)
def test_any_markup_gives_a_true_notice(text: str) -> None:
    check(read(f"<html><body><div>{text}</div></body></html>".encode()))


@quick
@given(texts, st.sampled_from(["utf-8", "gb18030", "utf-16", "big5"]))
def test_the_encoding_does_not_matter(text: str, encoding: str) -> None:
    check(read(f"项目名称:采购公告\n{text}\n".encode(encoding, "ignore")))


@quick
@given(texts)
def test_comparison_and_checklist_take_every_notice(text: str) -> None:
    notice = read(text + "\n")
    if notice is None:
        return
    comparison = tender_kit.compare([notice, notice])
    assert all(len(row.cells) == len(comparison.columns) for row in comparison.rows)
    binding = len(notice.requirements) + len(notice.qualifications) + len(notice.payments) + len(notice.submission.papers)
    assert len(tender_kit.checklist(notice).rows) >= binding
