"""Values that single facts take: kinds, methods, money, durations, periods, places."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from tender_kit.core.model import Figure, Model


class NoticeKind(StrEnum):
    """What a notice announces (the forms of 财办库〔2020〕50号 and their neighbours)."""

    INTENTION = "intention"
    PREQUALIFICATION = "prequalification"
    TENDER = "tender"
    CORRECTION = "correction"
    TERMINATION = "termination"
    AWARD = "award"
    CONTRACT = "contract"
    SINGLE_SOURCE = "single_source"
    REQUIREMENTS = "requirements"
    ACCEPTANCE = "acceptance"
    OTHER = "other"


class Method(StrEnum):
    """The procurement method that the notice names."""

    OPEN_TENDER = "open_tender"
    INVITED_TENDER = "invited_tender"
    COMPETITIVE_NEGOTIATION = "competitive_negotiation"
    COMPETITIVE_CONSULTATION = "competitive_consultation"
    INQUIRY = "inquiry"
    SINGLE_SOURCE = "single_source"
    FRAMEWORK = "framework"
    PRICE_COMPARISON = "price_comparison"
    SELECTION = "selection"
    AUCTION = "auction"
    OTHER = "other"


Category = Literal["goods", "services", "works"]
SetAside = Literal["whole", "partial", "none"]
DurationUnit = Literal["minute", "hour", "day", "working_day", "week", "month", "year"]


class Money(Model):
    """A sum of money."""

    yuan: Figure = Field(description="Amount in yuan. 金额(元)")
    currency: str = Field(default="CNY", description="ISO 4217 code. 币种")


class Duration(Model):
    """A length of time in the unit in which it is stated: calendar days are not working days."""

    count: Figure = Field(description="Number of units. 数量")
    unit: DurationUnit = Field(description="Unit. 单位(日、工作日、月、年等)")


class Period(Model):
    """A term of service: its length, its ends, or both; only what is stated or follows from it."""

    months: int | None = Field(default=None, description="Length in months. 月数")
    days: int | None = Field(default=None, description="Length in days where it is stated in days. 天数")
    start: date | None = Field(default=None, description="First day. 开始日期")
    end: date | None = Field(default=None, description="Last day. 结束日期")


class Region(Model):
    """An administrative division, with its full official names."""

    province: str | None = Field(default=None, description="Province, region or municipality. 省级")
    city: str | None = Field(default=None, description="Prefecture-level division. 地级")
    district: str | None = Field(default=None, description="County-level division. 县级")
    code: str | None = Field(default=None, description="GB/T 2260 code of the lowest one. 行政区划代码")
