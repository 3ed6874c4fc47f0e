"""Who designed, drafted or supervises a project may not bid for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled
from tender_kit.models.profile import Profile

_CLAIMS = re.compile("整体设计|规范编制|提供[^,]{0,6}前期(?:咨询|服务|设计)|条例》?第十八条|其他采购活动")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    advised = profile.organisation.advised
    names = [name for name, _ in bid.named_by]
    number = bid.notice.project.number.value
    for said in bid.said("prior_service"):
        if advised is None:
            zh, en = "为项目提供过设计、编制、管理、监理的不得投标", "Who drafted or supervises the project may not bid"
            yield not_filled("organisation.advised", zh, en, said.evidence)
        elif any(project == number or any(project in name for name in names) for project in advised):
            yield fails(
                "档案写明曾为本项目提供前期服务。", "The profile says that it worked on this project before.", said.evidence
            )
        else:
            yield meets("档案写明没有为本项目提供前期服务。", "The profile names no such work for it.", said.evidence)


CHECK = ScreenCheck(
    code="prior_service",
    title="前期服务",
    title_en="Work for the project before",
    why="为采购项目提供整体设计、规范编制或者项目管理、监理、检测等服务的,不得再参加该项目的其他采购。",
    source="政府采购法实施条例第十八条第二款",
    fields=("organisation.advised",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="为采购项目提供整体设计、规范编制服务的供应商,不得再参加该采购项目的其他采购活动。"),
        Example(("fails",), clause="为采购项目提供整体设计的供应商不得投标。", profile={"organisation.advised": ["社工站项目"]}),
        Example(("cannot_tell",), clause="为采购项目提供整体设计的供应商不得投标。", profile={"organisation.advised": None}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
