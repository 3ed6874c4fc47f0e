"""Scoring that is told in clauses instead of a table: lists of deductions, lists of factors with their points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tender_kit.document.model import Block
from tender_kit.extractors.score_parts import Group, Row, split_group, without_number

_MARK = r"[\d*]+(?:\.[\d*]+)?"
_DEDUCTION = re.compile(rf"扣(?:减|除)?\s?{_MARK}\s?分")
_ABOVE = re.compile(r"扣分|评分|考核标准|考核细则|考核办法|考核内容|评价标准|计分|记分")
_FACTOR = re.compile(rf"[^,。;:()\d]{{2,24}}(?:\(\s?(?:满分|共|总分|计)?{_MARK}\s?分\s?\)|{_MARK}\s?分(?=[:。;,]|$))")
_FACTORS_ABOVE = re.compile(
    r"评(?:分|审|标|选|定|议)(?:办法|标准|方法|因素|细则|内容|项目|规则)|综合评分|考核(?:办法|标准|细则|内容|评分)|打分|评分"
)
_TOTALLED = re.compile(r"满分|总分|得分|合计|以上|以下|及格|优秀")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]+[章节部]")
_FEWEST = 3
_LOOK_BACK = 3
_MOST_LINES = 6
_MOST_ROWS = 60
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class ScoreList:
    """A list: the block that announces it, its clauses, and its groups."""

    above: Block
    blocks: tuple[Block, ...]
    groups: tuple[Group, ...]
    deductions: bool


def find_score_lists(blocks: Sequence[Block]) -> list[ScoreList]:
    """Find the lists of clauses that each take points, or that each name a factor with its points.

    Words that announce scoring stand above them. Three clauses are needed; factors with lines between
    them have to add up to a hundred.
    """
    lists: list[ScoreList] = []
    at = 0
    while at < len(blocks):
        if not blocks[at].number or "分" not in blocks[at].flow.text:
            at += 1
            continue
        found, behind = _deductions(blocks, at)
        if not found and behind == at:
            found, behind = _factors(blocks, at)
        if found:
            lists.append(found)
        at = max(behind, at + 1)
    return lists


def find_score_sentences(blocks: Sequence[Block]) -> list[ScoreList]:
    """Find the sentences that name all factors with their points: 评分构成:服务方案45分,团队30分,报价25分.

    They have to add up to a hundred.
    """
    found = []
    for block in blocks:
        label = _SENTENCE_LABEL.match(block.body.text) if "分" in block.flow.text else None
        parts = list(_SENTENCE_FACTOR.finditer(block.body.text, label.end())) if label else []
        if len(parts) > 1 and sum(Decimal(part["points"]) for part in parts) == _WHOLE:
            rows = [Row([block.body.slice(*part.span())]) for part in parts]
            found.append(ScoreList(block, (block,), (Group(rows=rows),), False))
    return found


_SENTENCE_LABEL = re.compile(rf"[^:,。;\d]{{0,8}}(?:{_FACTORS_ABOVE.pattern})[^:,。;\d]{{0,8}}:")
_SENTENCE_FACTOR = re.compile(r"(?<![^:,;、。])[^,。;:、()\d]{2,16}(?P<points>\d{1,2}(?:\.\d)?)分(?=[,;。、]|$)")


def _deductions(blocks: Sequence[Block], at: int) -> tuple[ScoreList | None, int]:
    """Read the run of deductions that begins at a block, and tell where it ends."""
    first = blocks[at]
    run = at
    while run < len(blocks) and _is_clause(blocks[run], first) and _DEDUCTION.search(blocks[run].flow.text):
        run += 1
    head = _announced(blocks, at, _ABOVE) if run - at >= _FEWEST else None
    if head is None:
        return None, run
    rows = [_row(block, ()) for block in blocks[at:run]]
    return ScoreList(head, tuple(blocks[at:run]), (Group(rows=rows),), True), run


def _is_clause(block: Block, first: Block) -> bool:
    """A numbered clause of the same cell, or of running text, as the first one."""
    return bool(block.number) and block.cell is first.cell and not block.noise and len(block.flow.text) <= 400


def _is_factor(block: Block, first: Block) -> bool:
    found = _FACTOR.match(block.body.text) if _is_clause(block, first) else None
    return bool(found) and not _TOTALLED.search(found.group() if found else "")


def _factors(blocks: Sequence[Block], at: int) -> tuple[ScoreList | None, int]:
    """Read factors with the lines below each; factors of a second style of numbers stand in groups."""
    first = blocks[at]
    head = _announced(blocks, at, _FACTORS_ABOVE) if _is_factor(first, first) else None
    if head is None:
        return None, at
    entries: list[list[Block]] = []
    end = at
    while end < len(blocks) and len(entries) <= _MOST_ROWS:
        block = blocks[end]
        if _is_factor(block, first):
            entries.append([block])
        elif _ends(block, entries):
            break
        else:
            entries[-1].append(block)
        end += 1
    groups, points = _grouped(entries)
    loose = len(entries) < _FEWEST or any(len(entry) > 1 for entry in entries)
    if len(entries) < 2 or (loose and points != _WHOLE):
        return None, end
    return ScoreList(head, tuple(blocks[at:end]), groups, False), end


def _ends(block: Block, entries: list[list[Block]]) -> bool:
    """Whether a line that is no factor ends the list: a heading, another clause of the list's own numbers, too many lines."""
    opening = entries[0][0]
    alike = block.number and _style(block.number) in {_style(entry[0].number) for entry in entries}
    return (
        bool(alike) or block.cell is not opening.cell or len(entries[-1]) > _MOST_LINES or bool(_HEADING.match(block.flow.text))
    )


def _style(number: str) -> str:
    return re.sub(r"\d+|\*+", "1", re.sub(r"[一二三四五六七八九十]+", "一", number))


def _grouped(entries: list[list[Block]]) -> tuple[tuple[Group, ...], Decimal]:
    """Part the factors into groups, and add up the points of the outer ones."""
    outer = _style(entries[0][0].number)
    nested = [_style(entry[0].number) != outer for entry in entries] + [False]
    groups: list[Group] = []
    points = Decimal(0)
    for number, entry in enumerate(entries):
        if not nested[number]:
            points += split_group(_name(entry[0]))[1].value or 0
            heads = nested[number + 1]
            if heads or not groups or groups[-1].head is not None:
                groups.append(Group(entry[0].body if heads else None))
            if heads:
                continue
        groups[-1].rows.append(_row(entry[0], tuple(entry[1:])))
    return tuple(groups), points


def _name(block: Block) -> str:
    found = _FACTOR.match(block.body.text)
    return found.group() if found else ""


def _announced(blocks: Sequence[Block], at: int, above: re.Pattern[str]) -> Block | None:
    for block in reversed(blocks[max(0, at - _LOOK_BACK) : at]):
        if above.search(block.flow.text) and block.cell is blocks[at].cell:
            return block
    heading = blocks[at].section.heading
    return heading if heading and above.search(heading.flow.text) else None


def _row(block: Block, below: tuple[Block, ...]) -> Row:
    """Make a row of a clause: a factor with its points, and behind it how it is judged."""
    number, flow = without_number(block.flow)
    criteria = [line.flow for line in below]
    found = _FACTOR.match(flow.text)
    if found and found.end() < len(flow.text):
        rest = flow.slice(found.end(), len(flow.text)).strip(" :。;,")
        flow = flow.slice(0, found.end())
        criteria = [rest, *criteria] if rest.text else criteria
    return Row([flow], criteria, None, number or block.number)
