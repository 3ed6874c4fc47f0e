"""Rows and groups of a score table that is a grid."""

from __future__ import annotations

import re
from decimal import Decimal

from tender_kit.document.model import Cell
from tender_kit.extractors.score_columns import ScoreColumns
from tender_kit.extractors.score_parts import SUM_ROW, Group, Row, split_group
from tender_kit.extractors.score_rules import most_points, read_points
from tender_kit.models.demands import Number

_MOST_BELOW = 30


def read_score_grid(rows: list[list[Cell]], columns: ScoreColumns) -> tuple[list[Group], Number]:
    """Read the groups of a score table from the rows below its heads, and the total that its last row states."""
    groups: list[Group] = []
    total = Number()
    last: list[Cell] | None = None
    key: tuple[str, ...] = ()
    for number, cells in enumerate(rows):
        stated = _sum_of(cells)
        if stated is not None:
            total = stated if stated.value is not None or stated.mask else total
            continue
        head = _heading(cells, columns) or _heading_by_sum(rows, number, columns) or _heading_by_number(rows, number, columns)
        if head is not None:
            groups.append(Group(head.flow, _points_of(cells, columns)))
            key = ()
            continue
        own = tuple(cells[column].text for column in columns.groups if column < len(cells) and cells[column].text)
        if not groups or (own and own != key):
            groups.append(_group(cells, columns))
            key = own
        _add_row(groups[-1], cells, last, columns)
        last = cells
    return [group for group in groups if group.rows], total


def _sum_of(cells: list[Cell]) -> Number | None:
    """The points of a row of sums; None for other rows."""
    texts = list({id(cell): cell.text.replace("\n", "") for cell in cells}.values())
    if not any(SUM_ROW.fullmatch(text) for text in texts[:3] if text):
        return None
    figures = [read_points(text) for text in texts]
    return next((figure for figure in figures if figure.value is not None or figure.mask), Number())


def _heading(cells: list[Cell], columns: ScoreColumns) -> Cell | None:
    """A row that is one cell, or a group with points and nothing to judge: it heads the rows below."""
    counter = _at(cells, columns.number)
    filled = list({id(cell): cell for cell in cells if cell.text and cell is not counter}.values())
    if len(filled) != 1 or len(filled[0].text) > 60 or len(cells) < 2:
        return None
    name, points = split_group(filled[0].text)
    spread = sum(cell is filled[0] for cell in cells) > 1
    return filled[0] if name and (spread or points.value is not None or points.mask) else None


def _heading_by_sum(rows: list[list[Cell]], number: int, columns: ScoreColumns) -> Cell | None:
    """A row without a criterion whose points are the sum of the rows below it heads them."""
    factor = _at(rows[number], columns.factors[0]) if columns.factors else None
    whole = _own_points(rows[number], columns)
    if not factor or not columns.criteria or whole is None or any(_at(rows[number], column) for column in columns.criteria):
        return None
    rest = whole
    for cells in rows[number + 1 : number + 1 + _MOST_BELOW]:
        points = _own_points(cells, columns)
        if points is None or not any(_at(cells, column) for column in columns.criteria):
            return None
        rest -= points
        if rest <= 0:
            return factor if rest == 0 else None
    return None


def _heading_by_number(rows: list[list[Cell]], number: int, columns: ScoreColumns) -> Cell | None:
    """A row whose number the next row goes on with heads it: 2 技术部分 46 above 2.1 实施方案 18."""
    below = rows[number + 1] if number + 1 < len(rows) else []
    counter, next_counter = _at(rows[number], columns.number), _at(below, columns.number)
    if not counter or not next_counter or any(_at(rows[number], column) for column in columns.criteria):
        return None
    own = counter.text.strip(" .、")
    deeper = own.isdigit() and re.match(rf"{own}\.\d", next_counter.text)
    return _at(rows[number], columns.factors[0]) if deeper and columns.factors else None


def _points_of(cells: list[Cell], columns: ScoreColumns) -> Number:
    cell = _at(cells, columns.points)
    return read_points(cell.text) if cell else Number()


def _own_points(cells: list[Cell], columns: ScoreColumns) -> Decimal | None:
    cell = _at(cells, columns.points)
    return read_points(cell.text).value if cell else None


def _group(cells: list[Cell], columns: ScoreColumns) -> Group:
    column = columns.groups[0] if columns.groups else -1
    head = cells[column] if 0 <= column < len(cells) else None
    points = cells[columns.group_points] if 0 <= columns.group_points < len(cells) else None
    return Group(head.flow if head and head.text else None, read_points(points.text) if points else Number())


def _at(cells: list[Cell], column: int) -> Cell | None:
    return cells[column] if 0 <= column < len(cells) and cells[column].text else None


def _add_row(group: Group, cells: list[Cell], last: list[Cell] | None, columns: ScoreColumns) -> None:
    """Add a row; what a page break cut off, or a cell of points that spans several rows, belongs to the row above."""
    factors = [cell for column in (*columns.groups[1:], *columns.factors) if (cell := _at(cells, column))]
    criteria = [cell for column in columns.criteria if (cell := _at(cells, column))]
    points = _at(cells, columns.points)
    if not factors and not criteria:
        return
    before = group.rows[-1] if group.rows and last is not None else None
    if before and last is not None and _goes_on(cells, last, columns, factors, points):
        seen = {id(cell) for cell in last}
        before.texts.extend(cell.flow for cell in factors if id(cell) not in seen)
        before.criteria.extend(cell.flow for cell in criteria if id(cell) not in seen)
        return
    repeated = [cell for cell in factors if cell.rowspan > 1]
    texts = [cell.flow for cell in factors] + ([cell.flow for cell in criteria] if factors and repeated == factors else [])
    number = _at(cells, columns.number)
    group.rows.append(
        Row(texts, [cell.flow for cell in criteria], points.flow if points else None, number.text if number else "")
    )


def _goes_on(cells: list[Cell], last: list[Cell], columns: ScoreColumns, factors: list[Cell], points: Cell | None) -> bool:
    """Whether a row has no points of its own: those above are for both, or nothing but the criterion is left of it."""
    if columns.points < 0:
        return not factors
    shared = points is not None and _at(last, columns.points) is points and columns.group_points < 0
    if shared:
        return not all(_at(row, c) and most_points(row[c].text) for row in (cells, last) for c in columns.criteria)
    return points is None and not factors
