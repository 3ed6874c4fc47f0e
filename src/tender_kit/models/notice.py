"""The notice: everything that one announcement says."""

from __future__ import annotations

from typing import Annotated, Protocol

from pydantic import ConfigDict, Field, SkipValidation

from tender_kit.core.model import Model, Moment
from tender_kit.core.readings import Evidence, Finding, Reading
from tender_kit.models.demands import Payment, Qualification, Requirement, ScoreTable, Submission
from tender_kit.models.parties import Party
from tender_kit.models.results import Award, Item
from tender_kit.models.values import Category, Duration, Method, Money, NoticeKind, Period, Region, SetAside


class SourceText(Protocol):
    """What a notice needs to know of its document: the text that all evidence points into."""

    @property
    def text(self) -> str:
        """The text, as a reader sees it."""
        ...


class Source(Model):
    """Where the notice came from."""

    uri: str = Field(default="", description="Path or address. 来源路径或网址")
    sha256: str = Field(description="Hash of the bytes. 内容哈希")
    media_type: str = Field(description="Media type. 媒体类型")
    encoding: str = Field(default="", description="Character encoding that fitted. 字符编码")
    chars: int = Field(description="Code points of Document.text. 字符数")


class Project(Model):
    """What is being bought, by its names and numbers."""

    name: Reading[str] = Field(default=Reading(), description="Project name. 项目名称")
    number: Reading[str] = Field(default=Reading(), description="Project number. 项目编号")
    plan_number: Reading[str] = Field(default=Reading(), description="Procurement plan number. 采购计划编号")
    category: Reading[Category] = Field(default=Reading(), description="goods, services, works. 类别")


class Lot(Model):
    """A lot: 包, 标段, 合同包, 标项."""

    number: str = Field(description="Number as written. 包号")
    name: Reading[str] = Field(default=Reading(), description="Name. 名称")
    budget: Reading[Money] = Field(default=Reading(), description="Budget. 预算金额")
    ceiling: Reading[Money] = Field(default=Reading(), description="Ceiling price. 最高限价")
    industry: Reading[str] = Field(default=Reading(), description="Industry for the SME size test. 所属行业")
    quantity: Reading[str] = Field(default=Reading(), description="Quantity. 数量")
    unit: Reading[str] = Field(default=Reading(), description="Unit. 单位")
    service: Reading[Period] = Field(default=Reading(), description="Term of service. 服务期限")


class Schedule(Model):
    """The days and hours that count; times are Beijing time (+08:00)."""

    published: Reading[Moment] = Field(default=Reading(), description="Publication. 发布时间")
    documents_from: Reading[Moment] = Field(default=Reading(), description="Documents on offer from. 文件获取开始")
    documents_until: Reading[Moment] = Field(default=Reading(), description="Documents on offer until. 文件获取截止")
    questions_until: Reading[Moment] = Field(default=Reading(), description="Questions until. 提问截止")
    bid_deadline: Reading[Moment] = Field(default=Reading(), description="Bids in by. 投标(响应)截止")
    opening: Reading[Moment] = Field(default=Reading(), description="Opening of bids. 开标(开启)")
    notice_period: Reading[Duration] = Field(default=Reading(), description="Notice period. 公告期限")


class Service(Model):
    """When and where the service is done."""

    period: Reading[Period] = Field(default=Reading(), description="Term. 服务期限")
    place: Reading[str] = Field(default=Reading(), description="Place. 服务地点")


class Unused(Model):
    """Something that binds or counts in the text and that no fact has used."""

    what: str = Field(description="figure, comparator, mandatory, cell. 种类")
    evidence: tuple[Evidence, ...] = Field(description="Where it stands. 位置")


class Coverage(Model):
    """Which figures of the text no fact has used."""

    figures: int = Field(default=0, description="Figures with comparator or unit in the text. 带单位或比较词的数值数")
    used: int = Field(default=0, description="Those that some fact's evidence covers. 已采用数")
    unused: tuple[Unused, ...] = Field(default=(), description="The rest. 未采用清单")


class Notice(Model):
    """One procurement notice, read."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    source: Source = Field(description="Source. 来源")
    document: Annotated[SourceText, SkipValidation] | None = Field(default=None, exclude=True, repr=False)
    kind: Reading[NoticeKind] = Field(default=Reading(), description="Kind of notice. 公告类型")
    method: Reading[Method] = Field(default=Reading(), description="Procurement method. 采购方式")
    title: Reading[str] = Field(default=Reading(), description="Title. 标题")
    project: Project = Field(default=Project(), description="Project. 项目")
    region: Reading[Region] = Field(default=Reading(), description="Administrative division. 行政区划")
    buyer: Party | None = Field(default=None, description="Who buys. 采购人")
    agency: Party | None = Field(default=None, description="Who acts for the buyer. 采购代理机构")
    budget: Reading[Money] = Field(default=Reading(), description="Budget of the whole project. 预算金额")
    ceiling: Reading[Money] = Field(default=Reading(), description="Ceiling price of the whole project. 最高限价")
    lots: tuple[Lot, ...] = Field(default=(), description="Lots in order. 分包")
    schedule: Schedule = Field(default=Schedule(), description="Days and hours. 时间安排")
    consortium: Reading[bool] = Field(default=Reading(), description="Consortia allowed. 是否接受联合体")
    set_aside: Reading[SetAside] = Field(default=Reading(), description="Set aside for SMEs. 是否专门面向中小企业")
    qualifications: tuple[Qualification, ...] = Field(default=(), description="Qualification clauses. 资格要求")
    service: Service = Field(default=Service(), description="Term and place of service. 服务期限与地点")
    payments: tuple[Payment, ...] = Field(default=(), description="Instalments. 付款安排")
    requirements: tuple[Requirement, ...] = Field(default=(), description="Requirement clauses. 服务要求")
    score_tables: tuple[ScoreTable, ...] = Field(default=(), description="Score tables. 评分(考核)表")
    submission: Submission = Field(default=Submission(), description="What to hand in. 递交要求")
    items: tuple[Item, ...] = Field(default=(), description="Line items. 标的明细")
    awards: tuple[Award, ...] = Field(default=(), description="Winners or candidates by rank. 中标(成交)结果")
    findings: tuple[Finding, ...] = Field(default=(), description="What its reader has to know. 提示")
    coverage: Coverage = Field(default=Coverage(), description="What no fact has used. 未采用内容")
