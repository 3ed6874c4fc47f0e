"""Scoring that is told in clauses instead of a table: lists of deductions, lists of factors with their points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tender_kit.document.model import Block
from tender_kit.extractors.score_parts import Group, Row, without_number

_MARK = r"[\d*]+(?:\.[\d*]+)?"
_DEDUCTION = re.compile(rf"扣(?:减|除)?\s?{_MARK}\s?分")
_ABOVE = re.compile(r"扣分|评分|考核标准|考核细则|考核办法|考核内容|评价标准|计分|记分")
_FACTOR = re.compile(rf"[^,。;:()]{{2,24}}(?:\(\s?(?:满分|共|总分)?{_MARK}\s?分\s?\)|{_MARK}\s?分\s?(?=[:。;,]|$))")
_FACTORS_ABOVE = re.compile(
    r"评(?:分|审|标|选|定|议)(?:办法|标准|方法|因素|细则|内容|项目|规则)|综合评分|考核(?:办法|标准|细则|内容|评分)|打分|评分"
)
_TOTALLED = re.compile(r"满分|总分|得分|合计|以上|以下|及格|优秀")
_FEWEST = 3
_LOOK_BACK = 3


@dataclass(frozen=True, slots=True)
class ScoreList:
    """A list: the block that announces it, its clauses, and its one group."""

    above: Block
    blocks: tuple[Block, ...]
    group: Group
    deductions: bool


def find_score_lists(blocks: Sequence[Block]) -> list[ScoreList]:
    """Find the lists of clauses that each give or take points, three at least, under words that announce scoring."""
    return [*_runs(blocks, _DEDUCTION, _ABOVE, True), *_runs(blocks, _FACTOR, _FACTORS_ABOVE, False)]


def _runs(blocks: Sequence[Block], clause: re.Pattern[str], above: re.Pattern[str], deductions: bool) -> list[ScoreList]:
    lists = []
    at = 0
    while at < len(blocks):
        run = at
        while run < len(blocks) and _is_clause(blocks[run], blocks[at], clause, deductions):
            run += 1
        head = _announced(blocks, at, above) if run - at >= _FEWEST else None
        if head:
            chosen = tuple(blocks[at:run])
            lists.append(ScoreList(head, chosen, Group(rows=[_row(block, deductions) for block in chosen]), deductions))
        at = max(run, at + 1)
    return lists


def _is_clause(block: Block, first: Block, clause: re.Pattern[str], deductions: bool) -> bool:
    """A numbered clause of the same cell or of running text that speaks of points."""
    text = block.flow.text
    if block.cell is not first.cell or block.noise or len(text) > 400 or not block.number:
        return False
    found = clause.search(text) if deductions else clause.match(block.body.text)
    return bool(found) and (deductions or not _TOTALLED.search(found.group() if found else ""))


def _announced(blocks: Sequence[Block], at: int, above: re.Pattern[str]) -> Block | None:
    for block in reversed(blocks[max(0, at - _LOOK_BACK) : at]):
        if above.search(block.flow.text) and block.cell is blocks[at].cell:
            return block
    heading = blocks[at].section.heading
    return heading if heading and above.search(heading.flow.text) else None


def _row(block: Block, deductions: bool) -> Row:
    number, flow = without_number(block.flow)
    if deductions or len(flow.text) < 40:
        return Row([flow], [], None, number or block.number)
    place = next((p + 1 for p, sign in enumerate(flow.text[:60]) if sign in ":。"), 0)
    if not place:
        return Row([flow], [], None, number or block.number)
    return Row([flow.slice(0, place).strip(" :。")], [flow.slice(place, len(flow.text)).strip()], None, number or block.number)
