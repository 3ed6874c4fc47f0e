"""No two bidders under one head or control."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, meets, not_filled, unsure
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    "负责人[^,]{0,4}为同一|法定代表人[^,]{0,8}为同一|直接控股|控股[、或,]|存在[^,]{0,4}控股|管理关系|利害关系|关联关系|隶属关系|同一法人"
)
_PAPER = ("无控股、管理关系的声明", "Declaration of no control")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    related = profile.organisation.same_head
    for said in bid.said("same_head"):
        if related is None:
            zh, en = "负责人相同或有控股、管理关系的单位不得同时投标", "No two bidders under one head or control"
            yield not_filled("organisation.same_head", zh, en, said.evidence)
        elif related:
            names = "、".join(related)
            to_do = (f"确认 {names} 不参加本项目(同一包)", f"Make sure that {names} does not bid for the same lot")
            yield unsure(f"关联单位:{names}。", f"Related organisations: {names}.", said.evidence, to_do=to_do)
        else:
            yield meets("档案写明没有关联单位。", "The profile names no related organisation.", said.evidence, to_do=_PAPER)


CHECK = ScreenCheck(
    code="same_head",
    title="负责人与控股关系",
    title_en="Same head or control",
    why="负责人为同一人或有直接控股、管理关系的不同供应商,不得参加同一合同项下的采购。",
    source="政府采购法实施条例第十八条第一款",
    fields=("organisation.same_head",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="单位负责人为同一人或者存在直接控股、管理关系的不同供应商,不得参加同一合同项下的采购活动。"),
        Example(
            ("cannot_tell",),
            clause="单位负责人为同一人的不同供应商不得同时投标。",
            profile={"organisation.same_head": ["和风培训学校"]},
        ),
        Example(
            ("cannot_tell",), clause="单位负责人为同一人的不同供应商不得同时投标。", profile={"organisation.same_head": None}
        ),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
