"""Conditions of size (registered capital, turnover, assets): a notice may not set them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, unsure
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    "注册资(?:本|金)|开办资金|资产总额|净资产|(?:年)?营业(?:收入|额)|年销售额|从业人员[^,]{0,6}(?:不少于|以上)|纳税额|利润[^,]{0,6}(?:万|以上)"
)
_QUESTION = (
    "不得以规模条件排斥供应商,可在质疑期内提出质疑",
    "Conditions of size are not allowed: challenge it in time",
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("size_limits"):
        yield unsure(
            "对注册资金、收入、资产等规模提出要求。",
            "It asks for a size: capital, turnover, assets.",
            said.evidence,
            to_do=_QUESTION,
            challengeable=True,
        )


CHECK = ScreenCheck(
    code="size_limits",
    title="规模条件",
    title_en="Conditions of size",
    why="注册资本、资产总额、营业收入、从业人员、利润、纳税额等规模条件不得作为资格要求。",
    source="财政部令第87号第十七条",
    fields=(),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("cannot_tell",), clause="注册资金不少于100万元。"),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
