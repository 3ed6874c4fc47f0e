"""What a bid has to answer, prove and hand in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from tender_kit.core.lending import use
from tender_kit.core.model import Model, Moment
from tender_kit.core.readings import Evidence, Origin, State
from tender_kit.models.demands import Measure, Number

if TYPE_CHECKING:
    from pandas import DataFrame

ChecklistSection = Literal[
    "dates",
    "correction",
    "mandatory",
    "qualification",
    "papers",
    "requirement",
    "scoring",
    "payment",
    "risk",
    "question",
    "unclassified",
    "dropped",
]
WorkState = Literal["open", "doing", "done", "not_applicable"]
Deviation = Literal["", "positive", "none", "negative"]
Change = Literal["", "new", "changed", "dropped"]


class ChecklistRow(Model):
    """One thing to do for the bid."""

    number: int = Field(description="Running number in the checklist. 序号")
    section: ChecklistSection = Field(description="Part of the checklist: dates, mandatory, qualification, … 分区")
    kind: str = Field(default="", description="What it is within its section: form, void, challenge, … 类别")
    key: str = Field(default="", description="Path of the fact, or a hash of section, lots and wording. 识别码")
    clause_number: str = Field(default="", description="List number as written in the notice. 条款号")
    clause: str = Field(description="The clause as written, or the name of the fact. 条款或事项")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is for; empty: all. 适用包")
    path: tuple[str, ...] = Field(default=(), description="Headings above it. 所在标题")
    measures: tuple[Measure, ...] = Field(default=(), description="Figures of the clause. 量化要求")
    points: Number | None = Field(default=None, description="Points at stake. 分值")
    rules: tuple[str, ...] = Field(default=(), description="What earns or loses points, in words. 计分规则")
    answer: str = Field(default="", description="What to answer or to do. 如何应答")
    proofs: tuple[str, ...] = Field(default=(), description="Papers that prove it. 证明材料")
    due: Moment | None = Field(default=None, description="When it is due. 截止时间")
    days_left: int | None = Field(default=None, description="Days from the checklist's day to it. 剩余天数")
    workdays_left: int | None = Field(default=None, description="Working days of them. 剩余工作日")
    law: str = Field(default="", description="Law or rule that it follows from. 法律依据")
    origin: Origin = Field(default="stated", description="stated in the notice, or derived from it by law. 来源方式")
    reading: State = Field(default="known", description="Whether the notice states it or hides it. 读取状态")
    response: str = Field(default="", description="Our answer; filled in by the reader. 我方应答")
    deviation: Deviation = Field(default="", description="positive, none, negative; filled in by the reader. 偏离")
    state: WorkState = Field(default="open", description="open, doing, done, not_applicable. 进度")
    responsible: str = Field(default="", description="Who does it; filled in by the reader. 责任人")
    remarks: str = Field(default="", description="Remarks of the reader. 备注")
    change: Change = Field(default="", description="new, changed, dropped since the filled checklist or by a correction. 变化")
    former: str = Field(default="", description="The wording before the change. 变化前")
    sentence: str = Field(default="", description="The sentence of the source that it stands in. 原文句子")
    source: str = Field(default="", description="File it stands in where that is not the notice itself. 所在文件")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Where it stands. 依据原文")


class Checklist(Model):
    """The checklist of one notice, with its corrections where there are some."""

    title: str = Field(default="", description="Project name or title of the notice. 项目名称")
    project_number: str = Field(default="", description="Project number. 项目编号")
    buyer: str = Field(default="", description="Buyer. 采购人")
    agency: str = Field(default="", description="Agency. 采购代理机构")
    lot: str = Field(default="", description="The lot that it is for; empty: all of them. 包号")
    on: date | None = Field(default=None, description="The day that days are counted from. 计算日")
    uri: str = Field(default="", description="Path or address of the notice. 来源路径或网址")
    sha256: str = Field(description="Hash of the notice's bytes. 内容哈希")
    corrections: tuple[str, ...] = Field(default=(), description="Paths of the corrections taken in. 更正公告")
    rows: tuple[ChecklistRow, ...] = Field(default=(), description="What to do, section by section. 清单")

    def to_frame(self, *, figures: Literal["decimal", "float"] = "decimal") -> DataFrame:
        """Give this checklist as a DataFrame, a line for each thing to do."""
        frame: DataFrame = use("checklist_frame", self, figures=figures)
        return frame
