"""How much a source may cost, and the error that says which option allows more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tender_kit.core.errors import LimitExceeded, TenderKitError


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one source may take; each is an option that the caller can raise.

    ``bytes``: size of the source. ``decompressed``: bytes that a ``.docx``, an ``.xlsx`` or the pages of a PDF may
    unpack to. ``entries``: files in a package. ``elements``: tags of a page, of a Word body or of the sheets. ``depth``: how deep
    tables may be nested; what lies deeper is read as paragraphs, and a note says so. ``table_cells``: cells of all
    tables, in a spreadsheet the empty ones between them too. ``pages``: pages of a PDF.
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
        f"{chinese}为 {value}，超过上限 {most}；如确需读取，请调高 Limits({option}=…)，命令行用 --limit {option}={value}。",
        f"The {english} is {value}, the limit is {most}; raise it with Limits({option}=...), or --limit {option}={value}.",
    )


def note_depth(limits: Limits) -> tuple[str, str, str]:
    """Say that tables are nested deeper than the limit: a note, for their text is read all the same."""
    return (
        "source.depth",
        f"表格嵌套超过 {limits.depth} 层，更深的表格按段落读取；如需按表格读取，请调高 Limits(depth=…)，"
        "命令行用 --limit depth=…。",
        f"Tables are nested more than {limits.depth} deep; deeper ones were read as paragraphs. "
        "Raise it with Limits(depth=...), or --limit depth=....",
    )


def parse_limits(options: Iterable[str]) -> Limits:
    """Read limits as a command line gives them, over those that are usual.

    Raises:
        TenderKitError: no such limit, or no positive number; the message names all limits.

    >>> parse_limits(["pages=5000"]).pages
    5000
    """
    wanted: dict[str, int] = {}
    for option in options:
        name, _, value = option.partition("=")
        if name.strip() not in Limits.__dataclass_fields__ or not (value.strip().isdecimal() and 0 < int(value[:18]) < 10**18):
            names = "、".join(Limits.__dataclass_fields__)
            raise TenderKitError(
                f"--limit {option}：应写成 名称=正整数；名称可用 {names}。",
                f"--limit {option}: write NAME=NUMBER; the names are {names.replace('、', ', ')}.",
            )
        wanted[name.strip()] = int(value[:18])
    return Limits(**wanted)
