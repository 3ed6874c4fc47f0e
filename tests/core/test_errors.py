"""Errors speak Chinese to the reader of documents and English to the rest."""

from __future__ import annotations

import pytest

from tender_kit.core.errors import LimitExceeded, TenderKitError, UnreadableSource


def test_both_languages() -> None:
    error = UnreadableSource("扫描件无法读取,请先识别文字", "a scanned page; run OCR first")
    assert (str(error), error.english) == ("扫描件无法读取,请先识别文字", "a scanned page; run OCR first")


def test_one_message_serves_both() -> None:
    assert LimitExceeded("too large").english == "too large"


@pytest.mark.parametrize("kind", [UnreadableSource, LimitExceeded])
def test_one_class_catches_all(kind: type[TenderKitError]) -> None:
    with pytest.raises(TenderKitError, match="原因"):
        raise kind("原因")
