"""Sources made to break a reader: each gives a layout or one clear error, in bounded time."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.work import calls_of

from tender_kit.core.errors import TenderKitError
from tender_kit.document.layout import Grid, Layout, Paragraph
from tender_kit.document.sources import read_layout

MOST_CALLS = 30  # for a byte
CASES = {
    "empty": b"",
    "blank": b" \n\t\n \n" * 1000,
    "random": random.Random(1).randbytes(50_000),
    "cells": b"<td>" * 1_000_000,
    "nested divs": b"<div>" * 5_000 + "文".encode(),
    "nested tables": b"<table><tr><td>" * 5_000 + "文".encode(),
    "unclosed cells": b"<table><tr>" + b"<td>x" * 20_000,
    "unclosed spans": b"<span>x" * 50_000,
    "spans": b"<table>" + b"<tr><td colspan=60 rowspan=9999>x" * 2_000,
    "attributes": b"<p " + b"a=1 " * 100_000 + b">x",
    "comments": b"<!--" * 50_000,
    "angles": b"<" * 500_000,
    "digits": b"7" * 1_000_000,
    "lines of digits": b"7\n" * 100_000,
    "wrapped": "这是一个没有标点一直写到页面边缘为止然后换行继续写下去的句子\n".encode() * 10_000,
    "commas": ("发" * 60 + "，\n").encode() * 5_000,
    "brackets": "（".encode() * 100_000,
    "pipes": b"|" * 500_000,
    "blanks": b"a" + b" " * 500_000 + b"b",
    "links": b"<a href=1>x</a>" * 50_000,
    "related": "相关公告\n".encode() * 20_000,
    "scripts": b"<script>" * 50_000,
    "server code": b"<%" * 100_000 + b"<p>x",
}


def characters(layout: Layout) -> int:
    waiting: list[Paragraph | Grid] = list(layout.parts)
    count = 0
    while waiting:
        part = waiting.pop()
        if isinstance(part, Paragraph):
            count += len(part.text)
        else:
            waiting.extend(inner for row in part.rows for cell in row for inner in cell.content)
    return count


@pytest.mark.parametrize("name", CASES)
def test_hostile_sources_cost_little(name: str) -> None:
    data = CASES[name]
    read_layout("载入")  # what is loaded once is not counted

    refusal = ""

    def read() -> None:
        nonlocal refusal
        try:
            assert characters(read_layout(data)) <= len(data)
        except TenderKitError as error:
            refusal = str(error)

    assert calls_of(read) <= 1_000 + MOST_CALLS * len(data)
    assert refusal == "" or refusal.endswith("。")


def test_nothing_to_read_is_noted() -> None:
    for data in (b"", "", " \n", "<html><body></body></html>"):
        layout = read_layout(data)
        assert (layout.parts, [code for code, _, _ in layout.notes]) == ([], ["source.empty"])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400), st.text("<>/tdrable p=\"'项目一、：\n\t| 12", max_size=200)))
def test_any_input_gives_a_layout_or_one_of_our_errors(data: bytes | str) -> None:
    try:
        layout = read_layout(data)
    except TenderKitError:
        return
    assert all(part.text for part in layout.parts if isinstance(part, Paragraph))
