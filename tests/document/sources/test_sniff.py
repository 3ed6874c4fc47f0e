from __future__ import annotations

import pytest

from tender_kit.core.errors import UnreadableSource
from tender_kit.document.sources import read_layout
from tender_kit.document.sources.sniff import sniff_bytes, sniff_text


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"{\\rtf1 x}", "另存为 .docx"),
        (b"Rar!\x1a\x07\x00x", "解压"),
        (b"7z\xbc\xaf\x27\x1cx", "解压"),
        (b"\x1f\x8b\x08x", "解压"),
        (b"PK\x03\x04 readme.txt", "解压"),
        (b"PK\x03\x04 [Content_Types].xml ppt/presentation.xml", "演示文件"),
        (b"PK\x03\x04 OFD.xml", "OFD"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "另存为 .html"),
        (b"\x89PNG\r\n\x1a\nx", "OCR"),
        (b"\xff\xd8\xff\xe0x", "OCR"),
    ],
)
def test_kinds_without_text_say_what_to_do(data: bytes, advice: str) -> None:
    with pytest.raises(UnreadableSource, match=advice) as caught:
        read_layout(data)
    assert caught.value.english.isascii()


def test_word_excel_and_pdf_are_told_by_their_content_not_their_name() -> None:
    assert sniff_bytes(b"PK\x03\x04 [Content_Types].xml word/document.xml") == "docx"
    assert sniff_bytes(b"PK\x03\x04 [Content_Types].xml xl/workbook.xml") == "xlsx"
    assert sniff_bytes(b"\n%PDF-1.7") == "pdf"
    assert sniff_bytes(b"BMI index of residents") == "text"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><html>", "html"),
        ("\n  <div>公告</div>", "html"),
        ("<tr><td>包号</td></tr>", "html"),
        ('7,NULL,"<p>公告</p><table><tr><td>一</td><td>二</td></tr></table><div>三</div><div>四</div>"', "html"),
        ("品目号\t服务要求\n1-1\t<p>每月回访一次</p> <p>每季小结</p>\t1", "text"),
        ("当小于3<5时", "text"),
        ("# 公告\n\n正文", "markdown"),
        ("| 包 | 预算 |\n| --- | --- |\n", "markdown"),
        ("公告\n一、项目概况", "text"),
    ],
)
def test_text_formats_are_told_apart(text: str, kind: str) -> None:
    assert sniff_text(text) == kind


def test_the_name_decides_only_where_the_content_is_open() -> None:
    assert sniff_text("公告", uri="a.md") == "markdown"
    assert sniff_text("公告<br>正文", uri="https://example.org/1.html?x=1") == "html"
    assert sniff_text("<html><body>公告", uri="a.txt") == "html"
    assert sniff_text("公告", uri="a.html") == "text"
