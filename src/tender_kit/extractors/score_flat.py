"""Score tables of which only the cells are left, one a line, without a counter to tell the rows apart.

After the heads come heads of groups with their points (``阵地建设(15分)``), lines that say what is judged,
and lines that say what it earns (``每项得3分,共15分``, ``5分``). The last kind closes a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tender_kit.document.model import Block
from tender_kit.extractors.score_parts import SUM_ROW, Group, Row, split_group, without_number
from tender_kit.extractors.score_rules import read_points
from tender_kit.vocab.columns import column_kind

_HEAD_KINDS = {"points", "factor", "criterion", "group", "number", "earned", "standard", "name", "note"}
_LONGEST_HEAD = 20
_MOST_HEADS = 6
_LONGEST_CELL = 12
_MARK = r"[\d*一二三四五六七八九十]+(?:\.[\d*]+)?"
_BARE = re.compile(rf"(?:满分)?{_MARK}(?:\s?[-~至]\s?{_MARK})?\s?分?[。;]?")
_RULE = re.compile(
    rf"(?:得|计|加|扣|共|为|最高|基础|基准|满分|最多|每[^;。]{{0,12}}?)\s?{_MARK}\s?分|酌情(?:加|评|给|打)?分|不得分|不计分"
)
_GROUP_POINTS = re.compile(rf"\(?\s?(?:满分|共)?(?<![\d*一二三四五六七八九十]){_MARK}\s?分\s?\)$")
_STOP = re.compile(r"[一二三四五六七八九十]{0,3}、|第[一二三四五六七八九十]+[章节部]|附件|注:|备注:|说明:|【|[^,。;()]{2,10}:")


@dataclass(slots=True)
class FlatTable:
    """A flattened score table: its heads, its blocks by their part, and the groups."""

    heads: list[Block]
    groups: list[Group] = field(default_factory=list)
    judged: list[Block] = field(default_factory=list)
    others: list[Block] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Place behind its last block."""
        return max((block.end for block in (*self.judged, *self.others)), default=0)


def find_flat_scores(blocks: Sequence[Block]) -> list[FlatTable]:
    """Find the flattened score tables in running blocks (not those in cells)."""
    tables = []
    at = 0
    while at < len(blocks):
        if blocks[at].cell is not None or len(blocks[at].flow.text) > _LONGEST_HEAD:
            at += 1
            continue
        heads = _heads(blocks, at)
        table = _Reader(heads).read(blocks, at + len(heads)) if heads else None
        if table and sum(len(group.rows) for group in table.groups) >= 2:
            tables.append(table)
            at += len(heads) + len(table.judged) + len(table.others)
        else:
            at += 1
    return tables


def _heads(blocks: Sequence[Block], at: int) -> list[Block]:
    """Read the heads: two to six short lines, known as columns of a score table, with the points among them."""
    heads: list[Block] = []
    kinds = []
    for block in blocks[at : at + _MOST_HEADS]:
        text = block.flow.text
        kind = column_kind(text) if len(text) <= _LONGEST_HEAD and ":" not in text and block.cell is None else None
        if kind not in _HEAD_KINDS or (kind != "points" and _GROUP_POINTS.search(text)):
            break
        heads.append(block)
        kinds.append(kind)
    return heads if "points" in kinds and {"factor", "criterion", "group"} & set(kinds) else []


