"""Subcontracting: whether the notice allows it, and whether the organisation needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.models.profile import Profile

_CLAIMS = re.compile("转包|(?<!本)分包(?!号|名称|[0-9一二三四五])")
_NO = re.compile("(?:不得|不允许|不接受|不准|禁止|严禁|不可|谢绝|不能)[^,]{0,24}(?:分包|转包)")
_ONLY_ASSIGNMENT = re.compile("^(?!.*分包).*转包")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("subcontract"):
        yield _judge(said, profile.wishes.subcontract)


def _judge(said: Statement, wish: str | None) -> Answer:
    if _ONLY_ASSIGNMENT.search(said.text):
        return meets("只写不得转包;转包本来就不允许。", "Only the handing on of the whole is ruled out.", said.evidence)
    if not _NO.search(said.text):
        if wish == "alone":
            return meets("本机构全部自己完成,不涉及分包。", "It does all of it itself.", said.evidence)
        return unsure(
            "关于分包的条款请自行阅读。", "Read the clause on subcontracting.", said.evidence, decisive=wish == "needed"
        )
    if wish == "needed":
        return fails("不得分包,而本机构须分包。", "No subcontracting, and it needs to.", said.evidence)
    return meets("不得分包,由本机构自己完成。", "No subcontracting; it does the work itself.", said.evidence)


CHECK = ScreenCheck(
    code="subcontract",
    title="分包与转包",
    title_en="Subcontracting",
    why="不得分包时,须把部分工作交给他人的机构不能参加;转包一律不允许。",
    source="政府采购法第四十八条;财政部令第87号第三十五条",
    fields=("wishes.subcontract",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="本项目不允许分包、转包。"),
        Example(("fails",), clause="本项目不允许分包、转包。", profile={"wishes.subcontract": "必须"}),
        Example(("meets",), clause="不得以任何形式转包。", profile={"wishes.subcontract": "必须"}),
        Example(("cannot_tell",), clause="经采购人同意可以分包非主体工作。", profile={"wishes.subcontract": "必须"}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
