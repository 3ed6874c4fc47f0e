"""How much a source may cost, and the error that says which option allows more."""

from __future__ import annotations

from dataclasses import dataclass

from tender_kit.core.errors import LimitExceeded


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one source may take; each is an option that the caller can raise.

    ``bytes``: size of the source. ``decompressed``: bytes that a ``.docx`` may unpack to. ``entries``:
    files in it. ``elements``: tags of a page or of a Word body. ``depth``: how deep tables may be nested;
    what lies deeper is read as paragraphs. ``table_cells``: cells of all tables. ``pages``: pages of a PDF.
    """

    bytes: int = 64 * 1024 * 1024
    decompressed: int = 256 * 1024 * 1024
    entries: int = 10_000
    elements: int = 2_000_000
    depth: int = 12
    table_cells: int = 200_000
    pages: int = 2_000


_NAMES = {
    "bytes": ("文件大小(字节)", "size in bytes"),
    "decompressed": ("解压后的大小(字节)", "size in bytes after decompression"),
    "entries": ("压缩包内的文件数", "number of files inside"),
    "elements": ("标签数", "number of tags"),
    "table_cells": ("表格单元格数", "number of table cells"),
    "pages": ("PDF 页数", "number of PDF pages"),
}


def check_limit(option: str, value: int, limits: Limits) -> None:
    """Refuse a source that goes over one limit.

    Raises:
        LimitExceeded: the message gives the limit, the value and the option that raises it.
    """
    most = getattr(limits, option)
    if value <= most:
        return
    chinese, english = _NAMES[option]
    raise LimitExceeded(
        f"{chinese}为 {value}，超过上限 {most}；如确需读取，请调高 Limits({option}=…)。",
        f"The {english} is {value}, the limit is {most}; raise it with Limits({option}=...).",
    )
