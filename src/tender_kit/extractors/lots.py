"""Lots, with what the tables, labels and headings that name them say of them; and the runs of text tied to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Cell, Document, Table
from tender_kit.document.numbering import ListNumber
from tender_kit.extractors.corrections import changed_rows
from tender_kit.extractors.lot_numbers import find_lot_numbers, leading_lot, normal_number
from tender_kit.extractors.lots_drafts import LotDraft, LotDrafts, Scope, take_name
from tender_kit.extractors.lots_labels import LOT_NAME, read_labels, read_lists, read_sentences
from tender_kit.extractors.organisations import ORGANISATION
from tender_kit.extractors.resolve import Found
from tender_kit.extractors.sums import find_money
from tender_kit.models.notice import Lot
from tender_kit.quantities.numerals import parse_number
from tender_kit.vocab.labels import fields_of, split_label

_LOT_WORD = re.compile(r"[包段项标]")
_NUMBER_FIRST = re.compile(r"[\dA-Z、,]+(?:号)?(?:包|标段|标项|分标)")
_LOT_COLUMN = re.compile(
    r"^(?:适用|所属|对应|所在)?(?:包号|子包号?|标段号?|标项号?|标项序号|合同包号?|采购包号?|包组编?号?|分标号?|标包号?|包件号|标段编号|包编号|采购包编号|分包号|包别|分包|标包|包|标项|标段|分标|采购包|合同包)$"
)


def extract_lots(document: Document) -> tuple[tuple[Lot, ...], list[Scope]]:
    """Read the lots in order, and the (start, end, numbers) runs of text that are tied to them."""
    lots = LotDrafts(document)
    for table in document.tables:
        if not table.noise:
            _from_table(lots, table)
            _from_changes(lots, table)
    _from_headings(lots)
    read_labels(lots)
    read_lists(lots)
    read_sentences(lots)
    everyone = tuple(draft.number for draft in lots.drafts.values())
    scopes = [(start, end, numbers or everyone) for start, end, numbers in lots.scopes]
    return tuple(draft.lot() for draft in lots.drafts.values()), sorted(scopes, key=lambda s: (s[0], s[0] - s[1]))


def _from_table(lots: LotDrafts, table: Table) -> None:
    """Read a table with a lot column: each row is tied to its lot, columns of money and names are the lot's."""
    heads = [split_label(head) for head in table.heads]
    column = next((i for i, (head, _) in enumerate(heads) if _LOT_COLUMN.match(head)), None)
    if column is None:
        column = _column_of_mentions(table)
    if column is None and any(LOT_NAME.fullmatch(head) for head, _ in heads):
        column = next((i for i, (head, _) in enumerate(heads) if head == "序号"), None)
    if column is None or not any(table.heads):
        _from_bare_rows(lots, table)
        return
    describing = any({"lot_name", "budget", "ceiling", "industry"} & set(fields_of(head)) or _by_words(head) for head, _ in heads)
    above: tuple[str, ...] = ()
    for row in table.body:
        numbers = _cell_numbers(row[column]) if column < len(row) else ()
        above = above if _goes_on(row, column) else numbers
        if above:
            lots.scope(row[0].start, max(cell.end for cell in row), above)
        if len(numbers) != 1:  # 标项1、标项2: what is asked of several tells the name of none
            continue
        draft = lots.draft(numbers[0])
        take_name(lots, draft, _behind_number(row[column]), single=True)
        if describing:
            for (head, note), cell in zip(heads, row, strict=False):
                _from_cell(lots.document, draft, head, note, cell)


def _goes_on(row: Sequence[Cell], column: int) -> bool:
    """Whether a row leaves its lot to the row above, as a merged cell does once its lines are text; a sum is of all lots."""
    return column < len(row) and not row[column].text.strip() and not any(_SUM.match(cell.text) for cell in row[:3])


_SUM = re.compile(r"\s*(?:合\s?计|总\s?计)")


def _from_bare_rows(lots: LotDrafts, table: Table) -> None:
    """Read rows without column heads, each of a lot, its name and its sum: 包1 | 养老护理员培训 | 23.5万元."""
    if table.head_rows or not table.rows or not all(_own_number(row[0].text) for row in table.rows):
        return
    above = " ".join(block.flow.text for block in lots.document.content if 0 <= table.start - block.end < _ABOVE)
    for row in table.rows:
        draft = lots.draft(_own_number(row[0].text))
        lots.scope(row[0].start, max(cell.end for cell in row), (draft.number,))
        for cell in row[1:]:
            if not draft.names and not re.search(r"\d", cell.text) and not ORGANISATION.search(cell.text):
                take_name(lots, draft, cell.flow, single=True)
            if not draft.budgets and "预算" in above and re.fullmatch(r"[\d,.*]+(?:万|亿)?元", cell.text):
                draft.budgets.extend(find_money(lots.document, cell.flow, "", rank=0, rule="lots.budget.row")[:1])


