"""Which figures no fact has used."""

from __future__ import annotations

import pytest

from tender_kit.core.readings import Evidence, Reading
from tender_kit.core.spans import Span
from tender_kit.document.build import build_document
from tender_kit.document.model import Document
from tender_kit.extractors.coverage import measure_coverage
from tender_kit.extractors.requirements import service_blocks
from tender_kit.models.notice import Coverage, Notice, Source
from tender_kit.models.values import Money
from tender_kit.pipeline import read_notice


def made(text: str, used: str = "") -> tuple[Document, Coverage]:
    """Measure a notice whose only fact is a budget read from the words ``used``."""
    document = build_document(text + "\n")
    source = Source(sha256=document.sha256, media_type="text/plain", chars=len(document.text))
    notice = Notice(source=source, document=document)
    if used:
        start = document.text.index(used)
        quote: Evidence = document.evidence(Span(start, start + len(used)), "made")
        budget = Reading[Money](state="known", value=Money(yuan=500000), evidence=(quote,))
        notice = notice.model_copy(update={"budget": budget})
    return document, measure_coverage(document, notice)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("每月走访不少于4次。", 1),
        ("预算50万元，服务期12个月，满意度90%。", 2),
        ("配备社工3名、护理员5人。", 2),
        ("全年开展活动**场。", 1),
        ("★投标人须提供承诺函。", 1),
        ("第12条约定如下。", 0),
        ("2026年度总结。", 0),
        ("分包不得转让。", 0),
        ("每个站点2名社工，临时5人。", 2),
    ],
)
def test_what_counts(text: str, figures: int) -> None:
    _, coverage = made(text)
    assert (coverage.figures, coverage.used, len(coverage.unused)) == (figures, 0, figures)


def test_what_a_fact_has_used_is_not_listed() -> None:
    document, coverage = made("预算金额：50万元。每月走访不少于4次。", "预算金额：50万元")
    assert (coverage.figures, coverage.used) == (2, 1)
    (unused,) = coverage.unused
    assert unused.what == "figure"
    assert "4" in unused.evidence[0].quote
    assert document.text[unused.evidence[0].start : unused.evidence[0].end] == unused.evidence[0].quote


def test_a_quote_that_covers_half_a_figure_does_not_use_it() -> None:
    _, coverage = made("预算金额：50万元。", "预算金额：5")
    assert (coverage.figures, coverage.used) == (1, 0)


def test_marked_clauses_are_named_so() -> None:
    _, coverage = made("★投标人须提供承诺函。")
    assert [unused.what for unused in coverage.unused] == ["mandatory"]


def test_the_list_has_an_end() -> None:
    _, coverage = made("\n".join("每月走访4次。" for _ in range(500)))
    assert coverage.figures == 500
    assert len(coverage.unused) == 400


@pytest.mark.parametrize(
    "text",
    [
        "截止时间：2026年3月30日9时30分。",
        "开标时间：上午9点00分。",
        "浏览：206次",
        "发布时间：3小时前",
        "距报价结束还有0天0时0分",
        "4.家长支持服务",
        "（4）人员管理制度",
        "售价：0.00元",
        "至少具备B2驾驶证。",
        "从业人员20人以下的为微型企业。",
    ],
)
def test_what_looks_like_a_figure_and_is_none(text: str) -> None:
    assert made(text)[1].figures == 0


def test_hours_and_minutes_of_work_are_figures() -> None:
    assert made("每次服务2小时30分，来电3分钟内应答。")[1].figures == 3


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("二、服务要求\n每月走访不少于4次。", []),
        ("二、服务要求\n平均在岗时间另计6小时备勤。", ["6小时"]),
        ("二、服务要求\n擅自停业的，每停业一日按合同总额1%计违约金。", []),
        ("二、服务要求\n评价满分100分，85分以上为优秀，不合格的扣减服务费的10%。", []),
        ("★服务期限：自2025年1月1日至2025年12月31日。", []),
    ],
)
def test_a_requirement_clause_uses_what_its_measures_have_read(text: str, unused: list[str]) -> None:
    notice = read_notice(text + "\n")
    assert [piece.quote for entry in notice.coverage.unused for piece in entry.evidence] == unused


def test_service_sections_alone() -> None:
    service = "二、服务要求\n每月走访不少于4次。\n平均在岗时间另计6小时备勤。\n"
    text = f"一、代理服务费\n成交人支付5000元。\n{service}三、质疑\n7个工作日内提出。\n"
    notice = read_notice(text)
    assert isinstance(notice.document, Document)
    coverage = measure_coverage(notice.document, notice, among=service_blocks(notice.document, notice))
    assert (notice.coverage.figures, coverage.figures, coverage.used) == (4, 2, 1)
