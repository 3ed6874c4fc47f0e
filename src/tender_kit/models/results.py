"""What was awarded, and the line items that requirement and award tables list."""

from __future__ import annotations

from pydantic import Field

from tender_kit.core.model import Figure, Model
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.parties import Party
from tender_kit.models.values import Money


class Item(Model):
    """A line of a table of goods or services."""

    number: str | None = Field(default=None, description="Number as written. 序号/品目号")
    name: str = Field(description="Name. 名称")
    quantity: Figure | None = Field(default=None, description="Quantity. 数量")
    unit: str | None = Field(default=None, description="Unit. 单位")
    unit_price: Reading[Money] = Field(default=Reading(), description="Price of one unit. 单价")
    total: Reading[Money] = Field(default=Reading(), description="Price of the line. 总价")
    scope: str = Field(default="", description="Scope of service, as written. 服务范围")
    standard: str = Field(default="", description="Standard or requirement, as written. 服务标准/要求")
    lots: tuple[str, ...] = Field(default=(), description="Lots that it belongs to. 所属包")
    evidence: tuple[Evidence, ...] = Field(description="The row. 依据原文")


class Award(Model):
    """A winner or a ranked candidate."""

    lot: str | None = Field(default=None, description="Lot number; null where the project is not split. 包号")
    supplier: Party = Field(description="The supplier. 供应商")
    amount: Reading[Money] = Field(default=Reading(), description="Awarded or offered sum. 中标(成交)金额")
    score: Reading[Figure] = Field(default=Reading(), description="Score of the evaluation. 评审得分")
    rank: Reading[int] = Field(default=Reading(), description="Rank. 排名")
    evidence: tuple[Evidence, ...] = Field(description="Where it stands. 依据原文")
