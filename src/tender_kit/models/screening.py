"""May we bid for it, and why: one notice, or many, against the profile of an organisation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from tender_kit.core.lending import use
from tender_kit.core.model import Model, Moment
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.values import Money

if TYPE_CHECKING:
    from pandas import DataFrame

Verdict = Literal["meets", "fails", "cannot_tell"]
Outcome = Literal["go", "review", "no_go"]
OUTCOMES: tuple[Outcome, ...] = ("go", "review", "no_go")


class CheckResult(Model):
    """What one check says. A check that does not apply gives none."""

    code: str = Field(description="Code of the check, stable. 检查代码")
    title: str = Field(description="Its name in Chinese. 检查名称")
    title_en: str = Field(description="Its name in English. 英文名称")
    verdict: Verdict = Field(description="meets, fails, cannot_tell. 结论:满足、不满足、无法判断")
    decisive: bool = Field(description="Whether a failure rules the bid out. 是否决定能否投标")
    reason: str = Field(description="Why, in Chinese. 理由")
    reason_en: str = Field(description="The same in English. 英文理由")
    to_do: str = Field(default="", description="What to do about it, in Chinese. 怎么办")
    to_do_en: str = Field(default="", description="The same in English. 英文说明")
    challengeable: bool = Field(
        default=False, description="A condition that a notice may not set; 质疑 is open. 该条件可能违反规定,可以质疑"
    )
    lots: tuple[str, ...] = Field(default=(), description="Lots that it is about; empty: all. 适用包")
    profile_fields: tuple[str, ...] = Field(default=(), description="Fields of the profile that it used. 用到的档案字段")
    law: str = Field(default="", description="Law, rule or custom that it rests on. 法规或惯例依据")
    evidence: tuple[Evidence, ...] = Field(
        default=(), description="The sentence it rests on; empty where the reason says why there is none. 依据原文"
    )


class LotOutcome(Model):
    """The outcome for one lot."""

    number: str = Field(description="Number as written. 包号")
    outcome: Outcome = Field(description="go, review, no_go. 结论:可投、待定、不可投")


class Fit(Model):
    """How well a notice suits the organisation: 100 times the share of what it asks that is known to be met.

    A decisive check counts three times, another once; failed and open checks count as not met.
    """

    score: int = Field(ge=0, le=100, description="From 0 to 100. 适合度")
    met: int = Field(ge=0, description="Checks that are met. 满足的检查数")
    asked: int = Field(ge=0, description="Checks that apply. 适用的检查数")


class Screening(Model):
    """One notice against one profile."""

    name: str = Field(description="Short name of the notice. 公告简称")
    title: str = Field(default="", description="Project name or title. 项目名称")
    project_number: str = Field(default="", description="Project number. 项目编号")
    buyer: str = Field(default="", description="Buyer. 采购人")
    organisation: str = Field(default="", description="Name of the organisation. 机构名称")
    uri: str = Field(default="", description="Path or address of the notice. 来源路径或网址")
    sha256: str = Field(description="Hash of the notice's bytes. 内容哈希")
    on: date = Field(description="Day of the screening. 筛选日期")
    outcome: Outcome = Field(description="go, review, no_go; of several lots the best. 结论:可投、待定、不可投;多包取最好的")
    lots: tuple[LotOutcome, ...] = Field(default=(), description="Outcome by lot, where there are several. 各包结论")
    fit: Fit = Field(description="How well it suits. 适合度")
    deadline: Reading[Moment] = Field(default=Reading(), description="Bids in by. 投标(响应)截止")
    days_left: int | None = Field(
        default=None, description="Calendar days to the deadline, below zero once it has passed. 剩余天数,已截止的为负"
    )
    workdays_left: int | None = Field(
        default=None, description="Working days to the deadline; none once it has passed. 剩余工作日,已截止的没有"
    )
    budget: Reading[Money] = Field(default=Reading(), description="Budget, else ceiling price. 预算金额(或最高限价)")
    results: tuple[CheckResult, ...] = Field(description="All checks that apply, what decides first. 检查结果,决定性的在前")

    @property
    def deciding(self) -> tuple[CheckResult, ...]:
        """The results that keep it from being a go: those behind ``no_go``, else those to look into."""
        failed = tuple(r for r in self.results if r.decisive and r.verdict == "fails")
        if self.outcome == "no_go":
            return failed
        return tuple(r for r in self.results if r.verdict != "meets" and (r.decisive or r.verdict == "fails"))


class ScreeningTable(Model):
    """Many notices against one profile, the most promising first."""

    organisation: str = Field(default="", description="Name of the organisation. 机构名称")
    on: date = Field(description="Day of the screening. 筛选日期")
    screenings: tuple[Screening, ...] = Field(description="Ranked: outcome, fit, days left. 按结论、适合度、剩余天数排序")

    def __len__(self) -> int:
        return len(self.screenings)

    def __getitem__(self, place: int) -> Screening:
        return self.screenings[place]

    def with_outcome(self, outcomes: Sequence[Outcome]) -> tuple[Screening, ...]:
        """Give the screenings that ended so."""
        return tuple(screening for screening in self.screenings if screening.outcome in outcomes)

    def to_frame(self, *, figures: Literal["decimal", "float"] = "decimal") -> DataFrame:
        """Give this table as a DataFrame: a line for each notice, ranked."""
        frame: DataFrame = use("screenings_frame", self.screenings, figures=figures)
        return frame

    def results_frame(self) -> DataFrame:
        """Give all checks of all notices as a DataFrame, a line each; ``decides`` marks what an outcome rests on."""
        frame: DataFrame = use("results_frame", self.screenings)
        return frame
