"""Consortia: whether the notice takes them, and whether the organisation needs one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_read, unsure
from tender_kit.models.profile import Profile

_CLAIMS = re.compile("联合(?:体|报名|投标|报价|申报|参加|申请)|独立报价")
_AGREEMENT = ("签订联合体协议,写明分工和牵头人", "Sign an agreement that names the tasks and the lead")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    said = bid.said("consortium")
    reading, wish = bid.notice.consortium, profile.wishes.consortium
    evidence = reading.evidence or tuple(e for statement in said for e in statement.evidence)
    if reading.value is None and reading.state != "absent":
        yield not_read("是否接受联合体", "Whether consortia may bid", reading, decisive=wish == "needed")
    elif reading.value is None and said:
        yield unsure("关于联合体的条款请自行阅读。", "Read the clause on consortia.", evidence, decisive=wish == "needed")
    elif reading.value is None:
        return
    elif not reading.value and wish == "needed":
        yield fails("不接受联合体,而本机构须组成联合体。", "Consortia may not bid, and it needs one.", evidence)
    elif not reading.value:
        yield meets("不接受联合体,单独投标即可。", "Consortia may not bid; it can bid alone.", evidence)
    else:
        yield meets("接受联合体,也可以单独投标。", "Consortia may bid, and so may a single bidder.", evidence, to_do=_to_do(wish))


def _to_do(wish: str | None) -> tuple[str, str]:
    return _AGREEMENT if wish == "needed" else ("", "")


CHECK = ScreenCheck(
    code="consortium",
    title="联合体",
    title_en="Consortium",
    why="不接受联合体时,须靠伙伴才够条件的机构不能参加。",
    source="政府采购法第二十四条;实施条例第二十二条;财政部令第87号第十九条",
    fields=("wishes.consortium",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="本项目不接受联合体投标。"),
        Example(("fails",), clause="本项目不接受联合体投标。", profile={"wishes.consortium": "必须"}),
        Example(("meets",), clause="本项目接受联合体投标。", profile={"wishes.consortium": "必须"}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