_ABOVE = 60


def _from_changes(lots: LotDrafts, table: Table) -> None:
    """Tie the rows of a table of corrections to the lot that they name: 第1包最高限价 | 71.5万元 | 69.8万元."""
    for item, after in changed_rows(table):
        number = _own_number(item.text) or _own_number(after.text)
        if not number:
            continue
        draft = lots.draft(number)
        lots.scope(after.start, after.end, (draft.number,))
        _from_cell(lots.document, draft, _behind_number(item).text.strip(" :的"), "", after)


_LOOKED_AT = 3


def _column_of_mentions(table: Table) -> int | None:
    """Find the column each of whose cells begins with a lot of its own, whatever its head: 包件1:食材配送 below 包件名称."""
    for column in range(min(_LOOKED_AT, len(table.heads))):
        seen: set[str] = set()
        for row in table.body:
            number = _own_number(row[column].text) if column < len(row) else ""
            if not number or number in seen:
                seen.clear()
                break
            seen.add(number)
        if len(seen) > 1 or (seen and LOT_NAME.fullmatch(split_label(table.heads[column])[0])):
            return column
    return None


def _own_number(text: str) -> str:
    """The one lot that a text begins with, "" where there is none."""
    return leading_lot(text[:_MENTIONED])[0]


_MENTIONED = 24


def _behind_number(cell: Cell) -> Flow:
    """Give what stands behind the number in a lot's cell: 分包1:社区协商议事支持."""
    mention = find_lot_numbers(cell.text)
    end = mention[0][1] if mention and mention[0][0] == 0 else len(cell.text)
    behind = cell.flow.slice(end, len(cell.text))
    return behind.strip() if behind.text.startswith("\n(") else behind


_AND = re.compile(r"[\s、,/;和及与]{0,3}")


def _cell_numbers(cell: Cell) -> tuple[str, ...]:
    text = cell.text.strip()
    named: list[str] = []
    reached = 0
    for start, end, numbers in find_lot_numbers(text):
        if named and not _AND.fullmatch(text[reached:start]):
            break
        named.extend(numbers)
        reached = end
    if named:
        return tuple(dict.fromkeys(named))
    parts = re.split(r"\s?[、,/和及与]\s?", text)
    if all(re.fullmatch(r"[\dA-Za-z一二三四五六七八九十]{1,4}", part) for part in parts):
        return tuple(dict.fromkeys(map(normal_number, parts)))
    return (text,) if re.fullmatch(r"[^\n。]{4,40}-\d{1,3}", text) else ()


def _from_cell(document: Document, draft: LotDraft, head: str, note: str, cell: Cell) -> None:
    if not cell.text:
        return
    fields = set(fields_of(head)) | _by_words(head)
    unit = note or ("万元" if "万元" in head else cell.table.unit)
    for name, target in (("budget", draft.budgets), ("ceiling", draft.ceilings)):
        if name in fields and not target:
            target.extend(find_money(document, cell.flow, unit or "元", rank=0, rule=f"lots.{name}.column")[:1])
    names = "lot_name" in fields or (head.endswith("名称") and "supplier" not in fields)
    names = names or (bool(_CONTENT.fullmatch(head)) and bool(_BRIEF.fullmatch(cell.text)))
    if names and not draft.names and cell.blocks:
        flow = cell.flow.strip()
        if normal_number(_own_number(flow.text)) == draft.number:  # 分标3 社工督导: its number is no part of the name
            flow = _behind_number(cell).strip(" \n:、.-") or flow
        draft.names.append(Found(0, document.evidence(flow.whole, "lots.name.column"), flow.text))
    for name in ("industry", "quantity", "unit"):
        if name in fields:
            draft.texts.setdefault(name, []).append(
                Found(0, document.evidence(cell.flow.whole, f"lots.{name}.column"), cell.text)
            )


# 包组 | 采购内容 | 控制价: a column of what is bought names the lots where its cells are a few words.
_CONTENT = re.compile(r"(?:采购|服务|项目|招标|标的|标包)(?:内容|标的|品目)")
_BRIEF = re.compile(r"[\u4e00-\u9fff()]{4,24}")


def _by_words(head: str) -> set[str]:
    """Tell what a column is whose head is made of two rows or not listed: 金额(万元)预算, 名称."""
    found = {"lot_name"} if head == "名称" else set()
    if "限价" in head or "控制价" in head:
        return found | {"ceiling"}
    return found | ({"budget"} if "预算" in head else set())


