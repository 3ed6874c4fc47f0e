"""Reports on a terminal."""

from __future__ import annotations

import os
import re
import sys

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tender_kit.export.report import Cell, Part, Report

_STYLES = {
    "masked": "yellow",
    "ambiguous": "magenta",
    "unread": "red",
    "absent": "dim",
    "strictest": "bold green",
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
}
# A notice must not be able to move the cursor, set the window's title or hide its own words.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PIPED_WIDTH = 120
_SHORT = 17  # cells up to a date with its time are not broken


def clean(text: str) -> str:
    """Show control and direction characters as a replacement character."""
    return _CONTROL.sub("\ufffd", text)


def output() -> Console:
    """The console for results; a pipe gets a fixed width, or that of COLUMNS."""
    return Console(width=None if sys.stdout.isatty() else int(os.environ.get("COLUMNS") or _PIPED_WIDTH), highlight=False)


def messages() -> Console:
    """The console for progress and messages."""
    return Console(stderr=True, highlight=False)


def show_report(report: Report, console: Console) -> None:
    """Show a report: its title and lines, then a table for each part, under a title of its own where it has one."""
    console.print(Text(clean(report.title), style="bold"))
    for line in report.lines:
        console.print(Text(clean(line), style="dim"))
    for part in report.parts:
        console.print()
        if part.title != report.title:
            console.print(Text(clean(part.title), style="bold cyan"))
        console.print(_table(part, is_form=report.form is not None))


def _table(part: Part, *, is_form: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    # A form is filled in elsewhere: on a terminal there is room for what a page has room for.
    seen = [index for index, column in enumerate(part.columns) if not column.is_hidden and (column.on_paper or not is_form)]
    shown = [index for index in seen if any(row[index].text for row in part.rows)]
    for index in shown:
        column = part.columns[index]
        is_short = max(cell_len(row[index].text) for row in part.rows) <= _SHORT
        table.add_column(
            clean(column.label),
            overflow="fold",
            no_wrap=is_short,
            min_width=None if is_short else 16,
            style="" if column.on_paper else "dim",
        )
    for row in part.rows:
        table.add_row(*(_text(row[index]) for index in shown))
    return table


def _text(cell: Cell) -> Text:
    return Text(clean(cell.text), style=_STYLES.get(cell.mark, ""))
