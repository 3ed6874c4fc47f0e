"""Values in a notebook: a short piece of HTML that is safe with hostile words, folds its parts and stays small.

It is a view, not a document: long tables are cut and say how many lines there are more. ``export`` writes everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from tender_kit.core.errors import TenderKitError
from tender_kit.export import make_report
from tender_kit.export.notice_report import facts_part
from tender_kit.export.report import Cell, Column, Part, Report, paper_columns, sources_under
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Words, default_language, load_words

_KEY_FACTS = (
    "kind",
    "method",
    "project.number",
    "region",
    "buyer.name",
    "budget",
    "ceiling",
    "schedule.bid_deadline",
    "service.period",
    "consortium",
    "set_aside",
)
_LINES, _ROWS, _COLUMNS, _WORDS, _QUOTE = 14, 15, 10, 160, 240
_MOST = 150_000  # characters; a notebook keeps every output
_STYLE = """
.tender-kit { font-size: 13px; line-height: 1.5; max-width: 1100px; }
.tender-kit b { font-size: 15px; }
.tender-kit p { margin: 2px 0; opacity: .75; overflow-wrap: anywhere; }
.tender-kit details { margin: 6px 0; }
.tender-kit summary { cursor: pointer; font-weight: 600; }
.tender-kit div { overflow-x: auto; }
.tender-kit table { border-collapse: collapse; margin: 4px 0; font-size: 12px; }
.tender-kit th, .tender-kit td { text-align: left; vertical-align: top; padding: 3px 8px; border: 1px solid rgba(128,128,128,.35);
  max-width: 320px; white-space: pre-line; overflow-wrap: anywhere; }
.tender-kit [title] { cursor: help; }
.tender-kit td[title] { text-decoration: underline dotted rgba(128,128,128,.7); text-underline-offset: 3px; }
.tender-kit .masked, .tender-kit .ambiguous, .tender-kit .warning { background: rgba(255,200,0,.22); }
.tender-kit .unread { background: rgba(255,140,0,.25); }
.tender-kit .error { background: rgba(220,60,50,.22); }
.tender-kit .strictest { background: rgba(40,160,80,.2); }
.tender-kit .absent { opacity: .55; }
"""
# Signs that steer a terminal or turn the direction of reading: a notice must not hide its own words.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_MARK = re.compile(r"[a-z_]+")


def show_html(value: Any) -> str | None:
    """Show a notice, a comparison, a checklist or a screening; None for what has no report of its own.

    A notice begins with the facts that decide whether to read on, those that it does not state among them.
    """
    words = load_words(default_language())
    try:
        report = make_report(value, words)
    except TenderKitError:
        return None
    if isinstance(value, Notice):
        key = replace(facts_part(value, _KEY_FACTS, words), title=words.say("snippet_key"))
        report = replace(report, parts=(key, *report.parts))
    return render_snippet(report, words)


def show_notices(named: Sequence[tuple[str, Notice]], failures: Iterable[tuple[str, str]]) -> str:
    """Show many notices as a table, a line each under its name, and the sources that could not be read."""
    words = load_words(default_language())
    report = make_report([notice for _, notice in named], words)
    (table,) = report.parts
    rows = tuple((Cell(name), *row[1:]) for (name, _), row in zip(named, table.rows, strict=True))
    failed = tuple((Cell(source), Cell(reason, "error")) for source, reason in failures)
    heads = (Column(words("head", "file")), Column(words("head", "message")))
    parts = (replace(table, rows=rows), *((Part(words.say("snippet_failures"), heads, failed),) if failed else ()))
    return render_snippet(Report(report.title, report.lines, parts, report.language), words)


def render_snippet(report: Report, words: Words) -> str:
    """Write a report as a piece of a page: folded tables, the source of a cell when the pointer rests on it."""
    lines = "".join(map(_note, (*report.lines[:_LINES], *(("…",) if len(report.lines) > _LINES else ()))))
    parts: list[str] = []
    for number, part in enumerate(report.parts):
        parts.append(_part(part, words, opened=number == 0, aligned=report.aligned))
        if sum(map(len, parts)) > _MOST:
            parts.pop()
            left = [part.title for part in report.parts[number:]]
            parts.append(_note(words.say("snippet_more_parts", count=len(left), names="、".join(left))))
            break
    return (
        f'<div class="tender-kit tex2jax_ignore mathjax_ignore"><style>{_STYLE}</style>'
        f"<b>{_shown(report.title, _WORDS)}</b>{lines}{''.join(parts)}</div>"
    )


def _part(part: Part, words: Words, *, opened: bool, aligned: bool) -> str:
    fitting = paper_columns(part, drop_empty=not aligned)
    shown, left = fitting[:_COLUMNS], [part.columns[index].label for index in fitting[_COLUMNS:]]
    heads = "".join(f"<th>{_shown(part.columns[index].label, _WORDS)}</th>" for index in shown)
    source = next((index for index, column in enumerate(part.columns) if column.label == words("head", "quote")), None)
    rows = "".join(_row(row, shown, source) for row in part.rows[:_ROWS])
    notes = ""
    if len(part.rows) > _ROWS:
        notes += _note(words.say("snippet_more", count=len(part.rows) - _ROWS))
    if left:
        notes += _note(words.say("snippet_more_columns", count=len(left), names="、".join(left)))
    return (
        f"<details{' open' if opened else ''}><summary>{_shown(part.title, _WORDS)} ({len(part.rows)})</summary>"
        f"<div><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{notes}</details>"
    )


def _row(row: Sequence[Cell], shown: Sequence[int], source: int | None) -> str:
    """A line of a table; where a column holds the source, it is shown when the pointer rests on the line."""
    quote = row[source].text if source is not None else ""
    return f"<tr{_title(quote)}>{''.join(_cell(row[index]) for index in shown)}</tr>"


def _cell(cell: Cell) -> str:
    mark = f' class="{cell.mark}"' if _MARK.fullmatch(cell.mark) else ""
    quotes = "\n".join(f"“{quote}”" for quote in sources_under(cell))
    return f"<td{mark}{_title(quotes)}>{_shown(cell.text, _WORDS)}</td>"


def _title(quote: str) -> str:
    return f' title="{_shown(quote, _QUOTE)}"' if quote else ""


def _note(text: str) -> str:
    return f"<p>{_shown(text, 2 * _WORDS)}</p>"


def _shown(text: str, most: int) -> str:
    """Make words safe to stand in a page or in an attribute, and cut them where they are long."""
    bare = _CONTROL.sub("\ufffd", text[: most + 1])
    return escape(bare if len(bare) <= most else bare[:most] + "…", quote=True)
