"""Read a filled checklist back: the way back of ``export``, for what a person has written into it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from tender_kit.analysis.checklist import checklist, merge
from tender_kit.core.errors import TenderKitError
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.export.filled_rows import read_grids
from tender_kit.models.checklist import Checklist
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Language, Words, load_words


def merge_checklist(
    filled: Checklist | str | Path,
    notice: Notice,
    *,
    corrections: Sequence[Notice] = (),
    lot: str | None = None,
    on: date | None = None,
    language: Language = "zh",
    limits: Limits | None = None,
) -> Checklist:
    """Make the checklist of a notice anew and bring over what has been filled into an earlier one.

    Args:
        filled: the earlier checklist: a value, or a path of an ``xlsx``, ``csv`` or ``json`` that ``export`` has written.
        notice: the notice as it is now; with ``corrections``, ``lot``, ``on`` and ``language`` as for ``checklist``.
        limits: how large the file may be.

    Raises:
        TenderKitError: the file cannot be read, or is no checklist; the message says what to do.
    """
    old = filled if isinstance(filled, Checklist) else read_checklist(filled, language=language, limits=limits)
    return merge(old, checklist(notice, corrections=corrections, lot=lot, on=on, language=language))


def read_checklist(path: str | Path, *, language: Language = "zh", limits: Limits | None = None) -> Checklist:
    """Read a checklist back from ``xlsx``, ``csv`` or ``json``: the clauses, and what has been written beside them.

    From a spreadsheet come the wordings and the answers, not the figures and quotes: those are read from the notice again.

    Raises:
        TenderKitError: no such file, another suffix, not a checklist, a value that is no choice, or a hostile file.
    """
    source, words = Path(path), load_words(language)
    bounds = limits or Limits()
    try:
        check_limit("bytes", source.stat().st_size, bounds)
        data = source.read_bytes()
    except OSError as error:
        raise TenderKitError(words.say("filled_broken", path=source, reason=error.strerror or error)) from error
    reader = {".json": _from_json, ".csv": _from_csv, ".xlsx": _from_xlsx}.get(source.suffix.lower())
    if reader is None:
        raise TenderKitError(words.say("filled_suffix", path=source))
    return reader(data, source, words, bounds)


def _from_json(data: bytes, path: Path, words: Words, limits: Limits) -> Checklist:
    try:
        return Checklist.model_validate_json(data)
    except ValidationError as error:
        raise TenderKitError(words.say("filled_unknown", path=path)) from error


def _from_csv(data: bytes, path: Path, words: Words, limits: Limits) -> Checklist:
    """Read the tables that stand below each other in a CSV file, each under its own heads."""
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error) as error:
        raise TenderKitError(words.say("filled_broken", path=path, reason=type(error).__name__)) from error
    check_limit("table_cells", sum(map(len, lines)), limits)
    return read_grids([("", [[_unquoted(cell) for cell in line] for line in lines])], path, words)


def _unquoted(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell.startswith(("'=", "'+", "'-", "'@")) else cell


def _from_xlsx(data: bytes, path: Path, words: Words, limits: Limits) -> Checklist:
    try:
        from tender_kit.export.filled_xlsx import open_grids
    except ImportError as error:
        raise TenderKitError(words.say("export_extra", suffix=".xlsx", package="openpyxl", extra="xlsx")) from error
    return read_grids(open_grids(data, path, words, limits), path, words)
