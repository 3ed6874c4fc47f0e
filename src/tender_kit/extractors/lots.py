"""Lots, with what the tables, labels and headings that name them say of them; and the runs of text tied to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tender_kit.core.readings import Reading
from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Cell, Document, Pair, Section, Table
from tender_kit.extractors.lot_numbers import find_lot_numbers, normal_number
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.extractors.sums import find_money, fits_money, same_money
from tender_kit.models.notice import Lot
from tender_kit.models.values import Money
from tender_kit.vocab.labels import fields_of, split_label

Scope = tuple[int, int, tuple[str, ...]]
_LOT_COLUMN = re.compile(
    r"^(?:包号|标段号?|标项号?|标项序号|合同包号?|采购包号?|包组编?号?|分标号?|标包号?|包件号|标段编号|包编号|采购包编号|分包号|包别|分包|标包|包)$"
)
_NAME = re.compile(r"^(?:编?号)?[:]?\((?P<name>[^()]{2,60}(?:\([^()]{1,30}\)[^()]{0,30})?)\)")
# 包1 机关食堂配送; A分标:肢体类器具: what stands behind the number on the same line, when it is no sentence.
_BARE_NAME = re.compile(r"[: ]?(?P<name>[\u4e00-\u9fff](?:(?!不|须|应[当具符为]|无)[^,。;:\d]){2,38})$")
_NO_NAME = re.compile(r"(?:要求|需求|内容|条件|接受|提供|详见|预算|限价)$|^(?:如有|如下|共|元|详见|不?接受|是|否)")
_LEAD = 14


@dataclass(slots=True)
class _Draft:
    """What has been found of one lot."""

    number: str
    names: list[Found[str]] = field(default_factory=list)
    budgets: list[Found[Money]] = field(default_factory=list)
    ceilings: list[Found[Money]] = field(default_factory=list)
    texts: dict[str, list[Found[str]]] = field(default_factory=dict)

    def lot(self) -> Lot:
        def text(key: str) -> Reading[str]:
            return resolve(self.texts.get(key, [])[:1])

        return Lot(
            number=self.number,
            name=resolve(self.names[:1]),
            budget=resolve(self.budgets, same=same_money, fits=fits_money),
            ceiling=resolve(self.ceilings, same=same_money, fits=fits_money),
            industry=text("industry"),
            quantity=text("quantity"),
            unit=text("unit"),
        )


class _Lots:
    """Collects drafts by number: ``01`` and ``1`` are one lot, written as first seen."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.drafts: dict[str, _Draft] = {}
        self.scopes: list[Scope] = []

    def draft(self, number: str) -> _Draft:
        key = number.lstrip("0") or number
        if key.isdigit() and key not in self.drafts:  # 包1 of the lot whose code ends with -1
            key = next((code for code in self.drafts if code.endswith(f"-{key}")), key)
        return self.drafts.setdefault(key, _Draft(number))

    def scope(self, start: int, end: int, numbers: tuple[str, ...]) -> None:
        self.scopes.append((start, end, tuple(self.draft(n).number for n in numbers)))


def extract_lots(document: Document) -> tuple[tuple[Lot, ...], list[Scope]]:
    """Read the lots in order, and the (start, end, numbers) runs of text that are tied to them."""
    lots = _Lots(document)
    for table in document.tables:
        if not table.noise:
            _from_table(lots, table)
    _from_headings(lots)
    _from_labels(lots)
    _from_lists(lots)
    scopes = sorted(lots.scopes, key=lambda s: (s[0], s[0] - s[1]))
    return tuple(draft.lot() for draft in lots.drafts.values()), scopes


def _from_table(lots: _Lots, table: Table) -> None:
    """Read a table with a lot column: each row is tied to its lot, columns of money and names are the lot's."""
    heads = [split_label(head) for head in table.heads]
    column = next((i for i, (head, _) in enumerate(heads) if _LOT_COLUMN.match(head)), None)
    if column is None and any(_LOT_NAME.fullmatch(head) for head, _ in heads):
        column = next((i for i, (head, _) in enumerate(heads) if head == "序号"), None)
    if column is None:
        return
    describing = any({"lot_name", "budget", "ceiling", "industry"} & set(fields_of(head)) or _by_words(head) for head, _ in heads)
    for row in table.body:
        number = _cell_number(row[column]) if column < len(row) else None
        if number is None:
            continue
        draft = lots.draft(number)
        lots.scope(row[0].start, max(cell.end for cell in row), (number,))
        _name_behind(lots, draft, _behind_number(row[column]), single=True)
        if describing:
            for (head, note), cell in zip(heads, row, strict=False):
                _from_cell(lots.document, draft, head, note, cell)


