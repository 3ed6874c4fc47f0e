"""Reports as one self-contained HTML page: works offline, prints, and runs nothing."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from tender_kit.export.report import Cell, Part, Report, paper_columns, sources_under

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="tender_kit">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header><h1>{title}</h1>
{lines}
</header>
<main>
{parts}
</main>
</body>
</html>
"""


def render_html(report: Report) -> bytes:
    """Write a report as one page. All that comes from a notice is escaped; no script, no address outside."""
    page = _PAGE.format(
        language="zh-CN" if report.language == "zh" else "en",
        title=escape(report.title),
        style=files("tender_kit.export").joinpath("templates", "report.css").read_text("utf-8"),
        lines="\n".join(f"<p>{escape(line)}</p>" for line in report.lines),
        parts="\n".join(_part(part, aligned=report.aligned) for part in report.parts),
    )
    return page.encode("utf-8")


def _part(part: Part, *, aligned: bool) -> str:
    shown = paper_columns(part, drop_empty=not aligned)
    widths = [max(7, min(part.columns[index].width, 60)) for index in shown]
    columns = "".join(f'<col style="width:{100 * width / sum(widths):.1f}%">' for width in widths)
    heads = "".join(f'<th scope="col">{escape(part.columns[index].label)}</th>' for index in shown)
    rows = "\n".join(f"<tr>{''.join(_cell(row[index]) for index in shown)}</tr>" for row in part.rows)
    kind, least = ("scroll tall", sum(widths) // 2) if aligned else ("scroll", sum(widths) // 3)
    return (
        f'<details open><summary><h2>{escape(part.title)} <span class="count">{len(part.rows)}</span></h2></summary>\n'
        f'<div class="{kind}"><table style="min-width:{least}em">\n<colgroup>{columns}</colgroup>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div></details>"
    )


def _cell(cell: Cell) -> str:
    mark = f' class="{escape(cell.mark, quote=True)}"' if cell.mark else ""
    words = escape(cell.text).replace("\n", "<br>")
    quotes = sources_under(cell)
    if not quotes:
        return f"<td{mark}>{words}</td>"
    marked = "".join(f"<q>{escape(quote)}</q>" for quote in quotes)
    return f"<td{mark}><details><summary>{words}</summary>{marked}</details></td>"
