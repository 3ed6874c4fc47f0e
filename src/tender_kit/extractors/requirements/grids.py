"""The columns of a table: which state requirements, which name the row, which hold bare figures of what unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from tender_kit.document.model import Block, Cell, Document, Table
from tender_kit.extractors.lot_numbers import find_lot_numbers
from tender_kit.extractors.requirements.wording import Verdict, judge_title
from tender_kit.vocab.columns import column_kind

Role = Literal["demand", "label", "figure", "skip"]

_SKIPPED = frozenset(
    [
        "number",
        "lot",
        "lot_name",
        "unit_price",
        "total",
        "budget",
        "quantity",
        "unit",
        "points",
        "earned",
        "criterion",
        "industry",
    ]
)
_OLD = re.compile(r"(?:改动|变更|更正|修改|调整|更改)前|^原")
_TEXT = re.compile(r"需求|要求|标准|内容|指标|量化|任职|职责|规格|参数|性能|说明|任务|频次|频率|目标|备注|措施|条件|服务|产出")
_DEMANDING = re.compile(
    r"服务(?:要求|标准|内容|质量|规范|频次)|量化|工作(?:要求|内容|标准|任务)|任职|考核(?:内容|指标|要求|标准)|绩效"
    r"|指标值?|技术(?:参数|要求|规格)|质量要求|商务要求|要求内容|参数与性能|服务需求|采购需求|需求概况|数量指标|标准要求|目标值"
)
_NAMING = re.compile(r"名称|岗位|项目|事项|类别|类型|模块|街道|乡镇|区域|站点|点位|机构|对象|内容|科目|工种|职务")
_FIGURES = (
    (re.compile(r"人数|人员数量|配备数|人\)$|\(人|名\)$|\(名"), "人"),
    (re.compile(r"天数|\(天\)|日数"), "天"),
    (re.compile(r"人次"), "人次"),
    (re.compile(r"户次"), "户次"),
    (re.compile(r"次数|频次|\(次[\)/]|场次数"), "次"),
    (re.compile(r"场次|\(场\)|场数"), "场"),
    (re.compile(r"户数|\(户\)"), "户"),
    (re.compile(r"学时|课时"), "学时"),
    (re.compile(r"小时"), "小时"),
    (re.compile(r"分钟"), "分钟"),
    (re.compile(r"\(家\)|家数"), "家"),
    (re.compile(r"\(例\)|例数|个案数"), "例"),
    (re.compile(r"\(个\)"), "个"),
    (re.compile(r"\(份\)|份数"), "份"),
    (re.compile(r"\(篇\)|篇数"), "篇"),
    (re.compile(r"\(%\)|比例|率$|指标值\(%"), "%"),
)
_BIDS = re.compile(r"综合评分法|评审(?:因素|标准|办法|要点|项目)|评标(?:办法|标准)|评分因素|磋商(?:评审|评分)")
_AWARD = re.compile(r"中标|成交|候选人|供应商名称|得分|排名|报价(?!方式)|投标人")


class Parted(NamedTuple):
    """The columns of figures whose units, and perhaps rhythms, stand in columns of their own: 数量 | 单位 | 周期."""

    figure: int
    unit: int
    rhythm: int | None
    of_services: bool = False


@dataclass(slots=True)
class Grid:
    """A table with the role of each column. ``open`` leaves the verdict to the section it stands in."""

    table: Table
    roles: tuple[Role, ...]
    units: tuple[str | None, ...]
    heads: tuple[str, ...]
    verdict: Literal["demand", "other", "open"]
    places: dict[int, int]
    parted: Parted | None = None
    of_lots: frozenset[int] = frozenset()

    def reads(self, block: Block) -> bool:
        """Tell whether a block stands in a column that states requirements."""
        cell = block.cell
        if cell is None or self.places.get(id(cell), 0) < self.table.head_rows:
            return False
        role = self.role(cell)
        return role == "demand" or (role == "figure" and bool(block.flow.text))

    def role(self, cell: Cell) -> Role:
        """Give the role of a cell; a cell as wide as the table states what its table does."""
        if not self.roles:
            return "demand"
        if cell.fills_row:
            return "demand"
        return self.roles[cell.column] if cell.column < len(self.roles) else "demand"

    def unit(self, cell: Cell) -> str | None:
        """Give the unit of a column of figures: its head states it, or a column beside it does."""
        if self.parted and cell.column == self.parted.figure:
            beside = self._in_row(cell, self.parted.unit)
            if beside is None or not re.fullmatch(r"[\u4e00-\u9fff%]{1,4}", beside.text):
                return None
            return beside.text if not self.parted.of_services or beside.text in _SERVICE_UNITS else None
        if cell.column in self.of_lots:
            label = self.label(cell)  # a column for each lot, the unit beside the name of the row: 全年个案(例)
            return _unit(label.text) if label else None
        return self.units[cell.column] if cell.column < len(self.units) and self.role(cell) != "skip" else None

    def rhythm(self, cell: Cell) -> str:
        """Give the words that say how often a figure is due: the head of its column, or a cell beside it."""
        if self.parted and self.parted.rhythm is not None and cell.column == self.parted.figure:
            beside = self._in_row(cell, self.parted.rhythm)
            return beside.text if beside else ""
        label = self.label(cell) if cell.column in self.of_lots else None
        return label.text if label else self.heads[cell.column]

    def head_rhythm(self, cell: Cell) -> str:
        """Give the head of the column of a cell where it names a rhythm for all that stands below: 年度目标, 每月次数."""
        head = self.head(cell)
        return head if _RHYTHMIC_HEAD.search(head) else ""

    def head(self, cell: Cell) -> str:
        """Give the head of the column of a cell, "" where it has none."""
        return self.heads[cell.column] if cell.column < len(self.heads) else ""

    def beside(self, cell: Cell) -> list[Cell]:
        """Give the cells that hold the unit and the rhythm of a figure."""
        if not self.parted or cell.column != self.parted.figure:
            return []
        columns = (self.parted.unit, self.parted.rhythm)
        return [found for column in columns if column is not None and (found := self._in_row(cell, column)) and found.text]

    def _in_row(self, cell: Cell, column: int) -> Cell | None:
        row = self.row(cell)
        return row[column] if column < len(row) else None

    def row(self, cell: Cell) -> list[Cell]:
        """Give the row that a cell begins in. Rows without cells are not among those of a table."""
        place = self.places.get(id(cell))
        return self.table.rows[place] if place is not None else []

    def label(self, cell: Cell) -> Cell | None:
        """Give the cell that names the row of a figure: the nearest short text to its left, not that of another figure."""
        lefts = (left for left in reversed(self.row(cell)[: cell.column]) if _names(left.text))
        return next((left for left in lefts if self.role(left) != "figure"), None)

    def holds_volume(self, block: Block) -> bool:
        """Tell whether a cell is a bare figure below a head such as 服务人数(人)."""
        cell = block.cell
        if cell is None or cell.column >= len(self.heads) or self.role(cell) != "figure":
            return False
        return bool(
            re.search(
                r"人数|天数|次数|户数|场次|人次|课时|学时|(?:对象|学员|老人|老年人|儿童)\((?:人|名)\)", self.heads[cell.column]
            )
        )

    def row_verdict(self, block: Block) -> Verdict:
        """Judge a cell of a label-value table by the label at its left."""
        cell = block.cell
        if cell is None or self.roles or not cell.column:
            return "open"
        left = next((c for c in reversed(self.row(cell)[: cell.column]) if c is not cell), None)
        return judge_title(left.text) if left is not None and len(left.text) <= 40 else "open"

    def row_texts(self, cell: Cell) -> list[str]:
        """Give the naming cells of a row, nearest first, then the head of the column."""
        row = self.row(cell)
        lefts = [left.flow.text for left in reversed(row[: cell.column]) if left is not cell]
        names = [text for text in lefts if 1 < len(text) <= 60]
        return [*names, self.head(cell)]


def _names(text: str) -> bool:
    return 1 < len(text) <= 24 and not re.search(r"[\d*,。;]", text)


def read_grid(table: Table, document: Document) -> Grid:
    """Read the roles of the columns of a table from its heads, and its purpose from heads and surroundings."""
    heads = table.heads if table.head_rows else ()
    around = _before(table, document)
    parted = _parted(heads)
    own: dict[int | None, Role] = {parted.unit: "skip", parted.rhythm: "skip"} if parted else {}
    # 数量 is an amount of goods elsewhere; with a rhythm beside it, or in a list of services, a duty.
    if parted and (parted.rhythm is not None or parted.of_services):
        own[parted.figure] = "figure"
    posts = {i for i, head in enumerate(heads) if _NUMBER.fullmatch(head)} if any(map(_POSTS.search, heads)) else set()
    own |= dict.fromkeys(posts, "figure")
    of_lots = frozenset(column for column, head in enumerate(heads) if find_lot_numbers(head))
    own |= dict.fromkeys(of_lots, "demand")  # below 分标A: asked of that lot
    roles: tuple[Role, ...] = tuple(own.get(column) or _role(head) for column, head in enumerate(heads))
    units = tuple("人" if column in posts else _unit(head) for column, head in enumerate(heads))
    places: dict[int, int] = {}
    for place, row in enumerate(table.rows):
        for cell in row:
            places.setdefault(id(cell), place)
    return Grid(table, roles, units, heads, _verdict(heads, around), places, parted, of_lots)


# 岗位 | 数量 counts people, each with a unit of its own or with none: 不少于3名.
_POSTS = re.compile(r"岗位|职务|工种|人员(?:类别|类型|名称|配置)|角色")
_NUMBER = re.compile(r"(?:最低)?(?:配备|配置|需求|人员)?数量?")
_RHYTHMIC_HEAD = re.compile(r"^(?:年度|全年|每年|每季度?|每月|月度|季度|每周|每日|每天)[^,。;考评满]{0,10}$")
_COUNTS = re.compile(r"(?:数量|数值|目标值|指标值)$")
_RHYTHMS = re.compile(r"(?:周期|频次|频率)$")


# A list of services counts the work below 数量 (上门助浴 800 人次), one of goods or of lots its line items (1 项, 20 台).
_SERVICES = re.compile(r"(?:服务|工作|活动)(?:内容|事项|类别|任务|形式)")
_SERVICE_UNITS = frozenset(["人次", "户次", "场", "场次", "次", "例", "课时", "学时", "小时", "节", "期", "篇", "单", "户"])


def _parted(heads: tuple[str, ...]) -> Parted | None:
    """Find 数量 | 单位 | 周期 in a table of indicators; a list of goods has 数量 and 单位 too, but no rhythm."""
    figure = next((i for i, head in enumerate(heads) if _COUNTS.search(head)), None)
    unit = next((i for i, head in enumerate(heads) if head.endswith("单位") and len(head) <= 6), None)
    rhythm = next((i for i, head in enumerate(heads) if _RHYTHMS.search(head) and not _COUNTS.search(head)), None)
    if figure is None or unit is None:
        return None
    if rhythm is not None or any(re.search(r"指标|量化|考核|绩效", head) for head in heads):
        return Parted(figure, unit, rhythm)
    return Parted(figure, unit, None, of_services=True) if any(_SERVICES.search(head) for head in heads) else None


@lru_cache(1024)
def _role(head: str) -> Role:
    if _unit(head):
        return "figure"
    kind = column_kind(head)
    if _OLD.search(head):
        return "skip"
    if kind in _SKIPPED and not _DEMANDING.search(head):
        # The rule of a performance table may state the duty itself: 满意度不低于90%,每降低1%扣1分.
        return "demand" if kind == "criterion" else "skip"
    if _TEXT.search(head) or kind in ("factor", "scope"):
        return "demand"
    return "label" if kind == "name" or _NAMING.search(head) else "demand"


@lru_cache(1024)
def _unit(head: str) -> str | None:
    """The unit of the bare figures below a head: 人数(人), 预计服务天数; none for points, prices and amounts."""
    if not head or len(head) > 24 or re.search(r"分值|得分|单价|金额|预算|价", head):
        return None
    return next((unit for pattern, unit in _FIGURES if pattern.search(head)), None)


def _verdict(heads: tuple[str, ...], around: str) -> Literal["demand", "other", "open"]:
    joined = " ".join(heads)
    if _BIDS.search(joined) or "投标报价" in joined or (_BIDS.search(around) and not re.search(r"考核|绩效|量化", joined)):
        return "other"
    if any(_DEMANDING.search(head) for head in heads if len(head) < 40):
        return "demand"
    return "other" if _AWARD.search(joined) else "open"


def _before(table: Table, document: Document) -> str:
    """The words right before a table: its title, the line above it."""
    title = table.title.flow.text if table.title else ""
    return title + document.folded[max(0, table.start - 60) : table.start]
