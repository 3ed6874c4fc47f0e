"""Who buys, who acts for the buyer, who supplies."""

from __future__ import annotations

from pydantic import Field

from tender_kit.core.model import Model
from tender_kit.core.readings import Reading


class Party(Model):
    """An organisation with its address and the people and numbers to reach."""

    name: Reading[str] = Field(default=Reading(), description="Name. 名称")
    address: Reading[str] = Field(default=Reading(), description="Address. 地址")
    contacts: tuple[Reading[str], ...] = Field(default=(), description="Contact persons. 联系人")
    phones: tuple[Reading[str], ...] = Field(default=(), description="Telephone numbers, no fax. 电话")
    emails: tuple[Reading[str], ...] = Field(default=(), description="E-mail addresses. 电子邮箱")
