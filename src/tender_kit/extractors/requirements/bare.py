"""Figures that stand alone in a cell: the unit is in the head of the column, the noun at the left of the row."""

from __future__ import annotations

import re
from dataclasses import replace

from tender_kit.document.model import Cell
from tender_kit.extractors.requirements.grids import Grid
from tender_kit.quantities.measure_grammar import AT_LEAST, AT_MOST
from tender_kit.quantities.measure_rhythms import counted_by_unit, find_periods
from tender_kit.quantities.measures import Comparator, MeasureMatch
from tender_kit.quantities.numerals import parse_number
from tender_kit.quantities.rhythms import find_rhythms

_BARE = re.compile(
    r"(?P<least>≥|>=|不少于|不低于|不得少于|至少)?(?P<most>≤|<=|不超过|不高于|至多)?(?P<about>约)?"
    r"(?P<figure>[\d*,]+(?:\.[\d*]+)?)(?P<percent>%)?(?P<people>[名人位])?(?P<over>(?:及)?以上)?(?P<under>以内|(?:及)?以下)?"
)


def bare_figure(grid: Grid, cell: Cell, *, masked: bool) -> tuple[Cell | None, MeasureMatch] | None:
    """Read a cell that holds nothing but a figure, below a head that states its unit; with the cell that names its row."""
    unit = grid.unit(cell)
    found = _BARE.fullmatch(cell.text.strip()) if unit else None
    if found is None or ("*" in found["figure"] and not masked):
        return None
    label = grid.label(cell)
    if label is not None and re.match(r"合计|总计|小计|共计", label.text):
        return None
    value = None if "*" in found["figure"] else parse_number(found["figure"])
    if value is None and "*" not in found["figure"]:
        return None
    offset = len(label.flow.text) if label else 0
    begin, end = offset, offset + len(cell.text)
    return label, MeasureMatch(
        start=begin,
        end=end,
        figure=begin + found.start("figure"),
        digits=begin + found.end("figure"),
        comparator=_comparator(found, grid.head(cell)),
        value=value,
        upper=None,
        mask=found["figure"] if value is None else None,
        unit="%" if found["percent"] else found["people"] or unit,
        per=_per(grid, cell),
        clause_start=0,
        clause_end=end,
    )


_PERS = {"年": "year", "月": "month", "周": "week", "季": "quarter", "季度": "quarter"}


def _per(grid: Grid, cell: Cell) -> str | None:
    """The rhythm that the head of the column states, 全年场次, 次数(次/月), or a cell beside the figure."""
    head = grid.rhythm(cell)
    periods = find_periods(head)
    ratio = re.search(r"/(年|月|周|季度?)", head)
    return periods[0].per if periods else _PERS[ratio.group(1)] if ratio else None


# Levels, limits of time and heads are owed throughout, whatever the head of the column says.
_COUNTS = "次 场 场次 例 期 个 篇 份 条 节 家 户 户次 人次 小时 课时 学时 件 组 批次"
_COUNTED = frozenset(_COUNTS.split())


def under_head(matches: tuple[MeasureMatch, ...], text: str, head: str) -> tuple[MeasureMatch, ...]:
    """Give the counts of a cell the rhythm of its column: 不少于30例 below 年度目标 is due by the year."""
    per = next((found.per for found in find_rhythms(head)), None) if head else None
    if per is None:
        return matches
    return tuple(
        replace(match, per=per)
        if match.per is None
        and match.unit in _COUNTED
        and match.comparator != "at_most"
        and not counted_by_unit(text[: match.figure])
        else match
        for match in matches
    )


_LEAST = re.compile(rf"{AT_LEAST}|下限")
_MOST = re.compile(rf"{AT_MOST}|上限")


def _comparator(found: re.Match[str], head: str) -> Comparator:
    """How the figure binds, by its own words, else by the head of its column: 最低配置人数, 单次时长不少于(分钟)."""
    if found["least"] or found["over"]:
        return "at_least"
    if found["most"] or found["under"]:
        return "at_most"
    if found["about"]:
        return "about"
    return "at_least" if _LEAST.search(head) else "at_most" if _MOST.search(head) else "exactly"
