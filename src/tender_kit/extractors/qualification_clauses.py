"""Where the qualification clauses of a notice stand, and how a block is cut into clauses."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document, Section
from tender_kit.vocab.labels import fields_of, split_label

_TITLE = re.compile(
    r"(?:资格|资质)(?:要求|条件|标准|能力|要件)|合格条件|(?:申报|申请|报名|参选|参与|承接|准入|投标人|供应商|申请人|响应人|机构)(?:主体|单位|机构|人)?(?:的)?(?:要求|条件|资格)|合格(?:的)?(?:投标人|供应商)|申请人条件|(?:须|应|应当|必须)?(?:具备|(?<!需)(?<!需要)满足|符合)(?:的|下列|以下)?(?:条件|资格|要求)$|(?:投标人|供应商|报价人|申请人|响应人|承接主体|机构)(?:的)?资格$"
)
_NO_TITLE = re.compile(r"材料|文件|审查|评审|评分|证明|获取|提交|代表|人员要求|服务要求|报价|编制|递交|项目负责人|团队|退出|管理")
STATUTORY_HEAD = re.compile(r"第二十二条|法定(?:资格|条件)|基本(?:资格|条件)|一般资格|通用资格")
POLICY_HEAD = re.compile(r"落实政府采购政策|政策(?:性)?(?:资格|要求|功能)|中小企业政策")
SPECIFIC_HEAD = re.compile(r"特定(?:资格|条件|资质)|特殊(?:资格|条件)|专业资格|(?<!规定的)其他(?:资格)?(?:要求|条件)")
_INLINE = re.compile(
    r"(?<=[。;:,])\((?:\d{1,2}|[一二三四五六七八九十]|\*)\)|(?<=[。;:])\(?(?:\d{1,2}|[一二三四五六七八九十]|\*)[)、.](?!\d)|(?<=[。;:,])[①-⑳]|(?<=[。;:])(?:\d{1,2}\.\d{1,2})(?=[^\d%])"
)
_FIRST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[一二三四五六七八九十])[)、.](?!\d)|[①-⑳]")
_HEAD_ONLY = re.compile(r"[:]$|^【?(?:采购包|合同包|标项|包|分标)\s?[\dA-Z一二三四五六七八九十]{1,3}\s?】?[:]?$")
_NOTE = re.compile(r"(?:注|备注|说明|特别说明|特别提示)\d?[:]")
_NONE = re.compile(
    r"^(?:(?:采购包|合同包|标项|包|分标)\s?[\dA-Z一二三]{0,2}[: ]?无[;,。]?)+$"
    r"|^(?:其[他余]|第?[\dA-Z一二三四五六七八九十、和及与至]{1,12})号?(?:采购包|合同包|标段|标项|分标|包件|包)"
    r"[: ]?(?:均|都)?无(?:要求|特定资格要求|特殊要求)?[;,。]?$|^(?:无|/|空|不适用|没有|暂无)[。;]?$|^[\s\-—/]*$"
)
_ENDS = " \n\t;。,.、:"
_UNNUMBERED = 99


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its text, its list number, the basis that its heading gives ("" for none), its block."""

    flow: Flow
    number: str
    basis: str
    block: Block


def find_clauses(document: Document) -> Iterator[Clause]:
    """Find the clauses of all qualification sections and labels, in order."""
    carried = _Carried()
    holder = None
    sections: dict[int, Section | None] = {}
    for block in document.content:
        key = id(block.section)
        section = sections[key] if key in sections else sections.setdefault(key, _qualification_section(block.section))
        if section is None:
            continue
        if section is not holder:
            holder, carried = section, _Carried()
        if block is section.heading or (block.cell and not _is_clause_cell(block)):
            continue
        basis = carried.basis_of(block, section)
        if carried.in_note(block) or (block.heading and is_qualification_title(block.body.text.rstrip(":"))):
            continue
        if not block.heading or not _is_head(block.body.text):
            yield from _split(block.body, block, block.number, basis)
    for pair in document.pairs:
        labelled = pair.form in {"line", "next_line", "cell"} and is_qualification_title(pair.label)
        if labelled and pair.value.text and not pair.block.heading and _qualification_section(pair.block.section) is None:
            lead = _FIRST_NUMBER.match(pair.value.text)
            value = pair.value.slice(lead.end(), len(pair.value.text)).strip(_ENDS) if lead else pair.value
            for place, line in enumerate(_numbered_lines(value)):
                yield from _split(
                    _without_number(line) if place else line, pair.block, lead.group() if lead and not place else "", ""
                )
    yield from _from_rows(document)


