"""What a bid has to answer, prove and hand in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tender_kit.core.model import Model, Moment
from tender_kit.core.readings import Evidence, State
from tender_kit.models.demands import Measure, Number

ChecklistSection = Literal["dates", "mandatory", "qualification", "papers", "requirement", "scoring", "payment", "risk"]
WorkState = Literal["open", "doing", "done", "not_applicable"]


class ChecklistRow(Model):
    """One thing to do for the bid."""

    number: int = Field(description="Running number in the checklist. 序号")
    section: ChecklistSection = Field(
        description="dates, mandatory, qualification, papers, requirement, scoring, payment, risk. 分区"
    )
    clause_number: str = Field(default="", description="List number as written in the notice. 条款号")
    clause: str = Field(description="The clause as written, or the name of the fact. 条款或事项")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is for; empty: all. 适用包")
    path: tuple[str, ...] = Field(default=(), description="Headings above it. 所在标题")
    measures: tuple[Measure, ...] = Field(default=(), description="Figures of the clause. 量化要求")
    points: Number | None = Field(default=None, description="Points at stake. 分值")
    answer: str = Field(default="", description="What to answer. 如何应答")
    proofs: tuple[str, ...] = Field(default=(), description="Papers that prove it. 证明材料")
    due: Moment | None = Field(default=None, description="When it is due. 截止时间")
    reading: State = Field(default="known", description="Whether the notice states it or hides it. 读取状态")
    state: WorkState = Field(default="open", description="open, doing, done, not_applicable. 进度")
    responsible: str = Field(default="", description="Who does it; filled in by the reader. 责任人")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Where it stands. 依据原文")


class Checklist(Model):
    """The checklist of one notice."""

    title: str = Field(default="", description="Project name or title of the notice. 项目名称")
    project_number: str = Field(default="", description="Project number. 项目编号")
    buyer: str = Field(default="", description="Buyer. 采购人")
    uri: str = Field(default="", description="Path or address of the notice. 来源路径或网址")
    sha256: str = Field(description="Hash of the notice's bytes. 内容哈希")
    rows: tuple[ChecklistRow, ...] = Field(default=(), description="What to do, section by section. 清单")
