"""Versions of one project: which notices are, in which order, and what each changes against the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz

from tender_kit.analysis.compare.columns import View
from tender_kit.core.fold import fold
from tender_kit.models.comparison import Cell, Change, Row
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind

# The life of a procurement; of one kind the earlier publication comes first.
_ORDER = [
    NoticeKind.INTENTION,
    NoticeKind.REQUIREMENTS,
    NoticeKind.PREQUALIFICATION,
    NoticeKind.SINGLE_SOURCE,
    NoticeKind.TENDER,
    NoticeKind.CORRECTION,
    NoticeKind.TERMINATION,
    NoticeKind.AWARD,
    NoticeKind.CONTRACT,
    NoticeKind.ACCEPTANCE,
    NoticeKind.OTHER,
]
# These state everything anew, so that what they leave out is dropped. A correction or an award only says what it is about.
_WHOLE = {NoticeKind.REQUIREMENTS, NoticeKind.PREQUALIFICATION, NoticeKind.SINGLE_SOURCE, NoticeKind.TENDER}
_YEAR = re.compile(
    r"20\d{2}(?:年度?|[-—~])?|[〇○零一二三四五六七八九]{4}年度?|第[一二三四五六七八九十\d]{1,3}[次期]|\([一二三四五六七八九十]次\)"
)
_ALIKE = 90


def are_versions(notices: Sequence[Notice]) -> bool:
    """Whether all notices are of one project: one number, or one buyer and one name but for its year.

    Two notices without number and name are not; a comparison of districts must never pass for versions.
    """
    return len(notices) > 1 and all(_same_project(notices[0], other) for other in notices[1:])


def _same_project(one: Notice, other: Notice) -> bool:
    numbers = [notice.project.number.value for notice in (one, other)]
    if all(numbers) and numbers[0] == numbers[1]:
        return True
    names = [_YEAR.sub("", fold(notice.project.name.value or "")) for notice in (one, other)]
    buyers = [notice.buyer.name.value if notice.buyer else None for notice in (one, other)]
    if any(buyers) and buyers[0] != buyers[1]:
        return False
    return all(len(name) >= 6 for name in names) and fuzz.ratio(*names) >= _ALIKE


def in_order(named: Sequence[tuple[str, Notice]]) -> list[tuple[str, Notice]]:
    """Sort the versions of a project: by year of publication, then by the life of a procurement, then by day."""
    return sorted(named, key=lambda pair: _moment(pair[1]))


def _moment(notice: Notice) -> tuple[date, int]:
    day = notice.schedule.published.value
    kind = notice.kind.value
    stage = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
    return (date(day.year, day.month, day.day) if day else date.min if stage < 4 else date.max), stage


def with_changes(row: Row, views: Sequence[View], spoken: Sequence[bool]) -> Row:
    """Say what each column changes in a row against the last column before it that speaks of it.

    Args:
        row: a row with comparable figures.
        views: its columns, oldest first.
        spoken: which columns speak of anything in the row's group.
    """
    changes: list[Change | None] = [None]
    last: Cell | None = row.cells[0] if row.cells[0].state != "absent" else None
    for cell, view, speaks in zip(row.cells[1:], views[1:], spoken[1:], strict=True):
        changes.append(_change(last, cell, row, whole=speaks and view.notice.kind.value in _WHOLE))
        last = cell if cell.state != "absent" or changes[-1] == "dropped" else last
        last = None if changes[-1] == "dropped" else last
    return row.model_copy(update={"changes": tuple(changes)})


def _change(before: Cell | None, now: Cell, row: Row, *, whole: bool) -> Change | None:
    if now.state == "absent":
        return None if before is None else "dropped" if whole else "silent"
    if before is None:
        return "added"
    if "masked" in (before.state, now.state) or "unread" in (before.state, now.state):
        return None
    if _terms(before) == _terms(now):
        return "same"
    if before.figure is None or now.figure is None or before.figure == now.figure or row.direction == "none":
        return "changed"
    return "tightened" if (now.figure > before.figure) == (row.direction == "more") else "loosened"


def _terms(cell: Cell) -> frozenset[object]:
    """What a cell asks: figures by their terms, prose by its words."""
    return frozenset(
        (m.comparator, m.value, m.upper, m.unit, m.per) if (m := entry.measure) else _bare(entry.text) for entry in cell.entries
    )


_MARKS = re.compile(r"[\s,.;:、。()“”\"'《》]+")


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text))