def _behind_number(cell: Cell) -> Flow:
    """Give what stands behind the number in a lot's cell: 分包1:社区协商议事支持."""
    mention = find_lot_numbers(cell.text)
    end = mention[0][1] if mention and mention[0][0] == 0 else len(cell.text)
    return cell.flow.slice(end, len(cell.text))


def _cell_number(cell: Cell) -> str | None:
    text = cell.text.strip()
    mention = find_lot_numbers(text)
    if mention and len(mention[0][2]) == 1:
        return mention[0][2][0]
    if re.fullmatch(r"[\dA-Za-z一二三四五六七八九十]{1,4}", text):
        return normal_number(text)
    return text if re.fullmatch(r"[^\n。]{4,40}-\d{1,3}", text) else None


def _from_cell(document: Document, draft: _Draft, head: str, note: str, cell: Cell) -> None:
    if not cell.text:
        return
    fields = set(fields_of(head)) | _by_words(head)
    unit = note or ("万元" if "万元" in head else cell.table.unit)
    for name, target in (("budget", draft.budgets), ("ceiling", draft.ceilings)):
        if name in fields and not target:
            target.extend(find_money(document, cell.flow, unit or "元", rank=0, rule=f"lots.{name}.column")[:1])
    names = "lot_name" in fields or (head.endswith("名称") and "supplier" not in fields)
    if names and not draft.names and cell.blocks:
        flow = cell.flow.strip()
        draft.names.append(Found(0, document.evidence(flow.whole, "lots.name.column"), flow.text))
    for name in ("industry", "quantity", "unit"):
        if name in fields:
            draft.texts.setdefault(name, []).append(
                Found(0, document.evidence(cell.flow.whole, f"lots.{name}.column"), cell.text)
            )


def _by_words(head: str) -> set[str]:
    """Tell what a column is whose head is made of two rows or not listed: 金额(万元)预算, 名称."""
    found = {"lot_name"} if head == "名称" else set()
    if "限价" in head or "控制价" in head:
        return found | {"ceiling"}
    return found | ({"budget"} if "预算" in head else set())


def _from_headings(lots: _Lots) -> None:
    """Tie the sections whose headings name lots, and the lines 采购包1: up to the next such line."""
    open_lines: list[tuple[Block, tuple[str, ...]]] = []
    for block in lots.document.content:
        if block.heading:
            _close_lines(lots, open_lines, block.start)
        mention = _leading_mention(block)
        if mention is None:
            continue
        numbers, rest = mention
        for number in numbers:
            _name_behind(lots, lots.draft(number), rest, single=len(numbers) == 1)
        if block.heading:
            section = _section_of(block)
            lots.scope(block.start, section.end, numbers)
        elif block.cell is None:
            _close_lines(lots, open_lines, block.start)
            open_lines.append((block, numbers))
    _close_lines(lots, open_lines, len(lots.document.text))


def _section_of(block: Block) -> Section:
    return block.section


def _close_lines(lots: _Lots, open_lines: list[tuple[Block, tuple[str, ...]]], end: int) -> None:
    for block, numbers in open_lines:
        lots.scope(block.start, max(block.end, end), numbers)
    open_lines.clear()


def _leading_mention(block: Block) -> tuple[tuple[str, ...], Flow] | None:
    """Read the lots that a block begins with, and what stands behind them."""
    flow = block.flow if re.match(r"[\dA-Z、,]+(?:号)?(?:包|标段|标项|分标)", block.flow.text) else block.body
    head = flow.text[:80]
    found = [
        m for m in find_lot_numbers(head) if m[0] <= (0 if len(head) > 40 else 2) or head[: m[0]] in {"【", "第", "(", "本项目"}
    ]
    if not found:
        return None
    _, end, numbers = found[0]
    behind = flow.text[end : end + 1]
    named = (
        behind
        in {
            "",
            ":",
            "(",
            "】",
            "要",
            "共",
            "专",
            "的",
            ",",
            "、",
            "采",
            "需",
            "服",
            "内",
            "技",
            "商",
            "项",
            " ",
            "预",
            "最",
            "资",
        }
        or block.heading
    )
    return (numbers, flow.slice(end, len(flow.text))) if named else None


def _name_behind(lots: _Lots, draft: _Draft, rest: Flow, *, single: bool) -> None:
    """Take the name in 合同包1(名称):"""
    found = _NAME.match(rest.text) or _BARE_NAME.match(rest.text)
    if single and found and not draft.names and not _NO_NAME.match(found["name"]):
        flow = rest.slice(*found.span("name"))
        draft.names.append(Found(0, lots.document.evidence(flow.whole, "lots.name.heading"), flow.text))