_NUMBERED_LINE = re.compile(r"\n(?=\(?(?:\d{1,2}|[一二三四五六七八九十])[)、.．])")


def _numbered_lines(value: Flow) -> list[Flow]:
    """Part the lines of a cell that begin with numbers; the rest of a value stays in one piece."""
    cuts = [0, *(found.end() for found in _NUMBERED_LINE.finditer(value.text)), len(value.text)]
    return [value.slice(start, end).strip() for start, end in itertools.pairwise(cuts) if start < end]


def _from_rows(document: Document) -> Iterator[Clause]:
    """Read the rows beside a cell 资格条件 that reaches over several rows of a table: a number, and a clause."""
    for table in document.tables:
        for row in table.rows if not table.noise else ():
            title = row[0] if row else None
            if title is None or title.rowspan < 2 or not is_qualification_title(title.text.replace("\n", "")):
                continue
            cells = [cell for cell in dict.fromkeys(row[1:]) if cell.blocks and cell is not title]
            clause = max(cells, key=lambda cell: len(cell.text), default=None)
            if clause is not None and len(clause.text) > _SHORTEST_CLAUSE:
                number = next((cell.text for cell in cells if re.fullmatch(r"[\d.、()]{1,4}", cell.text)), "")
                yield from _split(clause.flow, clause.blocks[0], number, "")


_SHORTEST_CLAUSE = 6


@dataclass(slots=True)
class _Carried:
    """The basis that a head (2.落实政府采购政策…:) gives to the deeper clauses below it."""

    basis: str = ""
    rank: int = _UNNUMBERED
    note: bool = False

    def in_note(self, block: Block) -> bool:
        """Whether a block is a note (注:…) or a list below one: it explains clauses and is none."""
        if _NOTE.match(block.body.text):
            self.note = True
        elif block.listed.rank < 12:
            self.note = False
        return self.note

    def basis_of(self, block: Block, holder: Section) -> str:
        above = block.section.path[holder.level :]
        own = _head_basis(block.body.text)
        rank = block.listed.rank
        if own and (rank != _UNNUMBERED or block.body.text.endswith(":")):
            self.basis, self.rank = own, rank
            return own
        if own:  # a clause of its own without a number heads nothing: 符合第二十二条规定 on a line between others
            self.basis, self.rank = "", _UNNUMBERED
            return own
        if rank <= self.rank and rank != _UNNUMBERED:
            self.basis, self.rank = "", _UNNUMBERED
        return self.basis or next((b for b in map(_head_basis, reversed(above)) if b), "")


def _is_head(text: str) -> bool:
    """Whether a heading inside the requirements only opens clauses and is none itself."""
    return (text.endswith(":") and not STATUTORY_HEAD.search(text)) or (bool(_head_basis(text)) and "政府采购法" not in text)


def _is_clause_cell(block: Block) -> bool:
    """Whether a cell holds a clause: the first column that is no number; the others tell how it is proved."""
    cell = block.cell
    if cell is None or cell.row < cell.table.head_rows:
        return False
    texts = (
        [c for c in cell.table.rows[cell.row] if not re.fullmatch(r"[\d.、()*]{0,4}", c.text)]
        if cell.row < len(cell.table.rows)
        else []
    )
    return bool(texts) and texts[0] is cell


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PAPERS = re.compile(r"(?:申报|报名|提交|所需|证明|响应)材料|材料(?:要求|清单|组成)|^材料|审查|评审")


