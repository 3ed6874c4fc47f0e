"""Score tables: of the evaluation of bids, and of the performance of the work done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from tender_kit.document.model import Block, Cell, Document, Table
from tender_kit.extractors.context import Context
from tender_kit.extractors.score_columns import ScoreColumns, read_score_columns
from tender_kit.extractors.score_flat import FlatTable, find_flat_scores, points_of_head
from tender_kit.extractors.score_grid import read_score_grid
from tender_kit.extractors.score_lists import ScoreList, find_score_lists, find_score_sentences
from tender_kit.extractors.score_parts import Group, make_group
from tender_kit.extractors.score_rules import read_points
from tender_kit.models.demands import Number, ScoreTable

Purpose = Literal["evaluation", "performance"]

_PERFORMANCE = re.compile(r"考核|绩效|量化指标|[一二三]级指标|考评|履约评价|验收|扣分|违规情形|服务质量评价|监督检查")
_EVALUATION = re.compile(r"评标|评审|磋商|比选|遴选|投标|响应文件|综合评分|谈判|供应商|报价|评选|商务部分|技术部分|价格分")
_TITLE = re.compile(r"表|标准|办法|细则|指标|因素|方法")
_TOTAL = re.compile(r"(?:总分|满分|总计|共计|合计|基准分)[^\d*。;]{0,8}?([\d*]+)\s?分?")
_LOOK_BACK = 3
_LONGEST_TITLE = 60
_PAGE_NUMBER = 6


def extract_score_tables(context: Context) -> tuple[ScoreTable, ...]:
    """Read the score tables of a notice in the order of the text, and claim what they are made of.

    Cells of an evaluation table are claimed as ``score``; in a performance table what is judged is
    claimed as ``indicator`` (it says what the supplier has to reach), the rest as ``score``.
    """
    document = context.document
    content = document.content
    found: list[tuple[int, ScoreTable]] = []
    for tables, columns in _grids(document):
        found.extend(_from_grid(context, tables, columns, content))
    running = [block for block in content if block.index not in context.claimed]
    found.extend([_from_flat(context, flat, content) for flat in find_flat_scores(running)])
    free = [block for block in running if block.index not in context.claimed]
    found.extend(
        [_from_list(context, score_list, content) for score_list in (*find_score_lists(free), *find_score_sentences(free))]
    )
    return tuple(table for _, table in sorted(found, key=lambda pair: pair[0]))


def _grids(document: Document) -> Iterator[tuple[list[Table], ScoreColumns]]:
    """Find the score tables that are grids, each with the tables that go on with it on the next pages."""
    open_tables: list[Table] = []
    open_columns: ScoreColumns | None = None
    for table in document.tables:
        if table.noise:
            continue
        columns = read_score_columns(table)
        if open_columns and columns is None and _continues(document, open_tables[-1], table):
            open_tables.append(table)
            continue
        if open_columns:
            yield open_tables, open_columns
        open_tables, open_columns = [table], columns
    if open_columns:
        yield open_tables, open_columns


def _continues(document: Document, table: Table, following: Table) -> bool:
    """A table without heads, as wide as the one before and right behind it, is its next page."""
    between = document.folded[table.end : following.start].strip()
    return following.width == table.width and len(between) <= _PAGE_NUMBER


def _from_grid(
    context: Context, tables: Sequence[Table], columns: ScoreColumns, content: Sequence[Block]
) -> Iterator[tuple[int, ScoreTable]]:
    table = tables[0]
    rows = [row for part in tables for row in (part.rows[columns.body :] if part is table else _rows_with_title(part))]
    groups, total = read_score_grid(rows, columns)
    if not groups:
        return
    above = _above(content, table.start)
    title = table.title or _title_block(above)
    heads = " ".join(cell.text for row in table.rows[: columns.body] for cell in row)
    purpose = _purpose(heads, title, above, groups)
    _claim_cells(context, rows, table.rows[: columns.body], columns, purpose)
    total = total if _is_stated(total) else _total([heads, *([title.flow.text] if title else []), *(b.flow.text for b in above)])
    yield table.start, _model(context, table.start, [title, _totalling(above)], purpose, total, groups)


def _rows_with_title(table: Table) -> list[list[Cell]]:
    """The rows of a next page; what looks like its title is the head of a group."""
    title = table.title.cell if table.title else None
    return [[title] * table.width, *table.rows] if title else table.rows


def _from_flat(context: Context, flat: FlatTable, content: Sequence[Block]) -> tuple[int, ScoreTable]:
    above = _above(content, flat.heads[0].start)
    title = _title_block(above)
    heads = " ".join(head.flow.text for head in flat.heads)
    purpose = _purpose(heads, title, above, flat.groups)
    for block in (*flat.heads, *flat.others):
        context.claim(block, "score")
    for block in flat.judged:
        context.claim(block, "indicator" if purpose == "performance" else "score")
    stated = points_of_head(flat)
    total = read_points(stated) if stated else _total(b.flow.text for b in above)
    start = flat.heads[0].start
    return start, _model(context, start, [title, _totalling(above)], purpose, total, flat.groups)


def _from_list(context: Context, score_list: ScoreList, content: Sequence[Block]) -> tuple[int, ScoreTable]:
    start = score_list.blocks[0].start
    above = _above(content, start)
    title = score_list.above if _is_title(score_list.above.body.text) else _title_block(above)
    purpose: Purpose = "performance" if score_list.deductions else _purpose("", score_list.above, above, [])
    for block in score_list.blocks:
        context.claim(block, "score")
    total = _total(b.flow.text for b in above)
    return start, _model(context, start, [title, _totalling(above)], purpose, total, score_list.groups)


def _model(
    context: Context, start: int, heads: Sequence[Block | None], purpose: Purpose, total: Number, groups: Sequence[Group]
) -> ScoreTable:
    """Make the model; ``heads`` are the block of the title, and the one that states the total."""
    document, title = context.document, heads[0]
    return ScoreTable(
        title=title.body.text.replace("\n", "").strip(" :。") if title else "",
        purpose=purpose,
        total=total,
        lots=context.lots_at(start),
        groups=tuple(make_group(document, group) for group in groups if group.rows),
        evidence=tuple(document.evidence(head.flow.whole, "score_title") for head in dict.fromkeys(heads) if head),
    )


def _totalling(above: Sequence[Block]) -> Block | None:
    """The nearest block above that states the total: 采用综合评分法,满分100分,如下表."""
    return next((block for block in above if block.cell is None and _TOTAL.search(block.flow.text)), None)


def _above(content: Sequence[Block], start: int) -> list[Block]:
    """The blocks just above a place, the nearest first."""
    low, high = 0, len(content)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if content[middle].start < start else (low, middle)
    return list(reversed(content[max(0, low - _LOOK_BACK) : low]))


def _title_block(above: Sequence[Block]) -> Block | None:
    return next((block for block in above if block.cell is None and _is_title(block.body.text)), None)


def _is_title(text: str) -> bool:
    """A few words that name a table; a sentence that announces one is no title."""
    return len(text) <= _LONGEST_TITLE and bool(_TITLE.search(text)) and not re.search(r"[,。;](?!$)|如下|见下", text.rstrip(":"))


def _purpose(heads: str, title: Block | None, above: Sequence[Block], groups: Sequence[Group]) -> Purpose:
    """Tell what a table is for, by its heads first, then its title, then what stands above and around it."""
    section = " ".join(above[0].section.path) if above else ""
    rows = " ".join(group.head.text for group in groups if group.head)
    for text in (heads, title.flow.text if title else "", rows, section, *(block.flow.text for block in above)):
        performance, evaluation = bool(_PERFORMANCE.search(text)), bool(_EVALUATION.search(text))
        if performance != evaluation:
            return "performance" if performance else "evaluation"
    return "evaluation"


def _claim_cells(
    context: Context, rows: list[list[Cell]], heads: list[list[Cell]], columns: ScoreColumns, purpose: Purpose
) -> None:
    indicators: set[int] = set()
    if purpose == "performance":
        indicators = {id(row[column]) for row in rows for column in columns.factors if column < len(row)}
    for cell in {id(cell): cell for row in (*heads, *rows) for cell in row}.values():
        for block in cell.blocks:
            context.claim(block, "indicator" if id(cell) in indicators else "score")


def _total(texts: Iterable[str]) -> Number:
    for text in texts:
        found = _TOTAL.search(text)
        if found and _is_stated(number := read_points(found.group(1))):
            return number
    return Number()


def _is_stated(number: Number) -> bool:
    return number.value is not None or bool(number.mask)
