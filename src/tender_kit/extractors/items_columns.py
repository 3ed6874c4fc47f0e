"""Which tables list goods or services line by line, and what each of their columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tender_kit.document.model import Table
from tender_kit.vocab.columns import column_kind

_LOOKED_AT = 4
_BRACKETS = re.compile(r"\([^()]{0,30}\)")
_STRONG = re.compile(r"标的|品目|货物|产品名|商品名|物资|设备名|材料名|^服务名称|^名称$|^品名$|物品|分项名称")
_NO_ITEMS = {"rank", "points", "earned", "criterion"}
_OF_PEOPLE = re.compile(r"学历|职称|姓名|任职要求|证书|(?<!供应商)(?<!投标人)(?<!申请人)资格|身份证")
_FIGURES = {"quantity", "unit_price", "total"}


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """Columns of an item table by kind, and the kinds of all columns; ``body`` is the first row below the heads."""

    body: int
    kinds: tuple[str | None, ...]
    heads: tuple[str, ...]

    def of(self, kind: str) -> list[int]:
        """Columns of a kind, from left to right."""
        return [column for column, own in enumerate(self.kinds) if own == kind]

    def names(self) -> list[int]:
        """Columns that may name the item, the best first: a subject (标的) before its class (品目)."""
        return sorted(
            self.of("name"), key=lambda column: (not re.search("标的|名称$", self.heads[column]), "品目" in self.heads[column])
        )


def read_item_columns(table: Table, *, intended: bool = False) -> ItemColumns | None:
    """Tell the columns of an item table; None for any other table.

    ``intended``: the table of an intention, whose lines are projects to come, each with its budget.
    """
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        if len({id(cell) for cell in row}) < 2:
            continue
        heads = tuple(cell.text.replace("\n", "").replace(" ", "") for cell in row)
        kinds = _kinds(heads)
        if intended and len(table.rows) > number + 2:
            kinds = tuple("total" if kind == "budget" else kind for kind in kinds)
        if _lists_items(kinds, heads) and not any(head[:1].isdecimal() for head in heads):
            return ItemColumns(number + 1, kinds, heads)
    return None


def _kinds(heads: tuple[str, ...]) -> tuple[str | None, ...]:
    """The kinds of the columns; 服务内容 beside 服务标准, 数量 and 单位 is what the lines are called."""
    kinds = tuple(None if head in heads[:column] else column_kind(head) for column, head in enumerate(heads))
    if "name" in kinds or not {"quantity", "unit"} <= set(kinds) or kinds.count("standard") < 2:
        return kinds
    first = kinds.index("standard")
    return (*kinds[:first], "name", *kinds[first + 1 :]) if "内容" in heads[first] else kinds


def _lists_items(kinds: tuple[str | None, ...], heads: tuple[str, ...]) -> bool:
    """A name, and what makes a list of it one of items: quantities or prices, or scope and standard beside a subject.

    Under a weaker name (服务项目, 具体事项) only figures count: tables of requirements have such heads too.
    Beside a supplier (the award tables of some portals) the name has to be that of a subject.
    """
    present = set(kinds)
    if "name" not in present or _NO_ITEMS & present or any(map(_OF_PEOPLE.search, heads)):
        return False
    strong = any(kind == "name" and _STRONG.search(_BRACKETS.sub("", head)) for kind, head in zip(kinds, heads, strict=True))
    if _FIGURES & present:
        return strong or "supplier" not in present
    counted = "people" in present and any(re.search("次数|人数", head) for head in heads) and "term" in present
    described = len({"scope", "standard", "term"} & present) >= 2 or "品目号" in heads
    return counted or (strong and described)
