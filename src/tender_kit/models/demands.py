"""What a notice demands: qualifications, requirements with their measures, score tables, payments, papers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tender_kit.core.model import Figure, Model
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.values import Duration, Money

Basis = Literal["statutory", "policy", "specific"]
Comparator = Literal["at_least", "at_most", "exactly", "about", "between"]
Rhythm = Literal["day", "week", "month", "quarter", "half_year", "year", "project"]
RuleKind = Literal["each", "base", "increment", "tier", "cap", "deduction"]


class Number(Model):
    """A figure, or the shape of a hidden one."""

    value: Figure | None = Field(default=None, description="The figure where known. 数值")
    mask: str | None = Field(default=None, description="Asterisks and digits of a hidden figure. 遮蔽原样")


class Proof(Model):
    """A paper that proves that a clause is met."""

    text: str = Field(description="The paper, as the notice or the law names it. 证明材料")
    stated: bool = Field(description="True where the notice itself names it; false where law or custom does. 是否公告载明")
    source: str = Field(default="", description="Law or standard where the notice does not name it. 依据")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Where the notice names it. 依据原文")


class Qualification(Model):
    """One clause of the qualification requirements."""

    number: str = Field(default="", description="List number as written. 序号")
    basis: Basis = Field(description="statutory (Procurement Law art. 22), policy, specific. 性质:法定/政策/特定")
    kind: str = Field(description="Id in the vocabulary of qualification kinds. 类别")
    text: str = Field(description="The clause without its list number. 条款原文")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is for; empty: all. 适用包")
    proofs: tuple[Proof, ...] = Field(default=(), description="What proves it. 证明材料")
    evidence: tuple[Evidence, ...] = Field(description="Where it stands. 依据原文")


class Payment(Model):
    """One instalment."""

    percent: Figure | None = Field(default=None, description="Share of the contract sum in percent. 比例(%)")
    mask: str | None = Field(default=None, description="Shape of a hidden share. 遮蔽的比例原样")
    amount: Money | None = Field(default=None, description="Sum where stated instead of a share. 金额")
    trigger: str = Field(default="", description="The event that makes it due, as written. 付款条件")
    within: Duration | None = Field(default=None, description="Term after the event. 支付期限")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is for; empty: all. 适用包")
    evidence: tuple[Evidence, ...] = Field(description="The clause. 依据原文")


class Measure(Model):
    """One quantified obligation on the supplier's work, staff or result."""

    comparator: Comparator = Field(description="at_least, at_most, exactly, about, between. 比较关系")
    value: Figure | None = Field(default=None, description="The figure (the lower one of a range). 数值")
    upper: Figure | None = Field(default=None, description="The upper figure of a range. 上限")
    mask: str | None = Field(default=None, description="Asterisks and digits of a hidden figure. 遮蔽原样")
    unit: str | None = Field(default=None, description="Unit as written; :6 of a ratio 1:6. 单位,比例为后项")
    per: Rhythm | None = Field(default=None, description="Rhythm that governs it. 频率周期")
    subject: str = Field(default="", description="What each unit or the figure is about: 每站, 专职社工. 对象")
    topic: str | None = Field(default=None, description="Topic of the taxonomy. 主题")
    implied: bool = Field(default=False, description="True where a rhythm stands without a count. 隐含一次")
    per_year: Figure | None = Field(default=None, description="Value brought to a year where that makes sense. 折合每年")
    evidence: tuple[Evidence, ...] = Field(description="The shortest clause that carries it. 依据原文")


class Requirement(Model):
    """One clause of what the supplier has to do or to be."""

    number: str = Field(default="", description="List number as written. 序号")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is for; empty: all. 适用包")
    path: tuple[str, ...] = Field(default=(), description="Headings above it. 所在标题")
    text: str = Field(description="The clause without its list number. 条款原文")
    topic: str | None = Field(default=None, description="Topic of the taxonomy. 主题")
    mandatory: bool = Field(default=False, description="Marked as substantive (★ or * by the legend). 实质性条款")
    measures: tuple[Measure, ...] = Field(default=(), description="Its quantified obligations. 量化要求")
    evidence: tuple[Evidence, ...] = Field(description="Where it stands. 依据原文")


class ScoreRule(Model):
    """One sentence of how points are earned or lost."""

    kind: RuleKind = Field(description="each, base, increment, tier, cap, deduction. 计分方式")
    points: Number = Field(description="Points of one step. 分值")
    step: Number | None = Field(default=None, description="Size of one step. 每步数量")
    threshold: Number | None = Field(default=None, description="Where a tier begins. 门槛")
    text: str = Field(description="The words. 原文")
    evidence: tuple[Evidence, ...] = Field(description="Where they stand. 依据原文")


class ScoreItem(Model):
    """One row of a score table."""

    number: str = Field(default="", description="Row number as written. 序号")
    text: str = Field(description="What is judged. 评审内容")
    criterion: str = Field(default="", description="How it is judged. 评分标准")
    points: Number = Field(default=Number(), description="The most that the row can earn. 分值")
    rules: tuple[ScoreRule, ...] = Field(default=(), description="The scoring rules in its words. 计分规则")
    evidence: tuple[Evidence, ...] = Field(description="Where it stands. 依据原文")


class ScoreGroup(Model):
    """Rows of a score table under one head."""

    name: str = Field(default="", description="Name without its points. 名称")
    points: Number = Field(default=Number(), description="Points of the group. 分值")
    items: tuple[ScoreItem, ...] = Field(default=(), description="Rows. 评分项")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The head. 依据原文")


class ScoreTable(Model):
    """An evaluation or performance score table."""

    title: str = Field(default="", description="Title. 标题")
    purpose: Literal["evaluation", "performance"] = Field(description="Of bids, or of the work done. 用途:评审/考核")
    total: Number = Field(default=Number(), description="Total points as stated. 总分")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is for; empty: all. 适用包")
    groups: tuple[ScoreGroup, ...] = Field(default=(), description="Groups in order. 分组")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Title or head. 依据原文")


class Paper(Model):
    """A paper that the bid hands in."""

    text: str = Field(description="The paper as the notice names it. 材料")
    evidence: tuple[Evidence, ...] = Field(description="Where it is named. 依据原文")


class Bond(Model):
    """A bid or performance bond."""

    required: Reading[bool] = Field(default=Reading(), description="Whether it is asked for. 是否收取")
    amount: Reading[Money] = Field(default=Reading(), description="Its sum. 金额")
    percent: Reading[Figure] = Field(default=Reading(), description="Its share of the contract sum in percent. 比例(%)")


class Submission(Model):
    """What to hand in, where and with which security."""

    papers: tuple[Paper, ...] = Field(default=(), description="Papers to hand in. 须提交的材料")
    copies: Reading[str] = Field(default=Reading(), description="Copies and seals, as written. 份数")
    place: Reading[str] = Field(default=Reading(), description="Place or platform. 递交地点或平台")
    documents_place: Reading[str] = Field(default=Reading(), description="Where to get the documents. 文件获取地点")
    documents_way: Reading[str] = Field(default=Reading(), description="How they are to be had. 获取方式")
    documents_price: Reading[Money] = Field(default=Reading(), description="Their price. 文件售价")
    bid_bond: Bond = Field(default=Bond(), description="Bid bond. 投标保证金")
    performance_bond: Bond = Field(default=Bond(), description="Performance bond. 履约保证金")
