"""Office packages (``.docx``, ``.xlsx``): a zip of XML parts, opened with care.

Nothing outside the package is ever read: no entity is resolved, no relationship followed, no macro or object opened.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from tender_kit.core.errors import LimitExceeded, UnreadableSource
from tender_kit.document.sources.limits import Limits, check_limit

_HIGHEST_RATIO = 400
# "Strict" files name the same tags by another address (ISO/IEC 29500).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_DAMAGED = (
    "source.damaged",
    "Word 正文已损坏，损坏处之后的文字可能缺失",
    "The XML is broken; text behind the break may be lost.",
)
# What a broken zip makes zipfile and its decompressors raise.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, LookupError, NotImplementedError,
    RuntimeError, etree.LxmlError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Package:
    """An open package: its parts by name, and what reading them may cost."""

    archive: zipfile.ZipFile
    limits: Limits
    names: frozenset[str]

    def part(self, name: str) -> bytes:
        """Unpack one part; the directory is held to its word on the size."""
        with self.archive.open(name) as part:
            data = part.read(self.limits.decompressed + 1)
        check_limit("decompressed", len(data), self.limits)
        return data

    def tree(self, name: str) -> etree._Element:
        """Parse one part."""
        return parse_part(self.part(name))


@contextmanager
def open_package(data: bytes, limits: Limits, suffix: str) -> Iterator[Package]:
    """Open a package; what is wrong with it, also while it is read, is one clear error.

    Raises:
        UnreadableSource: broken or protected.
        LimitExceeded: too many files inside, or they unpack to more than the limits allow.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist(), limits)
            yield Package(archive, limits, frozenset(archive.namelist()))
    except _BROKEN as error:
        raise UnreadableSource(
            f"该 {suffix} 文件已损坏或设有密码，无法读取；请用 Office 或 WPS 打开后另存为 {suffix} 再读取。",
            f"This {suffix} file is broken or protected; open it in Office or WPS and save it again.",
        ) from error


def _check(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse zip bombs by what the directory says."""
    check_limit("entries", len(entries), limits)
    check_limit("decompressed", sum(entry.file_size for entry in entries), limits)
    for entry in entries:
        if entry.file_size > 10_000_000 and entry.file_size > _HIGHEST_RATIO * max(1, entry.compress_size):
            raise LimitExceeded(
                f"{entry.filename[:60]} 的压缩比超过 {_HIGHEST_RATIO}，疑为压缩炸弹；如确认无误，请另存一次再读取。",
                f"{entry.filename[:60]} inflates by more than {_HIGHEST_RATIO}; it looks like a zip bomb and was not read. "
                "If it is not, save the file again.",
            )


def parse_part(data: bytes, notes: list[tuple[str, str, str]] | None = None) -> etree._Element:
    """Parse one part, recovering what can be; a part that breaks off is noted.

    A document type declaration is refused: no Office program writes one (ECMA-376 part 2 forbids it), and entities
    that are declared there make megabytes of a line, in attributes even where they are not resolved.
    """
    if b"<!DOCTYPE" in data.replace(b"\0", b""):  # UTF-16 sets a zero beside each sign
        raise ValueError("document type declaration")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise ValueError("no XML")
    if notes is not None and len(parser.error_log.filter_from_fatals()):
        notes.append(_DAMAGED)
    return root
