"""The section tree, over every numbering style, whatever became of the numbers."""

from __future__ import annotations

import re
from itertools import pairwise

from tender_kit.document.model import Block, Document, Section
from tender_kit.document.numbering import ListNumber
from tender_kit.vocab.labels import fields_of, split_label

_TITLE_LENGTH = 36
_HEAD_WORDS = re.compile(
    r"^[\u4e00-\u9fff()、]{2,20}(?:要求|条件|资格|须知|标准|方式|安排|细则|办法|清单|内容|需求|程序|事项|信息|指标|说明|条款)$"
)
_LABEL_LINE = re.compile(r"[\u4e00-\u9fff()]{2,14}:|[\u4e00-\u9fff]{2,12}信息$")
_SENTENCE = re.compile(r"[。;!?]")
# 三、包组1:基地运营服务 heads the requirements of a lot; 1.包1:每周上门2次 is one of them.
_LOT = re.compile(
    r"第?[一二三四五六七八九十\dA-Z]{0,3}(?:采购包|合同包|包组|标段|标项|分标|包件|子包|标包|包)[一二三四五六七八九十\dA-Z]{0,3}"
)
_LOT_TITLE = re.compile(
    r"[^,。;:\d]{2,30}(?:服务|项目|采购|工程|运营|设备|建设|改造|评估|培训|购置|安装|养护|维护|托养|照护|要求|需求|内容)(?:\([^()]{1,20}\))?"
)
_BARE_COLON = re.compile(r":$")
_FIRST_OF_LIST = re.compile(r"\(?(?:[一1①*]|1\.1)[、.．)]{0,2}")


def build_sections(document: Document) -> None:
    """Find the headings among the blocks and hang every block under its own."""
    root = Section(0, start=0, end=len(document.text))
    stack: list[tuple[float, str, Section]] = [(-100, "", root)]
    content = document.content
    behind = {id(block): following for block, following in pairwise(content)}
    for block in document.blocks:
        if not block.noise and (block.cell is None or _lone(block)):
            number = block.listed
            rank, style = _rank(block, number), number.style
            if rank is None and not number.text and block.cell is None:
                rank, style = _unnumbered(block, behind.get(id(block))), "plain"
            if rank is not None:
                _open(stack, rank, style, block)
            elif number.text and block.cell is None:
                _end(stack, number.rank, block)
            elif any(style == "plain" for _, style, _ in stack) and block.cell is None and _is_label_line(block.flow.text):
                _end(stack, next(place for place, style, _ in stack if style == "plain"), block)
        block.section = stack[-1][2]
    for _, _, section in stack:
        section.end = len(document.text)
    document.root = root


def _lone(block: Block) -> bool:
    """Whether a cell is as wide as its table: a heading inside a table."""
    cell = block.cell
    return cell is not None and len(cell.blocks) == 1 and cell.fills_row


def _rank(block: Block, number: ListNumber) -> float | None:
    """Give the rank of a heading, or None for a block that is none."""
    title = block.body.text
    if number.hashes:
        return -20 + number.hashes
    short = len(title) <= _TITLE_LENGTH and not _SENTENCE.search(title[:-1])
    if block.level and short:
        return number.rank if number.style in {"chinese", "chapter", "part"} else -20 + block.level
    if number.style == "lot":
        return number.rank if short else None
    if not number.text or not title:
        return None
    if number.style in {"chapter", "part", "article"}:
        return number.rank if short else None
    return number.rank if _is_title(title, number) else None


def _unnumbered(block: Block, following: Block | None) -> float | None:
    """Give the rank of a short line without number above a list that begins anew: 投标人资格条件 / 一、…"""
    title = block.flow.text.rstrip(":")
    if following is None or following.cell or not 3 <= len(title) <= 20 or not _HEAD_WORDS.search(title):
        return None
    number = following.listed
    begins = _FIRST_OF_LIST.fullmatch(number.text)
    return number.rank - 0.5 if begins and number.text else None


def _is_label_line(text: str) -> bool:
    """Whether a line is a label, with its value or alone above it: it ends a list under a heading without number."""
    return bool(_LABEL_LINE.match(text)) or (len(text) <= 14 and bool(fields_of(split_label(text)[0])))


def _is_title(title: str, number: ListNumber) -> bool:
    """Whether the text behind a list number is a heading and no clause and no label with its value."""
    if len(title) > _TITLE_LENGTH + (8 if number.style == "chinese" else 0):
        return False
    if _SENTENCE.search(title.rstrip("。")) or title.endswith(("。", ";", ",")):
        return number.style == "chinese" and len(title) < 20 and title.endswith("。")
    label, colon, rest = title.partition(":")
    return not (colon and rest) or bool(_LOT.fullmatch(label) and _LOT_TITLE.fullmatch(rest))


def _open(stack: list[tuple[float, str, Section]], rank: float, style: str, block: Block) -> None:
    """Close what the heading ends and open its section."""
    _end(stack, rank, block)
    parent = stack[-1][2]
    title = _BARE_COLON.sub("", block.body.text)
    section = Section(parent.level + 1, title, block.number, block, parent, start=block.start, end=block.end)
    parent.children.append(section)
    block.heading = True
    stack.append((rank, style, section))


def _end(stack: list[tuple[float, str, Section]], rank: float, block: Block) -> None:
    """End the sections that stand no higher than a number: 二、公告期限:… ends 一、 even though it is no heading."""
    while stack[-1][0] >= rank and stack[-1][0] != -100:
        _close(stack.pop()[2], block)


def _close(section: Section, block: Block) -> None:
    section.end = block.start
