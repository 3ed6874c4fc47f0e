from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from tender_kit.core.errors import LimitExceeded, UnreadableSource
from tender_kit.document.layout import Paragraph
from tender_kit.document.sources import Limits, read_layout

from .shapes import noise_of, texts

LINE = 20
FIRST = "    每个社工站配备专职社工不少于两名，其中持有职业水平证书的不少于一名；"


def pdf(pages: list[list[tuple[int, int, str]]], extra: bytes = b"") -> bytes:
    """A minimal PDF by hand: text at (x, y) in a font of Chinese that is not embedded."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
        b"<< /Type /Font /Subtype /CIDFontType0"
        b" /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>"
    )
    objects.append(font)
    kids = []
    for page in pages:
        shown = (
            b"".join(
                b"BT /F1 12 Tf %d %d Td <%s> Tj ET\n" % (x, y, text.encode("utf-16-be").hex().encode()) for x, y, text in page
            )
            + extra
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    target = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(target))
        target += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return target + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(target),
    )


def sheet(number: int, *lines: str) -> list[tuple[int, int, str]]:
    """A page with a running header, lines of text and its number; leading blanks are indent."""
    placed = [(80, 800, "某某区社工站采购文件")]
    for row, line in enumerate(lines):
        placed.append((80 + 6 * (len(line) - len(line.lstrip())), 760 - LINE * row, line.strip()))
    return [*placed, (290, 40, str(number))]


def wrapped(number: int, *, ending: str = "全年走访不少于十二次。") -> list[tuple[int, int, str]]:
    clauses = []
    for i in (1, 2, 3):
        clauses += [
            f"    {number}.{i} 每个社工站配备专职社工不少于两名，其中持有职业水平证书者",
            "不少于一名；每个站点全年开展个案服务不少于十二例，小组活动不少于",
            ending,
        ]
    return sheet(number, "一二三四"[number - 1] + "、服务要求", *clauses)


def test_lines_of_a_paragraph_are_joined_and_page_furniture_is_noise() -> None:
    layout = read_layout(pdf([wrapped(1), wrapped(2), wrapped(3)]))
    content = texts(layout, noise=False)
    assert layout.media_type == "application/pdf"
    assert [line.strip()[:3] for line in content[:5]] == ["一、服", "1.1", "1.2", "1.3", "二、服"]
    assert content[1].count("\n") == 2
    assert content[1].endswith("全年走访不少于十二次。")
    assert noise_of(layout) == {
        "某某区社工站采购文件": "running_header",
        "1": "page_number",
        "2": "page_number",
        "3": "page_number",
    }


def test_a_sentence_goes_on_over_the_page() -> None:
    cut = [*wrapped(1)[:-2], (290, 40, "1")]
    second = sheet(2, "六个，每个小组不少于五节。", *[line for _, _, line in wrapped(2)[1:-1]])
    layout = read_layout(pdf([cut, second, wrapped(3)]))
    going_on = [part.text for part in layout.parts if isinstance(part, Paragraph) and part.continues]
    assert going_on == ["六个，每个小组不少于五节。"]


def test_columns_stay_apart() -> None:
    rows = [
        [
            (80, 700, "包号"),
            (200, 700, "标的名称"),
            (400, 700, "预算"),
            (80, 680, "1"),
            (200, 680, "走访服务"),
            (400, 680, "5万元"),
        ]
    ]
    assert [line.split() for line in texts(read_layout(pdf(rows)))] == [["包号", "标的名称", "预算"], ["1", "走访服务", "5万元"]]
    assert all("   " in line for line in texts(read_layout(pdf(rows))))


def test_a_scan_asks_for_ocr() -> None:
    with pytest.raises(UnreadableSource, match="OCR"):
        read_layout(pdf([[], []]))


def test_an_encrypted_file_says_so() -> None:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pdf([wrapped(1)]))))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    with pytest.raises(UnreadableSource, match="密码"):
        read_layout(target.getvalue())


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitExceeded, match=r"PDF 页数为 3.*Limits\(pages"):
        read_layout(pdf([[], [], []]), limits=Limits(pages=2))


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\n" + bytes(range(256)) * 9, pdf([wrapped(1)])[:300]])
def test_broken_files_give_one_clear_error(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        read_layout(data)


def test_text_placed_far_off_the_page_costs_no_memory() -> None:
    layout = read_layout(pdf([[(80, 700, "某某区社工站采购需求一览")]], extra=b"BT /F1 12 Tf 900000000 700 Td <4e00> Tj ET\n"))
    assert sum(map(len, texts(layout))) < 100