def _qualification_section(section: Section) -> Section | None:
    """Give the outermost qualification section that a section lies in; None inside one on papers or review."""
    node: Section | None = section
    found = None
    while node and node.heading:
        title = node.title.rstrip(":")
        if is_qualification_title(title):
            found = node
        elif found is None and _PAPERS.search(title):
            return None
        node = node.parent
    return found


@lru_cache(maxsize=1024)
def is_qualification_title(title: str) -> bool:
    """Whether a heading opens the qualification requirements.

    >>> is_qualification_title("申请人的资格要求"), is_qualification_title("资格审查方法")
    (True, False)
    """
    title = _IN_BRACKETS.sub("", title)
    if len(title) > 40:
        return False
    if {"qualification", "specific_qualification"} & set(fields_of(split_label(title)[0])):
        return not re.search(r"材料|审查", title)
    if re.search(r"(?:资格|资质)(?:要求|条件)$|[人商位构]的?资格$", title):
        return not re.search(r"审查|评审|评分|人员", title)
    return bool(_TITLE.search(title)) and not _NO_TITLE.search(title)


def _head_basis(text: str) -> str:
    """Tell the basis that a head gives to what stands under it."""
    head = text[:44]
    if SPECIFIC_HEAD.search(head):
        return "specific"
    if POLICY_HEAD.search(head):
        return "policy"
    if STATUTORY_HEAD.search(head):
        return "statutory"
    return ""


def _split(flow: Flow, block: Block, number: str, basis: str) -> Iterator[Clause]:
    """Cut a text into its clauses: at the numbers inside it, and behind a head that ends with a colon."""
    cuts = [m.start() for m in _INLINE.finditer(flow.text)]
    edges = [0, *[c for c in cuts if c > 0], len(flow.text)]
    for place, (start, end) in enumerate(itertools.pairwise(edges)):
        part = flow.slice(start, end).strip(_ENDS if place else " \n\t")
        own = number if place == 0 else ""
        clause = _without_head(_without_number(part) if place else part)
        if clause is not None:
            yield Clause(clause, own, basis, block)


_LOTS = re.compile(r"[一二三四五六七八九十\d](?:[、和及][一二三四五六七八九十\d]){1,6}号?(?:标段|标项|分标|包)")


def _without_number(part: Flow) -> Flow:
    if _LOTS.match(part.text):  # 二、三标段 names lots; 二 is no list number there
        return part
    lead = re.match(r"\(?(?:\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九十]|\*)[)、.]?|[①-⑳]", part.text)
    return part.slice(lead.end(), len(part.text)).strip(_ENDS) if lead else part


def _without_head(part: Flow) -> Flow | None:
    """Take the head off a clause (落实政策需满足的资格要求:专门面向…), or drop what is only a head or says none."""
    text = part.text.strip()
    if _HEAD_ONLY.search(text) and not STATUTORY_HEAD.search(text):
        return None
    head, colon, rest = text.partition(":")
    is_head = (
        POLICY_HEAD.search(head)
        or SPECIFIC_HEAD.search(head)
        or re.fullmatch(r"(?:采购包|合同包|标项|包|分标|标段)[\dA-Z一二三]{1,3}(?:特定资格要求)?(?:如下)?", head)
    )
    if colon and is_head and len(head) < 44:
        if not rest.strip() or _NONE.match(rest.strip()):
            return None
        at = part.text.index(":") + 1
        return _without_head(part.slice(at, len(part.text)).strip(_ENDS))
    if _NONE.match(text) or (is_head and len(text) < 44 and not colon):
        return None
    flow = part.strip(_ENDS)
    return flow if len(flow.text) > 3 else None
