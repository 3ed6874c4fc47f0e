"""From a path, bytes or text to a notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tender_kit import pipeline
from tender_kit.core.errors import BrokenReader, LimitExceeded, TenderKitError
from tender_kit.document.build import build_document
from tender_kit.document.sources.limits import Limits
from tender_kit.extractors.registry import FAMILIES
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_document, read_notice

TEXT = """青石县助餐项目竞争性磋商公告
一、项目基本情况
项目编号：QSCS-2026-015
项目名称：青石县助餐项目
预算金额：48.6万元
二、服务要求
1.每月走访不少于2次，满意度不低于90%。
三、响应文件提交
截止时间：2026年4月8日9点30分
四、采购人：青石县民政局
"""


def facts(notice: Notice) -> tuple[str | None, str | None, str | None]:
    budget = notice.budget.value
    return notice.project.number.value, notice.kind.value, budget and str(budget.yuan)


def test_a_path_bytes_and_text_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TEXT, "utf-8")
    read = [read_notice(source) for source in (path, str(path), TEXT.encode(), TEXT.encode("gb18030"), TEXT)]
    assert {facts(notice) for notice in read} == {("QSCS-2026-015", "tender", "486000.0")}
    assert [notice.source.uri for notice in read] == [str(path), str(path), "", "", ""]


def test_the_address_that_the_caller_gives_wins(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TEXT, "utf-8")
    assert read_notice(path, uri="https://example.cn/1.html").source.uri == "https://example.cn/1.html"


def test_a_family_that_fails_is_said_to_be_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: object, facts: object) -> dict[str, object]:
        raise IndexError("a rule of ours")

    families = tuple((name, fail if name == "schedule" else family) for name, family in FAMILIES)
    monkeypatch.setattr(pipeline, "FAMILIES", families)
    notice = read_notice(TEXT)
    assert facts(notice) == ("QSCS-2026-015", "tender", "486000.0")
    assert not notice.schedule.bid_deadline.is_known
    (fault,) = [finding for finding in notice.findings if finding.code == "part_unread"]
    assert fault.severity == "error"
    assert "时间安排未能读取" in fault.message


def test_every_part_has_a_name_for_its_readers() -> None:
    assert set(pipeline._PART_NAMES) == {name for name, _ in FAMILIES} | {"coverage", "findings"}


def test_a_structure_that_cannot_be_read_ends_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pipeline, "build_document", fail)
    with pytest.raises(BrokenReader, match="未能读懂"):
        read_notice(TEXT)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("missing.txt", id="a-name-with-a-suffix"),
        pytest.param(Path("nowhere") / "notice", id="a-path-without-suffix"),
        pytest.param(".", id="a-folder"),
    ],
)
def test_what_is_no_file_says_so(source: str | Path) -> None:
    with pytest.raises(TenderKitError, match="无法读取"):
        read_notice(source)


def test_one_line_of_text_is_text() -> None:
    assert read_notice("预算金额：50万元。").budget.is_known


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(TenderKitError, match="上限"):
        read_notice(path, limits=Limits(bytes=10))


def test_bytes_above_the_limit_are_refused() -> None:
    with pytest.raises(LimitExceeded):
        read_notice(TEXT.encode(), limits=Limits(bytes=10))


def test_every_stage_has_left_its_mark() -> None:
    notice = read_notice(TEXT)
    assert notice.document is not None
    assert notice.requirements[0].measures
    assert notice.coverage.figures >= notice.coverage.used > 0
    assert notice.source.chars == len(notice.document.text)


def test_a_document_is_read_twice_alike() -> None:
    document = build_document(TEXT)
    assert read_document(document) == read_document(document)


def test_every_quote_is_of_the_document() -> None:
    notice = read_notice(TEXT)
    text = notice.document.text if notice.document else ""
    quotes = [e for reading in (notice.title, notice.kind, notice.budget, notice.project.name) for e in reading.evidence]
    assert quotes
    assert all(text[e.start : e.end] == e.quote for e in quotes)


def test_the_families_run_in_an_order_that_fits_what_they_need() -> None:
    names = [name for name, _ in FAMILIES]
    assert len(set(names)) == len(names)
    for first, second in [("identity", "schedule"), ("lots", "sums"), ("lots", "requirements"), ("score_tables", "requirements")]:
        assert names.index(first) < names.index(second)