class _Reader:
    """Reads lines one by one: content opens a row, a rule or bare points close it."""

    def __init__(self, heads: list[Block]) -> None:
        self.table = FlatTable(heads)
        kinds = [column_kind(head.flow.text) for head in heads]
        place = kinds.index("points")
        self.points_first = "criterion" in kinds[place:]
        self.points_close = "criterion" in kinds[:place] and "factor" in kinds[:place]
        self.rules_close = not (self.points_first or self.points_close)
        self.group_first = self.points_close and kinds[0] == "group"
        self.repeats: bool | None = None  # whether each row begins with its group; None until a second row has told
        self.led = False  # whether the group of the row that begins has been read
        self.row: Row | None = None
        self.closed = True

    def read(self, blocks: Sequence[Block], start: int) -> FlatTable:
        for number in range(start, len(blocks)):
            block = blocks[number]
            ahead = blocks[number + 1].flow.text if number + 1 < len(blocks) else ""
            if block.cell is not None or _is_end(block) or not self._take(block, ahead):
                break
        return self.table

    def _take(self, block: Block, ahead: str) -> bool:
        text = block.flow.text
        if SUM_ROW.fullmatch(text.split("(")[0]) or (_BARE.fullmatch(text) and self.row is None):
            self.table.others.append(block)
        elif _is_group(text) or (self.closed and self.rules_close and _is_short_group(text, ahead)):
            self._open_group(block)
        elif _BARE.fullmatch(text):
            self._add_points(block)
        elif self.closed and self.group_first and self._begins_with_group(block):
            return True
        elif self.points_first:
            return self._take_behind_points(block, ahead)
        elif self.points_close and not self.closed and self.row is not None:
            return self._add_criterion(block)
        elif _RULE.search(text) and self.row is not None:
            self.row.criteria.append(block.flow)
            self.table.others.append(block)
            self.closed = True
        else:
            return self._add_content(block)
        return True

    def _take_behind_points(self, block: Block, ahead: str) -> bool:
        """Heads with the points before the criterion: a line with points below it opens a row, others are criteria."""
        if _BARE.fullmatch(ahead):
            self.closed = True
            self._add_content(block)
        elif self.row is not None and self.row.points is not None:
            self.row.criteria.append(block.flow)
            self.table.others.append(block)
        else:
            return False
        return True

    def _begins_with_group(self, block: Block) -> bool:
        """Whether a row begins with the name of its group: 评审部分 before 评审因素, written in each row."""
        if self.led:
            return False
        text = block.flow.text
        head = self.table.groups[-1].head if self.table.groups else None
        if head is not None:
            self.repeats = head.text == text if self.repeats is None else self.repeats
            if not self.repeats or len(text) > _LONGEST_HEAD:
                return False
        if head is not None and head.text == text:
            self.table.others.append(block)
        else:
            self._open_group(block)
        self.led = True
        return True

    def _open_group(self, block: Block) -> None:
        self.table.groups.append(Group(block.flow))
        self.table.others.append(block)
        self.row, self.closed = None, True

    def _add_points(self, block: Block) -> None:
        assert self.row is not None
        bare = block.flow.text.endswith("分。") and bool(self.row.criteria)
        if self.row.points is None and not bare:
            self.row.points = block.flow.strip("。; \n")
        self.table.others.append(block)
        self.closed = True

    def _add_criterion(self, block: Block) -> bool:
        """Heads with a criterion before the points: all lines below the first are the criterion, bare points close it."""
        assert self.row is not None
        self.row.criteria.append(block.flow)
        self.table.others.append(block)
        return len(self.row.criteria) <= _LONGEST_CELL

    def _add_content(self, block: Block) -> bool:
        """Add a line of what is judged; False where the row grows beyond all measure, so that this is no table."""
        number, flow = without_number(block.flow)
        if self.closed or self.row is None:
            self.row = Row(number=number)
            if not self.table.groups:
                self.table.groups.append(Group())
            self.table.groups[-1].rows.append(self.row)
            self.closed = self.led = False
        self.row.texts.append(flow)
        self.table.judged.append(block)
        return len(self.row.texts) <= _LONGEST_CELL


def _is_end(block: Block) -> bool:
    """A heading, a label or a note ends the table; list numbers do not, they stand before what is judged."""
    return bool(block.noise) or bool(_STOP.match(block.flow.text))


def _is_group(text: str) -> bool:
    """A name with its points in brackets, one of which may be lost: ``品牌项目(5分)``, ``个案服务  5分)``."""
    if len(text) > 40 or not _GROUP_POINTS.search(text):
        return False
    name, points = split_group(text)
    return bool(name) and (points.value is not None or bool(points.mask)) and not _RULE.search(name) and "," not in name


def _is_short_group(text: str, ahead: str) -> bool:
    """A bare word above a line of content opens a group too (``其他``)."""
    return (
        len(text) <= 8
        and not re.search(r"[,。;:\d*]", text)
        and len(ahead) > 8
        and not _RULE.search(ahead)
        and not _STOP.match(ahead)
    )


def points_of_head(table: FlatTable) -> str:
    """The total that the head of the points states (``分值(总分100)``), as written; "" where there is none."""
    for head in table.heads:
        found = re.search(r"(?:总分|满分|共|合计)?:?\s?([\d*]+)\s?分?\)?$", head.flow.text)
        if found and "(" in head.flow.text and (read_points(found.group(1)).value or "*" in found.group(1)):
            return found.group(1)
    return ""
