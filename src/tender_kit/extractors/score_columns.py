"""Which tables are score tables, and what each of their columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tender_kit.document.model import Cell, Table
from tender_kit.vocab.columns import column_kind

_LOOKED_AT = 4
_POINTED = re.compile(r"[\d*一二三四五六七八九十]\s?分")
_NO_SCORES = {"supplier", "rank", "unit_price", "total"}


@dataclass(frozen=True, slots=True)
class ScoreColumns:
    """The columns by their part; ``body`` is the first row below the heads. -1 or () where there is none."""

    body: int
    number: int
    groups: tuple[int, ...]
    factors: tuple[int, ...]
    criteria: tuple[int, ...]
    points: int
    group_points: int


def read_score_columns(table: Table) -> ScoreColumns | None:
    """Tell the columns of a score table; None for any other table."""
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        kinds = _kinds(table, number)
        if len({id(cell) for cell in row}) < 2 or _NO_SCORES & set(kinds):
            continue
        if "points" in kinds and {"factor", "criterion", "group", "name", "standard"} & set(kinds):
            return _parts(table, number, kinds)
        if "criterion" in kinds and _mentions_points(table, number + 1, kinds.index("criterion")):
            return _parts(table, number, kinds)
    return None


def _kinds(table: Table, number: int) -> list[str | None]:
    """Kinds of the heads of a row; where the head row is two rows deep the lower one counts where it says more."""
    row = table.rows[number]
    below = table.rows[number + 1] if number + 1 < len(table.rows) else row
    kinds = []
    for column, cell in enumerate(row):
        lower = below[column] if column < len(below) else cell
        spread = lower is not cell and sum(other is cell for other in row) > 1
        kinds.append((spread and column_kind(lower.text)) or column_kind(cell.text))
    return kinds


def _mentions_points(table: Table, first: int, column: int) -> bool:
    """Whether most criteria of a table without a column of points speak of points."""
    cells = list({id(row[column]): row[column] for row in table.rows[first:] if column < len(row)}.values())
    return bool(cells) and sum(bool(_POINTED.search(cell.text)) for cell in cells) * 2 >= len(cells)


def _distinct(table: Table, first: int, column: int) -> int:
    return len({id(row[column]) for row in table.rows[first:] if column < len(row) and row[column].text})


def _runs(table: Table, first: int, column: int) -> int:
    """Count the texts of a column, those that follow each other alike as one: a list of rows repeats what a grid would merge."""
    texts = [row[column].text for row in table.rows[first:] if column < len(row) and row[column].text]
    return sum(one != other for one, other in zip(texts, ["", *texts], strict=False))


def _parts(table: Table, head: int, kinds: list[str | None]) -> ScoreColumns:
    first = head + 1
    if first < len(table.rows) and _is_head_row(table.rows[first], table.rows[head]):
        first += 1
    counts = [_distinct(table, first, column) for column in range(len(kinds))]
    points = [column for column, kind in enumerate(kinds) if kind == "points"]
    own = max(points, key=lambda column: (counts[column], column), default=-1)
    taken = {*points, *(column for column, kind in enumerate(kinds) if kind in ("number", "earned", "note", "lot"))}
    if "criterion" not in kinds and "note" in kinds and _mentions_points(table, first, kinds.index("note")):
        taken.discard(kinds.index("note"))  # 评分项 | 说明 | 分值: the note says how points are earned
    words = [column for column in range(len(kinds)) if column not in taken and counts[column]]
    for column in words:
        counts[column] = min(counts[column], _runs(table, first, column))
    criteria = [column for column in words if kinds[column] == "criterion"]
    judged = [column for column in words if column not in criteria]
    rows = max((counts[column] for column in words), default=0)
    groups = _groups(judged, kinds, counts, rows, bool(criteria))
    factors = [column for column in judged if column not in groups]
    if not criteria and not groups and len(factors) == 2 and _names_kpi(table.rows[head], factors):
        groups, factors = factors[:1], factors[1:]
    if not criteria and len(factors) > 1:
        criteria, factors = factors[-1:], factors[:-1]
    return ScoreColumns(
        body=first,
        number=kinds.index("number") if "number" in kinds else -1,
        groups=tuple(groups),
        factors=tuple(factors),
        criteria=tuple(criteria),
        points=own,
        group_points=next((column for column in points if column != own), -1),
    )


_KPI = re.compile(r"(?:考核|考评|检查)(?:内容|指标|要点|事项)")
_KPI_NAME = re.compile(r"(?:考核|考评|检查)?(?:项目|类别|模块|维度|方面)")


def _names_kpi(heads: list[Cell], factors: list[int]) -> bool:
    """Whether a table of performance has a column of names before that of what is judged: 项目 | 考核内容 | 分值."""
    names, judged = (heads[column].text.replace("\n", "") for column in factors)
    return bool(_KPI_NAME.fullmatch(names) and _KPI.search(judged))


def _groups(judged: list[int], kinds: list[str | None], counts: list[int], rows: int, has_criteria: bool) -> list[int]:
    """Columns of group heads: on the left, merged over rows, or named as such; one column of words at least stays."""
    groups = []
    for place, column in enumerate(judged):
        rest = len(judged) - place - 1
        merged = counts[column] * 3 <= rows * 2 or (counts[column] < rows and kinds[column] == "group")
        if (merged or kinds[column] == "group") and (rest or (has_criteria and merged)):
            groups.append(column)
        else:
            break
    return groups


def _is_head_row(row: list[Cell], above: list[Cell]) -> bool:
    """Whether a row goes on with the heads above it."""
    new = [cell for cell, head in zip(row, above, strict=False) if cell is not head and cell.text]
    return bool(new) and all(column_kind(cell.text) for cell in new)
