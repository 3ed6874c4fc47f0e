"""Open a workbook that comes from outside: bounded, without external entities, values only."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from tender_kit.core.errors import TenderKitError
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.export.filled_rows import Grid
from tender_kit.vocab.words import Words

_HIGHEST_RATIO = 400
_LEAST = 10_000_000  # bytes up to which a high ratio is no harm: a table of empty cells packs very well
_MOST_COLUMNS = 200
# What reading a broken archive or broken XML inside it can raise; nothing of it leaves this module.
_BROKEN = (zipfile.BadZipFile, zlib.error, InvalidFileException, EOFError, OSError, ValueError, LookupError, TypeError)


def open_grids(data: bytes, path: Path, words: Words, limits: Limits) -> Iterator[tuple[str, Grid]]:
    """Yield the sheets of a workbook by name, their cells as text; formulas give their last value.

    Raises:
        TenderKitError: broken, too large, inflated beyond measure, or with document type declarations.
    """
    try:
        _check(data, path, words, limits)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        grids = list(_grids(book, limits))
    except (SyntaxError, AttributeError, *_BROKEN) as error:  # ElementTree's ParseError is a SyntaxError
        raise TenderKitError(words.say("filled_broken", path=path, reason=type(error).__name__)) from error
    yield from grids


def _check(data: bytes, path: Path, words: Words, limits: Limits) -> None:
    """Refuse a zip bomb, and any part that declares a document type: that is where entities come from."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        check_limit("entries", len(entries), limits)
        check_limit("decompressed", sum(entry.file_size for entry in entries), limits)
        for entry in entries:
            if entry.file_size > _LEAST and entry.file_size > _HIGHEST_RATIO * max(1, entry.compress_size):
                raise TenderKitError(words.say("filled_hostile", path=path))
            with package.open(entry) as part:
                # What the directory says may be a lie: no more than that is unpacked.
                content = part.read(entry.file_size + 1)
            check_limit("decompressed", len(content), limits)
            is_text = entry.filename.endswith((".xml", ".rels", ".vml"))
            if is_text and (b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content[:200]):
                raise TenderKitError(words.say("filled_hostile", path=path))


def _grids(book: Workbook, limits: Limits) -> Iterator[tuple[str, Grid]]:
    cells = 0
    for sheet in book.worksheets:
        rows: list[list[str]] = []
        for row in sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True):
            rows.append([_text(value) for value in row])
            cells += sum(1 for value in row if value is not None) + 1
            check_limit("table_cells", cells, limits)
        yield sheet.title, rows


def _text(value: object) -> str:
    """Write a cell as our own exports would have: a spreadsheet program may have made a day of a text."""
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute) == (0, 0)
        return value.strftime("%Y-%m-%d" if is_day else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
