"""Reports as CSV: one table, the part in its first column."""

from __future__ import annotations

import csv
import io

from tender_kit.export.report import Cell, Column, Part, Report, plain, printable

# A spreadsheet takes a cell that begins so for a formula; an East Asian one the signs in full width too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(report: Report, part_head: str) -> bytes:
    """Write a report as CSV in UTF-8 with a byte order mark, as spreadsheet programs expect.

    Parts with different columns are written one below the other, each under its own heads. Cells that a
    spreadsheet would run as a formula get an apostrophe in front. A report that is one table needs no column that
    names it.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for part in _tables(report, part_head):
        writer.writerow([_safe(column.label) for column in part.columns])
        writer.writerows([_safe(cell.text) for cell in row] for row in part.rows)
    return stream.getvalue().encode("utf-8-sig")


def _tables(report: Report, part_head: str) -> list[Part]:
    if [part.title for part in report.parts] == [report.title]:
        return list(report.parts)
    return [report.joined(part_head)] if report.is_uniform else [_named(part, part_head) for part in report.parts]


def _named(part: Part, head: str) -> Part:
    rows: tuple[tuple[Cell, ...], ...] = tuple((*plain([part.title]), *row) for row in part.rows)
    return Part(part.title, (Column(head), *part.columns), rows)


def _safe(text: str) -> str:
    return "'" + printable(text) if text.startswith(_FORMULA) else printable(text)
