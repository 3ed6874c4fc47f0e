"""Reports as Markdown."""

from __future__ import annotations

from tender_kit.export.report import Part, Report, printable

_ESCAPED = str.maketrans({"|": "\\|", "\n": "<br>", "<": "&lt;", ">": "&gt;", "*": "\\*", "_": "\\_", "`": "\\`", "[": "\\["})


def render_markdown(report: Report) -> bytes:
    """Write a report as Markdown with a table for each part."""
    lines = [f"# {_escape(report.title)}", "", *(f"- {_escape(line)}" for line in report.lines)]
    for part in report.parts:
        lines += ["", f"## {_escape(part.title)}", "", *_table(part)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _escape(text: str) -> str:
    """Keep asterisks and bars as they stand: ``**万元`` is a mask, not bold print."""
    return printable(text).translate(_ESCAPED)


def _table(part: Part) -> list[str]:
    seen = [index for index, column in enumerate(part.columns) if not column.is_hidden]
    shown = [index for index in seen if part.columns[index].to_fill or any(row[index].text for row in part.rows)]
    head = "| " + " | ".join(_escape(part.columns[index].label) for index in shown) + " |"
    rule = "|" + " --- |" * len(shown)
    return [head, rule, *("| " + " | ".join(_escape(row[index].text) for index in shown) + " |" for row in part.rows)]