def _from_labels(lots: _Lots) -> None:
    """Give 标项名称, 预算金额 and the like to the lot in whose run of text they stand, or to 标项名称's own."""
    shortest = Layers(sorted(lots.scopes, key=lambda s: s[1] - s[0])[::-1])
    unnumbered = 0
    listed: tuple[str, Section | None] = ("", None)
    for pair in lots.document.pairs:
        fields = set(pair.fields)
        if not pair.value.text:
            continue
        numbers = shortest.top(pair.label_span.start) or ()
        if not numbers and listed[0] and listed[1] is pair.section and pair.form != "heading":
            numbers = (listed[0],)
        if "lot_number" in fields and pair.form in {"line", "next_line", "cell"} and not re.search(r"品目|数|总", pair.label):
            number = _value_number(pair)
            if number:
                lots.draft(number)
                continue
        if _LOT_NAME.fullmatch(pair.label) and (not numbers or listed[0]):
            unnumbered += 1
            numbers = (_number_in(pair.value.text) or str(unnumbered),)
            lots.draft(numbers[0])
            listed = (numbers[0], pair.section)
        _from_mentions(lots, pair)
        if len(numbers) == 1:
            _from_pair(lots.document, lots.draft(numbers[0]), pair)


def _from_mentions(lots: _Lots, pair: Pair) -> None:
    """Give 采购预算:分包1为300000元,分包2为200000元 to the lots that the value names."""
    name = next((n for n in ("budget", "ceiling") if n in pair.fields), None)
    mentions = find_lot_numbers(pair.value.text[:300]) if name else []
    for place, (_, end, numbers) in enumerate(mentions):
        limit = mentions[place + 1][0] if place + 1 < len(mentions) else len(pair.value.text)
        if len(numbers) == 1 and end < limit:
            draft = lots.draft(numbers[0])
            flow = pair.value.slice(end, limit)
            sums = find_money(lots.document, flow, pair.note, rank=0, rule=f"lots.{name}.mention")[:1]
            (draft.budgets if name == "budget" else draft.ceilings).extend(f for f in sums if f.value or f.mask)


_LIST = re.compile(r"\d{4,}(?:\.\d+)?(?:[,、;]\d{4,}(?:\.\d+)?)+")


def _from_lists(lots: _Lots) -> None:
    """Give 最高限价(元):560000,400000 to the lots in their order, where there are as many sums as lots."""
    drafts = list(lots.drafts.values())
    listed = [(name, pair) for pair in lots.document.pairs for name in ("budget", "ceiling") if name in pair.fields]
    for name, pair in listed:
        sums = re.findall(r"[\d.]+", pair.value.text) if _LIST.fullmatch(pair.value.text) else []
        if len(sums) != len(drafts) or len(drafts) < 2:
            continue
        for draft, figure in zip(drafts, re.finditer(r"[\d.]+", pair.value.text), strict=True):
            target = draft.budgets if name == "budget" else draft.ceilings
            flow = pair.value.slice(*figure.span())
            target.extend(find_money(lots.document, flow, pair.note, rank=1, rule=f"lots.{name}.list"))


_LOT_NAME = re.compile(r"(?:标项|包|标段|分包|采购包|分标|标包)名称")


def _number_in(name: str) -> str:
    """Give the number that a lot's name begins with: E包房地产评估."""
    mention = find_lot_numbers(name[:12])
    return mention[0][2][0] if mention and mention[0][0] == 0 and len(mention[0][2]) == 1 else ""


def _value_number(pair: Pair) -> str | None:
    text = pair.value.text
    mention = find_lot_numbers(text[:20])
    if mention and mention[0][0] == 0:
        return mention[0][2][0]
    return normal_number(text) if re.fullmatch(r"[\dA-Z一二三四五六七八九十]{1,4}", text) else None


def _from_pair(document: Document, draft: _Draft, pair: Pair) -> None:
    fields = set(pair.fields)
    if "lot_name" in fields and re.search(r"名称$", pair.label) and not draft.names:
        flow = pair.value
        draft.names.append(Found(0, document.evidence(flow.whole, "lots.name.label"), flow.text))
    for name, target in (("budget", draft.budgets), ("ceiling", draft.ceilings)):
        if name in fields and not target:
            target.extend(find_money(document, pair.value, pair.note, rank=0, rule=f"lots.{name}.label")[:1])
    for name in ("industry", "quantity", "unit"):
        if name in fields and len(pair.value.text) < 40:
            place = Found(0, document.evidence(pair.value.whole, f"lots.{name}.label"), pair.value.text)
            draft.texts.setdefault(name, []).append(place)
