from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tender_kit.core.errors import LimitExceeded, UnreadableSource
from tender_kit.document.layout import Grid, Layout, Paragraph
from tender_kit.document.sources import Limits, read_layout
from tender_kit.document.sources.docx_numbering import format_number

from .shapes import cells, grids, noise_of, texts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%3.%4"))


def package(body: str, **parts: str) -> bytes:
    """A Word file of bare XML; ``parts`` are further files of its ``word`` folder."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", content)
    return target.getvalue()


def paragraph(text: str, number: tuple[int, int] | None = None) -> str:
    place = f'<w:pPr><w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr></w:pPr>' if number else ""
    return f"<w:p>{place}<w:r><w:t>{text}</w:t></w:r></w:p>"


def numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(LEVELS)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )


def saved(document: docx.document.Document) -> Layout:
    target = io.BytesIO()
    document.save(target)
    return read_layout(target.getvalue())


def test_paragraphs_headings_and_lists_of_a_real_file() -> None:
    document = docx.Document()
    document.add_heading("服务要求", 2)
    document.add_paragraph("每月走访一次\t记录存档")
    document.add_paragraph("配备社工", style="List Number")
    document.add_paragraph("5名志愿者", style="List Number")
    layout = saved(document)
    assert texts(layout) == ["服务要求", "每月走访一次\t记录存档", "1.配备社工", "2. 5名志愿者"]
    assert isinstance(layout.parts[0], Paragraph)
    assert layout.parts[0].level == 2


def test_merged_cells_and_nested_tables() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, column, text in ((0, 0, "包号"), (0, 1, "内容"), (1, 1, "走访"), (1, 2, "2次"), (2, 0, "合计")):
        table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    inner = table.cell(2, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"
    grid = grids(saved(document).parts)[0]
    assert cells(grid) == [["包号", "内容"], ["走访", "2次"], ["合计", "", ""]]
    assert [(cell.rowspan, cell.colspan) for cell in grid.rows[0]] == [(2, 1), (1, 2)]
    nested = grid.rows[2][1].content[0]
    assert isinstance(nested, Grid)
    assert cells(nested) == [["甲", "乙"]]


def test_headers_and_footers_are_noise() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "某区采购文件"
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    assert noise_of(saved(document)) == {"某区采购文件": "running_header", "内部资料": "running_footer"}


def test_list_numbers_are_counted_as_word_counts_them() -> None:
    body = [
        ("总则", (1, 0)),
        ("范围", (1, 1)),
        ("对象", (1, 1)),
        ("时间", (1, 2)),
        ("每周", (1, 3)),
        ("要求", (1, 0)),
        ("人员", (1, 1)),
        ("附则", (2, 0)),
    ]
    layout = read_layout(package("".join(paragraph(text, place) for text, place in body), numbering=numbering()))
    assert texts(layout) == ["一、总则", "（一）范围", "（二）对象", "1.时间", "1.1 每周", "二、要求", "（一）人员", "一、附则"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (3, "chineseLegalSimplified", "叁"),
        (27, "lowerLetter", "27"),
        (4, "lowerRoman", "iv"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (21, "decimalEnclosedCircle", "21"),
    ],
)
def test_number_formats(value: int, form: str, shown: str) -> None:
    assert format_number(value, form) == shown


def test_text_boxes_breaks_and_symbols_are_read_and_deletions_are_not() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    run = '<w:r><w:t>不少于</w:t><w:br/><w:t>两次</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>'
    gone = "<w:del><w:r><w:delText>删</w:delText><w:t>去</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
    layout = read_layout(package(f"<w:sdt><w:sdtContent><w:p>{run}{gone}<w:r>{box}</w:r></w:p></w:sdtContent></w:sdt>"))
    assert texts(layout) == ["不少于\n两次■是", "框内"]


def test_zip_bombs_and_crowds_of_files_are_refused() -> None:
    bomb = package(paragraph("零" * 12_000_000))
    with pytest.raises(LimitExceeded, match="压缩比"):
        read_layout(bomb)
    with pytest.raises(LimitExceeded, match=r"Limits\(decompressed"):
        read_layout(bomb, limits=Limits(decompressed=1_000_000))
    with pytest.raises(LimitExceeded, match=r"Limits\(entries"):
        read_layout(package("", a="1", b="2"), limits=Limits(entries=3))
    with pytest.raises(LimitExceeded, match=r"Limits\(table_cells"):
        read_layout(package("<w:tbl><w:tr><w:tc></w:tc><w:tc></w:tc></w:tr></w:tbl>"), limits=Limits(table_cells=1))


def test_broken_files_give_one_clear_error() -> None:
    whole = package(paragraph("正文"))
    for broken in (whole[:-40], whole.replace(b"word/document.xml", b"word/d0cument.xml")):
        with pytest.raises(UnreadableSource):
            read_layout(broken)


def test_a_file_of_pictures_asks_for_ocr_and_a_cut_body_is_noted() -> None:
    target = io.BytesIO(package("<w:p/>"))
    with zipfile.ZipFile(target, "a") as file:
        file.writestr("word/media/image1.png", "x")
    with pytest.raises(UnreadableSource, match="OCR"):
        read_layout(target.getvalue())
    deep = read_layout(package("<w:sdt>" * 3000 + paragraph("深") + "</w:sdt>" * 3000))
    assert deep.notes[0][0] == "source.damaged"


def test_strict_files_are_read_like_the_others() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("[Content_Types].xml", "")
        strict = W.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
        file.writestr("word/document.xml", f"<w:document {strict}><w:body>{paragraph('每月走访')}</w:body></w:document>")
    assert texts(read_layout(target.getvalue())) == ["每月走访"]


def test_tables_nested_beyond_the_limit_keep_their_text() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 40 + paragraph("深") + "</w:tc></w:tr></w:tbl>" * 40
    assert texts(read_layout(package(deep))) == ["深"]
