"""Hostile sources: a notice with findings or one clear error, never a crash, and work that grows with the size only."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.work import work

import tender_kit
from tender_kit.core.errors import TenderKitError

# A source four times as long may make so many times the work; quadratic work is sixteen times as much.
MOST_GROWTH = 5.5


def read(data: bytes | str) -> tender_kit.Notice | None:
    """Read a source; only one kind of error may leave."""
    try:
        return tender_kit.parse(data)
    except TenderKitError:
        return None


def zip_bomb(megabytes: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (megabytes * 1_000_000))
    return stream.getvalue()


GROWING: dict[str, Callable[[int], bytes]] = {
    "cells": lambda n: b"<td>" * (n * 2_000),
    "rows": lambda n: b"<table>" + b"<tr><td>1<td>2" * (n * 600) + b"</table>",
    "digits": lambda n: b"1" * (n * 25_000),
    "masks": lambda n: b"*" * (n * 10_000),
    "comparators": lambda n: "不少于".encode() * (n * 2_000),
    "brackets": lambda n: b"(" * (n * 10_000),
    "labels": lambda n: "项目名称:".encode() * (n * 1_000),
    "headings": lambda n: "一、采购\n".encode() * (n * 600),
    "one line of clauses": lambda n: "每季度入户走访不少于4次,".encode() * (n * 600),
    "pipes": lambda n: ("|" * 40 + "\n").encode() * (n * 200),
    "tabs": lambda n: "序号\t内容\t数量\n".encode() * (n * 500),
    "unclosed": lambda n: "<table><tr><td>包号<td>预算金额(万元)".encode() * (n * 600),
    "blanks": lambda n: b" \t" * (n * 10_000) + "项目".encode(),
    "dates": lambda n: "2026年4月20日至".encode() * (n * 600),
    "spans that pile up": lambda n: b"<table>" + b"<tr><td rowspan=999>1<td rowspan=999>2" * (n * 60),
    "spans over all": lambda n: b"<table>" + b"<tr><td colspan=999 rowspan=999>1" * (n * 200),
    "dangling lines": lambda n: "至\n".encode() * (n * 1_500),
    "changes": lambda n: "更正公告\n".encode() + "预算金额变更为".encode() * (n * 300),
    "list in one sentence": lambda n: "服务要求:".encode() + "共同设备、".encode() * (n * 500) + "三个方向".encode(),
}


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Have the vocabulary read before anything is counted."""
    tender_kit.parse("<p>采购人:某市民政局</p>")


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING.keys())
def test_work_grows_with_the_size_only(make: Callable[[int], bytes]) -> None:
    assert work(make(8)) <= MOST_GROWTH * work(make(2))


@pytest.mark.parametrize("sign", [b"1", b"*", b":", b"(", b" ", b"a", "、".encode(), "《".encode()])
def test_a_megabyte_of_one_sign_is_read(sign: bytes) -> None:
    read(sign * (1_000_000 // len(sign)))


def test_thirty_megabytes_of_cells_are_refused_with_the_option_that_allows_them() -> None:
    with pytest.raises(TenderKitError, match="elements"):
        tender_kit.parse(b"<td>" * 7_500_000)


def test_an_empty_source_is_a_notice_with_a_word_on_it() -> None:
    for empty in (b"", b"   \n", b"\xef\xbb\xbf"):
        notice = read(empty)
        assert notice is None or notice.findings


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li"])
def test_deep_nesting_is_read_or_refused(tag: str) -> None:
    read(f"<{tag}>".encode() * 5_000 + "预算金额:50万元".encode())


def test_an_inflated_document_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(TenderKitError):
        tender_kit.parse(zip_bomb(400))


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_are_read_or_refused(seed: int) -> None:
    read(random.Random(seed).randbytes(20_000))


@pytest.mark.parametrize(
    "head",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"PK\x03\x04",
        b"%PDF-1.7\n",
        b"Rar!\x1a\x07",
        b"7z\xbc\xaf\x27\x1c",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_other_kinds_of_file_are_refused_with_what_to_do(head: bytes) -> None:
    with pytest.raises(TenderKitError) as caught:
        tender_kit.parse(head + b"\x00\x01\x02" * 400)
    assert len(str(caught.value)) > 10


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(TenderKitError):
        tender_kit.parse(tmp_path / "no.html")
    with pytest.raises(TenderKitError):
        tender_kit.parse(tmp_path)
