from __future__ import annotations

import codecs

import pytest

from tender_kit.core.errors import UnreadableSource
from tender_kit.document.sources import read_layout
from tender_kit.document.sources.decode import decode

NOTICE = "某某区养老服务采购项目公开招标公告，预算金额为人民币五十万元，投标截止时间为北京时间上午九时。" * 3
TRADITIONAL = "本採購項目的預算金額為五十萬元，投標截止時間為上午九時，請各單位準時參加開標會議。" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be"])
def test_encodings_without_a_mark_are_told_by_their_bytes(encoding: str) -> None:
    assert decode(("A project 2025-01-01 09:30\n" * 9 + NOTICE).encode(encoding)).text.endswith(NOTICE)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_taken_off(mark: bytes, encoding: str) -> None:
    found = decode(mark + NOTICE.encode(encoding))
    assert (found.text, found.encoding) == (NOTICE, encoding)


def test_big5_is_chosen_where_it_reads_better() -> None:
    found = decode(TRADITIONAL.encode("big5"))
    assert (found.text, found.encoding) == (TRADITIONAL, "big5hkscs")


def test_gb18030_with_rare_characters_stays_gb18030() -> None:
    found = decode((NOTICE + "䶮㙍").encode("gb18030"))
    assert (found.text[-2:], found.encoding) == ("䶮㙍", "gb18030")


def test_a_wrong_charset_declaration_is_ignored() -> None:
    for declared, real in (("gb2312", "utf-8"), ("utf-8", "gbk")):
        html = f'<html><head><meta charset="{declared}"></head><body><p>{NOTICE}</p></body></html>'
        layout = read_layout(html.encode(real))
        assert [part.text for part in layout.parts] == [NOTICE]  # type: ignore[union-attr]


def test_utf8_cut_off_in_a_character_stays_utf8_and_is_noted() -> None:
    found = decode(NOTICE.encode("utf-8")[:-1])
    assert found.encoding == "utf-8"
    assert found.text.startswith(NOTICE[:-1])
    assert [code for code, _, _ in found.notes] == ["source.damaged"]


def test_text_garbled_before_it_was_saved_is_noted() -> None:
    assert [code for code, _, _ in decode("预算锟斤拷万元".encode()).notes] == ["source.mojibake"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\0" * 500, bytes(range(255, 127, -1)) * 9 + b"\x01\x02\x03" * 99])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match="无法识别"):
        decode(data)
