"""Readers: bytes or text of any kind to one ``Layout``. The parsers load on first use only."""

from __future__ import annotations

from tender_kit.core.errors import UnreadableSource
from tender_kit.document.layout import Layout
from tender_kit.document.sources.decode import Decoded, decode
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.document.sources.noise import mark_noise
from tender_kit.document.sources.sniff import sniff_bytes, sniff_text
from tender_kit.document.sources.text import read_text

__all__ = ["Limits", "mark_noise", "read_layout"]

_DEFAULT = Limits()


def read_layout(data: bytes | str, *, uri: str = "", media_type: str = "", limits: Limits = _DEFAULT) -> Layout:
    """Read a source into paragraphs and grids in reading order.

    The kind is told by the content; ``uri`` and ``media_type`` only help where that leaves it open.
    An empty source gives an empty layout with a note.

    Raises:
        UnreadableSource: a kind without text (legacy ``.doc``, scanned PDF, archive, image, unknown binary).
        LimitExceeded: larger than ``limits`` allow; the message names the option.

    >>> [part.text for part in read_layout("<p>预算金额：<b>50</b>万元</p>").parts]
    ['预算金额：50万元']
    """
    check_limit("bytes", len(data), limits)
    layout = _read(data, uri, media_type.partition(";")[0].strip().lower(), limits)
    mark_noise(layout.parts)
    if not layout.parts:
        layout.notes.append(("source.empty", "文件中没有可读的文字", "The source holds no readable text."))
    return layout


def _read(data: bytes | str, uri: str, media_type: str, limits: Limits) -> Layout:
    if isinstance(data, str):
        return _read_text(Decoded(data.removeprefix("\ufeff"), ""), uri, media_type, limits)
    kind = sniff_bytes(data)
    # The parsers of Word, Excel and PDF are slow to load, that of PDF is optional: only on use.
    if kind == "docx":
        from tender_kit.document.sources.docx import read_docx

        return read_docx(data, limits)
    if kind == "xlsx":
        from tender_kit.document.sources.xlsx import read_xlsx

        return read_xlsx(data, limits)
    if kind == "pdf":
        try:
            from tender_kit.document.sources.pdf import read_pdf
        except ImportError as error:
            raise UnreadableSource(
                "读取 PDF 需要 pypdf；请先安装：pip install 'tender-kit[pdf]'。",
                "Reading PDF needs pypdf: pip install 'tender-kit[pdf]'.",
            ) from error
        return read_pdf(data, limits)
    return _read_text(decode(data), uri, media_type, limits)


def _read_text(source: Decoded, uri: str, media_type: str, limits: Limits) -> Layout:
    kind = sniff_text(source.text, uri=uri, media_type=media_type)
    if kind == "html":
        # lxml takes a fifth of the time that the rest of the package needs to load.
        from tender_kit.document.sources.html import read_html

        layout = read_html(source.text, limits)
    else:
        layout = Layout(f"text/{'markdown' if kind == 'markdown' else 'plain'}", "", read_text(source.text))
    layout.encoding = source.encoding
    layout.notes = [*source.notes, *layout.notes]
    return layout
