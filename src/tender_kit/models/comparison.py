"""Notices side by side: what each of them asks, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import ConfigDict, Field, SkipValidation

from tender_kit.core.lending import use
from tender_kit.core.model import Figure, Model
from tender_kit.core.readings import Evidence, State
from tender_kit.models.demands import Measure
from tender_kit.models.notice import SourceText

if TYPE_CHECKING:
    from pandas import DataFrame

Direction = Literal["more", "less", "none"]
RowGroup = Literal[
    "identity",
    "money",
    "dates",
    "qualification",
    "staffing",
    "service",
    "scoring",
    "payment",
    "deliverables",
    "legal",
    "other",
]
Uncompared = Literal["masked", "approximate", "unit", "period", "nested"]
RatioKind = Literal["per_10k_yuan", "per_month", "per_staff", "points_per_item"]
Change = Literal["same", "added", "dropped", "tightened", "loosened", "changed", "silent"]


class Column(Model):
    """One notice, or the lots of a notice that ask for the same."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    key: str = Field(description="Short name, unique in the comparison. 列名")
    title: str = Field(default="", description="Project or lot name. 项目或包名称")
    lots: tuple[str, ...] = Field(default=(), description="Lots of the notice that it stands for; empty: all. 包号")
    uri: str = Field(default="", description="Path or address of the notice. 来源路径或网址")
    sha256: str = Field(description="Hash of the notice's bytes. 内容哈希")
    yuan: Figure | None = Field(default=None, description="Budget, else ceiling, in yuan; base of ratios. 预算或限价(元)")
    months: Figure | None = Field(default=None, description="Term of service in months; base of ratios. 服务期(月)")
    staff: Figure | None = Field(default=None, description="Staff required at least; base of ratios. 要求配备人数")
    document: Annotated[SourceText, SkipValidation] | None = Field(default=None, exclude=True, repr=False)


class Entry(Model):
    """One thing that a notice says in a row."""

    text: str = Field(description="The value in words, or the clause as written. 内容")
    number: str = Field(default="", description="List number of the clause as written. 条款号")
    mandatory: bool = Field(default=False, description="From a clause marked as substantive. 实质性条款")
    measure: Measure | None = Field(default=None, description="The quantified obligation where it is one. 量化要求")
    figure: Figure | None = Field(default=None, description="Its figure in the unit and the period of the row. 可比数值")
    uncompared: Uncompared | None = Field(
        default=None,
        description="Why a measure has no comparable figure: masked, approximate, unit, period, text. 未参与比较的原因",
    )
    under: int | None = Field(
        default=None, description="Index of the entry of its cell that it hangs under (每场不少于1小时). 所从属的条目"
    )
    evidence: tuple[Evidence, ...] = Field(default=(), description="Where it is stated. 依据原文")


class Cell(Model):
    """What one column says in one row."""

    state: State = Field(default="absent", description="known, masked, ambiguous, unread, absent. 状态")
    entries: tuple[Entry, ...] = Field(default=(), description="What it says, in the order of the notice. 各项")
    figure: Figure | None = Field(default=None, description="The comparable figure that binds most. 该列最高要求数值")


class Ratio(Model):
    """The figures of a row in relation to something else that the columns state."""

    kind: RatioKind = Field(
        description="per_10k_yuan of budget, per_month of service, per_staff member required, points_per_item. 比率种类"
    )
    figures: tuple[Figure | None, ...] = Field(description="One for each column; null where a side is not known. 各列数值")


class Row(Model):
    """One fact or one topic across all columns."""

    group: RowGroup = Field(description="Group of rows. 分组")
    section: str = Field(default="", description="Group of the taxonomy that the topic is in. 主题类别")
    key: str = Field(description="Field path, qualification kind, taxonomy topic, or free:N. 字段或主题")
    parent: str = Field(default="", description="Key of the row that it hangs under (每场不少于1小时 under its 活动). 上级行")
    label: str = Field(description="Name in Chinese. 名称")
    label_en: str = Field(default="", description="Name in English. 英文名称")
    unit: str | None = Field(default=None, description="Unit of the comparable figures. 可比单位")
    per_year: bool = Field(default=False, description="Whether the figures are brought to a year. 是否折合每年")
    direction: Direction = Field(default="none", description="Which figure asks more of the supplier: more, less, none. 严格方向")
    cells: tuple[Cell, ...] = Field(description="One for each column. 各列内容")
    strictest: tuple[int, ...] = Field(default=(), description="Columns that ask most, where figures differ. 要求最高的列")
    lead: Figure | None = Field(default=None, description="By how much they ask more than the next. 比次高者多(或严)多少")
    lead_percent: Figure | None = Field(default=None, description="The same in percent of the next. 比次高者多百分之几")
    alone: int | None = Field(
        default=None, description="The one column that asks, where all others do not speak of it. 仅此列提出"
    )
    missing: tuple[int, ...] = Field(default=(), description="Columns that do not ask while others do. 未提出的列")
    differs: bool = Field(default=False, description="Whether the columns say different things. 各列是否不同")
    ratios: tuple[Ratio, ...] = Field(default=(), description="Ratios where both sides are known. 比率")
    changes: tuple[Change | None, ...] = Field(
        default=(),
        description="Between versions of one project, what each column changes against the one before it: same, added, dropped, "
        "tightened, loosened, changed, silent (it does not speak of such things at all). 版本变化",
    )


class Comparison(Model):
    """Notices, or their lots, side by side."""

    columns: tuple[Column, ...] = Field(description="Notices or lots, in the order given. 列")
    rows: tuple[Row, ...] = Field(description="Facts, then demands by topic. 行")
    versions: bool = Field(
        default=False, description="Whether the columns are versions of one project, oldest first. 是否为同一项目的版本"
    )

    def to_frame(
        self, *, wide: Literal["figure", "text", "state"] | None = None, figures: Literal["decimal", "float"] = "decimal"
    ) -> DataFrame:
        """Give this comparison as a DataFrame; see ``tender_kit.analysis.frames.comparison``.

        Args:
            wide: None for a line for each row, column and entry; or what the cells of a table with a column for each
                notice hold.
            figures: keep ``Decimal``, or convert to float for plots and statistics.
        """
        frame: DataFrame = use("comparison_frame", self, wide=wide, figures=figures)
        return frame
