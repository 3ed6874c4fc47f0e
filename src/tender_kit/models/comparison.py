"""Notices side by side: what each of them asks, row by row."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tender_kit.core.model import Figure, Model
from tender_kit.core.readings import Evidence, State
from tender_kit.models.demands import Measure

Direction = Literal["more", "less", "none"]


class Column(Model):
    """One notice, or the lots of a notice that ask for the same."""

    key: str = Field(description="Short name, unique in the comparison. 列名")
    title: str = Field(default="", description="Project or lot name. 项目或包名称")
    lots: tuple[str, ...] = Field(default=(), description="Lots of the notice that it stands for; empty: all. 包号")
    uri: str = Field(default="", description="Path or address of the notice. 来源路径或网址")
    sha256: str = Field(description="Hash of the notice's bytes. 内容哈希")


class Entry(Model):
    """One thing that a notice says in a row."""

    text: str = Field(description="The value in words, or the clause as written. 内容")
    number: str = Field(default="", description="List number of the clause as written. 条款号")
    mandatory: bool = Field(default=False, description="From a clause marked as substantive. 实质性条款")
    measure: Measure | None = Field(default=None, description="The quantified obligation where it is one. 量化要求")
    figure: Figure | None = Field(default=None, description="Its figure in the unit and the period of the row. 可比数值")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Where it is stated. 依据原文")


class Cell(Model):
    """What one column says in one row."""

    state: State = Field(default="absent", description="known, masked, ambiguous, unread, absent. 状态")
    entries: tuple[Entry, ...] = Field(default=(), description="What it says, in the order of the notice. 各项")


class Row(Model):
    """One fact or one topic across all columns."""

    group: str = Field(description="Group of rows: identity, money, dates, qualification, a group of the taxonomy, payment. 分组")
    key: str = Field(description="Field path, qualification kind or taxonomy topic. 字段或主题")
    label: str = Field(description="Name in Chinese. 名称")
    label_en: str = Field(default="", description="Name in English. 英文名称")
    unit: str | None = Field(default=None, description="Unit of the comparable figures. 可比单位")
    per_year: bool = Field(default=False, description="Whether the figures are brought to a year. 是否折合每年")
    direction: Direction = Field(default="none", description="Which figure asks more of the supplier: more, less, none. 严格方向")
    cells: tuple[Cell, ...] = Field(description="One for each column. 各列内容")
    strictest: tuple[int, ...] = Field(default=(), description="Columns that ask most, where figures differ. 要求最高的列")
    alone: int | None = Field(
        default=None, description="The one column that asks, where all others do not speak of it. 仅此列提出"
    )
    missing: tuple[int, ...] = Field(default=(), description="Columns that do not ask while others do. 未提出的列")


class Comparison(Model):
    """Notices, or their lots, side by side."""

    columns: tuple[Column, ...] = Field(description="Notices or lots, in the order given. 列")
    rows: tuple[Row, ...] = Field(description="Facts, then demands by topic. 行")