# 各标段共同要求: what follows is for all lots, and no longer for the one named last.
_ALL_LOTS = re.compile(
    r"【?(?:以上)?(?:各|所有|全部|每个?|两个?|[二三四五六七八九]个)(?:采购包|合同包|标段|标项|分标|包件|包)[^,。;:]{0,8}(?:[:,均都】]|(?:共同|通用|公共|共性)(?:要求|条款))|【?(?:共同|通用|公共|共性)(?:要求|条款)[】:。]?"
    r"|[^,。;:]{2,16}\((?:各|所有|全部|两个?|[二三四五六七八九]个|[A-Z\d](?:、[A-Z\d]){1,5})(?:采购包|合同包|标段|标项|分标|包件|包)"
    r"(?:共用|通用|均适用|共同|公用|相同|一致)"
)


def _from_headings(lots: LotDrafts) -> None:
    """Tie the sections whose headings name lots, and the lines 采购包1: up to the next such line."""
    open_lines: list[tuple[Block, tuple[str, ...]]] = []
    style, last = "", 0  # of the numbering below a lot's line that stands as a title: as long as it goes on, the lot does
    for place, block in enumerate(lots.document.content):
        if open_lines and open_lines[0][0].cell is not None and not _in_table(block, open_lines[0][0]):
            _close_lines(lots, open_lines, block.start)
        if style and block.listed.style == style and _ordinal(block.listed) == last + 1:
            last += 1
        elif _ALL_LOTS.match(block.body.text):
            _close_lines(lots, open_lines, block.start)
            if block.heading:
                lots.scope(block.start, block.section.end, ())
            elif block.cell is None or block.cell.fills_row:
                open_lines.append((block, ()))
            style = ""
            continue
        elif block.heading:
            _close_lines(lots, open_lines, block.start)
            style = ""
        mention = _leading_mention(block)
        if mention is None:
            continue
        numbers, rest = mention
        for number in numbers if not _OF_PEOPLE.search(block.section.title) else ():
            take_name(lots, lots.draft(number), rest, single=len(numbers) == 1)
        if block.heading:
            lots.scope(block.start, block.section.end, numbers)
        elif _is_clause(block, rest):
            lots.scope(block.start, block.end, numbers)
        elif block.cell is None or block.cell.fills_row:
            _close_lines(lots, open_lines, block.start)
            open_lines.append((block, numbers))
            style, last = _style_below(lots.document.content, place), 0
    _close_lines(lots, open_lines, len(lots.document.text))


def _is_clause(block: Block, rest: Flow) -> bool:
    """Whether one clause of a list speaks of a lot, and the next ones need not: 2.B包专门面向小微企业采购;"""
    numbered = block.cell is None and bool(block.listed.style)
    return numbered and rest.text[:1] not in ("", ":", "(", "】") and block.flow.text.endswith(("。", ";"))


def _ordinal(number: ListNumber) -> int:
    """The place of a number in its list: 3 of 三、; 0 where it has none, or hides it."""
    value = parse_number(re.sub(r"\W", "", number.text))
    return int(value) if value is not None and value == int(value) else 0


def _style_below(content: list[Block], place: int) -> str:
    """The style of the numbering that a lot's line opens when it stands as a title above 一、; "" where it opens none."""
    below = content[place + 1] if place + 1 < len(content) else None
    if below is None or below.cell is not None or content[place].listed.style or _ordinal(below.listed) != 1:
        return ""
    return below.listed.style


def _in_table(block: Block, title: Block) -> bool:
    return block.cell is not None and title.cell is not None and block.cell.table is title.cell.table


def _close_lines(lots: LotDrafts, open_lines: list[tuple[Block, tuple[str, ...]]], end: int) -> None:
    for block, numbers in open_lines:
        lots.scope(block.start, max(block.end, end), numbers)
    open_lines.clear()


_OF_PEOPLE = re.compile(r"专家|评审(?:小组|委员|人员)|代理|收费|质疑|投诉")  # 采购包1:甲、乙、丙 are no name of it
_BEHIND_A_TITLE = frozenset(("", *":(】要共专的,、采需服内技商项 预最资"))


def _leading_mention(block: Block) -> tuple[tuple[str, ...], Flow] | None:
    """Read the lots that a block begins with, and what stands behind them."""
    if not _LOT_WORD.search(block.flow.text, 0, 100):
        return None
    flow = block.flow if _NUMBER_FIRST.match(block.flow.text) else block.body
    head = flow.text[:80]
    found = [
        m for m in find_lot_numbers(head) if m[0] <= (0 if len(head) > 40 else 2) or head[: m[0]] in {"【", "第", "(", "本项目"}
    ]
    if not found:
        return None
    _, end, numbers = found[0]
    behind = flow.text[end : end + 1]
    named = (
        behind in _BEHIND_A_TITLE
        or block.heading
        or (len(flow.text) <= 40 and end < len(flow.text) and flow.is_parted(end))  # A包 养老护理员培训
    )
    return (numbers, flow.slice(end, len(flow.text))) if named else None
